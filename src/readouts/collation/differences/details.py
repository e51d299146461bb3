"""Details that one side adds to a shared point: items of a list, conditions, places, a second thing done."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readouts.collation.differences.chinese_items import find_items
from readouts.collation.differences.said import Claim, Said, Word
from readouts.model import DifferenceKind, Span

_CONDITION = re.compile(
    r"(?<![\w-])(?:(?<!as )if|unless|once(?! again| more|-)|provid(?:ed|ing)(?: that)?(?= \w+ \w+)|as soon as|"
    r"(?:as|so) long as|on (?:the )?(?:condition|understanding)(?: that)?|subject to|in (?:exchange|return) for|"
    r"until(?= (?:the|a|an|all|both|its?|his|her|their)\b))\s[^,.;:]+",
    re.IGNORECASE,
)
# "Asked if", "as if": no condition.
_ASKING = re.compile(r"\b(?:ask\w*|wonder\w*|see|know|even|clear)\s+$", re.IGNORECASE)
_HAN_CONDITION = re.compile(
    "(?:如果|只要|一旦)[^，。；]+|[^，。；]{2,20}(?:后|之后)(?=将|予以|才)|在[^，。；]+(?:前提|条件)下"
)
# "And other areas" adds nothing.
_REST = re.compile(r"(?:the |these |those )?(?:other|further|various)\b", re.IGNORECASE)
# A prefix of two words that are one for another ending the stems do not know (rail, railway).
_PREFIX = 4
# A side that says so many times more than the other makes further points with its words; they are no details.
_FULLER = 3
# What takes more words (tokens) is a point of its own.
_LONGEST_ITEM = 12
# An item is lacking when its last word is, and so large a share of all; stems conflate words (integration, integrity).
_MOST = 2 / 3
_HEADS = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADP"})


def find(first: Said, second: Said) -> list[Claim]:
    """Return what only one side says within a point both make, with the words it stands in."""
    if first.opens and second.opens:
        # How an account opens, whom it names with which titles, is no detail of the contact.
        return []
    ones, others = _added(first, second), _added(second, first)
    return [
        *(Claim(DifferenceKind.DETAIL, (first.quote([span]), None), ((span,), ())) for span in ones),
        *(Claim(DifferenceKind.DETAIL, (None, second.quote([span])), ((), (span,))) for span in others),
    ]


def as_full(said: Said, other: Said) -> bool:
    """Say whether `said` is no so much fuller than the other side that it must make further points."""
    return len(said.words) <= _FULLER * len(other.words)


def _added(said: Said, other: Said) -> list[Span]:
    """Return conditions, items and places of `said` of which `other` has no word."""
    conditions = _conditions(said)
    found = [] if _conditions(other) else conditions
    if not as_full(said, other):
        return found
    items = find_items(said.text, said.spans) if said.language in ("zh", "ja") else list(_pieces(said))
    return found + [
        item
        for item in items
        if not any(item.overlaps(condition) for condition in conditions) and _lacking(item, said, other)
    ]


def _conditions(said: Said) -> list[Span]:
    pattern = _HAN_CONDITION if said.language in ("zh", "ja") else _CONDITION
    return [
        Span(found.start(), found.start() + len(found[0].rstrip()))
        for piece in said.spans
        for found in pattern.finditer(said.text, piece.start, piece.end)
        if not _ASKING.search(said.text, max(found.start() - 20, piece.start), found.start())
    ]


def _pieces(said: Said) -> Iterable[Span]:
    """Yield the items of lists, the second things done, and the places, of a passage."""
    for at, token in enumerate(said.tokens):
        if token.pos in _HEADS and (token.dep == "conj" or (token.dep != "ROOT" and _has_conjunct(said, at))):
            places = said.subtree(at, frozenset({"conj", "cc", "punct"}))
            if len(places) <= _LONGEST_ITEM and places[-1] - places[0] == len(places) - 1:
                yield _span(said, places)
        elif token.dep == "prep" and token.lemma.lower() in ("in", "at", "near", "off") and _names_place(said, at):
            yield _span(said, said.subtree(at, frozenset({"conj", "cc", "punct", "prep"})))


def _span(said: Said, places: list[int]) -> Span:
    """Return the words of a branch, as far as they stand together with its beginning."""
    together = [places[0]]
    for place in places[1:]:
        if place - together[-1] > 1:
            break
        together.append(place)
    return Span(said.tokens[together[0]].start, said.tokens[together[-1]].end)


def _has_conjunct(said: Said, at: int) -> bool:
    return any(said.tokens[child].dep == "conj" for child in said.children[at])


def _names_place(said: Said, at: int) -> bool:
    dated = [when.span for when in said.whens]
    return any(
        said.tokens[child].dep == "pobj"
        and said.tokens[child].pos == "PROPN"
        and not any(said.tokens[child].span.overlaps(when) for when in dated)
        for child in said.children[at]
    )


def _lacking(item: Span, said: Said, other: Said) -> bool:
    """Say whether surely nothing, or nothing to speak of, of `item` stands in the other side, under whatever name."""
    words = [word for word in said.words if item.covers(word.span)]
    if not words or _REST.match(said.text, item.start, item.end) or _is_named(item, words, said, other):
        return False
    if said.language == other.language:
        absent = [not _stands(word, other) for word in words]
        return all(absent) or (absent[-1] and sum(absent) >= _MOST * len(absent))
    # Across languages only what has a concept can be told to be lacking: a word may be rendered in many ways.
    concepts = said.concepts_in(item)
    return bool(concepts) and not (concepts & other.concepts or any(word.stems & other.stems for word in words))


def _is_named(item: Span, words: list[Word], said: Said, other: Said) -> bool:
    """Say whether `item` is but the name of somebody the other account names too, here or elsewhere."""
    return any(
        {m.state, m.person} & other.named and all(m.span.overlaps(word.span) for word in words) for m in said.mentions
    )


def _stands(word: Word, other: Said) -> bool:
    return not word.stems or any(
        one == two or (min(len(one), len(two)) >= _PREFIX and one[:_PREFIX] == two[:_PREFIX])
        for one in word.stems
        for two in other.stems
    )
