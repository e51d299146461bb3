"""Mark what of a plain text is not the article. Nothing is deleted: marks lie beside the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.characters import (
    CAPITAL,
    CASELESS,
    CLOSING,
    COLON,
    COMMA,
    DIGIT,
    IDEOGRAPH,
    SORTS,
    STOP,
)
from readouts.ingest.inline import residue_within
from readouts.ingest.lines import Lines, split_lines
from readouts.ingest.openings import may_say, said_of_itself
from readouts.ingest.residue_model import load_residue_model, residue_probabilities
from readouts.model import Heading, Residue, ResidueReason, Span

Flags = NDArray[np.bool_]
Mark = TypeVar("Mark", Residue, Heading)
_PLACE = attrgetter("span.start", "span.end")

# Marks at least this sure are left out of what the later stages read; it keeps 99 % of the article's lines in both.
SURE = 0.99
# Above this the model alone marks a line, to show it: the best macro F1 (`benchmarks.residue`, `.residue_pages`).
SHOWN = 0.4
# The training pages hold next to no Chinese; a short sentence there is not a menu, however sure the model is.
_IDEOGRAPHIC = np.inf
# Where so many of the lines are the article, a line between two of them is most often its heading.
_MOSTLY_TEXT, _BETWEEN_TEXT = 0.75, 0.95
# A paragraph of so many words is seldom anything but the article, and a release may be one.
_PARAGRAPH = 120
# A line that says itself what it is needs less, a comment of a page's mark-up nothing.
_SAID = 0.005
_HEADING_WORDS, _HEADING_LENGTH = 20, 160
_ASKS, _ASKS_WIDE, _SEMICOLON, _MARKUP = ord("?"), ord("？"), ord(";"), ord("<")
_MAY_BEGIN = np.isin(np.arange(SORTS), (CAPITAL, IDEOGRAPH, CASELESS, DIGIT))
_MAY_END = ~np.isin(np.arange(SORTS), (STOP, COLON, COMMA, CLOSING))
# Where a question may be a headline left glued to a paragraph: so many lines, so many of them set apart.
_LEAST_LINES, _SET_APART = 6, 0.8


def mark_residue(
    text: str,
    language: str | None,
    known_residue: Sequence[Residue] = (),
    known_headings: Sequence[Heading] = (),
    known_text: Sequence[Span] = (),
) -> tuple[tuple[Residue, ...], tuple[Heading, ...]]:
    """Return the residue and the headings of `text`, both in its order.

    What the file itself told (`known_residue`, `known_headings`, and `known_text`, which is neither) stands; the rest
    is judged line by line. Linear in the length of the text.
    """
    lines = split_lines(text)
    if not len(lines):
        return tuple(sorted(known_residue)), tuple(sorted(known_headings))
    probabilities = residue_probabilities(load_residue_model(), lines)
    free = _untold(
        lines, [*(mark.span for mark in known_residue), *(mark.span for mark in known_headings), *known_text]
    )
    residue, judged = _lines_judged(text, lines, probabilities, free)
    within = list(residue_within(text, language, lines, free & ~judged))
    for mark in within:
        judged[lines.starts.searchsorted(mark.span.start, side="right") - 1] = True
    free &= ~judged
    headings = [Heading(lines.span(at)) for at in (_headings(lines) & free).nonzero()[0].tolist()]
    return _in_order(residue, within, known_residue), _in_order(headings, known_headings)


def _lines_judged(
    text: str, lines: Lines, probabilities: NDArray[np.float32], free: Flags
) -> tuple[list[Residue], Flags]:
    """Return whole lines that are residue, and say of each line whether it is among them."""
    glued = _glued_questions(lines)
    asked = (probabilities >= _SAID) | (lines.first == _MARKUP)
    judged = np.zeros(len(lines), bool)
    residue: list[Residue] = []
    looked_at = (free & (asked | glued)).nonzero()[0]
    if not len(looked_at):
        return residue, judged
    shown = probabilities >= _least_shown(lines, probabilities)
    asked &= may_say(lines)
    columns = (array[looked_at].tolist() for array in (lines.starts, lines.ends, probabilities, asked, glued, shown))
    for at, start, end, probability, is_asked, is_glued, is_shown in zip(looked_at.tolist(), *columns, strict=True):
        said = said_of_itself(text, start, end) if is_asked else None
        if said:
            mark = Residue(Span(start, end), said, max(probability, SURE))
        elif is_glued:
            mark = Residue(Span(start, end), ResidueReason.CAPTION, SURE)
        elif is_shown:
            mark = Residue(Span(start, end), ResidueReason.NAVIGATION, probability)
        else:
            continue
        judged[at] = True
        residue.append(mark)
    return residue, judged


def _in_order(marks: list[Mark], *others: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return marks in the order of the text, those of the lines being so already."""
    if any(others):
        marks = sorted(chain(marks, *others), key=_PLACE)
    return tuple(marks)


def _untold(lines: Lines, told: Sequence[Span]) -> Flags:
    """Say of each line whether the file itself told nothing of it."""
    if not told:
        return np.ones(len(lines), bool)
    told = sorted(told)
    starts = np.array([span.start for span in told])
    # Where spans lie within one another, the furthest end so far counts.
    ends = np.maximum.accumulate([span.end for span in told])
    before = starts.searchsorted(lines.ends) - 1
    untold: Flags = (before < 0) | (ends[np.maximum(before, 0)] <= lines.starts)
    return untold


def _least_shown(lines: Lines, probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return how likely residue a line must be to be shown as such."""
    asked = np.full(len(lines), SHOWN)
    is_text = probabilities < SHOWN
    if np.count_nonzero(is_text) >= _MOSTLY_TEXT * len(is_text):
        asked[1:-1][is_text[:-2] & is_text[2:]] = _BETWEEN_TEXT
    asked[lines.words >= _PARAGRAPH] = SURE
    ideographic = lines.sorts[:, IDEOGRAPH] > 0
    if ideographic.any():
        asked[ideographic & (lines.last_sort == STOP)] = _IDEOGRAPHIC
    return asked


def _glued_questions(lines: Lines) -> Flags:
    """Say of each line whether it is another item's headline, left standing on the paragraph below it.

    Where paragraphs are set apart by blank lines, a copied page leaves the headline of a video or of a linked
    item glued to the next paragraph; a heading of the article's own is not a whole question there.
    """
    glued = np.zeros(len(lines), bool)
    asks = (lines.last == _ASKS) | (lines.last == _ASKS_WIDE)
    if len(lines) >= _LEAST_LINES and asks.any():
        apart = lines.blanks > 0
        if apart[1:].mean() >= _SET_APART:
            asks &= (lines.words >= 5) & (lines.words <= _HEADING_WORDS)
            glued[:-1] = asks[:-1] & apart[:-1] & ~apart[1:]
    return glued


def _headings(lines: Lines) -> Flags:
    """Say of each line whether it is a heading: short, no sentence, with a longer line below it."""
    length = lines.ends - lines.starts
    heading = (lines.words > 0) & (lines.words <= _HEADING_WORDS) & (length <= _HEADING_LENGTH)
    heading[:-1] &= length[1:] > length[:-1]
    heading[-1] = False
    heading &= _MAY_END[lines.last_sort] & (lines.last != _SEMICOLON) & _MAY_BEGIN[lines.first_sort]
    return heading
