"""Formulas: wording that returns in many documents, with first and last use."""

from __future__ import annotations

from collections.abc import Iterable

from readouts import echoes
from readouts.model import Document, WordingUse
from readouts.workflows.usage import Usage, in_time, numbered, usage_of

# A formula is used in so many documents at least, and in so great a share of them: one in two hundred.
_LEAST, _LEAST_OF = 3, 200


def find_formulas(documents: Iterable[Document], least: int | None = None, most: int | None = None) -> list[Usage]:
    """Return the sequences of four words or more that many of the documents use, those that say most first.

    `least` is in how many documents (one in two hundred, but three, where not said), `most` how many formulas are
    returned. Of each family only the longest is.
    """
    ordered = in_time(documents)
    at_least = least if least is not None else max(_LEAST, len(ordered) // _LEAST_OF)
    found = []
    for formula in echoes.find_formulas(numbered(ordered), at_least)[:most]:
        first = formula.uses[0]
        wording = " ".join(first.span.of(ordered[int(first.document)].text).split())
        found.append(usage_of(wording, (WordingUse(use, 1.0) for use in formula.uses), ordered))
    return found
