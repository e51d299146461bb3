"""Standing wording: what is used in so many places that it is grouped around one use, not paired all with all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from readouts.echoes.chains import Matches
from readouts.echoes.seeds import AROUND, RETURNING_STANDING, STANDING, Groups, Places, surrounded
from readouts.echoes.words import Fractions, Hashes, Integers, Words

# A use is not cut to fewer words than this.
_SHORTEST = 8
# Uses looked at in one go.
_BLOCK = 1 << 17
# Bits of a length in a number that holds a place above it.
_LENGTH = np.int64(32)
# Bits of a shelf in a number that holds its scale above it.
_SHELF = 40


@dataclass(frozen=True, slots=True)
class Standing:
    """Standing wordings, group after group, and their uses in the order of the documents: places, ends exclusive.

    `begins` has where each group begins and, one more, where the last ends; `models` which use of each is its
    model, the fullest use of those words. `equal` is how many words each use has in common with it.
    """

    start: Integers
    end: Integers
    equal: Integers
    begins: Integers
    models: Integers

    def __len__(self) -> int:
        """How many groups there are."""
        return len(self.models)

    @property
    def group(self) -> Integers:
        """The number of each use's group."""
        return np.repeat(np.arange(len(self)), np.diff(self.begins))

    @property
    def similarity(self) -> Fractions:
        """How much the uses of each group share with the model, as Dice's coefficient, on average."""
        if not len(self):
            return np.zeros(0)
        lengths = self.end - self.start
        shares = 2 * self.equal / (lengths + lengths[self.models][self.group])
        shares[self.models] = 0
        means: Fractions = np.add.reduceat(shares, self.begins[:-1]) / np.maximum(np.diff(self.begins) - 1, 1)
        return means


def pair_with_models(words: Words, signs: Hashes, standing: Groups) -> tuple[Integers, Integers]:
    """Pair each standing sequence with its model: the place where the most standing words surround it.

    Returns the models' places and the others', one a document and a run of words: as many as there are places.
    """
    order = _by_place(standing.places)
    model_of = np.repeat(_models(standing, order), standing.sizes)
    documents = words.documents.take(standing.places)
    # Of a sequence that a document repeats the first counts, so that a text that repeats itself stays linear.
    fresh = np.ones(len(model_of), np.bool_)
    fresh[1:] = (documents[1:] != documents[:-1]) | (model_of[1:] != model_of[:-1])
    fresh &= documents != words.documents.take(model_of)
    order = order[fresh[order]]
    models, places = model_of[order].astype(np.int64), standing.places[order].astype(np.int64)
    continues = np.zeros(len(models), np.bool_)
    continues[1:] = (places[1:] == places[:-1] + 1) & (models[1:] == models[:-1] + 1)
    models, places = models[~continues], places[~continues]
    after, before = models + STANDING, models - AROUND
    other_after, other_before = places + STANDING, places - AROUND
    likely = surrounded(signs[after], signs[other_after], signs[before], signs[other_before], RETURNING_STANDING)
    return models[likely], places[likely]


def _by_place(places: Places) -> Integers:
    """Return the order of places; a number holds the place above and its position below, so that it is sorted fast."""
    keys = (places.astype(np.uint64) << np.uint64(32)) | np.arange(len(places), dtype=np.uint64)
    keys.sort()
    return keys.astype(np.uint32).astype(np.int64)


def _models(standing: Groups, order: Integers) -> Places:
    """Return one place a group: the first of those that lie in the longest run of standing places."""
    if not len(order):
        return standing.places
    places = standing.places[order]
    begins = np.flatnonzero(np.concatenate(([True], places[1:] != places[:-1] + 1)))
    sizes = np.diff(np.append(begins, len(places)))
    lengths = np.empty(len(places), np.int64)
    lengths[order] = np.repeat(sizes, sizes)
    longest = np.repeat(np.maximum.reduceat(lengths, standing.begins), standing.sizes)
    candidates = np.where(lengths == longest, standing.places, np.iinfo(np.uint32).max)
    return np.minimum.reduceat(candidates, standing.begins)


def group_around_models(matches: Matches) -> Standing:
    """Group matches with models (`start`, `end` are the model's) by the words of the model they share.

    The wordings matched most often are groups, unless half of their words belong to one already that is not more than
    twice as long; every match that shares at least half of a group, or half of whose own words do, is a use of it,
    cut to its words. What is less than half as long is none: it is wording of its own.
    """
    start, end = _wordings(matches)
    models = np.arange(len(start))
    parts = [(models, start, end, end - start), *_uses(matches, start, end)]
    group, use_start, use_end, equal = (np.concatenate(column) for column in zip(*parts, strict=True))
    # By all there is, so that the order is the same however matches were spread.
    order = np.lexsort((equal, use_end, use_start, group))
    return Standing(
        use_start[order],
        use_end[order],
        equal[order],
        np.searchsorted(group[order], np.arange(len(start) + 1)),
        np.flatnonzero(order < len(start)),
    )


