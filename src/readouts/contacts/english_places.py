"""Where a meeting or visit was held, in English sentences."""

from __future__ import annotations

import re
from bisect import bisect_left

from readouts.contacts.lines import Line
from readouts.contacts.sighting import Sighting
from readouts.model import ContactKind, Span

_AT = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
_PLACES = frozenset({"B-GPE", "B-FAC", "B-LOC"})
_HELD_SOMEWHERE = frozenset({ContactKind.MEETING, ContactKind.VISIT})
_REACH = 160


def place_after(line: Line, text: str, sighting: Sighting) -> tuple[str, Span] | None:
    """Return the first place named after a cue by "in" or "at", as written, with a place it is said to lie in."""
    if sighting.kind not in _HELD_SOMEWHERE:
        return None
    tokens = line.tokens
    for at in range(bisect_left(tokens, sighting.cue.end, key=lambda token: token.start), len(tokens)):
        token = tokens[at]
        if token.start > sighting.cue.end + _REACH:
            return None
        if token.entity not in _PLACES:
            continue
        if not _AT.search(text[max(sighting.cue.end, token.start - 8) : token.start]):
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].entity.startswith("I-"):
            end += 1
        span = Span(token.start, tokens[end - 1].end)
        return span.of(text), span
    return None
