"""A document of the collection that a caller names by its id."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from readouts.collection import default_location, document_of, find_entry, open_collection
from readouts.errors import NotInCollection
from readouts.ingest import Source, publisher_for
from readouts.model import Document


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
