"""Searching a collection beside SQLite's own bare full-text query on the same file, in the same run.

    python -m benchmarks.collection_search              the real documents of ../shared, put in past the analysis
    python -m benchmarks.collection_search 1000000      so many synthetic ones: 80 words each by Zipf's law

200 queries: words of all frequencies, alone, two together, as a phrase, as a beginning. The bare query asks the index
for the numbers of the likeliest 10 and nothing else; ours gives the documents, snippets and the total too. CPU time,
so that a busy machine disturbs neither: each query is asked twice by both, by turns, and the better time counts.
"""

from __future__ import annotations

import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.collection import real_documents
from benchmarks.material import check_floors, require_shared
from readouts.collection import Collection, Received, count_entries, open_collection, search, take_in
from readouts.collection.fold import words
from readouts.collection.query import Query
from readouts.collection.words_sqlite import match_of
from readouts.model import Document, Publisher

WORDS, VOCABULARY, QUERIES, BATCH, MOST_TIMES = 80, 50_000, 200, 2_000, 3.0
_PUBLISHERS = [Publisher(f"Government of {name}", None, name[:2]) for name in ("Norvia", "Estmark", "Costa Brisa")]
_BARE = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else None
    if count is None:
        require_shared()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "collection.db"
        with open_collection(str(path), create=True) as collection:
            begun = time.perf_counter()
            typed = fill(collection, count) if count else fill_with_real(collection)
            seconds = time.perf_counter() - begun
            held = count_entries(collection)
            print(f"{held:,} documents put in, {held / seconds:,.0f} a second, {path.stat().st_size / 1e6:,.0f} MB")
            ours, bare = measure(collection, path, typed)
    print(f"median of {QUERIES} searches {1000 * ours:.2f} ms, bare FTS5 {1000 * bare:.2f} ms, {ours / bare:.2f} times")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:,.0f} MB")
    section = "collection_search_synthetic" if count else "collection_search"
    check_floors(section, {"bare_over_search": MOST_TIMES * bare / ours})


def fill_with_real(collection: Collection) -> list[str]:
    """Put the real documents in and return queries in their words."""
    every = real_documents(1_000_000)
    for at in range(0, len(every), BATCH):
        take_in(collection, [Received(one) for one in every[at : at + BATCH]])
    random = np.random.default_rng(11)
    found = []
    while len(found) < QUERIES:
        said = words(every[int(random.integers(len(every)))].text)
        if len(said) > 1:
            one, other = (int(at) for at in random.integers(len(said) - 1, size=2))
            found.append(_query(len(found), said[one], said[other], said[one + 1]))
    return found


def _query(number: int, one: str, other: str, after: str) -> str:
    return (one, one, f"{one} {other}", f'"{one} {after}"', f"{one[:4]}*")[number % 5]


def fill(collection: Collection, count: int) -> list[str]:
    """Put synthetic documents in, a batch a transaction, and return queries in their words."""
    texts = synthetic_texts(count)
    first = date(1990, 1, 1)
    for at in range(0, count, BATCH):
        take_in(
            collection,
            [
                Received(
                    Document(
                        f"d{number}",
                        next(texts),
                        f"Release {number}",
                        first + timedelta(days=number % 12_000),
                        f"https://site.example/{number}",
                        _PUBLISHERS[number % 3],
                        "en",
                    )
                )
                for number in range(at, min(at + BATCH, count))
            ],
        )
    random = np.random.default_rng(11)
    ranks = np.exp(random.uniform(np.log(20), np.log(VOCABULARY - 1), (QUERIES, 2))).astype(int).tolist()
    return [_query(number, word(one), word(other), word(other)) for number, (one, other) in enumerate(ranks)]


def synthetic_texts(count: int) -> Iterator[str]:
    """Yield texts whose words are distributed as in a language."""
    random = np.random.default_rng(7)
    weights = 1 / np.arange(1, VOCABULARY + 1)
    bounds = np.cumsum(weights / weights.sum())
    for at in range(0, count, BATCH):
        ids = np.searchsorted(bounds, random.random((min(BATCH, count - at), WORDS)))
        for row in ids.tolist():
            yield " ".join(map(word, row))


def word(number: int) -> str:
    """Return a word by its rank: letters only, so that beginnings of words are shared."""
    letters = []
    for _ in range(5):
        number, at = divmod(number, 20)
        letters.append("bcdfghjklmnprstvwxyz"[at] + "aeiou"[(at + number) % 5])
        if not number:
            break
    return "".join(letters)


def measure(collection: Collection, path: Path, queries: list[str]) -> tuple[float, float]:
    """Return the median seconds of our search and of the bare query, asked by turns."""
    ours, bare = [], []
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        connection.execute("PRAGMA cache_size=-32000")
        for typed in queries:
            match = match_of(Query.of(typed))
            for timed in (bare, ours, ours, bare):
                begun = time.process_time()
                if timed is ours:
                    search(collection, typed)
                else:
                    connection.execute(_BARE, (match,)).fetchall()
                timed.append(time.process_time() - begun)
    return statistics.median(_better(ours)), statistics.median(_better(bare))


def _better(times: list[float]) -> list[float]:
    return [min(times[at : at + 2]) for at in range(0, len(times), 2)]


if __name__ == "__main__":
    main()
