"""What lies on a full text, as marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readouts.model import (
    Analysis,
    Contact,
    Difference,
    EchoClaim,
    Mention,
    Problem,
    Reading,
    Row,
    Statement,
    Term,
)
from readouts.report.names import States, state_name
from readouts.report.segments import Mark, MarkKind

_PARTY = "party"


def analysis_marks(analysis: Analysis, states: States) -> Iterator[Mark]:
    """Yield residue, headings, repaired names and doubtful characters."""
    for residue in analysis.residue:
        yield Mark(residue.span, MarkKind.RESIDUE, label=str(residue.reason))
    for heading in analysis.headings:
        yield Mark(heading.span, MarkKind.HEADING)
    yield from repair_marks(analysis.mentions, states)
    yield from problem_marks(analysis.problems)


def repair_marks(mentions: Iterable[Mention], states: States) -> Iterator[Mark]:
    """Yield the names that were restored, with the rule that did it."""
    for mention in mentions:
        if mention.repair:
            restored = mention.person or state_name(mention.state, states)
            sure = f"{mention.repair.rule} ({mention.repair.confidence:.0%} sure)"
            yield Mark(mention.span, MarkKind.REPAIR, label=restored, note=sure)


def passage_marks(rows: Sequence[Row], column: int) -> Iterator[Mark]:
    """Yield the passages that one account gives to the rows, rows numbered from 1 in the order given."""
    for number, row in enumerate(rows, start=1):
        cell = row.cells[column]
        if isinstance(cell, Reading):
            for span in cell.spans:
                yield Mark(span, MarkKind.PASSAGE, number, column)


def difference_marks(differences: Iterable[Difference], column: int) -> Iterator[Mark]:
    """Yield the words on which one account's side of each difference rests."""
    for difference in differences:
        for span in difference.spans[column]:
            yield Mark(span, MarkKind.DIFFERENCE, column=column, label=str(difference.kind))


def statement_marks(statements: Sequence[Statement], by: Sequence[str]) -> Iterator[Mark]:
    """Yield sources, cues and contents, numbered from 1; `by` marks the account of each where it begins."""
    for number, (statement, account) in enumerate(zip(statements, by, strict=True), start=1):
        for span in statement.source:
            yield Mark(span, MarkKind.SOURCE, number)
        for span in statement.cue:
            yield Mark(span, MarkKind.CUE, number)
        for place, span in enumerate(statement.content):
            yield Mark(span, MarkKind.CONTENT, number, label="" if place else account)


def contact_marks(contacts: Iterable[Contact]) -> Iterator[Mark]:
    """Yield the words on which contacts rest, and what each shows; not the names, which stand in almost every line."""
    for contact in contacts:
        for evidence in contact.evidence:
            if evidence.why != _PARTY:
                yield Mark(evidence.span, MarkKind.EVIDENCE, note=evidence.why)
        yield from problem_marks(contact.problems)


def claim_marks(claims: Iterable[EchoClaim]) -> Iterator[Mark]:
    """Yield the words that claim that wording returns, and the wording."""
    for claim in claims:
        yield Mark(claim.claim, MarkKind.CLAIM, note="says that wording returns")
        for span in claim.wording:
            yield Mark(span, MarkKind.CLAIM, note="wording said to return")


def term_marks(terms: Iterable[Term]) -> Iterator[Mark]:
    """Yield contested terms with the family they belong to."""
    for term in terms:
        yield Mark(term.span, MarkKind.TERM, note=f"contested: {term.family} ({term.variant})")


def problem_marks(problems: Iterable[Problem]) -> Iterator[Mark]:
    """Yield the characters that problems rest on."""
    for problem in problems:
        for span in problem.spans:
            yield Mark(span, MarkKind.PROBLEM, note=problem.message)
