"""A saved e-mail (.eml): its text, or the text of its page; attachments are named, not opened."""

from __future__ import annotations

import re
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
from readouts.model import Problem, Residue, ResidueReason, Span

# A plain part so much shorter than the page beside it only says that there is a page.
_STANDS_FOR_A_PAGE = 5
_MOST_NAMED = 10
_LONGEST_SIGNATURE = 1000
_QUOTED = re.compile(r"^>[> ]*[^\s>].*(?<!\s)", re.M)
_LINE = re.compile(r"\S(?:.*\S)?")


def read_mail(file: IO[bytes]) -> Iterator[Content]:
    """Yield the one text of an e-mail, the plain part before the page; of a mere cover that of the mail within."""
    message = BytesParser(policy=policy.default).parse(file)
    found = _text(message)
    while found is None and (within := _mail_within(message)) is not None:
        message = within
        found = _text(message)
    if found is None:
        names = ", ".join(_attachments(message)) or "none"
        raise UnreadableInput(f"the e-mail holds no text (attachments: {names}). Save its attachment and name that.")
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
        problems=_unread(_attachments(message)),
    )


def _text(message: EmailMessage) -> Content | None:
    """Return what a person would read, None where there is nothing."""
    plain, page = (_part(message.get_body((kind,))) for kind in ("plain", "html"))
    if plain is not None:
        plain = "\n".join([plain, *filter(None, map(_part, filter(_goes_on, message.iter_attachments())))])
    if plain is not None and page is not None:
        found = read_page(page)
        return found if len(found.text) > _STANDS_FOR_A_PAGE * len(plain) else _plain(plain)
    if page is not None:
        return read_page(page)
    return _plain(plain) if plain is not None else None


def _plain(text: str) -> Content:
    """Return a plain text, marked where it is a signature (RFC 3676), or quoted where less is quoted than said."""
    before, line, after = text.rpartition("\n-- \n")
    end = len(before) if line and len(after) <= _LONGEST_SIGNATURE else len(text)
    beside = [Span(*found.span()) for found in _QUOTED.finditer(text, 0, end)]
    if 2 * sum(map(len, beside)) > end:
        beside = []
    beside += [Span(*found.span()) for found in _LINE.finditer(text, end)]
    return Content(text, residue=tuple(Residue(span, ResidueReason.BOILERPLATE) for span in beside))


def _part(body: object) -> str | None:
    if not isinstance(body, EmailMessage):
        return None
    raw = body.get_payload(decode=True)
    text = decode(raw if isinstance(raw, bytes) else b"", "the e-mail", body.get_content_charset())
    return text if text.strip() else None


def _goes_on(part: EmailMessage) -> bool:
    """Say whether a part goes on with the text: some programs cut it where a picture stood."""
    return part.get_content_type() == "text/plain" and not part.get_filename() and not part.is_attachment()


def _mail_within(message: EmailMessage) -> EmailMessage | None:
    """Return the first e-mail that is attached to this one."""
    for part in message.iter_attachments():
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            inner = part.get_payload(0)
            return inner if isinstance(inner, EmailMessage) else None
    return None


def _attachments(message: EmailMessage) -> list[str]:
    """Return what the attachments are called, or what kind they are."""
    return [part.get_filename() or part.get_content_type() for part in message.iter_attachments() if not _goes_on(part)]


def _unread(names: list[str]) -> tuple[Problem, ...]:
    if not names:
        return ()
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    said = ", ".join(name[:100] for name in names[:_MOST_NAMED]) + more
    return (Problem("attachments-unread", f"the attachments are not read: {said}. Save and name them."),)


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date()
    except (TypeError, ValueError):
        return None
