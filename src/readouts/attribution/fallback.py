"""Languages without rules of their own: what stands in quotation marks, and nothing else."""

from __future__ import annotations

import re

from readouts.attribution.extraction import Extraction
from readouts.attribution.quotes import Quotations

# Shorter quotations are mostly titles and single words held at arm's length. Scripts without spaces count by signs.
_LONG_ENOUGH = re.compile(r"(?:\w+\W+){3}|[^\W\d_a-zA-Z]{8}")
_UNSURE = 0.3


def extract_quotations(text: str, quotations: Quotations) -> tuple[Extraction, ...]:
    """Return each longer quotation as a content without source or cue."""
    return tuple(
        Extraction((), (), (quotation.words,), "", _UNSURE)
        for quotation in quotations.all
        if _LONG_ENOUGH.search(text, quotation.words.start, quotation.span.end)
    )
