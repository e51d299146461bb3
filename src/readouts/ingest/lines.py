"""The lines of a plain text and their words, found for the whole text at once.

A page's copy has thousands of lines and most are a word or two: what is measured on them is measured in arrays, so
that a text costs little more than to split it. Words are known by a number made of their small letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.characters import CAPITAL, LETTERS, SORTS, SPACE, codes_of, tables
from readouts.model import Span

Numbers = NDArray[np.int64]
# Of a longer line its beginning and its last characters are read, and so many words.
_HEAD, _TAIL = 1980, 20
WORDS_READ = 60
# Text taken in one go: what it needs in memory is some thirty times this.
_PIECE = 2_000_000
# So many letters are a word's head; so many words open a line.
_HEAD_LETTERS, _OPENING = 5, 2
_MIXER = np.uint64(0x9E3779B97F4A7C15)
_HEAD_OF = np.uint64(0xD1B54A32D192ED03)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines that hold anything, by their number: arrays of one entry a line.

    `starts` and `ends` are their places in the text without the white space around them; `blanks` counts the blank
    lines before each. `sorts` counts the characters of each sort, shape ``(lines, SORTS)``; `first`, `last` and
    `before_last` are characters; `words` is how many words there are, `capitals` how many of those begin with a
    capital.
    """

    starts: Numbers
    ends: Numbers
    blanks: Numbers
    pieces: tuple[Piece, ...]
    sorts: Numbers
    first: NDArray[np.uint16]
    last: NDArray[np.uint16]
    before_last: NDArray[np.uint16]
    words: Numbers
    capitals: Numbers

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, at: int) -> Span:
        """Return the place of one line."""
        return Span(int(self.starts[at]), int(self.ends[at]))


class Piece(NamedTuple):
    """The words of some lines, as far as they are read.

    `lines` are the numbers of its first line and the one after its last; `word_line` is the line of each word,
    counted from the first of them, `word_id` the word's number, `head_id` that of its first letters: words that differ
    in their ending share it. The head of a word that opens a line has a number of its own.
    """

    lines: tuple[int, int]
    word_line: Numbers
    word_id: NDArray[np.uint64]
    head_id: NDArray[np.uint64]


def split_lines(text: str) -> Lines:
    """Return the lines of `text` that hold anything. Linear in its length."""
    parts = text.replace("\r", "\n").split("\n")
    lengths = np.fromiter(map(len, parts), np.int64, len(parts))
    offsets = np.cumsum(lengths + 1) - lengths - 1
    found, pieces, lines = [], [], 0
    for start, end in _batches(lengths):
        measured, piece = _read(parts[start:end], lengths[start:end], offsets[start:end], start, lines)
        found.append(measured)
        if piece:
            pieces.append(piece)
            lines = piece.lines[1]
    number, starts, ends, *others = (np.concatenate(column) for column in zip(*found, strict=True))
    blanks = np.diff(number, prepend=-1) - 1
    # Windows ends its lines with two characters; the empty part between them is no blank line.
    if "\r\n" in text:
        blanks = (blanks - 1) // 2
    return Lines(starts, ends, np.maximum(blanks, 0), tuple(pieces), *others)


def _batches(lengths: Numbers) -> Iterator[tuple[int, int]]:
    ends = np.cumsum(np.minimum(lengths, _HEAD + _TAIL) + 1)
    start = 0
    while start < len(lengths):
        base = ends[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(ends, base + _PIECE)))
        yield start, end
        start = end


