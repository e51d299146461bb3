"""Read: one report that cites several accounts, and those accounts set side by side."""

from __future__ import annotations

from dataclasses import replace

from readouts.collation import Witness, collate, find_terms
from readouts.echoes import find_claims
from readouts.model import Account, Collation, Document, Publisher, ReportReading, Span, respan
from readouts.workflows.compare import given_row
from readouts.workflows.sigla import sigla
from readouts.workflows.study import Study
from readouts.workflows.tools import Tools


def read(document: Document, tools: Tools) -> ReportReading:
    """Clean the report, repair its names, say who says what by whose account, set those accounts side by side."""
    study = Study(document, tools)
    collation = _collate_cited(study, tools)
    return ReportReading(
        study.analysis(),
        replace(
            collation,
            rows=tuple(given_row(row, [study] * len(collation.accounts)) for row in collation.rows),
        ),
        claims=respan(find_claims(study.parse), study.given),
        terms=respan(find_terms(study.parse), study.given),
    )


def _collate_cited(study: Study, tools: Tools) -> Collation:
    """Set side by side what the report gives by each account it cites, in the order of their first words."""
    cited: dict[Publisher, list[Span]] = {}
    for statement in study.statements:
        if statement.account is not None and statement.account != study.document.publisher:
            cited.setdefault(statement.account, []).extend(statement.content)
    publishers = list(cited)
    witnesses = [
        Witness(
            Account(study.document.id, publisher, siglum, study.document.language),
            study.parse,
            study.mentions,
            tuple(s for s in study.statements if s.account == publisher),
            passages=tuple(sorted(cited[publisher])),
            residue=study.unread,
        )
        for publisher, siglum in zip(publishers, sigla(publishers, tools.actors), strict=True)
    ]
    return collate(witnesses, tools.models)
