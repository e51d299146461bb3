"""Where a meeting or visit was held, in English sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from readouts.contacts import english_words as words
from readouts.contacts.sentence_tree import Tree
from readouts.contacts.sighting import Sighting
from readouts.model import ContactKind, Span

_AT = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
_NO_PLACE = re.compile(r"\b(?:Administration|Government|Cabinet)\b")
_PLACES = frozenset({"B-GPE", "B-FAC", "B-LOC"})
_HELD_SOMEWHERE = frozenset({ContactKind.MEETING, ContactKind.VISIT})
_AHEAD, _BEHIND = 160, 60


def place_of(tree: Tree, text: str, sighting: Sighting) -> tuple[str, Span] | None:
    """Return the first place named after a cue by "in" or "at", else the last right before it, as written."""
    if sighting.kind not in _HELD_SOMEWHERE:
        return None
    line = tree.line
    border = bisect_left(line.tokens, sighting.cue.start, key=lambda token: token.start)
    ahead = _named(tree, text, range(border, len(line.tokens)), sighting.cue, _AHEAD)
    return ahead or _named(tree, text, range(border - 1, -1, -1), sighting.cue, _BEHIND)


def _named(tree: Tree, text: str, places: Iterable[int], cue: Span, reach: int) -> tuple[str, Span] | None:
    line = tree.line
    for at in places:
        token = line.tokens[at]
        if max(token.start - cue.end, cue.start - token.start) > reach:
            return None
        if token.entity in _PLACES and _AT.search(text[max(line.sentence.span.start, token.start - 8) : token.start]):
            end = at + 1
            while end < len(line.tokens) and line.tokens[end].entity.startswith("I-"):
                end += 1
            span = Span(token.start, line.tokens[end - 1].end)
            if not _is_its_own(tree, at, cue) or _NO_PLACE.search(span.of(text)):
                continue
            trimmed = Span(span.start, span.start + len(span.of(text).rstrip(".,;")))
            return trimmed.of(text), trimmed
    return None


def _is_its_own(tree: Tree, place: int, cue: Span) -> bool:
    """Say whether a place is that of the cue, not of what was discussed or of who was there."""
    for head in tree.heads(place):
        token = tree.tokens[head]
        if token.pos in ("ADP", "PROPN") or token.entity.endswith(("GPE", "LOC", "FAC")):
            continue
        own = cue.start <= token.start < cue.end
        above = any(cue.start <= tree.tokens[child].start < cue.end for child in tree.children(head))
        return own or above or token.lemma.lower() in words.GATHERINGS
    return True
