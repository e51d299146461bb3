"""Runs of equal words, and chains of runs that a few changed words part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from readouts.echoes.words import BORDER, MARGIN, Flags, Fractions, Integers, Words

# Two runs belong together when at most so many words lie between them on either side, and as many more on one
# side than on the other. Chosen by benchmarks/echoes.py.
_GAP = 8
_SKEW = 6
_LOOK_BACK = 3
_SHORTEST_RUN = 3
_FEW = 8
# How many bits of a byte are set before the first that is not.
_LOWEST_SET = np.array([(~byte & (byte + 1)).bit_length() - 1 for byte in range(256)])
# Pairs looked at in one go.
_BLOCK = 1 << 12


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs of passages of two documents, the earlier first, as places; ends are exclusive.

    `equal` is how many words are the same.
    """

    start: Integers
    end: Integers
    other_start: Integers
    other_end: Integers
    equal: Integers

    def subset(self, chosen: Flags | Integers | slice) -> Matches:
        """Return the chosen matches."""
        return Matches(
            self.start[chosen],
            self.end[chosen],
            self.other_start[chosen],
            self.other_end[chosen],
            self.equal[chosen],
        )

    @property
    def similarity(self) -> Fractions:
        """Equal words of both passages as a share of all their words: Dice's coefficient, 0 to 1."""
        shares: Fractions = 2 * self.equal / np.maximum(self.end - self.start + self.other_end - self.other_start, 1)
        return shares


def chain(words: Words, first: Integers, second: Integers) -> Matches:
    """Run each pair of places on as far as words are equal, and join the runs of two documents that lie on one line."""
    lengths = _run_lengths(words, first, second)
    real = lengths >= _SHORTEST_RUN
    start, other, lengths = first[real], second[real], lengths[real]
    order = _order(words, start, other)
    start, other, lengths = start[order], other[order], lengths[order]
    pair = words.documents[start] * np.int64(words.total) + words.documents[other]
    heads = _heads(start, other, lengths, pair)
    order = np.argsort(heads, kind="stable")
    return _joined(start[order], other[order], lengths[order], heads[order])


def _order(words: Words, start: Integers, other: Integers) -> Integers:
    """Return the order by the second document, the first place and the second: so by both documents."""
    document = words.documents[other]
    within = other - words.firsts[document]
    bits = [int(values.max(initial=0)).bit_length() for values in (document, start, within)]
    if sum(bits) >= 63:
        return np.lexsort((within, start, document))
    return np.argsort((document.astype(np.int64) << (bits[1] + bits[2])) | (start << bits[2]) | within)


def _run_lengths(words: Words, first: Integers, second: Integers) -> Integers:
    """Return how many words from each pair of places on are equal."""
    lengths = np.zeros(len(first), np.int64)
    active = np.arange(len(first))
    # Most runs are short: a few words are looked at one by one, then many at once.
    look, most = _few_equal, _FEW
    while len(active):
        blocks = (active[start : start + _BLOCK] for start in range(0, len(active), _BLOCK))
        found = [look(words, first[here] + lengths[here], second[here] + lengths[here]) for here in blocks]
        equal = np.concatenate(found)
        lengths[active] += equal
        active = active[equal == most]
        look, most = _many_equal, MARGIN
    return lengths


def _few_equal(words: Words, first: Integers, second: Integers) -> Integers:
    bits = np.zeros(len(first), np.uint8)
    for step in range(_FEW):
        word = words.ids.take(first + step)
        bits |= ((word == words.ids.take(second + step)) & (word != BORDER)).view(np.uint8) << step
    return _LOWEST_SET.take(bits)


def _many_equal(words: Words, first: Integers, second: Integers) -> Integers:
    rows = np.lib.stride_tricks.sliding_window_view(words.ids, MARGIN)
    one = rows[first]
    differ = (one != rows[second]) | (one == BORDER)
    equal = differ.argmax(axis=1)
    return np.where(differ.any(axis=1), equal, MARGIN)


def _heads(start: Integers, other: Integers, lengths: Integers, pair: Integers) -> Integers:
    """Return for each run the first run of its chain; runs are sorted by pair of documents and by place."""
    heads = np.arange(len(start))
    alone = np.ones(len(start), np.bool_)
    for back in range(1, _LOOK_BACK + 1):
        skew = (other[back:] - start[back:]) - (other[:-back] - start[:-back])
        joins = (
            alone[back:]
            & (pair[back:] == pair[:-back])
            & (start[back:] - start[:-back] - lengths[:-back] <= _GAP)
            & (other[back:] - other[:-back] - lengths[:-back] <= _GAP)
            & (other[back:] >= other[:-back])
            & (np.abs(skew) <= _SKEW)
        )
        here = np.flatnonzero(joins) + back
        heads[here] = here - back
        alone[here] = False
    while True:
        further = heads[heads]
        if np.array_equal(further, heads):
            return heads
        heads = further


def _joined(start: Integers, other: Integers, lengths: Integers, heads: Integers) -> Matches:
    """Return one match a chain; runs lie chain by chain in order."""
    if not len(heads):
        return Matches(start, start, other, other, lengths)
    begins = np.flatnonzero(np.concatenate(([True], heads[1:] != heads[:-1])))
    ends = start + lengths
    # Words are counted once where runs of one chain overlap: from the furthest end reached before on.
    level = (np.cumsum(np.concatenate(([False], heads[1:] != heads[:-1])))) * (int(ends.max()) + 1)
    reached = np.maximum.accumulate(ends + level) - level
    before = np.concatenate(([0], reached[:-1]))
    before[begins] = 0
    fresh = np.maximum(0, ends - np.maximum(before, start))
    return Matches(
        start[begins],
        np.maximum.reduceat(ends, begins),
        np.minimum.reduceat(other, begins),
        np.maximum.reduceat(other + lengths, begins),
        np.add.reduceat(fresh, begins),
    )
