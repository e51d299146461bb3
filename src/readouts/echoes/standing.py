"""Standing wording: what is used in so many places that it is grouped around one use, not paired all with all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from readouts.echoes.chains import Matches
from readouts.echoes.seeds import AROUND, RETURNING_STANDING, STANDING, Groups, surrounded
from readouts.echoes.words import Hashes, Integers, Words

# A use is not cut to fewer words than this.
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """Uses of one standing wording, in the order of the documents: places, ends exclusive.

    `equal` is how many words each use has in common with the model, the fullest use of those words.
    """

    start: Integers
    end: Integers
    equal: Integers
    model: int

    @property
    def words(self) -> int:
        """How many words the model has."""
        return int(self.end[self.model] - self.start[self.model])

    @property
    def similarity(self) -> float:
        """How much the uses share with the model, as Dice's coefficient, on average."""
        others = np.arange(len(self.start)) != self.model
        lengths = self.words + self.end[others] - self.start[others]
        return float(np.mean(2 * self.equal[others] / lengths))


def pair_with_models(words: Words, signs: Hashes, standing: Groups) -> tuple[Integers, Integers]:
    """Pair each standing sequence with its model: the place where the most standing words surround it.

    Returns the models' places and the others', one a document and a run of words: as many as there are places.
    """
    if not len(standing.places):
        return standing.places, standing.places
    models = np.repeat(_models(standing), standing.sizes)
    documents = words.documents[standing.places]
    # Of a sequence that a document repeats the first counts, so that a text that repeats itself stays linear.
    fresh = np.ones(len(models), np.bool_)
    fresh[1:] = (documents[1:] != documents[:-1]) | (models[1:] != models[:-1])
    fresh &= documents != words.documents[models]
    models, places = models[fresh], standing.places[fresh]
    order = np.argsort(places)
    models, places = models[order], places[order]
    continues = np.zeros(len(models), np.bool_)
    continues[1:] = (places[1:] == places[:-1] + 1) & (models[1:] == models[:-1] + 1)
    models, places = models[~continues], places[~continues]
    after, before = models + STANDING, models - AROUND
    other_after, other_before = places + STANDING, places - AROUND
    likely = surrounded(signs[after], signs[other_after], signs[before], signs[other_before], RETURNING_STANDING)
    return models[likely], places[likely]


def _models(standing: Groups) -> Integers:
    """Return one place a group: the first of those that lie in the longest run of standing places."""
    order = np.argsort(standing.places)
    places = standing.places[order]
    begins = np.flatnonzero(np.concatenate(([True], places[1:] != places[:-1] + 1)))
    sizes = np.diff(np.append(begins, len(places)))
    lengths = np.empty(len(places), np.int64)
    lengths[order] = np.repeat(sizes, sizes)
    longest = np.repeat(np.maximum.reduceat(lengths, standing.begins), standing.sizes)
    candidates = np.where(lengths == longest, standing.places, np.iinfo(np.int64).max)
    return np.minimum.reduceat(candidates, standing.begins)


def group_around_models(words: Words, matches: Matches) -> list[Standing]:
    """Group matches with models (`start`, `end` are the model's) by the words of the model they share.

    The wordings matched most often are groups, unless half of their words belong to one already that is not more than
    twice as long; every match that shares at least half of a group, or half of whose own words do, is a use of it,
    cut to its words.
    """
    order = np.lexsort((matches.end, matches.start))
    matches = matches.subset(order)
    documents = words.documents[matches.start]
    groups = []
    borders = (np.flatnonzero(documents[1:] != documents[:-1]) + 1).tolist()
    for first, last in pairwise([0, *borders, len(documents)]):
        here = matches.subset(np.arange(first, last))
        groups += [_group(here, start, end) for start, end in _wordings(here)]
    return groups


def _wordings(matches: Matches) -> list[tuple[int, int]]:
    """Return which stretches of one document are groups, the most used first."""
    stretches, counts = np.unique(np.stack((matches.start, matches.end)), axis=1, return_counts=True)
    ranked = np.lexsort((stretches[0], stretches[0] - stretches[1], -counts))
    chosen: list[tuple[int, int]] = []
    # A stretch meets only chosen ones that begin within a stretch of its scale: they are kept by scale and place.
    shelves: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    scales: set[int] = set()
    for start, end in stretches[:, ranked].T.tolist():
        met = (
            other
            for scale in scales
            for shelf in range((start >> scale) - 1, (end >> scale) + 1)
            for other in shelves.get((scale, shelf), ())
        )
        if any(_belongs(start, end, *other) for other in met):
            continue
        chosen.append((start, end))
        scale = (end - start).bit_length()
        scales.add(scale)
        shelves[scale, start >> scale].append((start, end))
    return chosen


def _belongs(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Say whether half of a stretch belongs to another that is not more than twice as long."""
    shared = min(end, other_end) - max(start, other_start)
    return 2 * shared >= end - start and 2 * (end - start) >= other_end - other_start


def _group(matches: Matches, start: int, end: int) -> Standing:
    """Gather the uses of one stretch of a model, each cut to it, and the model itself."""
    # Only matches that begin before the stretch ends and reach past its start can share anything with it.
    reached = np.maximum.accumulate(matches.end)
    matches = matches.subset(slice(np.searchsorted(reached, start, "right"), np.searchsorted(matches.start, end)))
    shared = np.minimum(matches.end, end) - np.maximum(matches.start, start)
    uses = matches.subset(2 * shared >= np.minimum(matches.end - matches.start, end - start))
    use_start, use_end = _cut(uses, start, end)
    real = use_end - use_start >= np.minimum(uses.other_end - uses.other_start, _SHORTEST)
    uses, use_start, use_end = uses.subset(real), use_start[real], use_end[real]
    share = (use_end - use_start) / (uses.other_end - uses.other_start)
    equal = np.minimum(np.round(uses.equal * share).astype(np.int64), np.minimum(use_end - use_start, end - start))
    starts = np.append(use_start, start)
    order = np.argsort(starts)
    return Standing(
        starts[order],
        np.append(use_end, end)[order],
        np.append(equal, end - start)[order],
        int(np.flatnonzero(order == len(use_start))[0]),
    )


def _cut(uses: Matches, start: int, end: int) -> tuple[Integers, Integers]:
    """Return the other side of each match as far as it answers to the stretch, counted from the nearer end."""
    head, tail = np.maximum(start - uses.start, 0), np.maximum(uses.end - end, 0)
    far_head = uses.other_end - (uses.end - start)
    far_tail = uses.other_start + (end - uses.start)
    use_start = np.where(2 * head <= uses.end - uses.start, uses.other_start + head, far_head)
    use_end = np.where(2 * tail <= uses.end - uses.start, uses.other_end - tail, far_tail)
    return np.maximum(use_start, uses.other_start), np.minimum(use_end, uses.other_end)
