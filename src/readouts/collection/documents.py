"""Reading what the collection holds: lists, one document, its versions, what was received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from readouts.collection.entry import COLUMNS, Entry, Filter, entries_of, entry_of, select_entries
from readouts.collection.notes import with_notes
from readouts.collection.schema import body, document
from readouts.collection.store import Collection
from readouts.errors import NotInCollection, WrongCall
from readouts.model import Document, Received

_AT_ONCE = 50


def list_entries(collection: Collection, wanted: Filter | None = None, page: slice = slice(0, 100)) -> list[Entry]:
    """Return a page of the documents that pass the filter, the newest first, those without a day last."""
    order = (document.c.published.desc().nulls_last(), document.c.id, document.c.version.desc())
    query = select_entries(wanted or Filter()).order_by(*order).offset(page.start or 0).limit(_size(page))
    with collection.reading() as connection:
        return entries_of(iter(connection.execute(query)))


def count_entries(collection: Collection, wanted: Filter | None = None) -> int:
    """Return how many documents pass the filter."""
    query = select_entries(wanted or Filter()).with_only_columns(func.count(), maintain_column_froms=True)
    with collection.reading() as connection:
        return int(connection.execute(query).scalar_one())


def find_entry(collection: Collection, name: str) -> Entry:
    """Return the document of that name: an id (its latest version), ``ID@VERSION``, or the one start of an id.

    Raises NotInCollection when there is none, WrongCall when several ids start so.
    """
    identifier, mark, version = name.rpartition("@")
    with collection.reading() as connection:
        of = select(*COLUMNS)
        row = connection.execute(of.where(document.c.id == name, document.c.latest)).first()
        if row is None and mark and version.isdecimal():
            numbered = (document.c.id == identifier, document.c.version == int(version[:9]))
            row = connection.execute(of.where(*numbered)).first()
        if row is not None:
            return entry_of(row)
        begins = document.c.id.startswith(name, autoescape=True) if name else document.c.id == name
        found = entries_of(iter(connection.execute(of.where(begins, document.c.latest).limit(4))))
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(entry.id for entry in found[:3])
        raise WrongCall(f"Several documents of the collection begin with {name}: {some} … Write more of the id.")
    raise NotInCollection(f"The collection {collection.where} has no document {name}. See: readouts list")


def versions_of(collection: Collection, entry: Entry) -> list[Entry]:
    """Return all versions of the release, the first first."""
    query = select(*COLUMNS).where(document.c.id == entry.id).order_by(document.c.version)
    with collection.reading() as connection:
        return entries_of(iter(connection.execute(query)))


def list_entries_named(collection: Collection, ids: Iterable[str]) -> list[Entry]:
    """Return the latest versions of the releases of these ids, as far as they are here, in no order."""
    every = sorted(set(ids))
    with collection.reading() as connection:
        return [
            entry_of(row)
            for at in range(0, len(every), 500)
            for row in connection.execute(
                select(*COLUMNS).where(document.c.latest, document.c.id.in_(every[at : at + 500]))
            )
        ]


def document_of(collection: Collection, entry: Entry) -> Document:
    """Return the document as read; its id is the name the collection has for it."""
    [found] = documents_of(collection, [entry])
    return found


def documents_of(collection: Collection, entries: Sequence[Entry]) -> Iterator[Document]:
    """Yield the documents in the order of the entries, a few in memory at a time."""
    for at in range(0, len(entries), _AT_ONCE):
        with collection.reading() as connection:
            some = documents_from(connection, entries[at : at + _AT_ONCE])
        yield from some


def documents_from(connection: Connection, entries: Sequence[Entry]) -> list[Document]:
    """Return the documents of a few entries, in order."""
    query = select(body.c.document, body.c.text, body.c.notes)
    rows = connection.execute(query.where(body.c.document.in_([entry.number for entry in entries])))
    bodies = {row.document: row for row in rows}
    return [_document(entry, bodies[entry.number]) for entry in entries]


def received_of(collection: Collection, entry: Entry) -> Received:
    """Return the document with the bytes it was read from."""
    with collection.reading() as connection:
        row = connection.execute(select(body).where(body.c.document == entry.number)).one()
    return Received(_document(entry, row), row.received, row.media_type)


def _document(entry: Entry, row: Any) -> Document:
    known = Document(
        id=entry.name,
        text=row.text,
        title=entry.title,
        published=entry.published,
        url=entry.url,
        publisher=entry.publisher,
        language=entry.language,
    )
    return with_notes(known, row.notes)


def _size(page: slice) -> int | None:
    return None if page.stop is None else max(0, page.stop - (page.start or 0))
