"""Concepts: words of official prose that say one thing, whatever the word and the language."""

from __future__ import annotations

from functools import lru_cache

from readouts.collation.lexicon import Lexicon
from readouts.errors import BrokenTable
from readouts.model import Span
from readouts.resources import read_text

_SHIPPED = "collation/concepts.tsv"
# Concepts of how a thing is said, of no help in telling what is said.
FRAME = frozenset(
    {
        *("agree", "reaffirm", "underscore", "note", "support", "exchange views", "dialogue", "continue", "ready"),
        *("important", "position", "focus", "express thanks", "welcome", "request", "propose", "brief", "relations"),
        *("bilateral issues", "teams", "look forward", "concern", "commitment"),
    }
)


@lru_cache(maxsize=1)
def load_concepts() -> Lexicon[str]:
    """Return the shipped concepts, sought by their words."""
    rows = [line for line in read_text(_SHIPPED).splitlines() if line.strip() and not line.startswith("#")]
    _, *languages = rows[0].split("\t")
    entries = []
    for row in rows[1:]:
        concept, *columns = row.split("\t")
        if len(columns) != len(languages):
            raise BrokenTable(f"{_SHIPPED}, {concept}: a column a language is expected, divided by tabs.")
        entries += [
            (language, word, concept)
            for language, words in zip(languages, columns, strict=True)
            for word in words.split(";")
        ]
    return Lexicon(entries)


def concepts_of(text: str, language: str | None, span: Span) -> frozenset[str]:
    """Return the concepts that a passage of `text` has words for; none in a language the table does not have."""
    return frozenset(found.key for found in load_concepts().find(text, language, span))
