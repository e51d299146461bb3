"""Read: one report that cites several accounts, and those accounts set side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from readouts.collation import collate, find_terms
from readouts.echoes import find_claims
from readouts.errors import CollectionFault, NotInCollection
from readouts.model import Account, Collation, Document, EchoClaim, Problem, Publisher, ReportReading, Span, respan
from readouts.workflows.compare import given_row, witness
from readouts.workflows.counts import with_counts_checked
from readouts.workflows.sigla import sigla
from readouts.workflows.study import Study
from readouts.workflows.tools import Tools

if TYPE_CHECKING:
    from readouts.collection import Collection
    from readouts.workflows.claimed import Returned


def read(document: Document, tools: Tools, collection: Callable[[], Collection] | None = None) -> ReportReading:
    """Clean the report, repair its names, say who says what by whose account, set those accounts side by side.

    Where it claims that wording returns, that wording is looked for in the collection; where it counts a contact ("the
    second time since …"), the count is checked against its register. It is opened only then. What is not found there is
    a problem of the analysis.
    """
    study = Study(document, tools)
    collation = _collate_cited(study, tools)
    claims = find_claims(study.parse)
    returned = _returned(study, claims, tools, collection) if claims and collection else None
    analysis = study.analysis()
    if collection:
        analysis = with_counts_checked(analysis, tools, collection)
    return ReportReading(
        replace(analysis, problems=(*analysis.problems, *returned.problems)) if returned else analysis,
        replace(
            collation,
            rows=tuple(given_row(row, [study] * len(collation.accounts)) for row in collation.rows),
        ),
        claims=respan(claims, study.given),
        echoes=returned.echoes if returned else (),
        echoed=returned.documents if returned else (),
        terms=respan(find_terms(study.parse), study.given),
    )


def _returned(
    study: Study, claims: Sequence[EchoClaim], tools: Tools, collection: Callable[[], Collection]
) -> Returned:
    # Whoever reads a text that claims no echo need not wait for a database's libraries.
    from readouts.workflows.claimed import find_claimed

    try:
        with collection() as held:
            return find_claimed(study, claims, held, tools.models)
    except NotInCollection:
        # Where a collection would lie is no business of whoever is shown the page.
        return _not_looked_for(study, "there is no collection to look in; make one with: readouts add FILE…")
    except CollectionFault as error:
        return _not_looked_for(study, str(error))


def _not_looked_for(study: Study, why: str) -> Returned:
    from readouts.workflows.claimed import Returned

    message = f"{study.document.id}: the text says wording returns; it was not looked for: {why}"
    return Returned(problems=(Problem("echo-not-looked-for", message),))


def _collate_cited(study: Study, tools: Tools) -> Collation:
    """Set side by side what the report gives by each account it cites, in the order of their first words."""
    cited: dict[Publisher, list[Span]] = {}
    for statement in study.statements:
        if statement.account is not None and statement.account != study.document.publisher:
            cited.setdefault(statement.account, []).extend(statement.content)
    publishers = list(cited)
    witnesses = [
        replace(
            witness(study, Account(study.document.id, publisher, siglum, study.document.language)),
            statements=tuple(s for s in study.statements if s.account == publisher),
            passages=tuple(sorted(cited[publisher])),
        )
        for publisher, siglum in zip(publishers, sigla(publishers, tools.actors), strict=True)
    ]
    return collate(witnesses, tools.models)
