"""Whose words a stretch of a news text are when several cues claim them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from readouts.attribution.extraction import Extraction
from readouts.model import Span

# Further cues than these, in the order of the text, do not compete for a stretch.
_NEIGHBOURS = 6


def nearest_cues(found: Sequence[Extraction]) -> list[Extraction]:
    """Leave a stretch of several to the nearer cue that claims it too; the only stretch of a cue always stays.

    "“We sail,” she said, referring to the ferries": the ferries belong to "referring to" alone.
    """
    ordered = sorted(found, key=lambda extraction: extraction.cue)
    cues = [extraction.cue[0].start for extraction in ordered]
    kept = []
    for extraction in ordered:
        at = bisect_left(cues, extraction.cue[0].start)
        rivals = [
            rival for rival in ordered[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS + 1] if rival is not extraction
        ]
        own = tuple(
            span
            for span in extraction.content
            if not any(_holds(rival, span) and _gap(rival.cue, span) < _gap(extraction.cue, span) for rival in rivals)
        )
        kept.append(replace(extraction, content=own or extraction.content))
    return kept


def _holds(extraction: Extraction, span: Span) -> bool:
    return any(content.covers(span) for content in extraction.content)


def _gap(cue: Iterable[Span], span: Span) -> int:
    return min(max(word.start - span.end, span.start - word.end) for word in cue)
