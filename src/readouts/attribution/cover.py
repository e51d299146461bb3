"""Which characters a set of spans covers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from readouts.model import Span


class Cover:
    """A set of spans, melted together, ready to be asked whether another span touches it."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touches(self, span: Span) -> bool:
        """Say whether `span` shares a character with any of the spans."""
        last = bisect_left(self._starts, span.end) - 1
        return last >= 0 and self._ends[last] > span.start
