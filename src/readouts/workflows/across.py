"""Passages of other languages that mean about the same as a phrase, by the sentence encoder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from readouts.model import Document, Passage, Span, WordingUse
from readouts.text import Models

# How alike a clause must be to the phrase to be looked into, and a few words of it to be a use. By hand on phrases of
# press conferences given in Chinese and English.
_CLAUSE, ALIKE = 0.15, 0.75
_CLAUSES = re.compile(r"[^，。；：！？、,.;:!?\n（）()《》]+")
_CHARACTER = "\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CHARACTER}]|[^\W{_CHARACTER}]+")
_UNSPACED = re.compile(f"[{_CHARACTER}]")
# A longer clause is cut; windows of a clause are so much shorter or longer than the phrase. An unspaced script writes
# a word with about two characters.
_LONGEST = 80
_ROUGHLY = 2


def find_meaning(documents: Sequence[Document], phrase: str, models: Models, least: float = ALIKE) -> list[WordingUse]:
    """Return passages of about as many words as the phrase that the encoder takes for the same, with their likeness.

    It is 1 at most and `least` at least. Equal clauses are encoded once, and only those somewhat like the phrase are
    looked into.
    """
    [wanted] = models.encode([phrase])
    where: dict[str, list[Passage]] = defaultdict(list)
    for document in documents:
        for clause in _clauses(document.text):
            where[clause.of(document.text)].append(Passage(document.id, clause))
    clauses = list(where)
    likeness = models.encode(clauses) @ wanted
    length = len(_WORD.findall(phrase))
    windows = {
        clause: list(_windows(clause, length))
        for clause, like in zip(clauses, likeness, strict=True)
        if like >= _CLAUSE
    }
    words = sorted({span.of(clause) for clause, spans in windows.items() for span in spans})
    alike = dict(zip(words, (models.encode(words) @ wanted).tolist(), strict=True))
    rated = {
        clause: [(alike[span.of(clause)], span) for span in spans if alike[span.of(clause)] >= least]
        for clause, spans in windows.items()
    }
    return [
        WordingUse(
            Passage(at.document, Span(at.span.start + span.start, at.span.start + span.end)), min(1.0, similarity)
        )
        for clause, found in rated.items()
        for similarity, span in _apart(found)
        for at in where[clause]
    ]


def _clauses(text: str) -> Iterator[Span]:
    for clause in _CLAUSES.finditer(text):
        for start in range(clause.start(), clause.end(), _LONGEST):
            span = Span(start, min(clause.end(), start + _LONGEST))
            if _WORD.search(text, span.start, span.end):
                yield span


def _windows(clause: str, length: int) -> Iterator[Span]:
    """Yield the stretches of a clause of about as many words as the phrase has."""
    words = list(_WORD.finditer(clause))
    longest = (2 if _UNSPACED.search(clause) else 1) * length + _ROUGHLY
    for size in range(max(1, length - _ROUGHLY), longest + 1):
        for first in range(len(words) - size + 1):
            yield Span(words[first].start(), words[first + size - 1].end())


def _apart(found: list[tuple[float, Span]]) -> list[tuple[float, Span]]:
    """Return the likest that do not overlap."""
    kept: list[tuple[float, Span]] = []
    for similarity, span in sorted(found, key=lambda one: (-one[0], one[1])):
        if not any(span.overlaps(other) for _, other in kept):
            kept.append((similarity, span))
    return kept
