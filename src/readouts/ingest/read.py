"""From what a caller names to documents: a path, a folder, an address, or standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from readouts.errors import UnreadableInput
from readouts.ingest.address import Web
from readouts.ingest.cell import read_in_cell
from readouts.ingest.content import Content
from readouts.ingest.decode import decode
from readouts.ingest.formats import HEAD, Format, format_of
from readouts.ingest.json_lines import read_json_lines
from readouts.ingest.markdown import read_markdown
from readouts.ingest.opened import Opened, open_source, read_all, real_file, unpacked
from readouts.ingest.page import is_ordinary, read_page
from readouts.ingest.publishers import publisher_for
from readouts.ingest.sitemap import read_sitemap
from readouts.ingest.source import STANDARD_INPUT, Source
from readouts.model import Document, Received

DEFAULT_LIMIT = 10_000_000
# Public addresses only, robots.txt kept.
POLITELY = Web()
# Files that hold many documents, each to be picked by its id.
_OF_MANY = (Format.LINES, Format.FEED, Format.WARC)
# A sitemap may list sitemaps, and these pages: whatever lies deeper is passed over.
_DEEPEST_SITEMAP = 2
_MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.MAIL: "message/rfc822",
    Format.PAGE: "text/html",
    Format.MARKDOWN: "text/markdown",
}


@dataclass(frozen=True, slots=True)
class Unread:
    """An input, or one part of it, that could not be read: shown to the user, the rest is still done."""

    name: str
    message: str


def read_documents(
    source: Source, limit: int | None = DEFAULT_LIMIT, web: Web = POLITELY
) -> Iterator[Document | Unread]:
    """Yield the documents of `source` in order, and what could not be read in its place.

    A folder gives the documents of all files in it and below, in the order of their names, a sitemap those of the
    addresses it lists. `limit` is the greatest size of one text in characters; None reads any size. `web` says how
    addresses are asked for.
    """
    for found in read_received(source, limit, web):
        yield found if isinstance(found, Unread) else found.document


def read_received(
    source: Source, limit: int | None = DEFAULT_LIMIT, web: Web = POLITELY
) -> Iterator[Received | Unread]:
    """Yield what `read_documents` does, each with the bytes it was read from."""
    yield from _received(source, limit, web, 0)


def _received(source: Source, limit: int | None, web: Web, depth: int) -> Iterator[Received | Unread]:
    if not source.is_url and source.path != STANDARD_INPUT and os.path.isdir(source.path):
        empty = True
        for path in _files(source.path):
            empty = False
            yield from _received(Source(path, source.publisher), limit, web, depth)
        if empty:
            yield Unread(str(source), f"{source} is a folder without a file in it. Name a file.")
        return
    try:
        opened = open_source(source, web)
        with opened.file:
            opened, format_ = _plain(opened, str(source))
            if format_ is not Format.SITEMAP:
                yield from _read(source, opened, format_, limit)
                return
            listed = list(read_sitemap(opened.file)) if depth < _DEEPEST_SITEMAP else []
    except UnreadableInput as error:
        yield Unread(str(source), str(error))
        return
    for one in listed:
        if one.changed is None or not web.is_kept(one.url, one.changed):
            yield from _received(Source(one.url, source.publisher), limit, web, depth + 1)


def _files(folder: str) -> Iterator[str]:
    """Yield the files of a folder and the folders in it; hidden ones and links to folders are passed over."""
    for around, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(around, name)) for name in sorted(names) if not name.startswith("."))


def _plain(opened: Opened, name: str) -> tuple[Opened, Format]:
    """Return the file unpacked where it was packed, and its format."""
    format_ = _format(opened, name)
    if format_ is Format.GZIP:
        opened = unpacked(opened, name)
        format_ = _format(opened, name)
    return opened, format_


def _read(source: Source, opened: Opened, format_: Format, limit: int | None) -> Iterator[Received | Unread]:
    name = str(source)
    of_many = format_ in _OF_MANY
    wanted = source.document_id if of_many or not source.is_url else None
    if wanted is not None and not of_many:
        raise UnreadableInput(f"{name}: only a file of many documents (.jsonl, feed, WARC) has some to pick by #ID.")
    found_any = False
    for found in _contents(opened, format_, source.path if of_many else name, limit):
        identifier = found.identifier if isinstance(found, Content) and of_many else None
        if wanted is not None and identifier != wanted:
            continue
        found_any = True
        if isinstance(found, UnreadableInput):
            yield Unread(name, str(found))
        elif limit is not None and len(found.text) > limit:
            yield Unread(name, _too_long(identifier or name, len(found.text), limit))
        else:
            document = _document(found, source, opened, identifier or source.path)
            if of_many:
                yield Received(document, found.raw, found.media_type)
            else:
                yield _with_bytes(document, opened, _MEDIA_TYPES.get(format_, found.media_type))
    if wanted is not None and not found_any:
        raise UnreadableInput(f"{source.path} holds no document with the id {wanted}.")


def _format(opened: Opened, name: str) -> Format:
    head = opened.file.read(HEAD)
    opened.file.seek(0)
    return format_of(head, opened.name, name)


def _contents(opened: Opened, format_: Format, name: str, limit: int | None) -> Iterator[Content | UnreadableInput]:
    # No encoding takes more than four bytes a character; markup is allowed as much again.
    most = None if limit is None else 8 * limit + 4
    if format_ is Format.LINES:
        yield from read_json_lines(opened.file, name, most)
        return
    if format_ in (Format.TEXT, Format.MARKDOWN, Format.PAGE):
        text = decode(read_all(opened.file, name, most), name, opened.charset)
        if format_ is not Format.PAGE:
            yield read_markdown(text) if format_ is Format.MARKDOWN else Content(text)
            return
        if is_ordinary(text):
            yield read_page(text)
            return
    with real_file(opened.file, name) as file:
        yield from read_in_cell(file, format_, name)


def _with_bytes(document: Document, opened: Opened, media_type: str) -> Received:
    """Return a document with the whole file it was read from, unless that is the text itself."""
    opened.file.seek(0)
    raw = opened.file.read()
    is_text = media_type == "text/plain" and raw == document.text.encode("utf-8", "surrogatepass")
    return Received(document, None if is_text else raw, media_type)


def _document(found: Content, source: Source, opened: Opened, identifier: str) -> Document:
    url = found.url or opened.url
    return Document(
        id=identifier,
        text=found.text,
        title=found.title,
        published=found.published,
        url=url,
        publisher=publisher_for(url, source.publisher) or publisher_for(None, found.site),
        language=found.language,
        problems=found.problems,
        residue=found.residue,
        headings=found.headings,
        places=found.places,
    )


def _too_long(name: str, length: int, limit: int) -> str:
    return (
        f"{name} holds {length:,} characters, more than the limit of {limit:,}. "
        f"Raise it with --max-size, or cut the text."
    )
