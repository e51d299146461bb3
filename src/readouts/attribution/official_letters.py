"""Letters and messages that a release reads out: "The message reads, in part: …", over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readouts.attribution.extraction import Extraction
from readouts.attribution.quotes import Quotation, Quotations
from readouts.model import Span

_READS = re.compile(
    r"\b(?P<source>(?:the|his|her|their|a)\s(?:[\w-]+\s){0,3}?(?:messages?|letters?|telegrams?|greetings?|addresse?s?|notes?))"
    r"\s(?P<cue>(?:reads?|runs?)(?:,?\s(?:in\spart|among\sother\sthings|as\sfollows))?)\s?:\s*(?=[“„\"«])",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n\r]*")
_CLOSES = re.compile('[”"»“][.,]?\\s*$')
# A letter of more paragraphs than these is not looked through for its closing mark.
_PARAGRAPHS = 40
_SURE = 0.9


def read_out(text: str, quotations: Quotations) -> Iterator[Extraction]:
    """Yield each text that is read out: the letter is the source, "reads" the cue. Linear in the length of the text."""
    past = 0
    for found in _READS.finditer(text):
        quotation = quotations.around(found.end())
        if quotation is None or found.start() < past:
            continue
        content = quotation.span if quotation.closed else _whole(text, quotation)
        past = content.end
        yield Extraction((Span(*found.span("source")),), (Span(*found.span("cue")),), (content,), "read", _SURE)


def _whole(text: str, quotation: Quotation) -> Span:
    """Return an unclosed quotation up to the paragraph that closes it; its own paragraph where none does."""
    at = quotation.span.end
    for _ in range(_PARAGRAPHS):
        while at < len(text) and text[at] in "\n\r":
            at += 1
        if at >= len(text):
            break
        line = _LINE.match(text, at)
        at = line.end() if line else len(text)
        if _CLOSES.search(text, max(at - 4, quotation.span.end), at):
            return Span(quotation.span.start, at)
    return quotation.span
