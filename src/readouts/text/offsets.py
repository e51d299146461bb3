"""A map between two texts, one made from the other by replacing pieces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
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

    __slots__ = ("_backward", "_forward", "_replacements")

    def __init__(self, replacements: Iterable[Replacement] = ()) -> None:
        self._replacements = tuple(replacements)
        self._backward = _Way([(r.made, r.given) for r in self._replacements])
        self._forward = _Way([(r.given, r.made) for r in self._replacements])

    @property
    def is_identity(self) -> bool:
        """Say whether both texts are the same."""
        return not self._replacements

    def back(self, span: Span) -> Span:
        """Return the span of the given text from which `span` of the made text came."""
        return self._backward.carry(span)

    def forward(self, span: Span) -> Span:
        """Return the span of the made text that `span` of the given text became."""
        return self._forward.carry(span)


class _Way:
    """One of the two directions: `pieces` are each (there, here) in the order of the text."""

    __slots__ = ("_ends", "_pieces")

    def __init__(self, pieces: Sequence[tuple[Span, Span]]) -> None:
        self._pieces = pieces
        self._ends = [there.end for there, _ in pieces]

    def carry(self, span: Span) -> Span:
        if not self._pieces:
            return span
        start = self._offset(span.start, towards_end=False)
        if span.end == span.start:
            return Span(start, start)
        return Span(start, self._offset(span.end, towards_end=True))

    def _offset(self, offset: int, towards_end: bool) -> int:
        # The last piece that begins before `offset` (or at it, for a start) decides the shift.
        at = bisect_right(self._ends, offset - 1 if towards_end else offset)
        if at < len(self._pieces):
            there, here = self._pieces[at]
            inside = there.start < offset <= there.end if towards_end else there.start <= offset < there.end
            if inside:
                return here.end if towards_end else here.start
        if at == 0:
            return offset
        there, here = self._pieces[at - 1]
        return here.end + (offset - there.end)
