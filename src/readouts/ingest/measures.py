"""What can be measured on each line of a page's copy: its form, its words, its place, and what stands around it."""

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
    LETTERS,
    MARKS,
    PRICE,
    SIGN,
    SLASH,
    SMALL,
    STOP,
    tables,
)
from readouts.ingest.cues import cues_of
from readouts.ingest.lines import WORDS_READ, Lines, Numbers

Floats = NDArray[np.float32]
Block = NDArray[Any]
HASHED = 2**14
_HASH_SHIFT = np.uint64(64 - 14)
_TOPICS = 2**15
_TOPIC_SHIFT = np.uint64(64 - 15)
_LONG = 12
# Cue groups whose last mention above a line counts: comments, what else there is, passing on.
_HERALDS = [1, 2, 3]
_WIDTHS = np.array([[2], [6], [20]])


def measure(lines: Lines) -> Floats:
    """Return the measures of each line, shape ``(lines, measures)``. Linear in the length of the text."""
    if not len(lines):
        return np.zeros((0, 0), np.float32)
    cues = np.concatenate([cues_of(piece) for piece in lines.pieces])
    length = lines.ends - lines.starts
    last, before_last = tables().sorts[lines.last], tables().sorts[lines.before_last]
    ends_sentence = (last == STOP) | ((last == CLOSING) & (before_last == STOP))
    text_like = ends_sentence & (lines.words >= _LONG)
    read = np.maximum(np.minimum(lines.words, WORDS_READ), 1)
    blocks = [
        *_form(lines, length, ends_sentence),
        _blanks(lines),
        _place(length),
        _mass(lines, text_like),
        _topic(lines),
        cues[:, 1:] > 0,
        cues / read[:, None],
        _heralds(cues),
    ]
    # Block by block, for numpy would bring all of them to eight bytes a number first.
    measures = np.empty((len(lines), sum(block.shape[1] for block in blocks)), np.float32)
    at = 0
    for block in blocks:
        measures[:, at : at + block.shape[1]] = block
        at += block.shape[1]
    return measures


def hashed(lines: Lines) -> tuple[Numbers, Numbers]:
    """Return the line of each word read, and its two places, its own and its head's, in a table of `HASHED` rows."""
    line = np.concatenate([piece.word_line + piece.lines[0] for piece in lines.pieces])
    numbers = [np.stack((piece.word_id, piece.head_id), 1) for piece in lines.pieces]
    return line, (np.concatenate(numbers) >> _HASH_SHIFT).astype(np.int64)


# What a line's first character may be told by, and its last: sorts, and characters by themselves.
_FIRST_SORTS, _FIRST_CHARACTERS = (CAPITAL, SMALL, DIGIT), ("•·*-–|»›>←→#+►▶", "\"“„«「'")
_LAST_SORTS, _LAST_CHARACTERS = (COLON, COMMA, DIGIT), ("?？", "…|›»·•→>")


@lru_cache(maxsize=2)
def _told_by(sorts: tuple[int, ...], characters: tuple[str, ...]) -> NDArray[np.bool_]:
    """Return a table of what each character tells, shape ``(characters, kinds)``."""
    of_sort = tables().sorts[:, None] == np.array(sorts, np.uint8)
    among = np.zeros((len(of_sort), len(characters)), bool)
    for kind, few in enumerate(characters):
        among[[ord(character) for character in few], kind] = True
    return np.hstack([of_sort, among])


def _form(lines: Lines, length: Numbers, ends_sentence: NDArray[np.bool_]) -> list[Block]:
    count = lines.sorts
    letters = count[:, _LETTERS].sum(1)
    marks = count[:, _MARKS].sum(1)
    words = np.maximum(lines.words, 1)
    shown = np.maximum(letters + marks + count[:, DIGIT], 1)
    wide = length * np.where(count[:, IDEOGRAPH] > 0, 2, 1)
    return [
        np.log1p(np.stack((length, wide, lines.words, *count[:, (COMMA, STOP, SLASH)].T), 1)),
        np.stack((letters, lines.capitals, count[:, STOP]), 1) / words[:, None],
        np.stack((count[:, DIGIT], marks), 1) / shown[:, None],
        np.minimum(count[:, (DIVIDER, COLON, SIGN, PRICE, CLOSING)], _AT_MOST),
        _told_by(_FIRST_SORTS, _FIRST_CHARACTERS)[lines.first],
        _told_by(_LAST_SORTS, _LAST_CHARACTERS)[lines.last],
        np.stack(
            (
                ends_sentence,
                (lines.words >= _LONG) & ends_sentence,
                lines.words == 0,
                (count[:, CAPITAL] == letters) & (letters > 1),
            ),
            1,
        ),
    ]