def _read(
    parts: Sequence[str], lengths: Numbers, offsets: Numbers, number: int, before: int
) -> tuple[list[NDArray[Any]], Piece | None]:
    if lengths.max(initial=0) > _HEAD + _TAIL:
        parts = [part if len(part) <= _HEAD + _TAIL else part[:_HEAD] + part[-_TAIL:] for part in parts]
    codes = codes_of("\n".join((*parts, "")))
    sorts = tables().sorts[codes]
    breaks = np.flatnonzero(codes == 10)
    begins = np.concatenate(([0], breaks[:-1] + 1))
    solid = np.flatnonzero(sorts != SPACE)
    first = np.searchsorted(solid, begins)
    beyond = np.searchsorted(solid, breaks)
    filled = np.flatnonzero(beyond > first)
    if not len(filled):
        return [np.zeros((0, *more), kind) for kind, more in _COLUMNS], None
    heads, tails = solid[first[filled]], solid[beyond[filled] - 1]
    starts = offsets[filled] + heads - begins[filled]
    ends = offsets[filled] + lengths[filled] - (breaks[filled] - tails - 1)
    edges = begins[filled]
    # White space before the first line that holds anything is counted to nobody.
    line = np.repeat(np.arange(len(filled)), np.diff(edges, append=len(codes)))
    counts = np.bincount(line * SORTS + sorts[edges[0] :], minlength=len(filled) * SORTS).reshape(-1, SORTS)
    word_line, word_id, head_id, capitals, words = _words(codes, sorts, edges)
    ends_of_lines = (codes[heads], codes[tails], codes[np.maximum(tails - 1, heads)])
    piece = Piece((before, before + len(filled)), word_line, word_id, head_id)
    return [filled + number, starts, ends, counts, *ends_of_lines, words, capitals], piece


# Kind and further shape of what is found of each line.
_COLUMNS = (
    *((np.int64, ()) for _ in range(3)),
    (np.int64, (SORTS,)),
    *((np.uint16, ()) for _ in range(3)),
    *((np.int64, ()) for _ in range(2)),
)


def _words(
    codes: NDArray[np.uint16], sorts: NDArray[np.uint8], edges: Numbers
) -> tuple[Numbers, NDArray[np.uint64], NDArray[np.uint64], Numbers, Numbers]:
    """Return line, number and head of each word read, how many begin with a capital, and how many there are a line."""
    at = np.flatnonzero(_IN_WORDS[sorts])
    if not len(at):
        nothing = np.zeros(len(edges), np.int64)
        none = np.zeros(0, np.uint64)
        return nothing[:0], none, none, nothing, nothing
    opens = np.flatnonzero(np.diff(at, prepend=-2) > 1)
    word_line = np.searchsorted(edges, at[opens], side="right") - 1
    words = np.bincount(word_line, minlength=len(edges))
    capitals = np.bincount(word_line[sorts[at[opens]] == CAPITAL], minlength=len(edges))
    within = np.arange(len(at)) - np.repeat(opens, np.diff(opens, append=len(at)))
    letters = tables().lower[codes[at]] * _powers()[np.minimum(within, 63)]
    word_id = _mixed(np.add.reduceat(letters, opens))
    rank = np.arange(len(opens)) - (np.cumsum(words) - words)[word_line]
    letters[within >= _HEAD_LETTERS] = 0
    head_id = _mixed(np.add.reduceat(letters, opens) + _HEAD_OF + (rank < _OPENING).astype(np.uint64))
    if len(rank) and words.max() > WORDS_READ:
        read = rank < WORDS_READ
        return word_line[read], word_id[read], head_id[read], capitals, words
    return word_line, word_id, head_id, capitals, words


_IN_WORDS = np.isin(np.arange(SORTS), LETTERS)


@lru_cache(maxsize=1)
def _powers() -> NDArray[np.uint64]:
    made = np.random.default_rng(1).integers(1, 2**63, 64, dtype=np.uint64)
    return made * 2 + 1


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = (numbers ^ (numbers >> np.uint64(29))) * _MIXER
    return mixed ^ (mixed >> np.uint64(32))


def followed(first: NDArray[np.uint64], then: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the numbers of pairs of words."""
    return _mixed(first * np.uint64(3) + then)


def word_ids(phrase: str) -> list[int]:
    """Return the numbers of a phrase's words, of which `split_lines` makes the same."""
    found = split_lines(phrase)
    return [int(number) for piece in found.pieces for number in piece.word_id]
