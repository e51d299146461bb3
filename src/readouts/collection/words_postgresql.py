"""Full text in PostgreSQL: vectors made from the same folded words, in parts its limits allow.

A vector keeps 256 places of a word and no place beyond 16,383, so that a phrase late in a long text would be lost:
a text is indexed in overlapping parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, column, func, literal, not_, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from readouts.collection.fold import words
from readouts.collection.indexed import Indexed
from readouts.collection.query import Query, Term
from readouts.collection.schema import document

_INDEX = table("words", column("document"), column("part"), column("vector"))
_ADD = text("INSERT INTO words (document, part, vector) VALUES (:number, :part, CAST(:vector AS tsvector))")
_PART, _OVERLAP = 3000, 50


class PostgresqlWords:
    """See `WordIndex`."""

    def add(self, connection: Connection, documents: Sequence[Indexed]) -> None:
        """Put documents into the index."""
        rows = [
            {"number": one.number, "part": part, "vector": vector}
            for one in documents
            for part, vector in enumerate(_vectors(one))
        ]
        if rows:
            connection.execute(_ADD, rows)

    def remove(self, connection: Connection, documents: Sequence[Indexed]) -> None:
        """Take documents out of the index."""
        if documents:
            connection.execute(
                text("DELETE FROM words WHERE document = :number"), [{"number": one.number} for one in documents]
            )

    def find(
        self, connection: Connection, query: Query, conditions: Sequence[ColumnElement[bool]], page: slice, newest: bool
    ) -> list[int]:
        """Return a page of the answer."""
        anywhere = _tsquery(" | ".join(map(_term, query.wanted)))
        rank = func.sum(func.ts_rank(_INDEX.c.vector, anywhere))
        wanted: Select[Any] = (
            select(document.c.number)
            .join(_INDEX, _INDEX.c.document == document.c.number)
            .where(_INDEX.c.vector.op("@@")(anywhere), *_all_of(query), *conditions)
            .group_by(document.c.number, document.c.published)
        )
        order = (
            (document.c.published.desc().nulls_last(), document.c.number)
            if newest
            else (rank.desc(), document.c.number)
        )
        wanted = wanted.order_by(*order).offset(page.start).limit(page.stop - page.start)
        return list(connection.execute(wanted).scalars())

    def count(self, connection: Connection, query: Query, conditions: Sequence[ColumnElement[bool]]) -> int:
        """Return how many documents answer."""
        wanted = select(func.count()).select_from(document).where(*_all_of(query), *conditions)
        return int(connection.execute(wanted).scalar_one())

    def clear(self, connection: Connection) -> None:
        """Empty the index."""
        connection.execute(text("DELETE FROM words"))


def _all_of(query: Query) -> Iterator[ColumnElement[bool]]:
    """Yield a condition a term: its words stand in some part of the document, or in none."""
    for term in query.wanted:
        yield document.c.number.in_(_holding(term))
    for term in query.unwanted:
        yield not_(document.c.number.in_(_holding(term)))


def _holding(term: Term) -> Select[Any]:
    return select(_INDEX.c.document).where(and_(_INDEX.c.vector.op("@@")(_tsquery(_term(term)))))


def _tsquery(written: str) -> ColumnElement[Any]:
    return literal(written).cast(TSQUERY)


def _term(term: Term) -> str:
    quoted = [f"'{word}'" for word in term.words]
    return "(" + " <-> ".join(quoted) + (":*" if term.prefix else "") + ")"


def _vectors(one: Indexed) -> Iterator[str]:
    """Yield each part's words with their places; words of the title have weight A and come first."""
    title, text_words = words(one.title), words(one.text)
    for start in range(0, max(1, len(text_words)), _PART - _OVERLAP):
        places: dict[str, list[str]] = {}
        if start == 0:
            for at, word in enumerate(title[:_PART], 1):
                places.setdefault(word, []).append(f"{at}A")
        # A gap, so that no phrase runs from the title into the text.
        first = min(len(title), _PART) + 10
        for at, word in enumerate(text_words[start : start + _PART], first):
            places.setdefault(word, []).append(str(at))
        yield " ".join(f"'{word}':{','.join(at[:255])}" for word, at in places.items())
