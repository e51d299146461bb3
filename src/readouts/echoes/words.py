"""Texts as arrays of words: an integer and two offsets a word, many documents end to end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]
Fractions = NDArray[np.float64]

BORDER = 0
"""The id that stands before the first word, between documents and after the last; no word has it."""
MARGIN = 64
"""How many borders stand at either end of `Words.ids`, so that a window around any word lies inside."""

_BATCH = 1 << 17
_SEED = np.uint64(0x9E3779B97F4A7C15)
_STIR = np.uint64(0xD6E8FEB86659FD93)
_SHIFT = np.uint64(32)
# Scripts written without spaces: each of their characters is read as a word.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x109F),  # Tibetan, Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x312F),  # Han radicals, kana, bopomofo
    (0x31A0, 0x31FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9D),
    (0x20000, 0x3FFFF),
)
_LETTER, _CHARACTER, _SPACE, _ADDRESS = 1, 2, 4, 8
_WORD = _LETTER | _CHARACTER
_UNKNOWN = 255
_LONGEST_SCHEME = 8
# Characters between two words of one address or piece of markup, at most.
_WIDEST = 4


@dataclass(frozen=True, slots=True)
class Words:
    """The words of many documents, end to end, a border between any two.

    `ids`, `starts`, `ends` and `documents` have one entry a place. `ids` (uint32) is the same for words that
    differ in case only: it is a hash, so no table is carried, and two of a million words share one by a chance
    of one in some thousands. `starts` and `ends` are offsets in characters of the word's own document;
    `documents` numbers the documents as they were given. `firsts` has the place of each document's first word,
    and one more entry, past the last. `unspaced` is true of characters of scripts written without spaces,
    `address` of the words of web addresses and of other rows of words without a blank, as in markup.
    """

    ids: NDArray[np.uint32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    documents: NDArray[np.int32]
    firsts: Integers
    unspaced: Flags
    address: Flags

    @property
    def total(self) -> int:
        """How many documents there are."""
        return len(self.firsts) - 1


def mix(values: Hashes) -> Hashes:
    """Stir 64-bit values until every bit depends on every other (in place)."""
    for _ in range(2):
        values ^= values >> _SHIFT
        values *= _STIR
    values ^= values >> _SHIFT
    return values


def split_words(texts: Sequence[str]) -> Words:
    """Split texts into words: runs of letters, digits and marks; each character of an unspaced script is a word.

    Letters are lower-cased one by one, so that no offset moves where a lower-cased text would change its length.
    """
    characters, powers = _Characters(), _Powers()
    return _joined([_split_batch(batch, characters, powers) for batch in _batches(texts)])


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words of a few documents; `counts` has how many words each document has."""

    ids: NDArray[np.uint32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    unspaced: Flags
    address: Flags
    counts: Integers


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut the texts into groups of about as many characters as a processor's cache holds."""
    first = size = 0
    for number, text in enumerate(texts):
        size += len(text) + 1
        if size >= _BATCH:
            yield texts[first : number + 1]
            first, size = number + 1, 0
    if first < len(texts):
        yield texts[first:]


class _Characters:
    """What each character is, and the number its lower-cased form counts as; filled a page of 256 at a time."""

    def __init__(self) -> None:
        self.kinds = np.full(0x110000, _UNKNOWN, np.uint8)
        self.values = np.zeros(0x110000, np.uint64)

    def kinds_of(self, codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
        """Return the kind of each character."""
        kinds = self.kinds[codes]
        if kinds.max(initial=0) == _UNKNOWN:
            for page in np.unique(codes[kinds == _UNKNOWN] >> np.uint32(8)).tolist():
                for code in range(page * 256, page * 256 + 256):
                    self._learn_one(code)
            kinds = self.kinds[codes]
        return kinds

    def _learn_one(self, code: int) -> None:
        character = chr(code)
        self.kinds[code] = 0
        if character.isspace():
            self.kinds[code] = _SPACE
        elif _in_word(character):
            unspaced = any(first <= code <= last for first, last in _UNSPACED)
            self.kinds[code] = _CHARACTER if unspaced else _LETTER
            lower = np.array([ord(character.lower()[0])], np.uint64)
            self.values[code] = mix(lower + _SEED)[0]


def _in_word(character: str) -> bool:
    # Selectors of variants (of an emoji, say) are marks too, but no part of a word.
    mark = unicodedata.category(character).startswith("M") and not "\ufe00" <= character <= "\ufe0f"
    return character.isalnum() or mark


class _Powers:
    """Powers of an odd number modulo 2**64, and of its inverse, as far as they were needed."""

    def __init__(self) -> None:
        self.up = self.down = np.ones(1, np.uint64)

    def reach(self, length: int) -> None:
        """Make both at least `length` long."""
        if len(self.up) < length:
            base = int(_STIR)
            self.up = _powers(base, length)
            self.down = _powers(pow(base, -1, 1 << 64), length)


def _powers(base: int, length: int) -> Hashes:
    factors = np.full(length, base, np.uint64)
    factors[0] = 1
    return np.cumprod(factors, out=factors)


def _split_batch(texts: Sequence[str], characters: _Characters, powers: _Powers) -> _Piece:
    codes = np.frombuffer("\n".join((*texts, "")).encode("utf-32-le", "surrogatepass"), np.uint32)
    powers.reach(len(codes) + 1)
    kinds = characters.kinds_of(codes)
    _mark_addresses(codes, kinds)
    starts, ends = _edges(kinds)
    sums = np.zeros(len(codes) + 1, np.uint64)
    values = characters.values[codes]
    values *= powers.up[: len(codes)]
    np.cumsum(values, out=sums[1:])
    # The sum over a word, moved back to the power 0, depends on its letters and their order alone.
    hashes = mix((sums[ends] - sums[starts]) * powers.down[starts]) >> _SHIFT
    bounds = np.cumsum([0] + [len(text) + 1 for text in texts])
    counts = np.diff(np.searchsorted(starts, bounds))
    shifts = np.repeat(bounds[:-1], counts)
    return _Piece(
        np.maximum(hashes, 1).astype(np.uint32),
        (starts - shifts).astype(np.int32),
        (ends - shifts).astype(np.int32),
        (kinds[starts] & _CHARACTER) != 0,
        ((kinds[starts] & _ADDRESS) != 0) | _in_codes(kinds, starts, ends) | _in_tags(codes, starts, ends),
        counts,
    )


def _in_codes(kinds: NDArray[np.uint8], starts: Integers, ends: Integers) -> Flags:
    """Say which words stand in a row of five or more without a blank: addresses, markup, names of files."""
    found = np.zeros(len(starts), np.bool_)
    if len(starts) < 5:
        return found
    tight = np.zeros(len(starts), np.bool_)
    near = np.flatnonzero((kinds[ends[:-1]] & (_SPACE | _CHARACTER)) == 0)
    gaps = starts[near + 1] - ends[near]
    blank = (gaps > _WIDEST) | ((kinds[starts[near + 1]] & _CHARACTER) != 0)
    for step in range(1, _WIDEST):
        blank |= (gaps > step) & ((kinds[np.minimum(ends[near] + step, len(kinds) - 1)] & _SPACE) != 0)
    tight[near[~blank]] = True
    rows = np.flatnonzero(np.logical_and.reduce([tight[step : len(tight) - 3 + step] for step in range(4)]))
    for step in range(5):
        found[rows + step] = True
    return found


def _mark_addresses(codes: NDArray[np.uint32], kinds: NDArray[np.uint8]) -> None:
    """Mark the characters of web addresses: from the scheme before :// to a space or a bracket."""
    colons = np.flatnonzero(codes[:-2] == ord(":"))
    marks = colons[(codes[colons + 1] == ord("/")) & (codes[colons + 2] == ord("/"))]
    if not len(marks):
        return
    stops = np.flatnonzero(((kinds & _SPACE) != 0) | (codes == ord(")")) | (codes == ord(">")))
    for mark, stop in zip(marks, stops[np.searchsorted(stops, marks)], strict=True):
        start = mark
        while start and mark - start < _LONGEST_SCHEME and kinds[start - 1] == _LETTER:
            start -= 1
        kinds[start:stop] |= _ADDRESS


def _edges(kinds: NDArray[np.uint8]) -> tuple[Integers, Integers]:
    """Return where words start and end; the last character is never part of one."""
    inside = np.concatenate(([False], (kinds & _WORD) != 0))
    if not np.any(kinds & _CHARACTER):
        edges = np.flatnonzero(inside[1:] != inside[:-1])
        return edges[::2], edges[1::2]
    alone = np.concatenate(([False], (kinds & _CHARACTER) != 0))
    border = (inside[1:] != inside[:-1]) | alone[1:] | alone[:-1]
    return np.flatnonzero(border & inside[1:]), np.flatnonzero(border & inside[:-1])


def _in_tags(codes: NDArray[np.uint32], starts: Integers, ends: Integers) -> Flags:
    """Say which words are names of elements and attributes of markup, or end a tag."""
    if np.count_nonzero(codes == ord("<")) == 0:
        return np.zeros(len(starts), np.bool_)
    before, after = codes[np.maximum(starts - 1, 0)], codes[ends]
    opens = (before == ord("<")) | ((before == ord("/")) & (codes[np.maximum(starts - 2, 0)] == ord("<")))
    in_tags: Flags = np.logical_or(opens, (after == ord(">")) | (after == ord("=")))
    return in_tags


def _joined(pieces: Sequence[_Piece]) -> Words:
    """Lay the pieces end to end, with borders."""
    counts = _together([piece.counts for piece in pieces], np.int64)
    firsts = MARGIN + np.concatenate(([0], np.cumsum(counts + 1)))
    places = np.arange(counts.sum()) + np.repeat(firsts[:-1] - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)

    def laid(values: NDArray[Any]) -> NDArray[Any]:
        out = np.zeros(firsts[-1] + MARGIN, values.dtype)
        out[places] = values
        return out

    return Words(
        laid(_together([piece.ids for piece in pieces], np.uint32)),
        laid(_together([piece.starts for piece in pieces], np.int32)),
        laid(_together([piece.ends for piece in pieces], np.int32)),
        laid(np.repeat(np.arange(len(counts), dtype=np.int32), counts)),
        firsts,
        laid(_together([piece.unspaced for piece in pieces], np.bool_)),
        laid(_together([piece.address for piece in pieces], np.bool_)),
    )


def _together(arrays: Sequence[NDArray[Any]], kind: type) -> NDArray[Any]:
    return np.concatenate(arrays) if arrays else np.zeros(0, kind)
