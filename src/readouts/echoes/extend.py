"""Matches made longer at both ends, over words changed, dropped or put in."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from readouts.echoes.chains import Matches
from readouts.echoes.seeds import AROUND
from readouts.echoes.words import Hashes, Integers, Words

# An end moves to where `_WORTH` times the equal words, less all words passed (of the longer side), is greatest:
# as long as more than one in `_WORTH` is equal. Chosen by benchmarks/echoes.py.
_WORTH = 3
_WINDOW = 8
_ROUNDS = 8
# So many of the next eight words must return, in whatever order, for a closer look.
_RETURNING = 3
_BLOCK = 1 << 13
# Where the parts of a choice stand in its number.
_SCORE, _PASSED, _LENGTH = 11, 8, 4

Bits = NDArray[np.uint8]


def extend(words: Words, signs: Hashes, matches: Matches) -> Matches:
    """Move both ends of each match outwards while enough words are equal, in the same order."""
    end, other_end, right = _moved(words, signs, matches.end, matches.other_end, forward=True)
    start, other_start, left = _moved(words, signs, matches.start, matches.other_start, forward=False)
    return replace(
        matches, start=start, end=end, other_start=other_start, other_end=other_end, equal=matches.equal + left + right
    )


def _moved(
    words: Words, signs: Hashes, one: Integers, other: Integers, *, forward: bool
) -> tuple[Integers, Integers, Integers]:
    """Return both ends moved on, and how many equal words that added."""
    one, other, equal = one.copy(), other.copy(), np.zeros(len(one), np.int64)
    sign, back = (1, 0) if forward else (-1, AROUND)
    active = np.arange(len(one))
    for _ in range(_ROUNDS):
        shared = np.bitwise_count(signs[one[active] - back] & signs[other[active] - back])
        active = active[shared >= _RETURNING]
        gained = [_step(words, one[here], other[here], forward) for here in _blocks(active)]
        if not gained:
            break
        moved, other_moved, added = (np.concatenate(column) for column in zip(*gained, strict=True))
        one[active] += sign * moved
        other[active] += sign * other_moved
        equal[active] += added
        active = active[added > 0]
    return one, other, equal


def _blocks(active: Integers) -> list[Integers]:
    return [active[start : start + _BLOCK] for start in range(0, len(active), _BLOCK)]


def _step(words: Words, one: Integers, other: Integers, forward: bool) -> tuple[Integers, Integers, Integers]:
    """Return how far both ends move in one window, and how many words are equal there."""
    here, there = ([words.ids[places + step] for step in _steps(forward)] for places in (one, other))
    room, other_room = _room(words, one, forward), _room(words, other, forward)
    within = ((1 << other_room) - 1).astype(np.uint8)
    common, best = np.zeros(len(one), np.uint8), np.zeros(len(one), np.uint16)
    for passed, word in enumerate(here, 1):
        same = np.zeros(len(one), np.uint8)
        for column, other_word in enumerate(there):
            same |= (word == other_word).view(np.uint8) << column
        same &= within * (passed <= room)
        common = _longer(common, same)
        best = np.maximum(best, _choices(passed)[common])
    found = best.astype(np.int64)
    return np.where(found, _WINDOW - (found >> _PASSED & 7), 0), found >> _LENGTH & 15, found & 15


def _steps(forward: bool) -> range:
    """Return where the words of a window lie from its end on, the nearest first."""
    return range(_WINDOW) if forward else range(-1, -1 - _WINDOW, -1)


def _longer(common: Bits, same: Bits) -> Bits:
    """Return the row after `common` of the table of longest common subsequences (Hyyrö 2004, a bit a column).

    The bits set among the first n say how long the longest common subsequence with the other side's first n words is.
    """
    rest = ~common
    kept = rest & same
    longer: Bits = np.invert((rest + kept) | (rest - kept))
    return longer


@cache
def _choices(passed: int) -> NDArray[np.uint16]:
    """Return the best choice for each row of the table, as one number, so that the greatest is the best.

    Above stands its score, then how few words are passed, then after how many words of the other side, then
    how many are equal. A choice that gains nothing is 0.
    """
    rows = np.arange(1 << _WINDOW)
    lengths = np.arange(1, _WINDOW + 1)
    equal = np.cumsum((rows[:, None] >> np.arange(_WINDOW)) & 1, axis=1)
    scores = _WORTH * equal - np.maximum(lengths, passed)
    best = scores.argmax(axis=1)
    choices = (scores[rows, best] << _SCORE) | (_WINDOW - passed << _PASSED) | (lengths[best] << _LENGTH)
    return np.where(scores[rows, best] > 0, choices | equal[rows, best], 0).astype(np.uint16)


def _room(words: Words, places: Integers, forward: bool) -> Integers:
    """Return how many words of its document lie ahead of each place, or behind it, up to a window."""
    # The end of a passage may be a border, which belongs to no document; the word inside it never is.
    documents = words.documents[places - 1 if forward else places]
    room: Integers = words.firsts[documents + 1] - 1 - places if forward else places - words.firsts[documents]
    return np.clip(room, 0, _WINDOW)
