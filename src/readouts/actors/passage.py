"""One sentence on its way to mentions: its words, names and phrases, and what has been made of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from readouts.actors.names import Name
from readouts.actors.phrases import Phrase
from readouts.actors.scan import Line
from readouts.model import Mention, Span
from readouts.text import Token


@dataclass(slots=True)
class Passage:
    """A sentence. `found` are its mentions so far; `strangers` are names of nobody in the table."""

    index: int
    line: Line
    names: list[Name]
    phrases: list[Phrase]
    found: list[Mention] = field(default_factory=list)
    strangers: list[Name] = field(default_factory=list)

    def token_at(self, span: Span) -> tuple[int, Token] | None:
        """Return the last token of a span with its place in the sentence, None without a parser."""
        found = None
        for place, token in enumerate(self.line.sentence.tokens):
            if token.start >= span.end:
                break
            if token.end > span.start and token.tag != "POS":
                found = (place, token)
        return found if found and found[1].dep else None
