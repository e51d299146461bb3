"""Add documents to a collection, and analyse what of it is not analysed, or no longer as it would be now.

Taking in and analysing are two steps: a document is safe as soon as it is in, whatever happens later, and what lacks
its analysis is found again by asking the collection. So the work may be stopped at any moment and gone on with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from readouts.collection import (
    Collection,
    Found,
    MadeBy,
    Received,
    Stage,
    Stale,
    Taken,
    documents_of,
    keep_findings,
    pack_findings,
    stale_documents,
    take_in,
)
from readouts.ingest import Unread
from readouts.model import Analysis, Document
from readouts.workflows.batch import Depth, analyse_all
from readouts.workflows.made_by import made_by

_TAKEN_AT_ONCE = 200
_CHARACTERS_AT_ONCE = 2_000_000
_KEPT_AT_ONCE = 16

Analyser = Callable[[Iterator[Document], Depth], Iterator[Analysis | Unread]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the analysis is, in characters of text and in documents."""

    done: int
    total: int
    documents: int
    of_documents: int


def add(collection: Collection, items: Iterable[Received | Unread]) -> Iterator[Taken | Unread]:
    """Take documents in, a batch a transaction, and yield what became of each, in order."""
    for batch in _batches(items):
        received = [one for one in batch if not isinstance(one, Unread)]
        taken = iter(take_in(collection, received) if received else [])
        for one in batch:
            yield one if isinstance(one, Unread) else next(taken)


def rebuild(
    collection: Collection,
    actors_file: str | None = None,
    *,
    missing_only: bool = False,
    analyse: Analyser | None = None,
    marks: MadeBy | None = None,
) -> Iterator[Progress | Unread]:
    """Analyse the documents that lack findings or whose findings are out of date, and keep what is found.

    Yields how far it is after each batch that was kept, first with nothing done, and each document that could not be
    analysed: it is tried again the next time. With `missing_only` findings that are
    merely out of date stay. `analyse` and `marks` are for another analysis than this release's own.
    """
    current = marks if marks is not None else made_by(actors_file)
    run = analyse or (lambda documents, depth: analyse_all(documents, actors_file, depth))
    stale = stale_documents(collection, current, missing_only=missing_only)
    total = sum(one.entry.length for one in stale)
    done = finished = 0
    yield Progress(0, total, 0, len(stale))
    for depth, group in groupby(sorted(stale, key=_depth), key=_depth):
        some = list(group)
        for batch in _analysed(collection, some, depth, run):
            keep_findings(collection, [found for _, found in batch if not isinstance(found, Unread)], current)
            yield from (found for _, found in batch if isinstance(found, Unread))
            done += sum(one.entry.length for one, _ in batch)
            finished += len(batch)
            yield Progress(done, total, finished, len(stale))


def _batches(items: Iterable[Received | Unread]) -> Iterator[list[Received | Unread]]:
    batch: list[Received | Unread] = []
    held = 0
    for item in items:
        batch.append(item)
        held += _length(item)
        if len(batch) >= _TAKEN_AT_ONCE or held >= _CHARACTERS_AT_ONCE:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _length(item: Received | Unread) -> int:
    return 0 if isinstance(item, Unread) else len(item.document.text) + len(item.raw or b"")


def _analysed(
    collection: Collection, stale: Sequence[Stale], depth: Depth, run: Analyser
) -> Iterator[list[tuple[Stale, Found | Unread]]]:
    """Yield batches of findings; the analyses come in the order of the documents handed over."""
    entries = [one.entry for one in stale]
    pairs = zip(stale, run(documents_of(collection, entries), depth), strict=True)
    while batch := list(islice(pairs, _KEPT_AT_ONCE)):
        yield [(one, _packed(one, found, depth)) for one, found in batch]


def _packed(one: Stale, found: Analysis | Unread, depth: Depth) -> Found | Unread:
    if isinstance(found, Unread):
        return found
    return pack_findings(one.entry.number, found, _STAGES[depth])


_STAGES = {
    Depth.RESIDUE: (Stage.RESIDUE,),
    Depth.MENTIONS: (Stage.RESIDUE, Stage.MENTIONS),
    Depth.STATEMENTS: (Stage.RESIDUE, Stage.MENTIONS, Stage.STATEMENTS),
    Depth.CONTACTS: (Stage.RESIDUE, Stage.MENTIONS, Stage.CONTACTS),
    Depth.EVERYTHING: tuple(Stage),
}


def _depth(one: Stale) -> Depth:
    """Return how far a document's analysis has to go for what it lacks."""
    lacks = set(one.stages)
    if {Stage.STATEMENTS, Stage.CONTACTS} <= lacks:
        return Depth.EVERYTHING
    for stage, depth in ((Stage.CONTACTS, Depth.CONTACTS), (Stage.STATEMENTS, Depth.STATEMENTS)):
        if stage in lacks:
            return depth
    return Depth.MENTIONS if Stage.MENTIONS in lacks else Depth.RESIDUE
