"""A text cut into sentences and tokens, in the form every stage reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readouts.model import Span


class Token(NamedTuple):
    """One word or mark. Offsets are of the whole text; `head` is an index into the sentence's tokens.

    Languages without a parser have empty `tag`, `pos`, `dep` and `entity`, the lower-cased word as `lemma`,
    and each token its own head. `tag` is the Penn tag, `pos` the universal one, `dep` spaCy's English
    (ClearNLP) label, `entity` OntoNotes' label with its position (``B-PERSON``, ``I-PERSON``) or ''.
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str

    @property
    def span(self) -> Span:
        """The characters of the token."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without the white space around it. `block` numbers the line (paragraph) it stands in."""

    span: Span
    tokens: tuple[Token, ...]
    block: int


@dataclass(frozen=True, slots=True)
class Parse:
    """A text with its sentences in order; every character outside them is white space.

    `parsed` says whether the tokens carry tags and dependencies.
    """

    text: str
    language: str | None
    sentences: tuple[Sentence, ...]
    parsed: bool
