"""Formulas: wording that returns in many documents, with first and last use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from readouts import echoes
from readouts.model import Document, Span, WordingUse
from readouts.workflows.usage import Usage, in_time, numbered, usage_of

# A formula is used in so many documents at least, and in so great a share of them: one in two hundred.
_LEAST, _LEAST_OF = 3, 200
_OPENS = {"”": "“", "’": "‘", ")": "(", "）": "（", "》": "《", "」": "「", "』": "『", "»": "«", "]": "["}
_ABBREVIATED = re.compile(r"(?:\.\w|\b[JS]r)\Z")


def find_formulas(documents: Iterable[Document], least: int | None = None, most: int | None = None) -> list[Usage]:
    """Return the sequences of four words or more that many of the documents use, those that say most first.

    `least` is in how many documents (one in two hundred, but three, where not said), `most` how many formulas are
    returned. Of each family only the longest that most of its documents use is; its wording is as most write it.
    """
    ordered = in_time(documents)
    at_least = least if least is not None else max(_LEAST, len(ordered) // _LEAST_OF)
    found = []
    for formula in islice(echoes.find_formulas(numbered(ordered), at_least), most):
        uses = [_written(ordered[int(use.document)].text, use.span) for use in formula.uses]
        [(wording, _)] = Counter(uses).most_common(1)
        found.append(usage_of(wording, (WordingUse(use, 1.0) for use in formula.uses), ordered))
    return found


def _written(text: str, span: Span) -> str:
    """Return a wording on one line, with the mark that closes what is opened in it, or ends its last abbreviation."""
    wording, behind = span.of(text), text[span.end : span.end + 1]
    opens = _OPENS.get(behind)
    closes = opens is not None and wording.count(opens) > wording.count(behind)
    if closes or (behind == "." and _ABBREVIATED.search(wording)):
        wording += behind
    return " ".join(wording.split())
