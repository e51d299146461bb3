"""Residue inside a line: the text of a link that a page's copy left standing between two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readouts.model import Residue, ResidueReason, Span

# After a sentence, a few words that end in no mark, and then a word that begins or goes on with a sentence.
_LEFT = re.compile(
    r"(?<=[.!?] )(?P<left>[A-Z][\w’'-]*(?: [\w’'-]+){1,5}?) "
    r"(?=(?:He|She|They|It|The|This|These|On|In|Of|At|From|But|We)\b [a-z“])"
)
# A sentence has a verb; words of it, and of what may stand before a name, rule a link's text out.
_SENTENCE_WORDS = frozenset(
    """is are was were be been has have had will would can could should may might must do does did said says told
    he she they it we you i who which that this these when while as if because although after before
    mr mrs ms dr president prime minister chancellor king queen secretary general of the""".split()
)
_SURE = 0.7


def residue_within(text: str, line: Span) -> Iterator[Residue]:
    """Yield what stands inside one line of English text and is the text of a link."""
    for found in _LEFT.finditer(text, line.start, line.end):
        words = found["left"].split()
        if not any(word.lower() in _SENTENCE_WORDS for word in words):
            yield Residue(Span(*found.span("left")), ResidueReason.LINK_TEXT, _SURE)
