"""Where a meeting or visit was held, in English sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from readouts.contacts.lines import Line
from readouts.contacts.sighting import Sighting
from readouts.model import ContactKind, Span

_AT = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
_PLACES = frozenset({"B-GPE", "B-FAC", "B-LOC"})
_HELD_SOMEWHERE = frozenset({ContactKind.MEETING, ContactKind.VISIT})
_AHEAD, _BEHIND = 160, 60


def place_of(line: Line, text: str, sighting: Sighting) -> tuple[str, Span] | None:
    """Return the first place named after a cue by "in" or "at", else the last right before it, as written."""
    if sighting.kind not in _HELD_SOMEWHERE:
        return None
    border = bisect_left(line.tokens, sighting.cue.start, key=lambda token: token.start)
    ahead = _named(line, text, range(border, len(line.tokens)), sighting.cue, _AHEAD)
    return ahead or _named(line, text, range(border - 1, -1, -1), sighting.cue, _BEHIND)


def _named(line: Line, text: str, places: Iterable[int], cue: Span, reach: int) -> tuple[str, Span] | None:
    for at in places:
        token = line.tokens[at]
        if max(token.start - cue.end, cue.start - token.start) > reach:
            return None
        if token.entity in _PLACES and _AT.search(text[max(line.sentence.span.start, token.start - 8) : token.start]):
            end = at + 1
            while end < len(line.tokens) and line.tokens[end].entity.startswith("I-"):
                end += 1
            span = Span(token.start, line.tokens[end - 1].end)
            return span.of(text), span
    return None
