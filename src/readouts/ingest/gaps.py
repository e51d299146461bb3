"""The gaps between the words of a text, described by the words around each, for a model of where a word is missing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

HASHED = 1 << 19
"""How many features there are; each combination of words is one of them by its hash."""
# Words so common are told apart even where the others are known by their last letters alone.
_GRAMMAR = 250
_ENDING = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
STOP = "."
_IS_OTHER, _IS_WORD, _IS_STOP = range(3)
_PIECE = 200_000
# Each combination, by places before and behind the gap: first of the words, then of their endings.
_OF_WORDS = ((1, 2), (0, 1, 2), (1, 2, 3), (1,), (2,))
_OF_ENDINGS = ((1, 2), (0, 1, 2), (1, 2, 3), (0, 1, 2, 3))
_MULTIPLIER, _SECOND_MULTIPLIER, _SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(29)


class Words(NamedTuple):
    """Words and marks in order, where each begins and ends, and whether a line ends before it."""

    words: list[str]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    lines: NDArray[np.int64]


class Gaps(NamedTuple):
    """`before` is the number of the word before each gap, `at_stop` whether a full stop stands behind it.

    A row of `features` holds what is known of a gap.
    """

    before: NDArray[np.int64]
    at_stop: NDArray[np.bool_]
    features: NDArray[np.int32]


def split_words(text: str) -> Iterator[Words]:
    """Yield the words of a text, of long ones piece by piece, so that memory stays bounded."""
    line_ends = [found.start() for found in re.finditer("\n", text)]
    at = 0
    while at < len(text):
        until = min(len(text), at + _PIECE)
        found = list(_WORD.finditer(text, at, until))
        starts = np.array([word.start() for word in found], np.int64)
        ends = np.array([word.end() for word in found], np.int64)
        lines = np.array([bisect_left(line_ends, word.start()) for word in found], np.int64)
        yield Words([word[0] for word in found], starts, ends, lines)
        at = until


def gaps_in(words: list[str], lines: NDArray[np.int64], rank: Mapping[str, int]) -> Gaps:
    """Describe each gap between two common words of one line, or such a word and its full stop.

    `rank` tells how common a word is, 0 the commonest; of what stands beside others too little is known.
    """
    if len(words) < 4:
        return Gaps(np.empty(0, np.int64), np.empty(0, np.bool_), np.empty((0, 0), np.int32))
    known: dict[str, tuple[int, int, int]] = {}
    described = [known.get(word) or known.setdefault(word, _described(word, rank)) for word in words]
    fine, coarse, kind = (np.array(column) for column in zip(*described, strict=True))
    inner = np.arange(1, len(words) - 2)
    before = inner[(kind[inner] == _IS_WORD) & (kind[inner + 1] != _IS_OTHER) & (lines[inner] == lines[inner + 1])]
    whole = [fine[before + step].astype(np.uint64) for step in (-1, 0, 1, 2)]
    endings = [coarse[before + step].astype(np.uint64) for step in (-1, 0, 1, 2)]
    combinations = [
        *([whole[place] for place in places] for places in _OF_WORDS),
        *([endings[place] for place in places] for places in _OF_ENDINGS),
        [whole[1], endings[2]],
        [endings[1], whole[2]],
    ]
    columns = [_mixed(number, parts) for number, parts in enumerate(combinations, 1)]
    return Gaps(before, kind[before + 1] == _IS_STOP, np.stack(columns, 1).astype(np.int32))


def _described(word: str, rank: Mapping[str, int]) -> tuple[int, int, int]:
    """Return what stands for a word, what stands for its form alone, and what kind it is."""
    if word[0].isdigit():
        year = crc32(b"0000" if len(word) == 4 else b"0")
        return year, year, _IS_WORD
    if not word[0].isalpha():
        mark = crc32(word.encode("utf-8", "replace"))
        return mark, mark, _IS_STOP if word == STOP else _IS_OTHER
    small = word.lower()
    place = rank.get(small)
    whole = crc32(small.encode("utf-8", "replace"))
    form = ("X" if word[0].isupper() else "x") + small[-_ENDING:]
    ending = whole if place is not None and place < _GRAMMAR else crc32(form.encode("utf-8", "replace"))
    return (ending, ending, _IS_OTHER) if place is None else (whole, ending, _IS_WORD)


def _mixed(number: int, parts: list[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    mixed = np.full(len(parts[0]), number, np.uint64)
    with np.errstate(over="ignore"):
        for part in parts:
            mixed = mixed * _MULTIPLIER ^ part
            mixed ^= mixed >> _SHIFT
            mixed *= _SECOND_MULTIPLIER
    return (mixed >> _SHIFT) % np.uint64(HASHED)
