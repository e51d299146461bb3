"""Quotations signed by their speaker, as collections of voices print them: “We sail.” — Ilsa Varo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readouts.attribution.extraction import Extraction
from readouts.attribution.quotes import Quotations
from readouts.model import Span

_SIGNATURE = re.compile(
    r"[ \t\u00a0]*(?P<cue>[―—–]|--?)[ \t\u00a0]*(?P<source>[A-Z\u00c0-\u00de\u0410-\u042f][^\n\r“”\"«»:]{1,80}?)"
    r"[ \t\u00a0.]*(?=[\n\r]|\Z)"
)
_WORDS = re.compile(r"\w+\W+\w")
_SURE = 0.9


def signed_quotations(text: str, quotations: Quotations) -> Iterator[Extraction]:
    """Yield each quotation that a dash and a name close on its line. Linear in the length of the text."""
    for quotation in quotations.all:
        signature = _SIGNATURE.match(text, quotation.span.end) if quotation.closed else None
        if signature is not None and _WORDS.search(text, quotation.words.start, quotation.words.end):
            spans = (Span(*signature.span(part)) for part in ("source", "cue"))
            source, cue = ((span,) for span in spans)
            yield Extraction(source, cue, (quotation.span,), "say", _SURE)
