"""The accounts set side by side: heads, points grouped by topic, differences, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from readouts.model import (
    Analysis,
    Cell,
    Collation,
    Difference,
    DifferenceKind,
    Gap,
    Publisher,
    Reading,
    Relation,
    Row,
    Silence,
    Span,
)
from readouts.report.beside import Beside, beside, is_whole_cell, lacks_topic, said_beside
from readouts.report.columns import Column, columns
from readouts.report.marks import difference_marks, repair_marks
from readouts.report.names import States
from readouts.report.order import Order, order_of_topics
from readouts.report.pieces import Piece, piece
from readouts.report.segments import segments
from readouts.report.summary import Share, percent, shares, summary
from readouts.report.voices import Voice, voices

OTHER = "other points"
# What stands before words that go on with a sentence.
_GOES_ON = re.compile(r"[\w,;，；、][^\S\n]*$")
# Silences from the heaviest to the lightest.
_GAPS = (Gap.TOPIC, Gap.POINT, Gap.FORMALITY)
# How many dots of confidence there are.
_DOTS = 4
_KINDS = {
    DifferenceKind.TERM: "another word",
    DifferenceKind.FORCE: "another force",
    DifferenceKind.NUMBER: "another number",
    DifferenceKind.DATE: "another date",
    DifferenceKind.ACTOR: "another person or state",
    DifferenceKind.POLARITY: "one affirms, one denies",
    DifferenceKind.DETAIL: "a detail not in each",
}


@dataclass(frozen=True, slots=True)
class PassageView:
    """Words of a cell, exact; `start` is where they stand in their text.

    `apart` when words between them and those before are left out, `within` when they begin within a sentence.
    """

    start: int
    pieces: tuple[Piece, ...]
    apart: bool
    within: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """What one account says of a point; without passages it says nothing: `gap` says of how much."""

    column: int
    passages: tuple[PassageView, ...]
    voices: tuple[Voice, ...]
    gap: str = ""

    @property
    def silent(self) -> bool:
        """Say whether the account says nothing of the point."""
        return not self.passages


@dataclass(frozen=True, slots=True)
class Words:
    """Words quoted from a text, and where they begin in it."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class ValueView:
    """One account's side of a difference: its value and the words it rests on, or that it is silent."""

    column: int
    value: str
    words: tuple[Words, ...]
    silent: bool


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A difference in plain words."""

    kind: str
    label: str
    values: tuple[ValueView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One point as shown, numbered from 1 in the order of the page.

    `only` is the account that stands alone, `share` how much of its text it gives to the point.
    """

    number: int
    relation: str
    only: int | None
    share: str
    cells: tuple[CellView, ...]
    differences: tuple[DifferenceView, ...]
    dots: int
    confidence: str
    why: str
    quotation: tuple[tuple[int, int], ...]
    decided: bool


@dataclass(frozen=True, slots=True)
class TopicView:
    """The points of one topic; `number` counts topics from 1, `missing` are the accounts that say nothing of it."""

    number: int
    topic: str
    rows: tuple[RowView, ...]
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the facing columns show.

    `collation` has its rows in the order of the page; `one_text` when all accounts stand in one text.
    """

    collation: Collation
    one_text: bool
    columns: tuple[Column, ...]
    topics: tuple[TopicView, ...]
    summary: str
    shares: tuple[Share, ...]
    order: Order | None
    beside: tuple[Beside, ...]

    @property
    def dots(self) -> int:
        """Return how many dots of confidence there are."""
        return _DOTS


def board(collation: Collation, analyses: Sequence[Analysis], texts: Sequence[int], states: States) -> Board:
    """Lay out a collation; `texts` says for each account which of the `analyses` holds its words."""
    grouped = _by_topic(collation.rows)
    collation = replace(collation, rows=tuple(row for rows in grouped.values() for row in rows))
    heads = columns(collation, analyses, texts)
    sigla = {account.publisher: account.siglum for account in collation.accounts if account.publisher}
    sides = [analyses[text] for text in texts]
    topics: list[TopicView] = []
    number = 0
    for place, (topic, rows) in enumerate(grouped.items(), start=1):
        views = tuple(_row(row, number + at, sides, sigla, states) for at, row in enumerate(rows, start=1))
        missing = [at for at in range(len(texts)) if all(lacks_topic(row, at) for row in rows)]
        topics.append(TopicView(place, topic, views, tuple(missing)))
        number += len(rows)
    names = tuple(grouped)
    numbers = {None if topic == OTHER else topic: place for place, topic in enumerate(names, start=1)}
    return Board(
        collation,
        len(analyses) == 1,
        heads,
        tuple(topics),
        summary(collation),
        shares(collation),
        order_of_topics(numbers, names, collation.outlines, heads),
        beside(collation, numbers, names, states),
    )


def _by_topic(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Group rows by topic, in the order in which topics first come up; those without a topic last.

    Within a topic, what several accounts say comes first, then what one alone says, the heaviest silence first.
    """
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.topic or OTHER, []).append(row)
    if OTHER in grouped:
        grouped[OTHER] = grouped.pop(OTHER)
    return {topic: sorted(points, key=_weight) for topic, points in grouped.items()}


