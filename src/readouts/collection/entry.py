"""What a list of the collection shows of a document, and how lists are narrowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select

from readouts.collection.schema import document, party
from readouts.model import Publisher


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of a release, without its text.

    `number` is the store's own; `id` names the release, `version` counts from 1; `length` is in characters, `added` is
    a moment in ISO 8601, UTC.
    """

    number: int
    id: str
    version: int
    latest: bool
    title: str | None
    published: date | None
    url: str | None
    publisher: Publisher | None
    language: str | None
    content_hash: str
    length: int
    added: str

    @property
    def name(self) -> str:
        """What a user names it by: the id, with the version where it is not the latest."""
        return self.id if self.latest else f"{self.id}@{self.version}"


@dataclass(frozen=True, slots=True)
class Filter:
    """Narrows a list; what is left empty narrows nothing.

    `publisher` is a name, siglum or state in any case. Each of `parties` is a set of names of persons or codes of
    states, one of which must be a party to a contact the document is an account of. Days are of publication, both ends
    included. Only the latest version of a release is listed unless `versions`.
    """

    publisher: str | None = None
    parties: tuple[frozenset[str], ...] = ()
    since: date | None = None
    until: date | None = None
    language: str | None = None
    versions: bool = False

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return the conditions on the table of documents, whatever the version."""
        found: list[ColumnElement[bool]] = []
        if self.publisher:
            said = self.publisher.casefold()
            found.append(or_(*(func.lower(column) == said for column in _NAMES)))
        for names in self.parties:
            is_party = or_(party.c.person.in_(sorted(names)), party.c.state.in_(sorted(names)))
            found.append(document.c.number.in_(select(party.c.document).where(party.c.told, is_party)))
        if self.since:
            found.append(document.c.published >= self.since)
        if self.until:
            found.append(document.c.published <= self.until)
        if self.language:
            found.append(document.c.language == self.language)
        return found


_NAMES = (document.c.publisher, document.c.siglum, document.c.state)
COLUMNS = [column for column in document.c if column.name not in ("release",)]


def select_entries(wanted: Filter) -> Select[Any]:
    """Return the query for the entries that pass the filter, in no order."""
    query = select(*COLUMNS).where(*wanted.conditions())
    return query if wanted.versions else query.where(document.c.latest)


def entry_of(row: Row[*tuple[Any, ...]]) -> Entry:
    """Return the entry of a row that has the columns `COLUMNS`."""
    publisher = Publisher(row.publisher, row.state, row.siglum) if row.publisher is not None else None
    return Entry(
        row.number,
        row.id,
        row.version,
        row.latest,
        row.title,
        row.published,
        row.url,
        publisher,
        row.language,
        row.content_hash,
        row.length,
        row.added,
    )


def entries_of(rows: Iterator[Row[*tuple[Any, ...]]]) -> list[Entry]:
    """Return the entries of rows."""
    return [entry_of(row) for row in rows]
