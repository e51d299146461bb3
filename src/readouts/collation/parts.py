"""Parts of a sentence that may be points of their own: clauses and items of enumerations."""

from __future__ import annotations

import re

from readouts.model import Span

_BORDER = {
    "zh": re.compile("[，；：。！？—]+"),
    "": re.compile(r"[;:—–]+\s*|,\s+(?:(?:and|or|as well as|but|while)\s+)?|\s+(?:and|as well as|while|but)\s+"),
}
# Shorter pieces say too little by themselves; they stay with what follows.
_SHORTEST = {"zh": 8, "": 24}


def split_parts(text: str, language: str | None, span: Span) -> tuple[Span, ...]:
    """Cut a passage at its commas and conjunctions into parts that together hold every word of it."""
    key = "zh" if language in ("zh", "ja") else ""
    parts: list[Span] = []
    begin = span.start
    for border in _BORDER[key].finditer(text, span.start, span.end):
        if border.start() - begin >= _SHORTEST[key] and span.end - border.end() >= _SHORTEST[key]:
            parts.append(Span(begin, border.start()))
            begin = border.end()
    parts.append(Span(begin, span.end))
    return tuple(parts)
