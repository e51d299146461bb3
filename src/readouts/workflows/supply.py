"""What a person hands over in a page or a request: pasted words, a file, an address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from readouts.errors import UnreadableInput, WrongCall
from readouts.ingest import Source, Unread, publisher_for, read_documents
from readouts.model import Document

# What may follow the name of a file that we write ourselves.
_SUFFIX_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_LONGEST_SUFFIX = 6
_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Supplied:
    """One text with what is said of it; just one of `text`, `content` (of a file) and `address` is given.

    `name` is how people will know it; `url` is where a pasted text is published, not read from there.
    """

    name: str
    text: str | None = None
    content: bytes | None = None
    address: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None


def supplied_documents(supplied: Supplied, limit: int) -> list[Document]:
    """Return the documents handed over, each at most `limit` characters.

    Raises UnreadableInput when one cannot be read, WrongCall when nothing to read was given.
    """
    if supplied.text is not None:
        found = [_pasted(supplied, supplied.text, limit)]
    elif supplied.content is not None:
        found = list(_of_file(supplied, supplied.content, limit))
    elif supplied.address is not None and supplied.address.lower().startswith(_SCHEMES):
        found = list(_read(Source(supplied.address, supplied.publisher), supplied.name, limit))
    else:
        raise WrongCall(f"{supplied.name}: give words, a file, or an address that begins with http:// or https://.")
    return [_as_said(document, supplied) for document in found]


def _pasted(supplied: Supplied, text: str, limit: int) -> Document:
    if len(text) > limit:
        raise UnreadableInput(f"{supplied.name} holds {len(text):,} characters, more than the limit of {limit:,}.")
    return Document(
        id=supplied.name, text=text, url=supplied.url, publisher=publisher_for(supplied.url, supplied.publisher)
    )


def _of_file(supplied: Supplied, content: bytes, limit: int) -> Iterator[Document]:
    """Read a file as the command would, from a folder of its own that is gone afterwards."""
    with TemporaryDirectory(prefix="readouts-") as folder:
        path = Path(folder) / f"handed-over{_suffix(supplied.name)}"
        path.write_bytes(content)
        yield from _read(Source(str(path), supplied.publisher), supplied.name, limit)


def _read(source: Source, name: str, limit: int) -> Iterator[Document]:
    for item in read_documents(source, limit):
        if isinstance(item, Unread):
            raise UnreadableInput(item.message.replace(source.path, name))
        yield replace(item, id=name) if item.id == source.path else item


def _as_said(document: Document, supplied: Supplied) -> Document:
    """Fill in what the file itself does not say."""
    return replace(
        document,
        title=document.title or supplied.title,
        published=supplied.published or document.published,
        language=supplied.language or document.language,
    )


def _suffix(name: str) -> str:
    """Return the ending that says what a file is, ``.jsonl.gz`` whole; empty unless it is plain letters."""
    endings = PurePosixPath(name.replace("\\", "/")).suffixes[-2:]
    plain = [
        ending.lower()
        for ending in endings
        if len(ending) <= _LONGEST_SUFFIX and set(ending[1:].lower()) <= _SUFFIX_LETTERS
    ]
    return "".join(plain if plain[-1:] == [".gz"] else plain[-1:])
