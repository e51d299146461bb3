"""From what the caller names to documents, with what the caller said of them filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from readouts.ingest import DEFAULT_LIMIT, Source, Unread, read_documents
from readouts.model import Document


@dataclass(frozen=True, slots=True)
class Said:
    """What the caller says where the files do not: day of publication, language, and the greatest size."""

    published: date | None = None
    language: str | None = None
    limit: int | None = DEFAULT_LIMIT


def gather(arguments: Iterable[str], said: Said) -> Iterator[Document | Unread]:
    """Yield the documents of all arguments in order, and what could not be read in its place."""
    for argument in arguments:
        for found in read_documents(Source.named(argument), said.limit):
            if isinstance(found, Document):
                yield replace(
                    found,
                    published=found.published or said.published,
                    language=found.language or said.language,
                )
            else:
                yield found