_LETTERS, _MARKS = list(LETTERS), list(MARKS)
_AT_MOST = np.array((3, 3, 1, 1, 1))


def _blanks(lines: Lines) -> Block:
    before = lines.blanks > 0
    after = np.append(before[1:], True)
    usual = bool(before[1:].mean() > 0.5) if len(lines) > 1 else False
    usually = np.full(len(lines), usual)
    return np.stack((before, after, before != usual, after != usual, usually, np.minimum(lines.blanks, 4)), 1)


def _place(length: Numbers) -> Block:
    count = len(length)
    at = np.arange(count)
    total = max(1, int(length.sum()))
    share = (np.cumsum(length) - length) / total
    logs = np.log1p((at, count - at))
    whole = np.full((2, count), np.log1p([[count], [total]]))
    return np.stack((at / count, share, *logs, share < 0.02, share > 0.95, *whole), 1)


def _mass(lines: Lines, text_like: NDArray[np.bool_]) -> Block:
    """Measure where the line lies to the running text: how dense it is around, how far off, and the main stretch."""
    count = len(lines)
    at = np.arange(count)
    weight = np.where(text_like, np.minimum(lines.words, WORDS_READ), 0).astype(np.float64)
    passed = np.concatenate(([0], np.cumsum(weight)))
    total = max(1.0, float(passed[-1]))
    dense = passed[np.minimum(at + _WIDTHS + 1, count)] - passed[np.maximum(at - _WIDTHS, 0)]
    above = at - np.maximum.accumulate(np.where(text_like, at, -50))
    below = np.minimum.accumulate(np.where(text_like, at, count + 50)[::-1])[::-1] - at
    start, end = _main_stretch(weight)
    before, behind = np.maximum(start - at, 0), np.maximum(at - end, 0)
    distances = np.minimum((above, below), 50)
    logs = np.log1p(np.concatenate((dense / _WIDTHS, distances, (before, behind, np.full(count, end - start)))))
    alike = np.full(count, text_like.mean())
    return np.stack((passed[:-1] / total, *logs, (before == 0) & (behind == 0), alike), 1)


def _main_stretch(weight: NDArray[np.float64]) -> tuple[int, int]:
    """Return the first and last line of the stretch with the most running text for the other lines between."""
    reached = np.cumsum(np.where(weight > 0, weight, -8.0))
    begun = np.concatenate(([0.0], reached[:-1]))
    end = int(np.argmax(reached - np.minimum.accumulate(begun)))
    start = int(np.argmin(begun[: end + 1]))
    return start, end


def _topic(lines: Lines) -> Block:
    """Measure how many of a line's words return in the long lines, and whether the whole line returns."""
    count = len(lines)
    line = np.concatenate([piece.word_line + piece.lines[0] for piece in lines.pieces])
    numbers = np.concatenate([piece.word_id for piece in lines.pieces])
    if not len(numbers):
        return np.zeros((count, 3))
    place = (numbers >> _TOPIC_SHIFT).astype(np.int64)
    long = lines.words[line] > _LONG
    in_long = np.bincount(place[long], minlength=_TOPICS)
    returning = in_long[place] - long
    telling = (returning > 0) & (returning < 0.02 * len(numbers))
    read = np.maximum(np.bincount(line, minlength=count), 1)
    shared = np.bincount(line, weights=returning > 0, minlength=count) / read
    rare = np.bincount(line, weights=telling, minlength=count) / read
    whole = lines.words + np.bincount(line, weights=(numbers >> np.uint64(40)).astype(np.float64), minlength=count)
    _, back, times = np.unique(whole, return_inverse=True, return_counts=True)
    return np.stack((shared, rare, (times[back] > 1) & (lines.words > 0)), 1)


def _heralds(cues: Numbers) -> Block:
    """Measure how far above a short line stood that heralds comments, other items or the foot of the page."""
    at = np.arange(len(cues))[:, None]
    last = np.maximum.accumulate(np.where(cues[:, _HERALDS] > 0, at, -200), axis=0)
    return np.log1p(np.minimum(at - last, 200))
