"""The lines of a plain text and their words, found for the whole text at once.

A page's copy has thousands of lines and most are a word or two: what is measured on them is measured in arrays, so
that a text costs little more than to split it. Words are known by a number made of their small letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.characters import (
    CAPITAL,
    FEW,
    LETTERS,
    SMALL,
    SORTS,
    SPACE,
    codes_of,
    sorts_of,
    tables,
)
from readouts.model import Span

Numbers = NDArray[np.int64]
# Of a longer line its beginning and its last characters are read.
_LONGEST, _TAIL = 1000, 20
# Characters taken in one go: what they need in memory is some fifty times this.
_PIECE = 2**18
# So many letters are a word's head; what is added to the heads of the two words that open a line.
_HEAD_LETTERS, _OPENS = 5, np.uint64(0xD1B54A32D192ED03)
_BASE = 0x9E3779B97F4A7C15
# A place is this many bits less of a word's number.
_SHIFT = np.uint64(48)
_NEWLINE = 10
_HALF = 32


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines that hold anything, by their number: arrays of one entry a line.

    `starts` and `ends` are their places in the text without the white space around them; `blanks` counts the blank
    lines before each. `sorts` counts the characters of each sort but small letters, shape ``(lines, SORTS)``;
    `letters` counts letters; `first` and `last` are characters, and there are the sorts of these and of the last but
    one; `words` is how many words are read, `capitals` how many of those begin with a capital.

    `places` holds two numbers below 65,536 of each word read, line after line, shape ``(words, 2)``: the word's own,
    and that of its first letters, which words that differ in their ending share; those of a word that opens a line have
    a place of their own. `bounds` is the number of the first word of each line, and last how many there are.
    """

    blanks: Numbers
    bounds: Numbers
    starts: Numbers
    ends: Numbers
    sorts: Numbers
    first: Numbers
    last: Numbers
    first_sort: NDArray[np.uint8]
    last_sort: NDArray[np.uint8]
    before_last_sort: NDArray[np.uint8]
    letters: Numbers
    words: Numbers
    capitals: Numbers
    places: NDArray[np.uint16]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, at: int) -> Span:
        """Return the place of one line."""
        return Span(int(self.starts[at]), int(self.ends[at]))

    @property
    def own(self) -> NDArray[np.uint16]:
        """Return the place of each word read."""
        return self.places[:, 0]


