"""The same search for echoes, spread by Spark: sequences partitioned by hash, pairs by their two documents.

Every worker holds the words of all documents as numbers (21 bytes a word); what it is given and gives back goes
through Arrow. What is found is what one process finds, in the same order.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from readouts.echoes.chains import Matches
from readouts.echoes.find import Found, match, settle
from readouts.echoes.seeds import (
    LEVELS,
    Groups,
    gram_keys,
    group_places,
    number_members,
    pair_places,
    sign,
    starts_of_grams,
)
from readouts.echoes.standing import pair_with_models
from readouts.echoes.values import echoes_of
from readouts.echoes.words import Words, split_words
from readouts.errors import WrongCall
from readouts.model import Document, Echo

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_GROUPED = "place long, number long, standing boolean"
_PAIRED = "first long, second long, both long"
_MATCHED = "start long, end long, other_start long, other_end long, equal long"
_ROWS = 1 << 16


def find_echoes_with_spark(documents: Sequence[Document], master: str | None = None) -> Iterator[Echo]:
    """Yield what `find_echoes` does; documents are in the order of time.

    As many partitions are made as Spark has cores. Raises WrongCall when PySpark or Java is missing.
    """
    words = split_words([document.text for document in documents])
    with _session(master) as session:
        found = _find(session, words)
    yield from echoes_of(words, [document.id for document in documents], found)


@contextmanager
def _session(master: str | None) -> Iterator[SparkSession]:
    try:
        import pyarrow  # type: ignore[import-untyped]  # noqa: F401  (what goes to the workers and back)
        from pyspark.sql import SparkSession
    except ImportError:
        raise WrongCall("The engine spark needs the extra spark: pip install 'readouts[spark]'.") from None
    if not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
        raise WrongCall("The engine spark needs Java 17 or later; none is on the path and JAVA_HOME is not set.")
    # Workers must run the Python that has this package; on other machines whoever set them up says which that is.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("readouts echoes").master(master or "local[*]")
    for name, value in (
        ("spark.ui.enabled", "false"),
        ("spark.ui.showConsoleProgress", "false"),
        ("spark.log.level", "ERROR"),
        # Partitions stay as many as there are cores: what is small here is cheap, what is large is even.
        ("spark.sql.adaptive.enabled", "false"),
    ):
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        session.conf.set("spark.sql.shuffle.partitions", str(session.sparkContext.defaultParallelism))
        yield session
    finally:
        session.stop()


def _find(session: SparkSession, words: Words) -> Found:
    signs = sign(words)
    parts = session.sparkContext.defaultParallelism
    held = session.sparkContext.broadcast((words, signs))
    numbers = session.range(0, parts, 1, parts)

    def group(part: int) -> Iterator[Sequence[NDArray[Any]]]:
        words, _ = held.value
        places = starts_of_grams(words)
        shortest = gram_keys(words, places, LEVELS[0][0])
        # The upper bits choose: the lower ones of a product depend on its last word alone.
        for groups, are_standing in zip(
            group_places(words, places[(shortest >> np.uint64(32)) % np.uint64(parts) == part]),
            (False, True),
            strict=True,
        ):
            number = np.repeat(np.arange(len(groups.sizes)) * parts + part, groups.sizes)
            yield groups.places.astype(np.int64), number, np.full(len(number), are_standing)

    grouped = _collected(_mapped(numbers, group, _GROUPED))
    rare, standing = (_groups(grouped, flag) for flag in (False, True))
    held_groups = session.sparkContext.broadcast((rare, number_members(words, rare)))
    held_uses = session.sparkContext.broadcast(pair_with_models(words, signs, standing))

    def pair(part: int) -> Iterator[Sequence[NDArray[Any]]]:
        (words, signs), (rare, member_of) = held.value, held_groups.value
        own = rare.subset(np.arange(len(rare.sizes)) % parts == part)
        first, second = pair_places(words, signs, own, member_of)
        yield first, second, words.documents[first] * np.int64(words.total) + words.documents[second]

    def make(batches: Iterator[Any]) -> Iterator[Any]:
        words, signs = held.value
        given = [(np.zeros(0, np.int64),) * 2, *((_numbers(one, 0), _numbers(one, 1)) for one in batches)]
        found = match(words, signs, *(np.concatenate(column) for column in zip(*given, strict=True)))
        yield from _batches(_columns(found), _MATCHED)

    def use(part: int) -> Iterator[Sequence[NDArray[Any]]]:
        (words, signs), (models, places) = held.value, held_uses.value
        # All pairs of two documents come together.
        both = words.documents[models] + words.documents[places].astype(np.int64)
        own = both % parts == part
        yield _columns(match(words, signs, models[own], places[own]))

    pairs = _mapped(numbers, pair, _PAIRED).repartition(parts, "both")
    matched = Matches(*_collected(pairs.mapInArrow(make, _MATCHED)))
    return settle(words, matched, Matches(*_collected(_mapped(numbers, use, _MATCHED))))


def _columns(found: Matches) -> Sequence[NDArray[Any]]:
    return found.start, found.end, found.other_start, found.other_end, found.equal


def _numbers(batch: Any, column: int) -> NDArray[np.int64]:
    return np.asarray(batch.column(column))


def _mapped(numbers: DataFrame, make: Callable[[int], Iterator[Sequence[NDArray[Any]]]], schema: str) -> DataFrame:
    """Let each worker make columns for the numbers of the partitions it has."""

    def run(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            for number in batch.column(0).to_pylist():
                for columns in make(number):
                    yield from _batches(columns, schema)

    return numbers.mapInArrow(run, schema)


def _batches(columns: Sequence[NDArray[Any]], schema: str) -> Iterator[Any]:
    import pyarrow

    names = [field.split()[0] for field in schema.split(", ")]
    for start in range(0, len(columns[0]), _ROWS):
        arrays = [pyarrow.array(column[start : start + _ROWS]) for column in columns]
        yield pyarrow.RecordBatch.from_arrays(arrays, names)


def _collected(frame: DataFrame) -> list[NDArray[Any]]:
    table = frame.toArrow()
    return [column.to_numpy() for column in table.columns]


def _groups(grouped: Sequence[NDArray[Any]], are_standing: bool) -> Groups:
    """Put the groups of all partitions together; places of one group come together and in order."""
    places, number, standing = grouped
    chosen = standing == are_standing
    places, number = places[chosen], number[chosen]
    order = np.lexsort((places, number))
    _, sizes = np.unique(number, return_counts=True)
    return Groups(places[order].astype(np.uint32), sizes)
