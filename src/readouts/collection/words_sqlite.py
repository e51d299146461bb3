"""Full text in SQLite: an FTS5 table without its own copy of the text; a row id is a document's number.

What is handed over is folded already: the separators of ASCII are enough. A word of the title counts five times.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, func, select, table, text

from readouts.collection.fold import words
from readouts.collection.indexed import Indexed
from readouts.collection.query import Query, Term
from readouts.collection.schema import document

_INDEX = table("words", column("rowid"), column("rank"))
_MATCH = text("words MATCH :match")
_LIKELIEST = text("SELECT rowid FROM words WHERE words MATCH :match ORDER BY rank LIMIT :most OFFSET :first")
_COUNT = text("SELECT count(*) FROM words WHERE words MATCH :match")
_ADD = text("INSERT INTO words(rowid, title, text) VALUES (:number, :title, :text)")
_REMOVE = text("INSERT INTO words(words, rowid, title, text) VALUES ('delete', :number, :title, :text)")


class SqliteWords:
    """See `WordIndex`."""

    def add(self, connection: Connection, documents: Sequence[Indexed]) -> None:
        """Put documents into the index."""
        if documents:
            connection.execute(_ADD, [_row(one) for one in documents])

    def remove(self, connection: Connection, documents: Sequence[Indexed]) -> None:
        """Take documents out of the index."""
        if documents:
            connection.execute(_REMOVE, [_row(one) for one in documents])

    def find(
        self, connection: Connection, query: Query, conditions: Sequence[ColumnElement[bool]], page: slice, newest: bool
    ) -> list[int]:
        """Return a page of the answer."""
        known = {"match": match_of(query), "first": page.start, "most": page.stop - page.start}
        if not conditions and not newest:
            return list(connection.execute(_LIKELIEST, known).scalars())
        order = (document.c.published.desc(), document.c.number) if newest else (_INDEX.c.rank,)
        wanted: Select[Any] = (
            select(_INDEX.c.rowid)
            .join(document, document.c.number == _INDEX.c.rowid)
            .where(_MATCH, *conditions)
            .order_by(*order)
            .offset(page.start)
            .limit(page.stop - page.start)
        )
        return list(connection.execute(wanted, {"match": known["match"]}).scalars())

    def count(self, connection: Connection, query: Query, conditions: Sequence[ColumnElement[bool]]) -> int:
        """Return how many documents answer."""
        match = {"match": match_of(query)}
        if not conditions:
            return int(connection.execute(_COUNT, match).scalar_one())
        wanted: Select[Any] = select(func.count()).select_from(_INDEX).where(_MATCH)
        wanted = wanted.join(document, document.c.number == _INDEX.c.rowid).where(*conditions)
        return int(connection.execute(wanted, match).scalar_one())

    def clear(self, connection: Connection) -> None:
        """Empty the index."""
        connection.execute(text("INSERT INTO words(words) VALUES ('delete-all')"))


def _row(one: Indexed) -> dict[str, Any]:
    return {"number": one.number, "title": " ".join(words(one.title)), "text": " ".join(words(one.text))}


def match_of(query: Query) -> str:
    """Return a query in the words of FTS5."""
    wanted = " AND ".join(map(_term, query.wanted))
    unwanted = " OR ".join(map(_term, query.unwanted))
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _term(term: Term) -> str:
    # Folded words are letters and digits only: nothing in them can leave the quotation marks.
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")