def _weight(row: Row) -> tuple[int, int, float]:
    """Return where a row stands within its topic."""
    if row.relation is not Relation.ONLY:
        return 0, 0, 0.0
    # Where a report cites one account alone, nobody is silent.
    silences = [cell for cell in row.cells if isinstance(cell, Silence)]
    heaviest = min((_GAPS.index(cell.gap) for cell in silences), default=len(_GAPS))
    return 1, heaviest, -max((cell.share for cell in silences), default=0.0)


def _row(row: Row, number: int, sides: Sequence[Analysis], sigla: Mapping[Publisher, str], states: States) -> RowView:
    telling = [at for at, cell in enumerate(row.cells) if isinstance(cell, Reading)]
    alone = row.relation is Relation.ONLY and len(telling) == 1
    share = max((cell.share for cell in row.cells if isinstance(cell, Silence)), default=0.0)
    return RowView(
        number=number,
        relation=str(row.relation),
        only=telling[0] if alone else None,
        share=percent(share) if alone and share else "",
        cells=tuple(_cell(cell, at, row, sides[at], sigla, states) for at, cell in enumerate(row.cells)),
        differences=tuple(_difference(difference, row, sides) for difference in row.differences),
        dots=max(1, min(_DOTS, round(row.confidence * _DOTS))),
        confidence=f"{row.confidence:.0%}",
        why=row.why,
        quotation=row.quotation,
        decided=row.decided,
    )


def _cell(
    cell: Cell, column: int, row: Row, side: Analysis, sigla: Mapping[Publisher, str], states: States
) -> CellView:
    if not isinstance(cell, Reading):
        return CellView(column, (), (), str(cell.gap))
    text = side.document.text
    marks = [*difference_marks(row.differences, column), *repair_marks(side.mentions, states)]
    marks = [mark for mark in marks if any(mark.span.overlaps(span) for span in cell.spans)]
    passages = []
    before: Span | None = None
    for span in cell.spans:
        apart = before is not None and bool(text[before.end : span.start].strip())
        within = not apart and bool(_GOES_ON.search(text, max(span.start - 3, 0), span.start))
        passages.append(PassageView(span.start, tuple(piece(s) for s in segments(text, marks, span)), apart, within))
        before = span
    return CellView(column, tuple(passages), voices(cell.spans, side.statements, text, sigla, states))


def _difference(difference: Difference, row: Row, sides: Sequence[Analysis]) -> DifferenceView:
    values = []
    for column, (spans, side, cell) in enumerate(zip(difference.spans, sides, row.cells, strict=True)):
        value = said_beside(difference, column, cell, side.document.text) or ""
        shown = () if value and is_whole_cell(difference, column, cell) else spans
        words = tuple(Words(span.of(side.document.text), span.start) for span in shown)
        values.append(ValueView(column, value, words, not isinstance(cell, Reading)))
    return DifferenceView(str(difference.kind), _KINDS[difference.kind], tuple(values))
