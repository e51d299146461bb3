"""Taking documents in: each text once, and a changed text of the same release as its next version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, func, insert, select, update

from readouts.collection.changed import note_change
from readouts.collection.entry import COLUMNS, Entry, entry_of
from readouts.collection.indexed import Indexed
from readouts.collection.notes import packed_notes
from readouts.collection.schema import body, document, finding
from readouts.collection.store import Collection
from readouts.model import Document, Received


class Outcome(StrEnum):
    """What became of a document that was handed in."""

    NEW = "new"
    VERSION = "new version"
    KNOWN = "already there"
    COMPLETED = "already there, now with more known of it"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one document, and under which name the collection has it."""

    outcome: Outcome
    entry: Entry


def take_in(collection: Collection, batch: Sequence[Received]) -> list[Taken]:
    """Add documents, all of the batch or none, and say of each, in order, what became of it.

    A document is already there when the same text is, and nothing known of the two (address, publisher, day)
    disagrees. A new text at a known address, or of a known publisher and id, is a version of that release.
    """
    with collection.writing() as connection:
        intake = _Intake.begin(connection, batch)
        taken = [intake.take(received) for received in batch]
        intake.finish(collection)
    return taken


def was_taken_in(collection: Collection, url: str, after: date) -> bool:
    """Say whether the collection holds what was at an address, taken in on a later day than `after`."""
    query = select(document.c.number).where(
        document.c.release == _plain_url(url), document.c.added >= (after + timedelta(days=1)).isoformat()
    )
    with collection.reading() as connection:
        return connection.execute(query.limit(1)).first() is not None


def release_of(known: Document) -> str:
    """Return what makes two texts versions of one release: the address, else publisher and id."""
    if known.url:
        return _plain_url(known.url)
    return f"{known.publisher.name if known.publisher else ''}\x1f{known.id}"


