"""Passages that share wording."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one document of a set, by the document's id."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Echo:
    """Two or more passages that share wording, the earlier first. `similarity` is 0 to 1."""

    passages: tuple[Passage, ...]
    words: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Formula:
    """A sequence of words used in many documents: its uses, the earliest first; `words` is its length."""

    uses: tuple[Passage, ...]
    words: int


@dataclass(frozen=True, slots=True)
class WordingUse:
    """A use of a wording or of a close variant. `similarity` is 0 to 1; 1 is the wording itself, whatever its case."""

    passage: Passage
    similarity: float


@dataclass(frozen=True, slots=True)
class EchoClaim:
    """Where a text itself says that wording returns: the words that claim it and those said to return."""

    claim: Span
    wording: tuple[Span, ...]
