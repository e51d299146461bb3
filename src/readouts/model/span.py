"""Where words stand: a span of one text, and an anchor that also carries the words."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.errors import SpanOutsideText


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters in one document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanOutsideText(f"A span must run forward from 0: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """Return exactly the characters covered; raise SpanOutsideText rather than shorten."""
        if self.end > len(text):
            raise SpanOutsideText(f"[{self.start}, {self.end}) reaches past a text of {len(text)} characters")
        return text[self.start : self.end]

    def trimmed(self, text: str) -> Span:
        """Return it without the white space at its edges, empty at its end where it covers nothing else."""
        words = self.of(text)
        start = self.end - len(words.lstrip())
        return Span(start, max(start, self.start + len(words.rstrip())))

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Say whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A span with the exact words it quotes (W3C Web Annotation: position and quote selector)."""

    span: Span
    exact: str

    @classmethod
    def at(cls, span: Span, text: str) -> Anchor:
        """Anchor `span` in `text`; raise SpanOutsideText when it does not lie in it."""
        return cls(span, span.of(text))
