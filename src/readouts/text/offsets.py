"""A map between two texts, one made from the other by replacing pieces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from readouts.model import Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """`given` characters of the first text became `made` characters of the second."""

    given: Span
    made: Span


class OffsetMap:
    """Leads spans of the made text back to the given text.

    Outside replacements the map is exact to the character; a span that touches a replacement comes back
    wide enough to hold the whole of what was replaced, so no character read is ever lost.
    """

    __slots__ = ("_made_ends", "_replacements")

    def __init__(self, replacements: Iterable[Replacement] = ()) -> None:
        self._replacements = tuple(replacements)
        self._made_ends = [r.made.end for r in self._replacements]

    @property
    def is_identity(self) -> bool:
        """Say whether both texts are the same."""
        return not self._replacements

    def back(self, span: Span) -> Span:
        """Return the span of the given text from which `span` of the made text came."""
        if not self._replacements:
            return span
        start = self._offset(span.start, towards_end=False)
        if span.end == span.start:
            return Span(start, start)
        return Span(start, self._offset(span.end, towards_end=True))

    def _offset(self, made: int, towards_end: bool) -> int:
        # The last replacement that begins before `made` (or at it, for a start) decides the shift.
        at = bisect_right(self._made_ends, made - 1 if towards_end else made)
        if at < len(self._replacements):
            r = self._replacements[at]
            inside = r.made.start < made <= r.made.end if towards_end else r.made.start <= made < r.made.end
            if inside:
                return r.given.end if towards_end else r.given.start
        if at == 0:
            return made
        before = self._replacements[at - 1]
        return before.given.end + (made - before.made.end)
