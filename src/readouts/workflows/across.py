"""Passages of other languages that mean about the same as a phrase, by the sentence encoder and a glossary."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from readouts.echoes import is_phrase
from readouts.model import Document, Passage, Span, WordingUse
from readouts.resources import read_text
from readouts.text import Models

# How alike a clause must be to the phrase to be looked into, and a few words of it to be a wording for it; how much
# less alike than the likest another may be. By hand on twenty phrases traced in 1,677 Chinese texts, see decision 101.
_CLAUSE, ALIKE, _BEHIND, _WORD_MORE = 0.15, 0.75, 0.04, 0.01
# So many clauses, the likest, are looked into: what they are found to say is then looked for in all.
_NEAREST = 1000
# What the glossary gives for a phrase counts as so like it.
_GIVEN = 0.9
_CLAUSES = re.compile(r"[^，。；：！？、,.;:!?\n（）()《》]+")
_CHARACTER = "\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CHARACTER}]|[^\W{_CHARACTER}]+")
_UNSPACED = re.compile(f"[{_CHARACTER}]")
# A longer clause is cut; windows of a clause are so much shorter or longer than the phrase. An unspaced script writes
# a word with about two characters, and words of so many are told apart by the glossary.
_LONGEST = 80
_ROUGHLY = 2
_CHARACTERS = (3, 2)
# So many words in a row that two texts have in common are looked at.
_FEW = 2


def find_meaning(documents: Sequence[Document], phrase: str, models: Models, least: float = ALIKE) -> list[WordingUse]:
    """Return the uses of what the glossary has for the phrase, or the encoder takes for it, with their likeness.

    It is 1 at most and `least` at least. Where the glossary, of Chinese and English, has the phrase, nothing else is
    looked for in that language. Equal clauses are encoded once, and only those most like the phrase are looked into
    for a wording of about as many words.
    """
    where: dict[str, list[Passage]] = defaultdict(list)
    for document in documents:
        for clause in _clauses(document.text):
            where[clause.of(document.text)].append(Passage(document.id, clause))
    given = _glossary().get(_plain(phrase), [])
    is_given = bool(given) and bool(_UNSPACED.search(given[0]))
    open_to_it = [clause for clause in where if not given or bool(_UNSPACED.search(clause)) != is_given]
    wordings = _by_encoder(open_to_it, phrase, models, least) | dict.fromkeys(given, _GIVEN)
    return [
        WordingUse(Passage(at.document, Span(at.span.start + span.start, at.span.start + span.end)), similarity)
        for clause, passages in where.items()
        for similarity, span in _apart(list(_uses(clause, wordings)))
        for at in passages
    ]


def _by_encoder(clauses: list[str], phrase: str, models: Models, least: float) -> dict[str, float]:
    """Return the wordings of the clauses that the encoder takes for the phrase, and how like it they are."""
    [wanted] = models.encode([phrase])
    likeness = models.encode(clauses) @ wanted
    nearest = [clauses[at] for at in (-likeness).argsort()[:_NEAREST] if likeness[at] >= _CLAUSE]
    length = len(_WORD.findall(phrase))
    windows = {clause: list(_windows(clause, length)) for clause in nearest}
    words = sorted({span.of(clause) for clause, spans in windows.items() for span in spans})
    alike = dict(zip(words, (models.encode(words) @ wanted).tolist(), strict=True))
    bar = max(least, max(alike.values(), default=0.0) - _BEHIND)
    found: dict[str, float] = {}
    for clause, spans in windows.items():
        rated = [(alike[span.of(clause)], span) for span in spans if alike[span.of(clause)] >= bar]
        # What is hardly more like it for a word more is that word.
        short = _apart(
            [(similarity - _WORD_MORE * len(_WORD.findall(span.of(clause))), span) for similarity, span in rated]
        )
        found |= {span.of(clause): min(1.0, alike[span.of(clause)]) for _, span in short}
    return found


@cache
def _glossary() -> dict[str, list[str]]:
    """Return what is said in the other language for what is said in one."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in read_text("collation/glossary.tsv").splitlines():
        word, tab, meaning = line.partition("\t")
        if tab and not line.startswith("#"):
            found[_plain(meaning)].append(word)
            found[word].append(meaning)
    return dict(found)


def _plain(phrase: str) -> str:
    """Return a phrase as the glossary has it: without an article, in small letters."""
    words = phrase.casefold().replace("-", " ").split()
    return " ".join(words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words)


def _uses(clause: str, wordings: dict[str, float]) -> Iterator[tuple[float, Span]]:
    """Yield where a clause has one of the wordings, whole words of it."""
    present = {wording: similarity for wording, similarity in wordings.items() if wording in clause}
    inside = _inside(clause) if present else set()
    for wording, similarity in present.items():
        for found in re.finditer(re.escape(wording), clause):
            if inside.isdisjoint(found.span()):
                yield similarity, Span(*found.span())


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
    """Yield the stretches of a clause of about as many words as the phrase has that may be phrases."""
    words = list(_WORD.finditer(clause))
    inside = _inside(clause)
    unspaced = bool(_UNSPACED.search(clause))
    shortest = length + 1 if unspaced else max(min(2, length), length - _ROUGHLY)
    longest = (2 if unspaced else 1) * length + _ROUGHLY
    for size in range(shortest, longest + 1):
        for first in range(len(words) - size + 1):
            start, end = words[first].start(), words[first + size - 1].end()
            if start not in inside and end not in inside and is_phrase(clause, start, end):
                yield Span(start, end)


def _inside(clause: str) -> set[int]:
    """Return where a clause cannot be cut: inside words, of an unspaced script those that the glossary has."""
    known = _glossary()
    inside: set[int] = set()
    at = 0
    while at < len(clause):
        if _UNSPACED.match(clause, at):
            end = at + len(next((one for size in _CHARACTERS if (one := clause[at : at + size]) in known), clause[at]))
        else:
            word = _WORD.match(clause, at)
            end = word.end() if word else at + 1
        inside.update(range(at + 1, end))
        at = end
    return inside


def _apart(found: list[tuple[float, Span]]) -> list[tuple[float, Span]]:
    """Return the likest that do not overlap, of equals the longest."""
    kept: list[tuple[float, Span]] = []
    for similarity, span in sorted(found, key=lambda one: (-one[0], one[1].start - one[1].end, one[1].start)):
        if not any(span.overlaps(other) for _, other in kept):
            kept.append((similarity, span))
    return kept
