"""Where a text uses wording that accounts are known to contest."""

from __future__ import annotations

from readouts.collation.wording import WordingTable, load_wording
from readouts.model import Term
from readouts.text import Parse


def find_terms(parse: Parse, wording: WordingTable | None = None) -> tuple[Term, ...]:
    """Return the contested terms of a text, in its order, by the wording table (the shipped one by default)."""
    table = wording or load_wording()
    return tuple(
        Term(found.span, found.key.family, found.key.variant) for found in table.terms(parse.text, parse.language)
    )
