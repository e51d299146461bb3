"""What a government changed in a release after publishing it: sentences taken out and put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from readouts.model import Span

# A stretch to the end of a sentence or line; its marks go with it.
_PIECE = re.compile(r"[^\n。！？.!?]*[。！？.!?]*[”’\"')\]]*[^\S\n]*\n*")
# Beyond this many pieces only whole lines are compared: the matcher's time grows with the square.
_MOST = 3000
_LINE = re.compile(r"[^\n]*\n*")


@dataclass(frozen=True, slots=True)
class Revision:
    """One change: what stood in the earlier text (None where something was put in) and in the later."""

    earlier: Span | None
    later: Span | None


def revisions(earlier: str, later: str) -> list[Revision]:
    """Return the changes from one version's text to the next, in the order of the text; blank changes are left out."""
    rule = _PIECE if len(earlier) + len(later) < 2_000_000 else _LINE
    old, new = _pieces(earlier, rule), _pieces(later, rule)
    if len(old) + len(new) > 2 * _MOST:
        old, new = _pieces(earlier, _LINE), _pieces(later, _LINE)
    matcher = SequenceMatcher(None, [span.of(earlier) for span in old], [span.of(later) for span in new])
    found = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        before, after = _trimmed(old[a:b], earlier), _trimmed(new[c:d], later)
        if before or after:
            found.append(Revision(before, after))
    return found


def _pieces(text: str, rule: re.Pattern[str]) -> list[Span]:
    return [Span(found.start(), found.end()) for found in _filled(rule, text)]


def _filled(rule: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return (found for found in rule.finditer(text) if found.end() > found.start())


def _trimmed(pieces: list[Span], text: str) -> Span | None:
    if not pieces:
        return None
    start, end = pieces[0].start, pieces[-1].end
    inner = text[start:end].strip()
    if not inner:
        return None
    begin = start + text[start:end].index(inner)
    return Span(begin, begin + len(inner))
