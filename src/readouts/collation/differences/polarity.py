"""Opposite sense: will and will not, accepted and rejected."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from readouts.collation.differences.said import Claim, Said
from readouts.collation.words import load_words
from readouts.model import DifferenceKind, Span
from readouts.resources import read_text

_NOT = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "hardly"})
# Verbs and adjectives that deny what depends on them.
_DENYING = frozenset(
    """refuse fail decline deny cease unable unwilling reluctant impossible stop avoid abandon forgo halt oppose
    prevent""".split()
)
# "Not" bears on the word after it, at most with an auxiliary between; "has not" on what was or was not reached, too.
_HAN_NOT = re.compile("(?:不再|从不|不|无|并非|拒绝|反对|避免|防止)[会能应可愿要]?$|(?:没有|从未|未能|未|没).{0,3}$")
_REACH = 6
_SURE = 0.5


class Sense(NamedTuple):
    """A word said of something: positively (1) or negatively (-1); `near` are the stems of what it is said of."""

    span: Span
    sign: int
    near: frozenset[str]


def find(first: Said, second: Said) -> list[Claim]:
    """Return words that both sides use, one with a negation, and words of opposite sense said of one thing."""
    if first.language != second.language and len(first.spans) + len(second.spans) > 2:
        # Words near each other in several passages need not be said of one thing, and translations are not sure.
        return []
    ones, others = _senses(first), _senses(second)
    for key in sorted(ones.keys() & others.keys()):
        one, other = ones[key], others[key]
        if {sense.sign for sense in one} & {sense.sign for sense in other}:
            continue
        pair = next(((a, b) for a in one for b in other if a.near & b.near or not (a.near and b.near)), None)
        if pair is None:
            continue
        spans = _with_negation(first, pair[0]), _with_negation(second, pair[1])
        return [
            Claim(
                DifferenceKind.POLARITY, (first.quote([spans[0]]), second.quote([spans[1]])), ((spans[0],), (spans[1],))
            )
        ]
    return []


def _senses(said: Said) -> dict[str, list[Sense]]:
    """Return the senses in which words are used, by stem and by pair of opposites."""
    found: dict[str, list[Sense]] = {}
    for word in said.words:
        sign = -1 if (_denied(said, word.token) if word.token >= 0 else _denied_in_chinese(said, word.span)) else 1
        near = _near(said, word.token, word.span) - word.stems
        for key in word.stems if word.token >= 0 else _sure_stems(word.span.of(said.text)):
            found.setdefault(key, []).append(Sense(word.span, sign, near))
        lemma = said.tokens[word.token].lemma if word.token >= 0 else word.span.of(said.text)
        for concept, side in _opposites(said.language or "").get(lemma.lower(), ()):
            found.setdefault(f"concept {concept}", []).append(Sense(word.span, sign * side, near))
    return found


def _sure_stems(word: str) -> frozenset[str]:
    """Return the English stems a Chinese word is rendered by more often than not."""
    return frozenset(found.stem for found in load_words().english(word) if found.weight >= _SURE)


def _denied(said: Said, at: int) -> bool:
    """Say whether an odd number of negations bear on a token: its own, its governor's where that denies it."""
    token = said.tokens[at]
    odd = any(said.tokens[c].text.lower() in _NOT or said.tokens[c].dep == "neg" for c in said.children[at])
    head = said.tokens[token.head]
    if token.head != at:
        governs = token.dep in ("xcomp", "ccomp", "dobj", "pobj", "acomp", "attr", "nsubjpass", "nsubj", "prep")
        if governs and head.lemma.lower() in _DENYING and token.dep in ("xcomp", "ccomp", "dobj", "prep"):
            odd ^= True
        # "Made no progress", "failed to agree on quotas": what hangs below shares the sign.
        if token.dep in ("acomp", "attr", "xcomp") and any(
            said.tokens[c].dep == "neg" for c in said.children[token.head]
        ):
            odd ^= True
    return odd


def _denied_in_chinese(said: Said, span: Span) -> bool:
    return _HAN_NOT.search(said.text, max(span.start - _REACH, 0), span.start) is not None


def _near(said: Said, at: int, span: Span) -> frozenset[str]:
    """Return the stems of what a word is said of: below it and, for a noun, of its verb's other dependents."""
    if at < 0:
        return frozenset(
            s for w in said.words if abs(w.span.start - span.start) <= 20 and w.span != span for s in w.stems
        )
    places = set(said.subtree(at))
    head = said.tokens[at].head
    if head != at:
        places |= {head, *said.subtree(head)} if len(said.subtree(head)) < 25 else {head}
    return frozenset(s for place in places & said.word_at.keys() for s in said.word_at[place].stems)


def _with_negation(said: Said, sense: Sense) -> Span:
    """Widen a word to the negation before it."""
    starts = [
        token.start
        for token in said.tokens
        if token.text.lower() in _NOT | _DENYING | {"failed", "refused"} and 0 <= sense.span.start - token.end <= 20
    ]
    if said.language in ("zh", "ja") and sense.sign < 0:
        negation = _HAN_NOT.search(said.text, max(sense.span.start - _REACH, 0), sense.span.start)
        starts += [negation.start()] if negation else []
    return Span(min([sense.span.start, *starts]), sense.span.end)


@lru_cache(maxsize=8)
def _opposites(language: str) -> dict[str, list[tuple[str, int]]]:
    """Return by word the concepts it belongs to, and whether it says yes (1) or no (-1) to them."""
    table: dict[str, list[tuple[str, int]]] = {}
    for line in read_text("collation/antonyms.tsv").splitlines():
        if line.startswith("#") or not line:
            continue
        concept, yes, no, known = line.split("\t")
        for side, words in ((1, yes), (-1, no)):
            for word in words.split(";") if known == language else ():
                table.setdefault(word, []).append((concept, side))
    return table
