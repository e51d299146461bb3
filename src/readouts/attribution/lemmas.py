"""The dictionary forms of the words in a span."""

from __future__ import annotations

from bisect import bisect_left

from readouts.model import Span
from readouts.text import Parse, Token


class Lemmas:
    """All tokens of a text, ready to be asked which lie in a span."""

    __slots__ = ("_starts", "_tokens")

    def __init__(self, parse: Parse) -> None:
        self._tokens: list[Token] = [token for sentence in parse.sentences for token in sentence.tokens]
        self._starts = [token.start for token in self._tokens]

    def of(self, span: Span) -> list[str]:
        """Return the lemmas in `span`."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [token.lemma.lower() for token in self._tokens[first:last]]

    def after(self, span: Span, count: int) -> list[str]:
        """Return the lemmas of the first `count` tokens behind `span`."""
        first = bisect_left(self._starts, span.end)
        return [token.lemma.lower() for token in self._tokens[first : first + count]]
