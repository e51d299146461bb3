"""The pages of a web archive (WARC): every response that is a page or a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from readouts.errors import UnreadableInput
from readouts.ingest.content import Content
from readouts.ingest.decode import charset_of, decode
from readouts.ingest.page import read_page

_MOST = 20_000_000
_READ = {"text/html": True, "application/xhtml+xml": True, "text/plain": False}


def read_warc(file: IO[bytes]) -> Iterator[Content | UnreadableInput]:
    """Yield a text a record, its address as its identifier, and what could not be read in its place."""
    try:
        for record in ArchiveIterator(file):
            url = record.rec_headers.get_header("WARC-Target-URI")
            headers = record.http_headers
            if record.rec_type not in ("response", "resource") or (headers and headers.get_statuscode() != "200"):
                continue
            stated = (headers or record.rec_headers).get_header("Content-Type") or ""
            kind = stated.partition(";")[0].strip().lower()
            if kind not in _READ:
                continue
            try:
                raw = record.content_stream().read(_MOST + 1)
                if len(raw) > _MOST:
                    raise UnreadableInput(f"{url} is larger than {_MOST:,} bytes.")
                text = decode(raw, str(url), charset_of(stated))
            except UnreadableInput as error:
                yield error
                continue
            found = read_page(text) if _READ[kind] else Content(text)
            as_received = {"raw": raw, "media_type": kind} if _READ[kind] else {}
            yield replace(found, url=found.url or url, identifier=url, **as_received)
    except (ArchiveLoadFailed, EOFError) as error:
        raise UnreadableInput(f"The web archive breaks off: {error}.") from None
