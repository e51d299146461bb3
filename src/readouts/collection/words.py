"""The full-text index, in the way of each database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import ColumnElement, Connection

from readouts.collection.indexed import Indexed
from readouts.collection.query import Query


class WordIndex(Protocol):
    """Only the latest version of a release is in the index."""

    def add(self, connection: Connection, documents: Sequence[Indexed]) -> None:
        """Put documents into the index that are not in it."""

    def remove(self, connection: Connection, documents: Sequence[Indexed]) -> None:
        """Take documents out, given as they went in."""

    def find(
        self, connection: Connection, query: Query, conditions: Sequence[ColumnElement[bool]], page: slice, newest: bool
    ) -> list[int]:
        """Return the numbers of the documents on a page of the answer, the likeliest (or newest) first.

        `conditions` are on the table `document`.
        """

    def count(self, connection: Connection, query: Query, conditions: Sequence[ColumnElement[bool]]) -> int:
        """Return how many documents answer."""

    def clear(self, connection: Connection) -> None:
        """Empty the index, to fill it again."""


def word_index(dialect: str) -> WordIndex:
    """Return the index of a database."""
    if dialect == "postgresql":
        from readouts.collection.words_postgresql import PostgresqlWords

        return PostgresqlWords()
    from readouts.collection.words_sqlite import SqliteWords

    return SqliteWords()
