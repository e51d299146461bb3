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

from readouts.collection.corrections import Correction, bring_back, correct, corrections, undo
from readouts.collection.days import days_of
from readouts.collection.documents import (
    count_entries,
    document_of,
    documents_of,
    find_entry,
    list_entries,
    list_entries_named,
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
    documents_with_residue,
    keep_findings,
    pack_findings,
    stale_documents,
    unpacked,
)
from readouts.collection.location import default_location
from readouts.collection.notes import notes_json, with_notes_json
from readouts.collection.register import (
    AccountOf,
    ContactFilter,
    RegisteredContact,
    find_contact,
    keep_register,
    list_contacts,
    page_of_contacts,
    register_is_made,
    told_contacts,
)
from readouts.collection.restore import Back, Finding, Whole, restore, wholes
from readouts.collection.search import Answer, Hit, search
from readouts.collection.store import Collection, open_collection
from readouts.collection.take_in import Outcome, Taken, take_in, was_taken_in
from readouts.collection.votes import (
    RollCall,
    YearOfVotes,
    find_voters,
    has_votes,
    keep_votes,
    table_of_votes,
    years_of_votes,
)
from readouts.model import Received

__all__ = [
    "AccountOf",
    "Answer",
    "Back",
    "Collection",
    "ContactFilter",
    "Correction",
    "Entry",
    "Filter",
    "Finding",
    "Found",
    "Hit",
    "MadeBy",
    "Outcome",
    "Received",
    "RegisteredContact",
    "RollCall",
    "Stage",
    "Stale",
    "Taken",
    "Whole",
    "YearOfVotes",
    "analysis_of",
    "bring_back",
    "call_outdated",
    "correct",
    "corrections",
    "count_entries",
    "days_of",
    "default_location",
    "document_of",
    "documents_of",
    "documents_with_residue",
    "find_contact",
    "find_entry",
    "find_voters",
    "has_votes",
    "keep_findings",
    "keep_register",
    "keep_votes",
    "list_contacts",
    "list_entries",
    "list_entries_named",
    "notes_json",
    "open_collection",
    "pack_findings",
    "page_of_contacts",
    "received_of",
    "register_is_made",
    "restore",
    "search",
    "stale_documents",
    "table_of_votes",
    "take_in",
    "told_contacts",
    "undo",
    "unpacked",
    "versions_of",
    "was_taken_in",
    "wholes",
    "with_notes_json",
    "years_of_votes",
]
