"""What a person corrected: kept apart from what was derived, in the order it was said, never overwritten.

A correction says what `kind` of thing it is about (``contact``, ``row``, ``name``, ``residue``), which `action`, on
which `target`, and a `value` of plain JSON. The target names a document by its id, so that it holds through a rebuild,
an export and an import. Undoing keeps the correction and says when it was undone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from readouts.collection.changed import note_change
from readouts.collection.schema import correction
from readouts.collection.store import Collection
from readouts.errors import NotInCollection


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; `made` and `undone` are moments in ISO 8601, UTC, `undone` None while it holds."""

    number: int
    made: str
    kind: str
    action: str
    target: str
    value: Any
    note: str = ""
    undone: str | None = None


def correct(collection: Collection, kind: str, action: str, target: str, value: Any, note: str = "") -> Correction:
    """Keep a correction and return it; `value` is plain JSON."""
    made = _now()
    with collection.writing() as connection:
        number = _insert(connection, made, kind, action, target, value, note, None)
        note_change(connection)
    return Correction(number, made, kind, action, target, value, note)


def corrections(
    collection: Collection, kind: str | None = None, target: str | None = None, *, undone: bool = False
) -> list[Correction]:
    """Return the corrections in the order they were made, the undone ones only with `undone`."""
    wanted = select(correction).order_by(correction.c.number)
    if kind is not None:
        wanted = wanted.where(correction.c.kind == kind)
    if target is not None:
        wanted = wanted.where(correction.c.target == target)
    if not undone:
        wanted = wanted.where(correction.c.undone.is_(None))
    with collection.reading() as connection:
        return [_correction(row) for row in connection.execute(wanted)]


def undo(collection: Collection, number: int) -> Correction:
    """Undo one correction and return it as it is now; raise NotInCollection when no such correction holds."""
    holds = (correction.c.number == number, correction.c.undone.is_(None))
    with collection.writing() as connection:
        connection.execute(update(correction).where(*holds).values(undone=_now()))
        row = connection.execute(select(correction).where(correction.c.number == number)).first()
        note_change(connection)
    if row is None:
        raise NotInCollection(f"There is no correction {number}. See: readouts correct list")
    return _correction(row)


def bring_back(collection: Collection, found: Correction) -> bool:
    """Keep a correction that was exported, with its own moments; False when it is here already."""
    same = (
        correction.c.made == found.made,
        correction.c.kind == found.kind,
        correction.c.action == found.action,
        correction.c.target == found.target,
    )
    with collection.writing() as connection:
        for row in connection.execute(select(correction).where(*same)):
            if _correction(row).value == found.value:
                if found.undone and not row.undone:
                    this = correction.c.number == row.number
                    connection.execute(update(correction).where(this).values(undone=found.undone))
                return False
        said = (found.kind, found.action, found.target, found.value, found.note)
        _insert(connection, found.made, *said, found.undone)
        note_change(connection)
    return True


def _insert(
    connection: Connection, made: str, kind: str, action: str, target: str, value: Any, note: str, undone: str | None
) -> int:
    row = {
        "made": made,
        "kind": kind,
        "action": action,
        "target": target,
        "value": json.dumps(value).encode("ascii"),
        "note": note,
        "undone": undone,
    }
    return int(connection.execute(insert(correction).returning(correction.c.number), row).scalar_one())


def _correction(row: Row[*tuple[Any, ...]]) -> Correction:
    value = json.loads(row.value)
    return Correction(row.number, row.made, row.kind, row.action, row.target, value, row.note, row.undone)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
