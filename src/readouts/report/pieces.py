"""Segments as the templates print them: what stands before, on and after each run of characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from readouts.model import Span
from readouts.report.segments import Line, Mark, MarkKind, Segment

T = TypeVar("T")

# Kinds that are shown by a class of the run alone.
_PLAIN = {
    MarkKind.PASSAGE: "used",
    MarkKind.HEADING: "heading",
    MarkKind.RESIDUE: "residue",
    MarkKind.REPAIR: "repair",
    MarkKind.SOURCE: "source",
    MarkKind.CUE: "cue",
    MarkKind.CONTENT: "content",
    MarkKind.EVIDENCE: "evidence",
    MarkKind.CLAIM: "claim",
    MarkKind.TERM: "contested",
    MarkKind.PROBLEM: "doubtful",
}

_HINTED = (MarkKind.EVIDENCE, MarkKind.TERM, MarkKind.CLAIM, MarkKind.PROBLEM)


@dataclass(frozen=True, slots=True)
class Tag:
    """A word shown with a run, and the explanation that comes with it."""

    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowLink:
    """A link from a passage of a full text to its row."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class StatementLink:
    """A link from where a statement's content begins to its note in the margin; `by` marks the account."""

    number: int
    by: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks.

    `cells` are tokens ``row-column`` of the cells that quote it, `statements` the numbers of those it is part
    of. `residue`, `rows` and `begun` stand before the run; `kinds` are the differences it lies under, `ended` those
    that end with it; `restored` stands after it.
    """

    text: str
    start: int
    classes: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    statements: tuple[int, ...] = ()
    rows: tuple[RowLink, ...] = ()
    begun: tuple[StatementLink, ...] = ()
    residue: Tag | None = None
    kinds: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    restored: Tag | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PieceLine:
    """A line of a full text; `apart` when a blank line stands before it."""

    span: Span
    pieces: tuple[Piece, ...]
    apart: bool


def piece(segment: Segment) -> Piece:
    """Return how a segment is shown."""
    of: dict[MarkKind, list[Mark]] = {}
    for mark in segment.marks:
        of.setdefault(mark.kind, []).append(mark)
    passages = of.get(MarkKind.PASSAGE, [])
    differences = of.get(MarkKind.DIFFERENCE, [])
    statements = [m for kind in (MarkKind.SOURCE, MarkKind.CUE, MarkKind.CONTENT) for m in of.get(kind, [])]
    return Piece(
        text=segment.text,
        start=segment.span.start,
        classes=tuple(name for kind, name in _PLAIN.items() if kind in of),
        cells=_unique(f"{mark.number}-{mark.column}" for mark in passages),
        statements=_unique(mark.number for mark in statements),
        rows=_unique(RowLink(mark.number, mark.column) for mark in passages if segment.begins(mark)),
        begun=_unique(
            StatementLink(m.number, m.label) for m in of.get(MarkKind.CONTENT, []) if m.label and segment.begins(m)
        ),
        residue=next((Tag(m.label) for m in of.get(MarkKind.RESIDUE, []) if segment.begins(m)), None),
        kinds=_unique(mark.label for mark in differences),
        ended=_unique(mark.label for mark in differences if segment.ends(mark)),
        restored=next((Tag(m.label, m.note) for m in of.get(MarkKind.REPAIR, []) if segment.ends(m)), None),
        hint="; ".join(_unique(mark.note for kind in _HINTED for mark in of.get(kind, []))),
    )


def piece_line(line: Line) -> PieceLine:
    """Return how a line is shown."""
    return PieceLine(line.span, tuple(piece(segment) for segment in line.segments), line.apart)


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
