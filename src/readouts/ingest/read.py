"""From what a caller names to documents: the one place where bytes come in."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from readouts.errors import UnreadableInput
from readouts.ingest.decode import decode
from readouts.ingest.page import day, looks_like_html, read_page
from readouts.ingest.publishers import publisher_for
from readouts.ingest.source import STANDARD_INPUT, Source
from readouts.model import Document

DEFAULT_LIMIT = 10_000_000
_FIELDS = ("id", "text", "title", "date", "url", "publisher", "lang")


@dataclass(frozen=True, slots=True)
class Unread:
    """An input, or one line of it, that could not be read: shown to the user, the rest is still done."""

    name: str
    message: str


def read_documents(source: Source, limit: int | None = DEFAULT_LIMIT) -> Iterator[Document | Unread]:
    """Yield the documents of `source` in order, and what could not be read in its place.

    `limit` is the greatest size of one text in characters; None reads any size.
    """
    try:
        yield from _read(source, limit)
    except UnreadableInput as error:
        yield Unread(str(source), str(error))


def _read(source: Source, limit: int | None) -> Iterator[Document | Unread]:
    name = source.path.lower()
    if name.endswith((".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")):
        yield from _read_lines(source, limit)
        return
    if source.document_id is not None:
        raise UnreadableInput(f"{source}: only a .jsonl file has documents to pick by #ID.")
    # No encoding takes more than four bytes a character; markup is allowed as much again.
    raw = _bytes(source, None if limit is None else 8 * limit + 4)
    text = decode(raw, str(source))
    is_page = name.endswith((".html", ".htm", ".xhtml")) or looks_like_html(text)
    document = _page_document(source, text) if is_page else _text_document(source, text)
    yield _within(document, limit)


def _text_document(source: Source, text: str) -> Document:
    return Document(id=source.path, text=text, publisher=publisher_for(None, source.publisher))


def _page_document(source: Source, html: str) -> Document:
    page = read_page(html)
    return Document(
        id=source.path,
        text=page.text,
        title=page.title,
        published=page.published,
        url=page.url,
        publisher=publisher_for(page.url, source.publisher) or publisher_for(None, page.site),
        language=page.language,
    )


def _read_lines(source: Source, limit: int | None) -> Iterator[Document | Unread]:
    found = False
    with _open(source) as file:
        for number, line in enumerate(_guarded(file, source), 1):
            if not line.strip():
                continue
            name = f"{source.path}, line {number}"
            try:
                document = _line_document(source, line, name)
                if source.document_id in (None, document.id):
                    found = True
                    yield _within(document, limit)
            except UnreadableInput as error:
                if source.document_id is None:
                    yield Unread(name, str(error))
    if source.document_id is not None and not found:
        raise UnreadableInput(f"{source.path} holds no document with the id {source.document_id}.")


def _line_document(source: Source, line: bytes, name: str) -> Document:
    try:
        # Python's json refuses raw surrogates in bytes, so that decoding goes first.
        entry = json.loads(line.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"{name} is not a JSON object: {error}") from None
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise UnreadableInput(f'{name} is not a JSON object with a "text".')
    known: dict[str, Any] = {field: entry.get(field) for field in _FIELDS}
    strings = {field: value if isinstance(value, str) else None for field, value in known.items()}
    identifier = entry.get("id")
    return Document(
        id=str(identifier) if isinstance(identifier, str | int) else name,
        text=entry["text"],
        title=strings["title"],
        published=day(known["date"]),
        url=strings["url"],
        publisher=publisher_for(strings["url"], source.publisher or strings["publisher"]),
        language=strings["lang"],
    )


def _within(document: Document, limit: int | None) -> Document:
    if limit is not None and len(document.text) > limit:
        raise UnreadableInput(
            f"{document.id} holds {len(document.text):,} characters, more than the limit of {limit:,}. "
            f"Raise it with --max-size, or cut the text."
        )
    return document


def _bytes(source: Source, most: int | None) -> bytes:
    with _open(source) as file:
        try:
            raw = file.read() if most is None else file.read(most + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableInput(f"{source} could not be read: {error}") from None
    if most is not None and len(raw) > most:
        raise UnreadableInput(
            f"{source} is larger than {most // 8:,} characters. Raise the limit with --max-size, or cut the text."
        )
    return raw


def _open(source: Source) -> IO[bytes]:
    if source.path == STANDARD_INPUT:
        return sys.stdin.buffer
    path = Path(source.path)
    try:
        if path.is_dir():
            raise UnreadableInput(f"{source} is a folder. Name the files in it.")
        return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")
    except FileNotFoundError:
        raise UnreadableInput(f"{source} does not exist. Check the path.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableInput(f"{source} could not be opened: {reason}.") from None


def _guarded(file: IO[bytes], source: Source) -> Iterator[bytes]:
    try:
        yield from file
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableInput(f"{source} breaks off: {error}") from None
