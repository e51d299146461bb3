"""A collection that lasts: documents as received and as read, what was found in them, the register, corrections.

    with open_collection("readouts.db", create=True) as collection:
        taken = take_in(collection, [Received(document)])          # each text once; revisions are versions
        entry = find_entry(collection, taken[0].entry.name)        # by id, ID@VERSION or the start of an id
        answer = search(collection, '"ferry line" strait', Filter(publisher="NV"))
        analysis = analysis_of(collection, entry)                  # kept findings, or None

Every function takes an open `Collection` and works in whole transactions; lists are paged by a slice. The same calls
work on SQLite and PostgreSQL. What is derived (findings, index, register) can be made again from what was received at
any time; what a person corrected stands apart and is never overwritten.
"""

from readouts.collection.days import days_of
from readouts.collection.documents import (
    count_entries,
    document_of,
    documents_of,
    find_entry,
    list_entries,
    received_of,
    versions_of,
)
from readouts.collection.entry import Entry, Filter
from readouts.collection.findings import (
    Found,
    MadeBy,
    Stage,
    Stale,
    analysis_of,
    call_outdated,
    keep_findings,
    pack_findings,
    stale_documents,
)
from readouts.collection.location import default_location
from readouts.collection.search import Answer, Hit, search
from readouts.collection.store import Collection, open_collection
from readouts.collection.take_in import Outcome, Received, Taken, take_in

__all__ = [
    "Answer",
    "Collection",
    "Entry",
    "Filter",
    "Found",
    "Hit",
    "MadeBy",
    "Outcome",
    "Received",
    "Stage",
    "Stale",
    "Taken",
    "analysis_of",
    "call_outdated",
    "count_entries",
    "days_of",
    "default_location",
    "document_of",
    "documents_of",
    "find_entry",
    "keep_findings",
    "list_entries",
    "open_collection",
    "pack_findings",
    "received_of",
    "search",
    "stale_documents",
    "take_in",
    "versions_of",
]
