"""Compare: two or more accounts of one contact, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readouts.collation import Witness, collate
from readouts.contacts import why_different
from readouts.errors import WrongCall
from readouts.model import (
    Account,
    Comparison,
    Document,
    Problem,
    Reading,
    Row,
    Span,
)
from readouts.workflows.sigla import sigla
from readouts.workflows.study import Study
from readouts.workflows.tools import Tools


def compare(documents: Sequence[Document], tools: Tools) -> Comparison:
    """Set the accounts side by side, in the order given.

    Raises WrongCall for fewer than two. Accounts that seem to tell of different contacts are compared all
    the same, with a Problem that says why they seem so.
    """
    if len(documents) < 2:
        raise WrongCall("A comparison needs at least two accounts; name two or more files.")
    studies = [Study(document, tools) for document in documents]
    witnesses = [witness(study, account) for account, study in zip(_accounts(studies, tools), studies, strict=True)]
    collation = collate(witnesses, tools.models)
    return Comparison(
        tuple(study.analysis() for study in studies),
        replace(
            collation,
            rows=tuple(given_row(row, studies) for row in collation.rows),
            problems=(*collation.problems, *_doubts(studies)),
        ),
    )


def witness(study: Study, account: Account) -> Witness:
    """Return a whole document as `account`, to be set beside others."""
    return Witness(
        account,
        study.parse,
        study.mentions,
        study.statements,
        residue=study.unread,
        headings=study.headings,
        asides=study.asides,
    )


def _accounts(studies: Sequence[Study], tools: Tools) -> list[Account]:
    documents = [study.document for study in studies]
    marks = sigla([document.publisher for document in documents], tools.actors)
    return [
        Account(document.id, document.publisher, siglum, document.language)
        for document, siglum in zip(documents, marks, strict=True)
    ]


def given_row(row: Row, studies: Sequence[Study]) -> Row:
    """Carry a row's spans back to the texts as given; one study an account, in the order of the cells."""

    def carried(spans: Sequence[Span], study: Study) -> tuple[Span, ...]:
        return tuple(study.given(span) for span in spans)

    return replace(
        row,
        cells=tuple(
            Reading(carried(cell.spans, study)) if isinstance(cell, Reading) else cell
            for cell, study in zip(row.cells, studies, strict=True)
        ),
        differences=tuple(
            replace(
                difference,
                spans=tuple(carried(s, study) for s, study in zip(difference.spans, studies, strict=True)),
            )
            for difference in row.differences
        ),
    )


def _doubts(studies: Sequence[Study]) -> list[Problem]:
    """Say where an account seems to tell of another contact than the first account that tells of one."""
    told = [(s.document.id, [contact for contact in s.contacts if contact.told]) for s in studies]
    told = [(name, contacts) for name, contacts in told if contacts]
    if not told:
        return []
    (first_id, firsts), *others = told
    doubts = [(name, [why_different(one, other) for one in firsts for other in found]) for name, found in others]
    return [
        Problem("different-contacts", f"{name} and {first_id} seem to tell of different contacts: {reasons[0]}.")
        for name, reasons in doubts
        if all(reasons)
    ]
