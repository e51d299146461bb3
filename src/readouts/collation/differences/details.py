"""Details that one side adds to a shared point: items of a list, conditions, a second thing done."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readouts.collation.differences.said import Claim, Said, Word
from readouts.collation.words import load_words
from readouts.model import DifferenceKind, Span

_CONDITIONS = frozenset({"if", "unless", "once", "provided", "providing", "until"})
_HAN_CONDITION = re.compile("如果[^，。]+|只要[^，。]+|[^，。]+(?:后|之后)(?=将|予以|才)|在[^，。]+(?:前提|条件)下")
_HAN_LIST = re.compile(
    r"[^，。；、和及与以在对就扩大加强讨论同意领域的]{1,8}(?:、[^，。；、和及与]{1,8})*(?:[、和及与以及]+[^，。；、和及与的]{1,8})"
)
_HAN_BREAK = re.compile("[、和及与]|以及")
# A prefix of two words that are one for another ending the stems do not know (rail, railway).
_PREFIX = 4


def find(first: Said, second: Said) -> list[Claim]:
    """Return what only one side says within a point both make, with the words it stands in."""
    ones, others = _added(first, second), _added(second, first)
    return [
        *(Claim(DifferenceKind.DETAIL, (first.quote([span]), None), ((span,), ())) for span in ones),
        *(Claim(DifferenceKind.DETAIL, (None, second.quote([span])), ((), (span,))) for span in others),
    ]


def _added(said: Said, other: Said) -> list[Span]:
    """Return conditions and items of `said` of which `other` has no word."""
    if said.language in ("zh", "ja"):
        return _added_in_chinese(said, other)
    found: list[Span] = []
    for places, sort in _pieces(said):
        words = [word for word in said.words if word.token in places]
        if not words or _covered(words, other):
            continue
        if sort == "condition" and _has_condition(other):
            continue
        tokens = [said.tokens[place] for place in places]
        found.append(Span(tokens[0].start, tokens[-1].end))
    return found


def _pieces(said: Said) -> Iterable[tuple[list[int], str]]:
    """Yield the pieces of a passage that may be details: the places of their tokens, and what they are."""
    for at, token in enumerate(said.tokens):
        if token.dep in ("advcl", "prep", "pcomp", "mark") and _is_condition(said, at):
            yield said.subtree(at), "condition"
        elif token.dep == "conj" or (token.dep != "ROOT" and _has_conjunct(said, at)):
            yield said.subtree(at, frozenset({"conj", "cc", "punct"})), "item"
        elif token.dep == "prep" and token.lemma.lower() in ("in", "at", "near", "off") and _names_place(said, at):
            yield said.subtree(at, frozenset({"conj", "cc", "punct", "prep"})), "place"


def _is_condition(said: Said, at: int) -> bool:
    children = [said.tokens[child].text.lower() for child in said.children[at]]
    own = said.tokens[at].text.lower()
    return own in ("provided", "providing") or any(child in _CONDITIONS for child in children)


def _has_conjunct(said: Said, at: int) -> bool:
    return any(said.tokens[child].dep == "conj" for child in said.children[at])


def _has_condition(said: Said) -> bool:
    if said.language in ("zh", "ja"):
        return any(_HAN_CONDITION.search(span.of(said.text)) for span in said.spans)
    return any(
        _is_condition(said, at) for at, token in enumerate(said.tokens) if token.dep in ("advcl", "prep", "pcomp")
    )


def _names_place(said: Said, at: int) -> bool:
    dated = [when.span for when in said.whens]
    return any(
        said.tokens[child].dep == "pobj"
        and said.tokens[child].pos == "PROPN"
        and not any(said.tokens[child].span.overlaps(when) for when in dated)
        for child in said.children[at]
    )


def _covered(words: list[Word], other: Said) -> bool:
    """Say whether any of `words` stands in the other side too, or cannot be told to be lacking."""
    return any(_stands(word, other) for word in words)


def _stands(word: Word, other: Said) -> bool:
    if other.language in ("zh", "ja"):
        # A word the table of translations does not know cannot be told to be lacking.
        return not word.stems & load_words().translated or bool(word.stems & other.stems)
    return any(
        one == two or (min(len(one), len(two)) >= _PREFIX and one[:_PREFIX] == two[:_PREFIX])
        for one in word.stems
        for two in other.stems
    )


def _added_in_chinese(said: Said, other: Said) -> list[Span]:
    found = []
    for piece in said.spans:
        text = piece.of(said.text)
        for condition in _HAN_CONDITION.finditer(text):
            if not _has_condition(other):
                found.append(Span(piece.start + condition.start(), piece.start + condition.end()))
        for run in _HAN_LIST.finditer(text):
            begin = run.start()
            for border in [*_HAN_BREAK.finditer(text, run.start(), run.end()), None]:
                end = border.start() if border else run.end()
                item = Span(piece.start + begin, piece.start + end)
                words = [word for word in said.words if item.covers(word.span)]
                if words and not any(word.stems & other.stems for word in words) and all(word.stems for word in words):
                    found.append(item)
                begin = border.end() if border else end
    return found
