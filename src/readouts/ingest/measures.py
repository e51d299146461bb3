"""What can be measured on each line of a page's copy: its form, its place, its cues, and what stands around it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.characters import (
    CAPITAL,
    CLOSING,
    COLON,
    COMMA,
    DIGIT,
    DIVIDER,
    IDEOGRAPH,
    MARK,
    SIGN,
    SMALL,
    STOP,
    tables,
)
from readouts.ingest.cues import cues_of
from readouts.ingest.lines import Lines, Numbers

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
# A measure of every line, or several one after the other.
Block = NDArray[Any]
_LONG = 12
# So many measures, which are taken first, count by their logarithm.
_BY_LOGARITHM = 21
_FAR = 50
# Cue groups whose last mention above a line counts: comments, what else there is, passing on.
_HERALDS, _FAR_ABOVE = slice(1, 4), 200


# What a line's first character may be told by, and its last: sorts, and characters by themselves.
_FIRST = (CAPITAL, SMALL, DIGIT), ("•·*-–|»›>←→#+►▶", "\"“„«「'")
_LAST = (COLON, COMMA, DIGIT), ("?？", "…|›»·•→>")


def measure(lines: Lines) -> Floats:
    """Return the measures of each line, shape ``(measures, lines)``. Linear in the length of the text."""
    length = lines.ends - lines.starts
    passed = length.cumsum()
    words = np.maximum(lines.words, 1)
    ends_sentence = lines.last_sort == STOP
    ends_sentence |= (lines.last_sort == CLOSING) & (lines.before_last_sort == STOP)
    text_like = ends_sentence & (lines.words >= _LONG)
    cues = cues_of(lines).T
    by_logarithm = [*_sizes(lines, length, passed), *_distances(lines.words, text_like), _heralds(cues).ravel()]
    others = [
        *_form(lines, words, ends_sentence, text_like),
        *_blanks(lines.blanks),
        *_place(length, passed),
        (cues / words).ravel(),
        _told_by(*_FIRST).take(lines.first, axis=1, mode="clip").ravel(),
        _told_by(*_LAST).take(lines.last, axis=1, mode="clip").ravel(),
    ]
    rows = by_logarithm + others
    measures = np.concatenate(rows, dtype=np.float32, casting="unsafe").reshape(-1, len(lines))
    logarithms = measures[:_BY_LOGARITHM]
    np.log1p(logarithms, out=logarithms)
    return measures


@lru_cache(maxsize=2)
def _told_by(sorts: tuple[int, ...], characters: tuple[str, ...]) -> Flags:
    """Return a table of what each character tells, shape ``(kinds, characters)``."""
    of_sort = [tables().sorts == sort for sort in sorts]
    codes = np.arange(len(tables().sorts))
    return np.array([*of_sort, *(np.isin(codes, [ord(one) for one in few]) for few in characters)])


def _sizes(lines: Lines, length: Numbers, passed: Numbers) -> list[Block]:
    count, at = len(lines), np.arange(len(lines))
    few = lines.sorts.T
    wide = length << (few[IDEOGRAPH] > 0)
    whole = np.array((count, passed[-1])).repeat(count)
    return [length, wide, lines.words, few[COMMA:DIVIDER].ravel(), lines.blanks, at, count - at, whole]


def _form(lines: Lines, words: Numbers, ends_sentence: Flags, text_like: Flags) -> list[Block]:
    few = lines.sorts.T
    marks = np.add.reduce(few[MARK:])
    shown = np.maximum(lines.letters + marks + few[DIGIT], 1)
    return [
        lines.letters / words,
        lines.capitals / words,
        few[STOP] / words,
        few[DIGIT] / shown,
        marks / shown,
        np.minimum(few[DIVIDER:SIGN], 3).ravel(),
        (few[SIGN:] > 0).ravel(),
        ends_sentence,
        text_like,
        lines.words == 0,
        (few[CAPITAL] == lines.letters) & (lines.letters > 1),
    ]


def _blanks(blanks: Numbers) -> list[Block]:
    before = blanks > 0
    after = np.ones(len(before), bool)
    after[:-1] = before[1:]
    usual = 2 * int(np.count_nonzero(before[1:])) > len(blanks) - 1
    return [before, after, before != usual, after != usual, np.array((usual,)).repeat(len(blanks))]


def _place(length: Numbers, passed: Numbers) -> list[Block]:
    share = (passed - length) / max(1, int(passed[-1]))
    return [np.arange(len(length)) / len(length), share, share < 0.02, share > 0.95]


def _distances(words: Numbers, text_like: Flags) -> list[Block]:
    """Measure where the line lies to the running text: how far off it is, and the main stretch."""
    count = len(words)
    at = np.arange(count)
    weight = words * text_like
    passed = weight.cumsum()
    above = at - np.maximum.accumulate(np.where(text_like, at, -_FAR))
    below = np.minimum.accumulate(np.where(text_like, at, count + _FAR)[::-1])[::-1] - at
    start, end = _main_stretch(weight)
    return [
        np.minimum(above, _FAR),
        np.minimum(below, _FAR),
        np.maximum(start - at, 0),
        np.maximum(at - end, 0),
        (passed - weight) / max(1, int(passed[-1])),
        np.array((end - start, np.count_nonzero(text_like) / count)).repeat(count),
    ]


def _main_stretch(weight: Numbers) -> tuple[int, int]:
    """Return the first and last line of the stretch with the most running text for the other lines between."""
    reached = np.where(weight > 0, weight, -8).cumsum()
    begun = np.zeros(len(reached), np.int64)
    begun[1:] = reached[:-1]
    end = int((reached - np.minimum.accumulate(begun)).argmax())
    return int(begun[: end + 1].argmin()), end


def _heralds(cues: Numbers) -> Numbers:
    """Measure how far above a short line stood that heralds comments, other items or the foot of the page."""
    at = np.arange(cues.shape[1])
    last = np.maximum.accumulate(np.where(cues[_HERALDS] > 0, at, -_FAR_ABOVE), axis=1)
    return np.minimum(at - last, _FAR_ABOVE)
