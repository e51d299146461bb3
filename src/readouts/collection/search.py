"""Search: the documents that hold the words, the likeliest first, each with the hits in their context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from readouts.collection.entry import COLUMNS, Entry, Filter, entry_of
from readouts.collection.query import Query
from readouts.collection.schema import body, document
from readouts.collection.snippet import snippet
from readouts.collection.store import Collection
from readouts.model import Anchor, Span

# Made once: making a statement takes longer than a search for a rare word.
_FOUND = (
    select(*COLUMNS, body.c.text)
    .join(body, body.c.document == document.c.number)
    .where(document.c.number.in_(bindparam("numbers", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found. `passage` quotes its text; `hits` are offsets of the text and lie in the passage.

    Without hits the title holds the words and the passage is the beginning.
    """

    entry: Entry
    passage: Anchor
    hits: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of hits, and how many documents answer in all."""

    total: int
    hits: tuple[Hit, ...]


def search(
    collection: Collection,
    typed: str,
    wanted: Filter | None = None,
    page: slice = slice(0, 10),
    *,
    newest: bool = False,
    width: int = 200,
) -> Answer:
    """Search the latest versions for words, a "phrase", the start of a word*, without -this.

    Case and accents do not matter. The likeliest come first, or with `newest` the newest; `width` is that of a
    passage in characters. Raises WrongCall when nothing in `typed` can be searched for.
    """
    query = Query.of(typed)
    conditions = (wanted or Filter()).conditions()
    with collection.reading() as connection:
        numbers = collection.words.find(connection, query, conditions, page, newest)
        # A page that is not full is the last: what is before it and on it is all there is.
        full = len(numbers) == page.stop - page.start or (not numbers and page.start > 0)
        total = collection.words.count(connection, query, conditions) if full else page.start + len(numbers)
        rows = connection.execute(_FOUND, {"numbers": numbers})
        found = {row.number: (entry_of(row), row.text) for row in rows}
    return Answer(total, _hits(numbers, found, query, width))


def _hits(numbers: Sequence[int], found: dict[int, tuple[Entry, str]], query: Query, width: int) -> tuple[Hit, ...]:
    hits = []
    for number in numbers:
        entry, text = found[number]
        shown = snippet(text, query, width)
        hits.append(Hit(entry, Anchor.at(shown.passage, text), shown.hits))
    return tuple(hits)
