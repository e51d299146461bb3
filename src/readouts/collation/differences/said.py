"""What one account says of a point, taken apart once for all kinds of difference."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from readouts.collation.concepts import concepts_of
from readouts.collation.lexicon import Found
from readouts.collation.openings import OPENINGS
from readouts.collation.quantities import Quantity, find_quantities
from readouts.collation.whens import When, find_whens
from readouts.collation.witness import Witness
from readouts.collation.wording import Wording, WordingTable
from readouts.collation.words import STOP, load_words, stem
from readouts.model import Difference, DifferenceKind, Mention, Span
from readouts.text import Token

# Languages in which conditions, dates and concepts are known; elsewhere a word not found tells nothing.
_TOLD = frozenset({"en", "zh"})
# What hangs from a word farther away than so many tokens tells nothing of it; endless sentences stay cheap.
_LARGEST_BRANCH = 200


def can_lack(said: Said, other: Said) -> bool:
    """Say whether what one side has and the other has no word of can be told to be lacking."""
    return {said.language, other.language} <= _TOLD or said.language == other.language


class Claim(NamedTuple):
    """One difference between two readings: what the first and the second say, and the words each rests on."""

    kind: DifferenceKind
    values: tuple[str | None, str | None]
    spans: tuple[tuple[Span, ...], tuple[Span, ...]]


class Word(NamedTuple):
    """A content word: where it stands, the English stems it may be, and its place among the tokens (-1: none)."""

    span: Span
    stems: frozenset[str]
    token: int


class Said:
    """The passages of one account in one row. Tokens count their heads within `tokens`."""

    def __init__(self, witness: Witness, spans: tuple[Span, ...], wording: WordingTable) -> None:
        self.witness = witness
        self.spans = spans
        self.text = witness.parse.text
        self.language = witness.parse.language
        self.parsed = witness.parse.parsed
        self._wording = wording

    def quote(self, spans: Iterable[Span]) -> str:
        """Return the words at `spans`, as they stand."""
        return " … ".join(" ".join(span.of(self.text).split()) for span in spans)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the passages, heads as places among them (a head outside: the token itself)."""
        found: list[Token] = []
        for sentence in self.witness.parse.sentences:
            near = [span for span in self.spans if span.overlaps(sentence.span)]
            if not near:
                continue
            kept = [at for at, token in enumerate(sentence.tokens) if any(s.covers(token.span) for s in near)]
            place = {old: len(found) + new for new, old in enumerate(kept)}
            found += [
                sentence.tokens[old]._replace(head=place.get(sentence.tokens[old].head, place[old])) for old in kept
            ]
        return tuple(found)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The places of the tokens that depend on each token."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for at, token in enumerate(self.tokens):
            if token.head != at:
                below[token.head].append(at)
        return tuple(map(tuple, below))

    def subtree(self, at: int, without: frozenset[str] = frozenset()) -> list[int]:
        """Return the places of a token and all below it, in order, leaving out branches of the labels `without`."""
        found: list[int] = []
        waiting = [at]
        while waiting and len(found) < _LARGEST_BRANCH:
            here = waiting.pop()
            found.append(here)
            waiting += [child for child in self.children[here] if self.tokens[child].dep not in without]
        return sorted(found)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The content words, in order."""
        if self.language in ("zh", "ja"):
            table = load_words()
            return tuple(
                Word(Span(piece.start + span.start, piece.start + span.end), _stems_of(word), -1)
                for piece in self.spans
                for span, word in table.chinese_words(piece.of(self.text))
            )
        return tuple(
            Word(token.span, frozenset(stem(p) for w in (token.text, token.lemma) for p in w.split("-") if p), at)
            for at, token in enumerate(self.tokens)
            if any(c.isalpha() for c in token.text) and token.text.lower() not in STOP and len(token.text) > 1
        )

    @cached_property
    def word_at(self) -> dict[int, Word]:
        """The content words by their places among the tokens."""
        return {word.token: word for word in self.words if word.token >= 0}

    def tokens_in(self, span: Span) -> range:
        """The places of the tokens that begin in a part of the passages."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def stems(self) -> frozenset[str]:
        """All stems of the content words."""
        return frozenset(found for word in self.words for found in word.stems)

    @cached_property
    def terms(self) -> tuple[Found[Wording], ...]:
        """Contested terms, but for those that are part of a name (the Treaty of …)."""
        names = [token.span for token in self.tokens if token.pos == "PROPN"]
        found = [f for span in self.spans for f in self._wording.terms(self.text, self.language, span)]
        return tuple(term for term in found if not any(term.span.overlaps(name) for name in names))

    @cached_property
    def steps(self) -> dict[str, list[Found[Wording]]]:
        """Words of the ladders of force, by ladder, but for those of dates ("in May")."""
        found: dict[str, list[Found[Wording]]] = {}
        dates = [when.span for when in self.whens]
        for span in self.spans:
            for ladder, words in self._wording.steps(self.text, self.language, span).items():
                kept = [word for word in words if not any(word.span.overlaps(date) for date in dates)]
                if kept:
                    found.setdefault(ladder, []).extend(kept)
        return found

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """Dates, weekdays, seasons and the like."""
        return tuple(when for span in self.spans for when in find_whens(self.text, self.language, span))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers that are no dates."""
        taken = [when.span for when in self.whens]
        return tuple(
            quantity
            for span in self.spans
            for quantity in find_quantities(self.text, self.language, span)
            if not any(quantity.span.overlaps(when) for when in taken)
        )

    @cached_property
    def opens(self) -> bool:
        """Whether the passages say that the contact took place."""
        return any(OPENINGS.find(self.text, self.language, span) for span in self.spans)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Concepts the passages have words for."""
        return frozenset(concept for span in self.spans for concept in self.concepts_in(span))

    def concepts_in(self, span: Span) -> frozenset[str]:
        """Return the concepts that a part of the passages has words for."""
        return concepts_of(self.text, self.language, span)

    @cached_property
    def named(self) -> frozenset[str]:
        """The states and persons the account names anywhere, by their one name."""
        members = (one for m in self.witness.mentions for one in (m.members or (m,)))
        return frozenset(name for one in members for name in (one.state, one.person) if name)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Who is named in the passages."""
        return tuple(m for m in self.witness.mentions if any(span.covers(m.span) for span in self.spans))


def _stems_of(word: str) -> frozenset[str]:
    return frozenset(translation.stem for translation in load_words().english(word))


def claims_to_differences(claims: Iterable[tuple[int, int, Claim]], accounts: int) -> tuple[Difference, ...]:
    """Turn claims between two accounts each into differences with an entry an account.

    Claims of one kind that rest on the same words of a shared account are one difference.
    """
    merged: list[tuple[DifferenceKind, dict[int, tuple[str | None, tuple[Span, ...]]]]] = []
    for first, second, claim in claims:
        entries = {first: (claim.values[0], claim.spans[0]), second: (claim.values[1], claim.spans[1])}
        for kind, known in merged:
            if (
                kind is claim.kind
                and any(known.get(at) == entries[at] for at in entries if entries[at][1])
                and all(known.get(at, entries[at]) == entries[at] for at in entries)
            ):
                known.update(entries)
                break
        else:
            merged.append((claim.kind, entries))
    return tuple(
        Difference(
            kind,
            tuple(known.get(at, (None, ()))[0] for at in range(accounts)),
            tuple(known.get(at, (None, ()))[1] for at in range(accounts)),
        )
        for kind, known in merged
    )
