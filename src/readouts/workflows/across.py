"""Passages of other languages that mean about the same as a phrase, by the sentence encoder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

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
# So many words in a row that two texts have in common are looked at.
_FEW = 2


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


def find_kept_meaning(
    earlier: Document, later: Document, phrase: str, models: Models, least: float
) -> tuple[WordingUse, WordingUse] | None:
    """Return the words that two texts of one other language have in common that mean the phrase best.

    They are used word for word in both, inside a clause; None when none of them is as like the phrase as `least`.
    """
    common = _common(earlier.text, later.text)
    if not common:
        return None
    [wanted] = models.encode([phrase])
    likeness = models.encode([span.of(earlier.text) for span, _ in common]) @ wanted
    best = int(likeness.argmax())
    similarity = min(1.0, float(likeness[best]))
    before, again = (
        WordingUse(Passage(document.id, span), similarity)
        for document, span in zip((earlier, later), common[best], strict=True)
    )
    return (before, again) if similarity >= least else None


def _common(earlier: str, later: str) -> list[tuple[Span, Span]]:
    """Return where two texts have words in a row in common, each but once, as long as they go on."""
    known: dict[tuple[str, ...], tuple[list[re.Match[str]], int]] = {}
    for words, few in _rows(earlier):
        for at in range(len(words) - few + 1):
            known.setdefault(tuple(word[0] for word in words[at : at + few]), (words, at))
    found: dict[str, tuple[Span, Span]] = {}
    for words, few in _rows(later):
        at = 0
        while at + few <= len(words):
            theirs, start = known.get(tuple(word[0] for word in words[at : at + few]), ([], 0))
            same = takewhile(lambda both: both[0][0] == both[1][0], zip(theirs[start:], words[at:], strict=False))
            count = sum(1 for _ in same)
            if count:
                span = Span(words[at].start(), words[at + count - 1].end())
                found.setdefault(span.of(later), (Span(theirs[start].start(), theirs[start + count - 1].end()), span))
            at += max(1, count)
    return list(found.values())


def _rows(text: str) -> Iterator[tuple[list[re.Match[str]], int]]:
    """Yield the words of each clause, and how many in a row say anything there."""
    for clause in _clauses(text):
        words = list(_WORD.finditer(text, clause.start, clause.end))
        yield words, _FEW * (2 if _UNSPACED.search(text, clause.start, clause.end) else 1)


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
