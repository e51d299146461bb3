"""A saved e-mail (.eml): its text, or the text of its page; attachments are not opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import IO

from readouts.errors import UnreadableInput
from readouts.ingest.content import Content
from readouts.ingest.decode import decode
from readouts.ingest.page import read_page


def read_mail(file: IO[bytes]) -> Iterator[Content]:
    """Yield the one text of an e-mail, the plain part before the page."""
    message = BytesParser(policy=policy.default).parse(file)
    body = message.get_body(("plain", "html"))
    if not isinstance(body, EmailMessage):
        raise UnreadableInput("The e-mail holds no text. Save its attachment and name that.")
    raw = body.get_payload(decode=True)
    text = decode(raw if isinstance(raw, bytes) else b"", "The e-mail", body.get_content_charset())
    found = read_page(text) if body.get_content_type() == "text/html" else Content(text)
    name, address = parseaddr(str(message.get("From", "")))
    yield Content(
        text=found.text,
        title=str(message["Subject"]).strip() if message["Subject"] else found.title,
        published=_day(message) or found.published,
        url=found.url,
        language=found.language,
        site=name.strip() or address.rpartition("@")[2] or None,
        residue=found.residue,
        headings=found.headings,
        places=found.places,
    )


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date()
    except (TypeError, ValueError):
        return None
