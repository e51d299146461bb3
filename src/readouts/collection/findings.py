"""What the stages found in each document, kept with what made it, so that only what is out of date is made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, delete, exists, insert, or_, select, update

from readouts.collection.documents import document_of, documents_from
from readouts.collection.entry import COLUMNS, Entry, entry_of
from readouts.collection.packing import pack, unpack
from readouts.collection.schema import document, finding
from readouts.collection.store import Collection
from readouts.collection.told import keep_told
from readouts.model import Analysis, Contact, Document, Heading, Mention, Problem, Residue, Statement

_AT_ONCE = 50


class Stage(StrEnum):
    """The stages whose findings are kept, in the order in which one needs the other."""

    RESIDUE = "residue"
    MENTIONS = "mentions"
    STATEMENTS = "statements"
    CONTACTS = "contacts"


_KINDS: dict[Stage, Any] = {
    Stage.RESIDUE: tuple[tuple[Residue, ...], tuple[Heading, ...], tuple[Problem, ...], str | None],
    Stage.MENTIONS: tuple[Mention, ...],
    Stage.STATEMENTS: tuple[Statement, ...],
    Stage.CONTACTS: tuple[Contact, ...],
}

MadeBy = Mapping[Stage, str]
"""For each stage a mark of what makes its findings now: it changes when the stage or a table of it changes."""


@dataclass(frozen=True, slots=True)
class Found:
    """One document's findings of some stages, packed; `contacts` is None when that stage is not among them.

    `language` is that of the text, as told or as detected.
    """

    number: int
    language: str | None
    packed: tuple[tuple[Stage, bytes], ...]
    contacts: tuple[Contact, ...] | None


@dataclass(frozen=True, slots=True)
class Stale:
    """A document some of whose stages' findings are missing or were made by something older."""

    entry: Entry
    stages: tuple[Stage, ...]


def pack_findings(number: int, found: Analysis, stages: Iterable[Stage]) -> Found:
    """Pack the findings of some stages for keeping."""
    values: dict[Stage, Any] = {
        Stage.RESIDUE: (found.residue, found.headings, found.problems, found.document.language),
        Stage.MENTIONS: found.mentions,
        Stage.STATEMENTS: found.statements,
        Stage.CONTACTS: found.contacts,
    }
    wanted = tuple(stages)
    return Found(
        number,
        found.document.language,
        tuple((stage, pack(values[stage], _KINDS[stage])) for stage in wanted),
        found.contacts if Stage.CONTACTS in wanted else None,
    )


def keep_findings(collection: Collection, batch: Sequence[Found], made_by: MadeBy) -> None:
    """Write a batch of findings in the place of older ones, all or none; a language nobody said is filled in."""
    with collection.writing() as connection:
        for found in batch:
            stages = [stage for stage, _ in found.packed]
            connection.execute(delete(finding).where(finding.c.document == found.number, finding.c.stage.in_(stages)))
        rows = [
            {"document": found.number, "stage": str(stage), "made_by": made_by[stage], "data": data}
            for found in batch
            for stage, data in found.packed
        ]
        if rows:
            connection.execute(insert(finding), rows)
        for found in batch:
            unsaid = (document.c.number == found.number, document.c.language.is_(None))
            connection.execute(update(document).where(*unsaid).values(language=found.language))
        keep_told(connection, {found.number: found.contacts for found in batch if found.contacts is not None})


def stale_documents(collection: Collection, made_by: MadeBy, *, missing_only: bool = False) -> list[Stale]:
    """Return the documents to be analysed again and the stages they lack, in the order they were added.

    With `missing_only` those that were never analysed, or not to the end.
    """
    with collection.reading() as connection:
        current = [
            and_(finding.c.stage == str(stage), finding.c.made_by == mark)
            if not missing_only
            else finding.c.stage == str(stage)
            for stage, mark in made_by.items()
        ]
        lacks = or_(*(~exists().where(finding.c.document == document.c.number, one) for one in current))
        rows = connection.execute(select(*COLUMNS).where(lacks).order_by(document.c.number)).all()
        fresh: dict[int, set[str]] = {}
        if rows:
            lacking = select(document.c.number).where(lacks)
            kept = connection.execute(
                select(finding.c.document, finding.c.stage).where(or_(*current), finding.c.document.in_(lacking))
            )
            for number, stage in kept:
                fresh.setdefault(number, set()).add(stage)
    return [
        Stale(entry_of(row), tuple(stage for stage in made_by if str(stage) not in fresh.get(row.number, ())))
        for row in rows
    ]


def analysis_of(collection: Collection, entry: Entry) -> Analysis | None:
    """Return what was found in a document; None when it was never analysed."""
    with collection.reading() as connection:
        rows = connection.execute(select(finding.c.stage, finding.c.data).where(finding.c.document == entry.number))
        kept = {Stage(row.stage): unpacked(Stage(row.stage), row.data) for row in rows}
    if Stage.RESIDUE not in kept:
        return None
    residue, headings, problems, language = kept[Stage.RESIDUE]
    known = document_of(collection, entry)
    return Analysis(
        document=replace(known, language=known.language or language),
        residue=residue,
        headings=headings,
        mentions=kept.get(Stage.MENTIONS, ()),
        statements=kept.get(Stage.STATEMENTS, ()),
        contacts=kept.get(Stage.CONTACTS, ()),
        problems=problems,
    )


def documents_with_residue(collection: Collection, entries: Sequence[Entry]) -> Iterator[Document]:
    """Yield documents in the order of the entries; their residue is what was found, where they were analysed."""
    kept = select(finding.c.document, finding.c.data).where(finding.c.stage == str(Stage.RESIDUE))
    for at in range(0, len(entries), _AT_ONCE):
        some = entries[at : at + _AT_ONCE]
        numbers = [entry.number for entry in some]
        with collection.reading() as connection:
            rows = connection.execute(kept.where(finding.c.document.in_(numbers)))
            residue = {row.document: unpacked(Stage.RESIDUE, row.data)[0] for row in rows}
            documents = documents_from(connection, some)
        for entry, known in zip(some, documents, strict=True):
            yield replace(known, residue=residue.get(entry.number, known.residue))


def call_outdated(collection: Collection) -> None:
    """Call all findings out of date, to have them made again whatever made them; until then they stay."""
    with collection.writing() as connection:
        connection.execute(update(finding).values(made_by=""))


def unpacked(stage: Stage, data: bytes) -> Any:
    """Return a stage's findings; raise ValueError when `data` is none."""
    return unpack(data, _KINDS[stage])
