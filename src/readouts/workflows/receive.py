"""What is handed over to be kept: documents with the bytes they were read from, publishers as the user knows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from readouts.errors import BrokenTable
from readouts.ingest import Publishers, Source, Unread, Web, parse_profiles, read_received
from readouts.model import Document, Received
from readouts.workflows.gather import Said

NOBODY = Publishers(())
# Public addresses only, robots.txt kept.
_POLITELY = Web()


def load_publishers(path: str | None) -> Publishers:
    """Return the user's own table of publishers, in the columns of the shipped one; an empty one for None.

    Raises BrokenTable, naming file, line and fault.
    """
    if path is None:
        return NOBODY
    try:
        return Publishers(parse_profiles(Path(path).read_text(encoding="utf-8"), path))
    except (OSError, ValueError) as error:
        raise BrokenTable(f"{path} cannot be read as a table of publishers: {error}") from None


def receive(
    arguments: Iterable[str], said: Said, publishers: Publishers = NOBODY, web: Web = _POLITELY
) -> Iterator[Received | Unread]:
    """Yield the documents of files, folders and addresses in order, and what could not be read in its place.

    The caller's words fill in what the files do not say; the user's `publishers` go before the shipped ones.
    """
    for argument in arguments:
        source = Source.named(argument)
        for found in read_received(source, said.limit, web):
            if isinstance(found, Unread):
                yield found
            else:
                known = _as_profiled(found.document, publishers, said_by_caller=source.publisher is not None)
                yield replace(found, document=_filled(known, said))


def _filled(known: Document, said: Said) -> Document:
    return replace(known, published=known.published or said.published, language=known.language or said.language)


def _as_profiled(known: Document, publishers: Publishers, *, said_by_caller: bool) -> Document:
    """Return the document with the user's profile of its publisher: by its name or, unless named, its address."""
    named = publishers.called(known.publisher.name) if known.publisher else None
    at = None if said_by_caller else publishers.at(known.url)
    return replace(known, publisher=named or at or known.publisher)
