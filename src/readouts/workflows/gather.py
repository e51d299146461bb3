"""From what the caller names to documents, with what the caller said of them filled in.

A file comes first; a name of no file may be that of a document of the collection.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from readouts.ingest import DEFAULT_LIMIT, Source, Unread, read_documents
from readouts.model import Document


@dataclass(frozen=True, slots=True)
class Said:
    """What the caller says where the files do not: day of publication, language, the greatest size.

    `collection` is where the documents lie that are named by id; None leaves that to the default.
    """

    published: date | None = None
    language: str | None = None
    limit: int | None = DEFAULT_LIMIT
    collection: str | None = None


def gather(arguments: Iterable[str], said: Said) -> Iterator[Document | Unread]:
    """Yield the documents of all arguments in order, and what could not be read in its place."""
    for argument in arguments:
        yield from (_with(found, said) for found in _named(argument, said))


def _with(found: Document | Unread, said: Said) -> Document | Unread:
    """Fill in what the caller said where the file does not say it."""
    if isinstance(found, Unread):
        return found
    return replace(found, published=found.published or said.published, language=found.language or said.language)


def _named(argument: str, said: Said) -> Iterator[Document | Unread]:
    source = Source.named(argument)
    kept = None if source.is_file or source.is_url else _kept(source, argument, said.collection)
    if kept is None:
        yield from read_documents(source, said.limit)
    else:
        yield kept


def _kept(source: Source, argument: str, location: str | None) -> Document | None:
    # Whoever names files only need not wait for a database's libraries.
    from readouts.workflows.kept import kept_document

    return kept_document(source, argument, location)
