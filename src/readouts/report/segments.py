"""A text cut flat at the borders of all marks that lie on it, however they overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from readouts.model import Span

# A line with the white space after it: blank lines belong to the line before them.
_LINE = re.compile(r"[^\n\r]*(?:[\n\r]\s*)?")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r[^\S\r\n]*\r")


class MarkKind(StrEnum):
    """What a mark says of the characters under it."""

    PASSAGE = "passage"
    DIFFERENCE = "difference"
    REPAIR = "repair"
    RESIDUE = "residue"
    HEADING = "heading"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    EVIDENCE = "evidence"
    CLAIM = "claim"
    TERM = "term"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of a text and what is said of them.

    `number` is that of the row or statement, `column` the account's place, `label` the word shown with the
    mark (kind of difference, reason, restored name), `note` the longer explanation.
    """

    span: Span
    kind: MarkKind
    number: int = 0
    column: int = 0
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that lie under the same marks; `span` is their place in the whole text."""

    span: Span
    text: str
    marks: tuple[Mark, ...] = ()

    def begins(self, mark: Mark) -> bool:
        """Say whether `mark` begins with this segment."""
        return mark.span.start == self.span.start

    def ends(self, mark: Mark) -> bool:
        """Say whether `mark` ends with this segment."""
        return mark.span.end == self.span.end


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text; `apart` when a blank line stands before it."""

    segments: tuple[Segment, ...]
    apart: bool = False

    @property
    def span(self) -> Span:
        """The characters of the line, its line end among them."""
        return Span(self.segments[0].span.start, self.segments[-1].span.end)


def segments(text: str, marks: Iterable[Mark], window: Span | None = None) -> tuple[Segment, ...]:
    """Cut `text` (or the `window` of it) at every border of a mark.

    The texts of the segments, joined, are the text again; marks are clipped to the window, empty ones
    left out. Raises SpanOutsideText where a mark or the window reaches past the text.
    """
    window = Span(0, len(text)) if window is None else window
    window.of(text)
    return _cut(text, _clipped(text, marks, window), window, ())


def lines(text: str, marks: Iterable[Mark]) -> tuple[Line, ...]:
    """Cut `text` into lines and each line into segments; joined, they are the text again."""
    starts = [found.start() for found in _LINE.finditer(text) if found.end() > found.start()]
    whole = Span(0, len(text))
    ends = set(starts[1:]) | {len(text)}
    found: list[Line] = []
    current: list[Segment] = []
    before = ""
    for segment in _cut(text, _clipped(text, marks, whole), whole, starts):
        current.append(segment)
        if segment.span.end in ends:
            found.append(Line(tuple(current), bool(_BLANK_LINE.search(before))))
            before = "".join(part.text for part in current)
            current = []
    return tuple(found)


def _clipped(text: str, marks: Iterable[Mark], window: Span) -> list[Mark]:
    kept = []
    for mark in marks:
        mark.span.of(text)
        start, end = max(mark.span.start, window.start), min(mark.span.end, window.end)
        if start < end:
            kept.append(replace(mark, span=Span(start, end)))
    return kept


def _cut(text: str, marks: Sequence[Mark], window: Span, cuts: Iterable[int]) -> tuple[Segment, ...]:
    """Sweep over the borders once, with the marks open at each."""
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.span.start, []).append(mark)
        closing.setdefault(mark.span.end, []).append(mark)
    borders = sorted({window.start, window.end, *opening, *closing, *cuts})
    opened: dict[int, Mark] = {}
    found = []
    for start, end in pairwise(borders):
        for mark in closing.get(start, ()):
            opened.pop(id(mark), None)
        for mark in opening.get(start, ()):
            opened[id(mark)] = mark
        found.append(Segment(Span(start, end), text[start:end], tuple(opened.values())))
    return tuple(found)
