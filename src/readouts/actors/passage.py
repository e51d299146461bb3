"""One sentence on its way to mentions: its words, names and phrases, and what has been made of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from readouts.actors.names import Name
from readouts.actors.phrases import Phrase
from readouts.actors.scan import Line
from readouts.model import Mention, Span
from readouts.text import Token


@dataclass
class Passage:
    """A sentence. `found` are its mentions so far; `strangers` are names of nobody in the table."""

    line: Line
    names: list[Name]
    phrases: list[Phrase]
    found: list[Mention] = field(default_factory=list)
    strangers: list[Name] = field(default_factory=list)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.line.sentence.tokens

    @cached_property
    def parsed(self) -> bool:
        """Say whether the tokens carry dependencies."""
        return bool(self.tokens) and bool(self.tokens[0].dep)

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token the places of those that depend on it."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for place, token in enumerate(self.tokens):
            if token.head != place:
                below[token.head].append(place)
        return below

    @cached_property
    def root(self) -> int:
        """The place of the sentence's main word."""
        return next((place for place, token in enumerate(self.tokens) if token.head == place), 0)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def place(self, span: Span) -> int:
        """Return the place of a span's last token that is no possessive mark."""
        at = max(0, bisect_left(self._starts, span.end) - 1)
        return at - 1 if at and self.tokens[at].tag == "POS" else at

    def token_at(self, span: Span) -> Token | None:
        """Return the last token of a span, None without a parser."""
        return self.tokens[self.place(span)] if self.parsed else None

    def mention_at(self, place: int) -> Mention | None:
        """Return the mention found so far that holds a token; names, offices and states are found in order."""
        start = self.tokens[place].start
        at = bisect_right(self.found, start, key=lambda mention: mention.span.start) - 1
        if at >= 0 and start < self.found[at].span.end:
            return self.found[at]
        return None
