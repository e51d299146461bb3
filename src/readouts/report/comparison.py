"""The comparison page as values: what the template prints, and nothing it has to work out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from readouts.model import Analysis, Comparison, Contact, Problem
from readouts.report.board import Board, board
from readouts.report.dates import edtf_in_words
from readouts.report.full_text import FullText, full_text
from readouts.report.marks import analysis_marks, contact_marks, difference_marks, passage_marks
from readouts.report.names import States, party_name

# How the command is told what a text does not say.
_ADVICE = re.compile(r"; say it with [^;]*\.$")
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The whole page: heading, the sentence under it, warnings, facing columns, full texts."""

    title: str
    parties: str
    warnings: tuple[str, ...]
    board: Board
    texts: tuple[FullText, ...]


def comparison_view(comparison: Comparison, states: States) -> ComparisonView:
    """Lay out a comparison; the accounts are in the order of the analyses."""
    analyses = comparison.analyses
    laid = board(comparison.collation, analyses, range(len(analyses)), states)
    rows = laid.collation.rows
    texts = []
    for index, (analysis, column) in enumerate(zip(analyses, laid.columns, strict=True)):
        differences = (difference for row in rows for difference in row.differences)
        told = (contact for contact in analysis.contacts if contact.told)
        marks = (
            *passage_marks(rows, index),
            *difference_marks(differences, index),
            *analysis_marks(analysis, states),
            *contact_marks(told),
        )
        texts.append(full_text(index, column.siglum, analysis, marks))
    contact = _told(analyses)
    return ComparisonView(
        title=_title(len(analyses), contact),
        parties=", ".join(party_name(party, states) for party in contact.parties) if contact else "",
        warnings=messages(*(a.problems for a in analyses), comparison.collation.problems),
        board=laid,
        texts=tuple(texts),
    )


def messages(*problems: Sequence[Problem]) -> tuple[str, ...]:
    """Return the messages of all problems, each once, without the advice that only helps whoever types a command."""
    return tuple(dict.fromkeys(_ADVICE.sub(".", problem.message) for found in problems for problem in found))


def _told(analyses: Sequence[Analysis]) -> Contact | None:
    """Return the contact the accounts are of, the first that is dated when one is."""
    told = [contact for analysis in analyses for contact in analysis.contacts if contact.told]
    return next((contact for contact in told if contact.date), told[0] if told else None)


def _title(accounts: int, contact: Contact | None) -> str:
    number = _NUMBERS[accounts] if accounts < len(_NUMBERS) else str(accounts)
    if contact is None:
        return f"{number} accounts side by side"
    day = f" of {edtf_in_words(contact.date)}" if contact.date else ""
    return f"{number} accounts of the {contact.kind}{day}"
