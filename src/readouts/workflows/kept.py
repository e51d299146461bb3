"""Documents of the collection: one that a caller names by its id, those that wording is looked for in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from readouts.collection import (
    Collection,
    Entry,
    corrections,
    default_location,
    document_of,
    documents_with_residue,
    find_entry,
    open_collection,
)
from readouts.errors import NotInCollection
from readouts.ingest import Source, publisher_for
from readouts.model import Document, Residue
from readouts.workflows.amend import RESIDUE, marked_residue, target_of


def kept_document(source: Source, argument: str, location: str | None) -> Document | None:
    """Return the document of the collection that is named, None when there is none; a publisher said counts.

    `argument` is the name as written, `location` where the collection lies, None for the default one.
    """
    try:
        with open_collection(location or default_location()) as collection:
            with suppress(NotInCollection):
                return document_of(collection, find_entry(collection, argument))
            known = document_of(collection, find_entry(collection, source.path))
            return replace(known, publisher=publisher_for(None, source.publisher) or known.publisher)
    except NotInCollection:
        return None


def kept_documents(collection: Collection, entries: Sequence[Entry]) -> Iterator[Document]:
    """Yield documents in the order of the entries; their residue is what was found and what a person marked."""
    marked: defaultdict[str, list[Residue]] = defaultdict(list)
    for decision in corrections(collection, RESIDUE):
        marked[decision.target].append(marked_residue(decision))
    for document in documents_with_residue(collection, entries):
        own = marked.get(target_of(document), ())
        yield replace(document, residue=(*document.residue, *own)) if own else document