def _uses(matches: Matches, start: Integers, end: Integers) -> Iterator[tuple[Integers, Integers, Integers, Integers]]:
    """Yield the uses of the stretches of models: the stretch, start and end of the use, and its equal words."""
    lengths = matches.end - matches.start
    # Matches of one length or up to twice that: those that reach into a stretch lie next to one another.
    for scale in range(1, int(lengths.max(initial=0)).bit_length() + 1):
        alike = matches.subset((lengths >> (scale - 1)) == 1)
        alike = alike.subset(np.argsort(alike.start, kind="stable"))
        first = np.searchsorted(alike.start, start - (1 << scale))
        counts = np.searchsorted(alike.start, end) - first
        totals = np.cumsum(counts)
        borders = np.searchsorted(totals, np.arange(0, totals[-1] if len(totals) else 0, _BLOCK), "right")
        for low, high in pairwise([*np.unique(borders).tolist(), len(start)]):
            stretch = np.repeat(np.arange(low, high), counts[low:high])
            skipped = first[low:high] - (totals - counts)[low:high] + (totals - counts)[low : low + 1]
            match = np.arange(len(stretch)) + np.repeat(skipped, counts[low:high])
            yield _cut(alike.subset(match), stretch, start[stretch], end[stretch])


def _cut(
    uses: Matches, stretch: Integers, start: Integers, end: Integers
) -> tuple[Integers, Integers, Integers, Integers]:
    """Return which matches are uses of stretches, and their other sides as far as they answer to these.

    How far that is is counted from the nearer end.
    """
    shared = np.minimum(uses.end, end) - np.maximum(uses.start, start)
    own = uses.end - uses.start
    near = (2 * shared >= np.minimum(own, end - start)) & (2 * own >= end - start)
    uses, stretch, start, end = uses.subset(near), stretch[near], start[near], end[near]
    head, tail = np.maximum(start - uses.start, 0), np.maximum(uses.end - end, 0)
    far_head = uses.other_end - (uses.end - start)
    far_tail = uses.other_start + (end - uses.start)
    use_start = np.where(2 * head <= uses.end - uses.start, uses.other_start + head, far_head)
    use_end = np.where(2 * tail <= uses.end - uses.start, uses.other_end - tail, far_tail)
    use_start, use_end = np.maximum(use_start, uses.other_start), np.minimum(use_end, uses.other_end)
    length = uses.other_end - uses.other_start
    real = use_end - use_start >= np.minimum(length, _SHORTEST)
    equal = np.round(uses.equal * ((use_end - use_start) / length)).astype(np.int64)
    equal = np.minimum(equal, np.minimum(use_end - use_start, end - start))
    return stretch[real], use_start[real], use_end[real], equal[real]


def _wordings(matches: Matches) -> tuple[Integers, Integers]:
    """Return which stretches of models are groups, in their order."""
    stretches, counts = np.unique(matches.start << _LENGTH | (matches.end - matches.start), return_counts=True)
    starts, lengths = stretches >> _LENGTH, stretches & ((1 << _LENGTH) - 1)
    ranked = np.lexsort((starts, -lengths, -counts))
    starts, ends = starts[ranked], (starts + lengths)[ranked]
    scales = np.frexp(lengths[ranked])[1].astype(np.int64)
    rows = zip(starts.tolist(), ends.tolist(), scales.tolist(), *_shelves(starts + ends >> 1, scales), strict=True)
    chosen: list[tuple[int, int]] = []
    # What half of a stretch belongs to holds its middle, and has about its length: chosen ones stand on the shelves,
    # half as wide as they are long at most, that they reach over, by the length.
    shelves: dict[int, list[tuple[int, int]]] = {}
    for start, end, scale, *near in rows:
        others = [other for shelf in near if shelf in shelves for other in shelves[shelf]]
        if not others or not any(_belongs(start, end, *other) for other in others):
            chosen.append((start, end))
            width = max(0, scale - 1)
            for shelf in range(start >> width, (end >> width) + 1):
                shelves.setdefault(scale << _SHELF | shelf, []).append((start, end))
    start, end = np.array(sorted(chosen), np.int64).reshape(-1, 2).T
    return start, end


def _shelves(middles: Integers, scales: Integers) -> Iterator[list[int]]:
    """Yield the numbers of the shelves where a middle is, for lengths half as great, about as great and twice so."""
    for scale in (scales - 1, scales, scales + 1):
        yield (scale << _SHELF | middles >> np.maximum(0, scale - 1)).tolist()


def _belongs(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Say whether half of a stretch belongs to another that is not more than twice as long."""
    shared = min(end, other_end) - max(start, other_start)
    return 2 * shared >= end - start and 2 * (end - start) >= other_end - other_start
