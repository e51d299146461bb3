"""What can be measured on each line of a page's copy: its form, its words, its place, and what stands around it."""

from __future__ import annotations

from functools import lru_cache

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
    LETTERS,
    MARKS,
    PRICE,
    SIGN,
    SLASH,
    SMALL,
    STOP,
    tables,
)
from readouts.ingest.cues import cues_of, phrases
from readouts.ingest.lines import Lines, Numbers

Floats = NDArray[np.float32]
HASHED = 2**13
_HASH_SHIFT = np.uint64(64 - 13)
_TOPICS = 2**15
_TOPIC_SHIFT = np.uint64(64 - 15)
_LONG = 12
_BULLETS = "•·*-–|»›>←→#+►▶"
_OPENINGS = "\"“„«「'"
# Cue groups whose last mention above a line counts: comments, what else there is, passing on.
_HERALDS = (1, 2, 3)
_WIDTHS = (2, 6, 20)


def measure(lines: Lines) -> Floats:
    """Return the measures of each line, shape ``(lines, measures)``. Linear in the length of the text."""
    if not len(lines):
        return np.zeros((0, 0), np.float32)
    cues = np.concatenate([cues_of(piece) for piece in lines.pieces])
    length = lines.ends - lines.starts
    last, before_last = tables().sorts[lines.last], tables().sorts[lines.before_last]
    ends_sentence = (last == STOP) | ((last == CLOSING) & (before_last == STOP))
    text_like = ends_sentence & (lines.words >= _LONG)
    columns = [
        *_form(lines, length, ends_sentence),
        *_blanks(lines),
        *_place(length),
        *_mass(lines, text_like, cues),
        *_topic(lines),
        cues[:, 0] / np.maximum(np.minimum(lines.words, 60), 1),
        *(cues[:, 1:] > 0).T,
        *(cues[:, 1:] / np.maximum(np.minimum(lines.words, 60), 1)[:, None]).T,
        *_heralds(cues),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def hashed(lines: Lines) -> tuple[Numbers, Numbers]:
    """Return line and place, in a table of `HASHED` weights, of each word and of each two words together."""
    found: list[tuple[Numbers, Numbers]] = []
    for piece in lines.pieces:
        for (line, numbers), _ in zip(phrases(piece), range(2), strict=False):
            found.append((line + piece.lines[0], (numbers >> _HASH_SHIFT).astype(np.int64)))
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate([line for line, _ in found]), np.concatenate([place for _, place in found])


@lru_cache(maxsize=4)
def _table(characters: str) -> NDArray[np.bool_]:
    table = np.zeros(0x10000, bool)
    table[[ord(character) for character in characters]] = True
    return table


def _form(lines: Lines, length: Numbers, ends_sentence: NDArray[np.bool_]) -> list[NDArray[np.generic]]:
    count = lines.sorts.T
    letters = count[list(LETTERS)].sum(0)
    marks = count[list(MARKS)].sum(0)
    shown = np.maximum(letters + marks + count[DIGIT], 1)
    words = np.maximum(lines.words, 1)
    first = tables().sorts[lines.first]
    last = tables().sorts[lines.last]
    return [
        np.log1p(length),
        np.log1p(length * np.where(count[IDEOGRAPH] > 0, 2, 1)),
        np.log1p(lines.words),
        letters / words,
        ends_sentence,
        (lines.last == ord("?")) | (lines.last == ord("？")),
        last == COLON,
        (lines.last == ord("…")) | (last == DIVIDER) | (lines.last == ord(">")),
        last == COMMA,
        last == DIGIT,
        first == CAPITAL,
        first == SMALL,
        first == DIGIT,
        _table(_BULLETS)[lines.first],
        _table(_OPENINGS)[lines.first],
        lines.capitals / words,
        (count[CAPITAL] == letters) & (letters > 1),
        count[DIGIT] / shown,
        marks / shown,
        np.log1p(count[COMMA]),
        np.log1p(count[STOP]),
        count[STOP] / words,
        np.log1p(count[SLASH]),
        np.minimum(count[DIVIDER], 3),
        count[SIGN] > 0,
        count[PRICE] > 0,
        np.minimum(count[COLON], 3),
        count[CLOSING] > 0,
        lines.words == 0,
        (lines.words >= _LONG) & ends_sentence,
    ]


def _blanks(lines: Lines) -> list[NDArray[np.generic]]:
    before = lines.blanks > 0
    after = np.append(before[1:], True)
    usual = before[1:].mean() > 0.5 if len(lines) > 1 else False
    return [before, after, before != usual, after != usual, np.full(len(lines), usual), np.minimum(lines.blanks, 4)]


def _place(length: Numbers) -> list[NDArray[np.generic]]:
    count = len(length)
    at = np.arange(count)
    share = (np.cumsum(length) - length) / max(1, length.sum())
    return [
        at / count,
        share,
        np.log1p(at),
        np.log1p(count - at),
        share < 0.02,
        share > 0.95,
        np.full(count, np.log1p(count)),
        np.full(count, np.log1p(length.sum())),
    ]


def _mass(lines: Lines, text_like: NDArray[np.bool_], cues: Numbers) -> list[NDArray[np.generic]]:
    """Measure where the line lies to the running text: how dense it is around, how far off, and the main stretch."""
    count = len(lines)
    at = np.arange(count)
    weight = np.where(text_like, np.minimum(lines.words, 60), 0).astype(np.float64)
    passed = np.concatenate(([0], np.cumsum(weight)))
    total = max(1.0, float(passed[-1]))
    dense = [
        np.log1p((passed[np.minimum(at + width + 1, count)] - passed[np.maximum(at - width, 0)]) / width)
        for width in _WIDTHS
    ]
    above = at - np.maximum.accumulate(np.where(text_like, at, -50))
    below = np.minimum.accumulate(np.where(text_like, at, count + 50)[::-1])[::-1] - at
    start, end = _main_stretch(weight)
    inside = (at >= start) & (at <= end)
    off = np.where(at < start, start - at, np.where(at > end, at - end, 0))
    return [
        passed[:-1] / total,
        *dense,
        np.log1p(np.minimum(above, 50)),
        np.log1p(np.minimum(below, 50)),
        inside,
        np.log1p(off) * (at < start),
        np.log1p(off) * (at > end),
        np.full(count, np.log1p(end - start)),
        np.full(count, weight.astype(bool).mean()),
    ]


def _main_stretch(weight: NDArray[np.float64]) -> tuple[int, int]:
    """Return the first and last line of the stretch with the most running text for the other lines between."""
    gain = np.where(weight > 0, weight, -8.0)
    reached = np.cumsum(gain)
    lowest = np.minimum.accumulate(np.concatenate(([0.0], reached[:-1])))
    end = int(np.argmax(reached - lowest))
    start = int(np.argmin(np.concatenate(([0.0], reached[:-1]))[: end + 1]))
    return start, end


def _topic(lines: Lines) -> list[NDArray[np.generic]]:
    """Measure how many of a line's words return in the long lines, and whether the whole line returns."""
    count = len(lines)
    shared, rare, whole = (np.zeros(count, np.float64) for _ in range(3))
    line = np.concatenate([piece.word_line + piece.lines[0] for piece in lines.pieces])
    numbers = np.concatenate([piece.word_id for piece in lines.pieces])
    if len(numbers):
        place = (numbers >> _TOPIC_SHIFT).astype(np.int64)
        in_long = np.bincount(place[lines.words[line] > _LONG], minlength=_TOPICS)
        here = np.where(lines.words[line] > _LONG, 1, 0)
        returning = in_long[place] - here
        read = np.maximum(np.bincount(line, minlength=count), 1)
        shared = np.bincount(line, weights=(returning > 0), minlength=count) / read
        telling = (returning > 0) & (returning < 0.02 * max(1, len(numbers)))
        rare = np.bincount(line, weights=telling, minlength=count) / read
        whole += np.bincount(line, weights=(numbers >> np.uint64(40)).astype(np.float64), minlength=count)
    _, back, times = np.unique(whole + lines.words, return_inverse=True, return_counts=True)
    return [shared, rare, (times[back] > 1) & (lines.words > 0)]


def _heralds(cues: Numbers) -> list[NDArray[np.generic]]:
    """Measure how far above a short line stood that heralds comments, other items or the foot of the page."""
    at = np.arange(len(cues))
    found: list[NDArray[np.generic]] = []
    for group in _HERALDS:
        last = np.maximum.accumulate(np.where(cues[:, group] > 0, at, -200))
        found.append(np.log1p(np.minimum(at - last, 200)))
    return found