def _plain_url(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if not parts.netloc:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"//{parts.netloc.lower()}{parts.path.rstrip('/')}{query}"


@dataclass(slots=True)
class _Intake:
    """What the collection has of a batch's texts, releases and ids, kept true while the batch is taken in."""

    connection: Connection
    next_number: int
    by_hash: dict[str, list[Entry]]
    by_release: dict[str, Entry]
    ids: set[str]
    now: str
    documents: list[dict[str, Any]] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    superseded: list[int] = field(default_factory=list)
    completed: dict[int, Entry] = field(default_factory=dict)
    numbered: dict[str, int] = field(default_factory=dict)
    releases: dict[int, str] = field(default_factory=dict)

    @classmethod
    def begin(cls, connection: Connection, batch: Sequence[Received]) -> _Intake:
        known = [received.document for received in batch]
        by_hash: dict[str, list[Entry]] = {}
        for row in _rows(connection, document.c.content_hash, {one.content_hash for one in known}):
            by_hash.setdefault(row.content_hash, []).append(entry_of(row))
        by_release: dict[str, Entry] = {}
        for row in _rows(connection, document.c.release, {release_of(one) for one in known}):
            if row.latest:
                by_release[row.release] = entry_of(row)
        ids = {row.id for row in _rows(connection, document.c.id, {one.id for one in known})}
        last = connection.execute(select(func.max(document.c.number))).scalar()
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return cls(connection, (last or 0) + 1, by_hash, by_release, ids, now)

    def take(self, received: Received) -> Taken:
        known = received.document
        digest = known.content_hash
        for entry in self.by_hash.get(digest, ()):
            if _agree(entry, known):
                return self._complete(entry, known, digest)
        release = release_of(known)
        before = self.by_release.get(release)
        entry = self._entry(known, digest, before)
        if before is not None:
            self._supersede(before)
        self.by_hash.setdefault(digest, []).append(entry)
        self.by_release[release] = entry
        self.ids.add(entry.id)
        self._note(entry, release, received)
        return Taken(Outcome.NEW if before is None else Outcome.VERSION, entry)

    def _complete(self, entry: Entry, known: Document, digest: str) -> Taken:
        fuller = replace(
            entry,
            title=entry.title or known.title,
            published=entry.published or known.published,
            url=entry.url or known.url,
            publisher=entry.publisher or known.publisher,
            # What the collection has may only have been detected.
            language=known.language or entry.language,
        )
        if fuller == entry:
            return Taken(Outcome.KNOWN, entry)
        self._replace(entry, fuller)
        self.completed[entry.number] = fuller
        release = release_of(known)
        if known.url and entry.url is None and entry.version == 1 and entry.latest and release not in self.by_release:
            self.releases[entry.number] = release
            self.by_release[release] = fuller
        return Taken(Outcome.COMPLETED, fuller)

    def _replace(self, entry: Entry, by: Entry) -> None:
        digest = entry.content_hash
        self.by_hash[digest] = [by if one.number == entry.number else one for one in self.by_hash.get(digest, ())]

    def _entry(self, known: Document, digest: str, before: Entry | None) -> Entry:
        number = self.next_number
        self.next_number += 1
        return Entry(
            number=number,
            id=before.id if before else self._free_id(known.id),
            version=before.version + 1 if before else 1,
            latest=True,
            title=known.title,
            published=known.published,
            url=known.url,
            publisher=known.publisher,
            language=known.language,
            content_hash=digest,
            length=len(known.text),
            added=self.now,
        )

    def _free_id(self, wanted: str) -> str:
        """Return the id, with a number where another release has it."""
        if wanted not in self.ids:
            return wanted
        if wanted not in self.numbered:
            alike = select(document.c.id).where(document.c.id.startswith(f"{wanted}~", autoescape=True))
            self.ids.update(self.connection.execute(alike).scalars())
            self.numbered[wanted] = 2
        number = self.numbered[wanted]
        while f"{wanted}~{number}" in self.ids:
            number += 1
        self.numbered[wanted] = number + 1
        return f"{wanted}~{number}"

    def _supersede(self, before: Entry) -> None:
        self.superseded.append(before.number)
        self._replace(before, replace(before, latest=False))

    def _note(self, entry: Entry, release: str, received: Received) -> None:
        self.documents.append(
            {
                "number": entry.number,
                "id": entry.id,
                "version": entry.version,
                "latest": True,
                "release": release,
                **known_columns(entry),
                "content_hash": entry.content_hash,
                "length": entry.length,
                "added": entry.added,
            }
        )
        self.bodies.append(
            {
                "document": entry.number,
                "text": received.document.text,
                "received": received.raw,
                "media_type": received.media_type,
                "notes": packed_notes(received.document),
            }
        )
        self.added.append(entry.number)

    def finish(self, collection: Collection) -> None:
        """Write what the batch brought; an older document leaves the index as it stood in it."""
        connection = self.connection
        if self.documents:
            connection.execute(insert(document), self.documents)
            connection.execute(insert(body), self.bodies)
        changed = {*self.superseded, *self.completed}
        collection.words.remove(connection, indexed(connection, changed.difference(self.added)))
        for entry in self.completed.values():
            _write_completed(connection, entry, self.releases.get(entry.number))
        if changed:
            note_change(connection)
        for number in self.superseded:
            connection.execute(update(document).where(document.c.number == number).values(latest=False))
        collection.words.add(connection, indexed(connection, {*self.added, *self.completed}))


def indexed(connection: Connection, numbers: Iterable[int]) -> list[Indexed]:
    """Return those of the documents that are the latest of their release, as they stand in the index."""
    rows = connection.execute(
        select(document.c.number, document.c.title, body.c.text)
        .join(body, body.c.document == document.c.number)
        .where(document.c.number.in_(sorted(numbers)), document.c.latest)
    )
    return [Indexed(row.number, row.title or "", row.text) for row in rows]


def _rows(connection: Connection, column: Any, values: set[str]) -> list[Any]:
    """Return the rows whose column has one of the values; there may be more values than one query takes."""
    every, step = sorted(values), 500
    query = select(*COLUMNS, document.c.release)
    return [
        row
        for at in range(0, len(every), step)
        for row in connection.execute(query.where(column.in_(every[at : at + step])))
    ]


def _agree(entry: Entry, known: Document) -> bool:
    """Say whether nothing known of the two disagrees."""
    url = entry.url is None or known.url is None or _plain_url(entry.url) == _plain_url(known.url)
    publisher = None in (entry.publisher, known.publisher) or _name(entry) == _name(known)
    return url and publisher and (None in (entry.published, known.published) or entry.published == known.published)


def _name(one: Entry | Document) -> str | None:
    return one.publisher.name if one.publisher else None


def known_columns(entry: Entry) -> dict[str, Any]:
    """Return what is known of a document, as columns."""
    publisher = entry.publisher
    return {
        "title": entry.title,
        "published": entry.published,
        "url": entry.url,
        "publisher": publisher.name if publisher else None,
        "state": publisher.state if publisher else None,
        "siglum": publisher.siglum if publisher else None,
        "language": entry.language,
    }


def _write_completed(connection: Connection, entry: Entry, release: str | None) -> None:
    """Keep what is now known of a document, and let it be analysed again in that light."""
    known = known_columns(entry) | ({"release": release} if release else {})
    connection.execute(update(document).where(document.c.number == entry.number).values(known))
    connection.execute(finding.delete().where(finding.c.document == entry.number))
