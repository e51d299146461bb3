"""A full text with everything found in it marked in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.model import Analysis
from readouts.report.names import language_tag, publisher_name
from readouts.report.pieces import PieceLine, piece_line
from readouts.report.segments import Mark, MarkKind, lines


@dataclass(frozen=True, slots=True)
class FullText:
    """One document as shown. `siglum` is empty when several accounts stand in the one text."""

    index: int
    siglum: str
    heading: str
    lang: str | None
    lines: tuple[PieceLine, ...]
    residue: int
    repairs: int


def full_text(index: int, siglum: str, analysis: Analysis, marks: Iterable[Mark]) -> FullText:
    """Lay out one document under `marks`; nothing of its text is left out."""
    document = analysis.document
    marks = tuple(marks)
    return FullText(
        index=index,
        siglum=siglum,
        heading=publisher_name(document.publisher) if document.publisher else document.title or document.id,
        lang=language_tag(document.language),
        lines=tuple(map(piece_line, lines(document.text, marks))),
        residue=sum(mark.kind is MarkKind.RESIDUE for mark in marks),
        repairs=sum(mark.kind is MarkKind.REPAIR for mark in marks),
    )
