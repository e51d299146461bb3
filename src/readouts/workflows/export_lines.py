"""Export as JSON Lines: every document in every version, what was received, findings, corrections, votes.

A line an object, told apart by `record`. A document's line has the keys of a `.jsonl` file of documents too, so that
any command reads the export as it is. `contact` lines, the register, are for the reader: importing makes them again.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator

from readouts.collection import (
    Collection,
    Filter,
    Whole,
    corrections,
    list_entries,
    notes_json,
    table_of_votes,
    wholes,
)
from readouts.workflows import collection_json
from readouts.workflows.contract import Json
from readouts.workflows.register import register

FORMAT = 1
EVERYTHING = slice(0, None)


def export_lines(collection: Collection) -> Iterator[Json]:
    """Yield the lines of an export of the whole collection."""
    yield {"record": "collection", "format": FORMAT}
    entries = sorted(list_entries(collection, Filter(versions=True), EVERYTHING), key=lambda entry: entry.number)
    for whole in wholes(collection, entries):
        yield _document(whole)
    for one in corrections(collection, undone=True):
        yield {"record": "correction", **collection_json.correction(one)}
    for contact in register(collection):
        yield {"record": "contact", **collection_json.contact(contact)}
    yield from _votes(collection)


def _document(whole: Whole) -> Json:
    entry, received = whole.entry, whole.received
    return {
        "record": "document",
        "id": entry.id,
        "version": entry.version,
        "release": whole.release,
        "title": entry.title,
        "date": entry.published.isoformat() if entry.published else None,
        "url": entry.url,
        "publisher": entry.publisher.name if entry.publisher else None,
        "state": entry.publisher.state if entry.publisher else None,
        "siglum": entry.publisher.siglum if entry.publisher else None,
        "lang": entry.language,
        "added": entry.added,
        "text": received.document.text,
        "media_type": received.media_type,
        "received": b64encode(received.raw).decode("ascii") if received.raw is not None else None,
        "notes": notes_json(received.document),
        "findings": {
            str(found.stage): {"made_by": found.made_by, "found": json.loads(found.data)} for found in whole.findings
        },
    }


def _votes(collection: Collection) -> Iterator[Json]:
    """Yield the countries of an imported table of votes, then each roll call with its votes."""
    voters, roll_calls = table_of_votes(collection)
    if voters:
        yield {"record": "voters", "voters": voters}
    for call, votes in roll_calls:
        yield {
            "record": "roll call",
            "number": call.number,
            "day": call.day.isoformat(),
            "session": call.session,
            "important": call.important,
            "resolution": call.resolution,
            "title": call.title,
            "votes": votes,
        }
