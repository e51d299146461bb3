"""Where a text itself says that wording returns."""

from __future__ import annotations

import re

from readouts.model import EchoClaim, Span
from readouts.text import Parse, Sentence

_CLAIM = re.compile(
    r"\b(?:echo(?:es|ed|ing)?|repeat(?:s|ed|ing)?|parrot(?:s|ed|ing)?|mirror(?:s|ed|ing)?|borrow(?:s|ed|ing)?"
    r"|us(?:es|ed|ing)(?: again)?|return(?:s|ed|ing)? to|recall(?:s|ed|ing)?)\b[^.!?;“”\"]{0,40}?"
    r"\b(?:language|wording|words?|phras(?:e|es|ing)|formula(?:tion)?|lines?|terms?)\b"
)
_QUOTED = re.compile(r"[“\"„«「『]([^“”\"„«»「」『』]{3,400})[”\"»」』]")


def find_claims(parse: Parse) -> tuple[EchoClaim, ...]:
    """Return the claims that wording returns, each with the quotations of its sentence: what is said to return."""
    return tuple(claim for sentence in parse.sentences for claim in _claims(parse.text, sentence))


def _claims(text: str, sentence: Sentence) -> list[EchoClaim]:
    start, end = sentence.span.start, sentence.span.end
    wording = tuple(Span(quoted.start(1), quoted.end(1)) for quoted in _QUOTED.finditer(text, start, end))
    return [EchoClaim(Span(claim.start(), claim.end()), wording) for claim in _CLAIM.finditer(text, start, end)]