def split_lines(text: str) -> Lines:
    """Return the lines of `text` that hold anything. Linear in its length."""
    windows = False
    if "\r" in text:
        windows = "\r\n" in text
        text = text.replace("\r", "\n")
    parts = text.split("\n")
    lengths = np.fromiter(map(len, parts), np.int64, len(parts))
    offsets = (lengths + 1).cumsum()
    offsets -= lengths + 1
    if len(text) <= _PIECE:
        number, *columns = _read(parts, lengths, offsets, 0)
    else:
        found = [_read(parts[a:b], lengths[a:b], offsets[a:b], a) for a, b in _batches(lengths)]
        number, *columns = map(np.concatenate, zip(*found, strict=True))
    blanks = number.copy()
    blanks[1:] -= number[:-1] + 1
    # Windows ends its lines with two characters; the empty part between them is no blank line.
    if windows:
        blanks = np.maximum((blanks - 1) // 2, 0)
    words: Numbers = columns[-3]
    bounds = np.zeros(len(words) + 1, np.int64)
    words.cumsum(out=bounds[1:])
    return Lines(blanks, bounds, *columns)


def _batches(lengths: Numbers) -> Iterator[tuple[int, int]]:
    ends = np.minimum(lengths, _LONGEST).cumsum() + np.arange(1, len(lengths) + 1)
    start = 0
    while start < len(lengths):
        base = ends[start - 1] if start else 0
        end = max(start + 1, int(ends.searchsorted(base + _PIECE)))
        yield start, end
        start = end


def _read(parts: list[str], lengths: Numbers, offsets: Numbers, number: int) -> list[NDArray[Any]]:
    """Return the columns of `Lines`, and first each line's number among all, blank ones counted."""
    for at in (lengths > _LONGEST).nonzero()[0]:
        begun = parts[at].lstrip()
        offsets[at] += len(parts[at]) - len(begun)
        line = begun.rstrip()
        lengths[at] = len(line)
        parts[at] = line if len(line) <= _LONGEST else line[: _LONGEST - _TAIL] + line[-_TAIL:]
    # The end of a line stands before the first of them too: places are those of the character before.
    codes = codes_of("\n".join(("", *parts, "")))
    sorts = sorts_of(codes)
    breaks = (codes == _NEWLINE).nonzero()[0]
    opens, closes = _runs(sorts != SPACE)
    reached = opens.searchsorted(breaks)
    filled = (reached[1:] > reached[:-1]).nonzero()[0]
    heads, tails = opens[reached[filled]], closes[reached[filled + 1] - 1]
    begins, beyond = breaks[filled], breaks[filled + 1]
    # Of a line that was shortened the end is counted from its end.
    ends = offsets[filled] + lengths[filled] - (beyond - 1 - tails)
    opening = heads + 1
    ends_of_lines = (codes[opening], codes[tails], sorts[opening], sorts[tails], sorts[tails - 1])
    few = (sorts >= FEW).nonzero()[0]
    places = (begins.searchsorted(few) - 1) * SORTS + sorts[few]
    counts = np.bincount(places, minlength=len(begins) * SORTS).reshape(-1, SORTS)
    starts = offsets[filled] + heads - begins
    return [filled + number, starts, ends, counts, *ends_of_lines, *_words(codes, sorts, begins)]


def _runs(held: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Return the characters before each run of what is held, and the last of each; neither end of the text is held."""
    changes = (held[1:] != held[:-1]).nonzero()[0]
    return changes[::2], changes[1::2]


def _words(codes: NDArray[np.intp], sorts: NDArray[np.uint8], begins: Numbers) -> list[NDArray[Any]]:
    """Return of each line letters, words and capitals, and of each word its places."""
    # Small letters are first among the sorts of letters; what stands before them comes out as a large number.
    opens, closes = _runs((sorts - np.uint8(SMALL)) < len(LETTERS))
    sums = tables().numbers.take(codes, mode="clip")
    powers, inverse = _powers()
    sums *= powers[: len(sums)]
    sums = sums.cumsum()
    before, moved = sums[opens], inverse[opens]
    heads = (sums[np.minimum(closes, opens + _HEAD_LETTERS)] - before) * moved
    bounds = np.empty(len(begins) + 1, np.int64)
    bounds[:-1], bounds[-1] = opens.searchsorted(begins), len(opens)
    words = bounds[1:] - bounds[:-1]
    filled = words.nonzero()[0]
    first, last = bounds[filled], bounds[filled + 1] - 1
    heads[first] += _OPENS
    heads[np.minimum(first + 1, last)] += _OPENS
    # Two sums in one: no line has more capitals than fit.
    of_words = closes - opens
    of_words <<= _HALF
    of_words += sorts[opens + 1] == CAPITAL
    passed = np.zeros(len(opens) + 1, np.int64)
    of_words.cumsum(out=passed[1:])
    reached = passed[bounds]
    both = reached[1:] - reached[:-1]
    numbers = np.empty((len(opens), 2), np.uint64)
    numbers[:, 0], numbers[:, 1] = (sums[closes] - before) * moved, heads
    numbers >>= _SHIFT
    return [both >> _HALF, words, both & (2**_HALF - 1), numbers.astype(np.uint16)]


@lru_cache(maxsize=1)
def _powers() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return the powers of an odd number, and those of its inverse, both modulo 2**64."""
    size = _PIECE + _LONGEST + 2
    inverse = pow(_BASE, -1, 2**64)
    powers = (np.multiply.accumulate(np.full(size, base, np.uint64)) for base in (_BASE, inverse))
    return next(powers), next(powers)
