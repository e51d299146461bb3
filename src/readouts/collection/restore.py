"""Everything of a document, out of the collection and back in: for export and import, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, insert, or_, select, update

from readouts.collection.changed import note_change
from readouts.collection.documents import documents_from
from readouts.collection.entry import COLUMNS, Entry, entry_of
from readouts.collection.findings import Stage, unpacked
from readouts.collection.notes import packed_notes
from readouts.collection.schema import body, document, finding
from readouts.collection.store import Collection
from readouts.collection.take_in import indexed, known_columns
from readouts.collection.told import keep_told
from readouts.model import Received


@dataclass(frozen=True, slots=True)
class Finding:
    """One stage's findings as they are kept: ASCII JSON, and the mark of what made them."""

    stage: Stage
    made_by: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Whole:
    """All that is kept of one version of a release."""

    entry: Entry
    release: str
    received: Received
    findings: tuple[Finding, ...]


class Back(StrEnum):
    """What became of a document that was brought back."""

    RESTORED = "brought back"
    KNOWN = "already there"
    CONFLICT = "another document has its place"


def wholes(collection: Collection, entries: Sequence[Entry]) -> Iterator[Whole]:
    """Yield all that is kept of each document, in the order given, a few in memory at a time."""
    for at in range(0, len(entries), 20):
        some = entries[at : at + 20]
        numbers = [entry.number for entry in some]
        with collection.reading() as connection:
            documents = dict(zip(numbers, documents_from(connection, some), strict=True))
            rows = connection.execute(
                select(body.c.document, body.c.received, body.c.media_type, document.c.release)
                .join(document, document.c.number == body.c.document)
                .where(body.c.document.in_(numbers))
            )
            bodies = {row.document: row for row in rows}
            found: dict[int, list[Finding]] = {number: [] for number in numbers}
            order = (finding.c.document, finding.c.stage)
            for row in connection.execute(select(finding).where(finding.c.document.in_(numbers)).order_by(*order)):
                found[row.document].append(Finding(Stage(row.stage), row.made_by, row.data))
        for entry in some:
            of = bodies[entry.number]
            received = Received(documents[entry.number], of.received, of.media_type)
            yield Whole(entry, of.release, received, tuple(found[entry.number]))


def restore(collection: Collection, batch: Sequence[Whole]) -> list[Back]:
    """Bring documents back under their ids and versions, all or none, and say of each, in order, what became of it.

    One whose place another text has is left out: CONFLICT. The numbers in the entries are not used.
    """
    with collection.writing() as connection:
        last = connection.execute(select(func.max(document.c.number))).scalar() or 0
        outcomes, added = [], []
        for whole in batch:
            outcome = _place(connection, whole)
            if outcome is Back.RESTORED:
                last += 1
                _put(connection, last, whole)
                added.append(last)
            outcomes.append(outcome)
        if added:
            _put_in_order(collection, connection, added)
            note_change(connection)
    return outcomes


def _place(connection: Connection, whole: Whole) -> Back:
    entry = whole.entry
    same = or_(document.c.id == entry.id, document.c.release == whole.release)
    row = connection.execute(select(document).where(same, document.c.version == entry.version)).first()
    if row is None:
        return Back.RESTORED
    return Back.KNOWN if row.id == entry.id and row.content_hash == entry.content_hash else Back.CONFLICT


def _put(connection: Connection, number: int, whole: Whole) -> None:
    entry, received = whole.entry, whole.received
    row = {
        "number": number,
        "id": entry.id,
        "version": entry.version,
        "latest": False,
        "release": whole.release,
        **known_columns(entry),
        "content_hash": received.document.content_hash,
        "length": len(received.document.text),
        "added": entry.added,
    }
    connection.execute(insert(document), row)
    kept = {
        "document": number,
        "text": received.document.text,
        "received": received.raw,
        "media_type": received.media_type,
        "notes": packed_notes(received.document),
    }
    connection.execute(insert(body), kept)
    for found in whole.findings:
        row = {"document": number, "stage": str(found.stage), "made_by": found.made_by, "data": found.data}
        connection.execute(insert(finding), row)
        if found.stage is Stage.CONTACTS:
            keep_told(connection, {number: unpacked(found.stage, found.data)})


def _put_in_order(collection: Collection, connection: Connection, added: Sequence[int]) -> None:
    """Let the highest version of each release brought back be its latest, and be what the index has of it."""
    ids = {row.id for row in connection.execute(select(document.c.id).where(document.c.number.in_(added)))}
    for identifier in ids:
        rows = connection.execute(
            select(*COLUMNS).where(document.c.id == identifier).order_by(document.c.version)
        ).all()
        before = [row.number for row in rows if row.latest]
        newest = entry_of(rows[-1]).number
        if before == [newest]:
            continue
        collection.words.remove(connection, indexed(connection, before))
        connection.execute(update(document).where(document.c.id == identifier).values(latest=False))
        connection.execute(update(document).where(document.c.number == newest).values(latest=True))
        collection.words.add(connection, indexed(connection, [newest]))
