"""A person's decisions on what was found, laid over it: rows joined, parted or dismissed, names fixed, residue marked.

A decision is a `Correction` of the collection. It names texts by their hash and passages by position and quote, so
that it holds for the same text wherever it is read again, and changes nothing where the text is another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from readouts.collation import weigh
from readouts.collection import Correction
from readouts.model import (
    Account,
    Analysis,
    Cell,
    Collation,
    Comparison,
    Difference,
    Document,
    Mention,
    MentionKind,
    Reading,
    Relation,
    Repair,
    ReportReading,
    Residue,
    Row,
    Silence,
    Span,
)

ROW, NAME, RESIDUE = "row", "name", "residue"
JOIN, PART, DISMISS, FIX, MARK = "join", "part", "dismiss", "fix", "mark"
BY_HAND = "marked by a person"
# The share of a passage's characters that must still lie in a row for a decision on it to mean that row.
_STILL_THE_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """An account in a decision on rows: its text by hash, its publisher, the passages that were meant."""

    text: str
    publisher: str | None
    spans: tuple[Span, ...]


def target_of(document: Document) -> str:
    """Return what a decision on a text is kept under: the hash of the text."""
    return f"sha256:{document.content_hash}"


def marked_residue(decision: Correction) -> Residue:
    """Return the residue that a decision marks."""
    return Residue(Span(decision.value["start"], decision.value["end"]), BY_HAND)


def row_value(rows: Sequence[Row], accounts: Sequence[Account], analyses: Sequence[Analysis]) -> dict[str, Any]:
    """Return what a decision on rows keeps; `analyses` has the text of each account, in their order."""
    return {"rows": [_row_value(row, accounts, analyses) for row in rows]}


def span_value(span: Span, analysis: Analysis, **said: str) -> dict[str, Any]:
    """Return what a decision on words of one text keeps; raise SpanOutsideText when they do not lie in it."""
    text = analysis.document.text
    return {"start": span.start, "end": span.end, "exact": span.of(text), "document": analysis.document.id, **said}


def amended(comparison: Comparison, decisions: Iterable[Correction]) -> Comparison:
    """Return the comparison with the decisions that concern its texts laid over it, in the order they were made."""
    held = tuple(decisions)
    analyses = tuple(amended_analysis(analysis, held) for analysis in comparison.analyses)
    return replace(comparison, analyses=analyses, collation=_amended_collation(comparison.collation, analyses, held))


def amended_analysis(analysis: Analysis, decisions: Sequence[Correction]) -> Analysis:
    """Return what was found in one text with the decisions on its names and residue laid over it."""
    target = target_of(analysis.document)
    for decision in decisions:
        if decision.target != target or decision.kind not in (NAME, RESIDUE):
            continue
        span = Span(decision.value["start"], decision.value["end"])
        if decision.kind == RESIDUE:
            others = tuple(one for one in analysis.residue if not span.covers(one.span))
            residue = sorted((*others, marked_residue(decision)), key=lambda one: one.span)
            analysis = replace(analysis, residue=tuple(residue))
        else:
            analysis = replace(analysis, mentions=_named(analysis.mentions, span, decision))
    return analysis


def amended_reading(reading: ReportReading, decisions: Iterable[Correction]) -> ReportReading:
    """Return the reading of a report with the decisions that concern its text laid over it."""
    held = tuple(decisions)
    analysis = amended_analysis(reading.analysis, held)
    sides = [analysis] * len(reading.collation.accounts)
    return replace(reading, analysis=analysis, collation=_amended_collation(reading.collation, sides, held))


def concerns(decision: Correction, analyses: Sequence[Analysis]) -> bool:
    """Say whether a decision is on any of these texts."""
    hashes = {analysis.document.content_hash for analysis in analyses}
    if decision.kind == ROW:
        return any(one.text in hashes for row in _told(decision) for one in row)
    return decision.kind in (NAME, RESIDUE) and decision.target.removeprefix("sha256:") in hashes


def _row_value(row: Row, accounts: Sequence[Account], analyses: Sequence[Analysis]) -> list[dict[str, Any]]:
    return [
        {
            "text": analysis.document.content_hash,
            "document": analysis.document.id,
            "publisher": account.publisher.name if account.publisher else None,
            "passages": [
                {"start": span.start, "end": span.end, "exact": span.of(analysis.document.text)} for span in cell.spans
            ],
        }
        for cell, account, analysis in zip(row.cells, accounts, analyses, strict=True)
        if isinstance(cell, Reading)
    ]


def _named(mentions: Sequence[Mention], span: Span, decision: Correction) -> tuple[Mention, ...]:
    repair = Repair(f"a person said so on {decision.made[:10]}", 1.0)
    before = next((one for one in mentions if one.span.overlaps(span)), None)
    said = Mention(
        span,
        before.kind if before else MentionKind.NAME,
        person=decision.value["person"],
        state=before.state if before else None,
        repair=repair,
    )
    others = (one for one in mentions if not one.span.overlaps(span))
    return tuple(sorted((*others, said), key=lambda one: one.span))


def _amended_collation(
    collation: Collation, analyses: Sequence[Analysis], decisions: Sequence[Correction]
) -> Collation:
    rows = list(collation.rows)
    keys = [
        (analysis.document.content_hash, account.publisher.name if account.publisher else None)
        for account, analysis in zip(collation.accounts, analyses, strict=True)
    ]
    for decision in decisions:
        if decision.kind == ROW:
            rows = _decided(rows, keys, decision)
    left_out = [[one.span for one in analysis.residue if one.reason == BY_HAND] for analysis in analyses]
    if any(left_out):
        rows = [kept for row in rows if (kept := _without(row, left_out)) is not None]
    return replace(collation, rows=weigh(rows, collation.outlines) if collation.outlines else tuple(rows))


def _decided(rows: list[Row], keys: Sequence[tuple[str, str | None]], decision: Correction) -> list[Row]:
    meant = [at for at, row in enumerate(rows) if any(_is_meant(row, keys, told) for told in _told(decision))]
    if not meant:
        return rows
    if decision.action == JOIN:
        if len(meant) < 2:
            return rows
        joined = _joined([rows[at] for at in meant])
        return [joined if at == meant[0] else row for at, row in enumerate(rows) if at not in meant[1:]]
    if decision.action == DISMISS:
        return [row for at, row in enumerate(rows) if at not in meant]
    return [part for at, row in enumerate(rows) for part in (_parted(row) if at in meant else (row,))]


def _told(decision: Correction) -> list[list[Told]]:
    return [
        [
            Told(
                account["text"],
                account["publisher"],
                tuple(Span(one["start"], one["end"]) for one in account["passages"]),
            )
            for account in row
        ]
        for row in decision.value["rows"]
    ]


def _is_meant(row: Row, keys: Sequence[tuple[str, str | None]], told: Sequence[Told]) -> bool:
    """Say whether a row is the one a person saw: the same accounts tell it, in much the same passages."""
    meant = {(one.text, one.publisher): one.spans for one in told}
    telling = [(key, cell.spans) for key, cell in zip(keys, row.cells, strict=True) if isinstance(cell, Reading)]
    if {key for key, _ in telling} != set(meant):
        return False
    return all(_shared(meant[key], spans) >= _STILL_THE_SAME for key, spans in telling)


def _shared(meant: Sequence[Span], now: Sequence[Span]) -> float:
    """Return which share of the characters meant lie in the passages now."""
    total = sum(map(len, meant))
    both = sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one in meant for other in now)
    return both / total if total else 0.0


def _joined(rows: Sequence[Row]) -> Row:
    columns = zip(*(row.cells for row in rows), strict=True)
    cells = tuple(_merged(cells) for cells in columns)
    differences = tuple(difference for row in rows for difference in row.differences)
    return replace(rows[0], **_standing(cells, differences), why="a person joined them", confidence=1.0, decided=True)


def _merged(cells: Sequence[Cell]) -> Cell:
    spans = sorted({span for cell in cells if isinstance(cell, Reading) for span in cell.spans})
    return Reading(tuple(spans)) if spans else Silence()


def _parted(row: Row) -> tuple[Row, ...]:
    """Give each account that tells the point a row of its own."""
    return tuple(
        replace(
            row,
            **_standing(tuple(cell if at == place else Silence() for at, cell in enumerate(row.cells)), ()),
            why="a person parted them",
            confidence=1.0,
            decided=True,
        )
        for place, telling in enumerate(row.cells)
        if isinstance(telling, Reading)
    )


def _without(row: Row, left_out: Sequence[Sequence[Span]]) -> Row | None:
    """Return a row without the passages that lie in residue a person marked; None when nothing is left."""
    cells = tuple(_outside(cell, spans) for cell, spans in zip(row.cells, left_out, strict=True))
    if cells == row.cells:
        return row
    if not any(isinstance(cell, Reading) for cell in cells):
        return None
    kept = tuple(
        difference
        for difference in row.differences
        if not any(
            covering.covers(span)
            for at, out in enumerate(left_out)
            for covering in out
            for span in difference.spans[at]
        )
    )
    return replace(row, **_standing(cells, kept))


def _outside(cell: Cell, left_out: Sequence[Span]) -> Cell:
    if not isinstance(cell, Reading):
        return cell
    spans = tuple(span for span in cell.spans if not any(out.covers(span) for out in left_out))
    return Reading(spans) if spans else Silence()


def _standing(cells: tuple[Cell, ...], differences: tuple[Difference, ...]) -> dict[str, Any]:
    """Return the fields of a row that follow from its cells."""
    if sum(isinstance(cell, Reading) for cell in cells) < 2:
        return {"cells": cells, "differences": (), "quotation": (), "relation": Relation.ONLY}
    relation = Relation.DIFFERS if differences else Relation.SAME
    return {"cells": cells, "differences": differences, "relation": relation}
