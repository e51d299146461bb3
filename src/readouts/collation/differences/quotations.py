"""A quotation beside its original: whether one side quotes the other, and how the wording drifted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from readouts.collation.differences.said import Claim, Said
from readouts.collation.words import STOP, stem
from readouts.model import DifferenceKind, Span

_QUOTED = re.compile(r"“([^“”]{12,600})”|\"([^\"\n]{12,600})\"|«([^«»]{12,600})»")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Shorter quotations and smaller shares of their content words in the other side tell nothing of where they are from.
_FEWEST_WORDS, _SHARE = 3, 0.4
# A changed piece of more words is another statement; a text of more words is no sentence.
_LONGEST_PIECE, _LONGEST_TEXT = 6, 250
# What stands between words that are not of one phrase.
_APART = re.compile(r"[^\w\s-]")


class _Token(NamedTuple):
    span: Span
    stem: str
    content: bool


def is_quotation(said: Said, other: Said) -> bool:
    """Say whether one side quotes words that the other has, or once had, in its own text."""
    return any(True for _ in _quoted(said, other))


def find(first: Said, second: Said) -> list[Claim]:
    """Return words of a quotation beside the words of the original that stand in their place."""
    turned = [
        Claim(claim.kind, (claim.values[1], claim.values[0]), (claim.spans[1], claim.spans[0]))
        for quote in _quoted(second, first)
        for claim in _changes(quote, second, first)
    ]
    return [claim for quote in _quoted(first, second) for claim in _changes(quote, first, second)] + turned


def _changes(quote: list[_Token], said: Said, other: Said) -> list[Claim]:
    return list(_drift(quote, said, other)) or _reworded(quote, said, other)


def _quoted(said: Said, other: Said) -> Iterator[list[_Token]]:
    """Yield the quotations of `said` whose words stand, for a good part and unquoted, in the other side."""
    if said.language != other.language or said.language in ("zh", "ja"):
        return
    theirs = {token.stem for token in _tokens(other) if token.content}
    known = {q for piece in other.spans for q in _quotes(other, piece)}
    for piece in said.spans:
        for span in _quotes(said, piece):
            quote = _tokens_in(said.text, span)
            content = [token for token in quote if token.content]
            if len(quote) < _FEWEST_WORDS or len(content) < 2 or known or _of_another(said, span, other):
                continue
            if sum(token.stem in theirs for token in content) >= _SHARE * len(content):
                yield quote


def _of_another(said: Said, quote: Span, other: Said) -> bool:
    """Say whether a quotation is from the account of another state than the one that published the other side."""
    own, publisher = said.witness.account.publisher, other.witness.account.publisher
    covering = (s for s in said.witness.statements if any(part.overlaps(quote) for part in s.content))
    cited = [s.account for s in covering if s.account and s.account != own]
    states = {account.state for account in cited if account.state}
    return publisher is not None and publisher.state is not None and bool(states) and publisher.state not in states


def _quotes(said: Said, piece: Span) -> list[Span]:
    found = [match.span(match.lastindex or 0) for match in _QUOTED.finditer(said.text, piece.start, piece.end)]
    return [Span(start, end) for start, end in found]


def _tokens(said: Said) -> list[_Token]:
    return [token for piece in said.spans for token in _tokens_in(said.text, piece)]


def _tokens_in(text: str, span: Span) -> list[_Token]:
    return [
        _Token(Span(m.start(), m.end()), stem(m[0]), m[0].lower() not in STOP and len(m[0]) > 1)
        for m in _WORD.finditer(text, span.start, span.end)
    ][:_LONGEST_TEXT]


def _drift(quote: list[_Token], said: Said, other: Said) -> Iterator[Claim]:
    """Yield where content words of a quotation stand between the same words as other ones of the original."""
    theirs = _tokens(other)[:_LONGEST_TEXT]
    steps = SequenceMatcher(None, [t.stem for t in quote], [t.stem for t in theirs], False).get_opcodes()
    for at, (sort, a, b, c, d) in enumerate(steps):
        before = at > 0 and steps[at - 1][0] == "equal"
        after = at + 1 < len(steps) and steps[at + 1][0] == "equal"
        if sort != "replace" or not before or not (after or b == len(quote)):
            continue
        # A quotation that ends there says nothing of what follows in the original.
        d = min(d, c + (b - a)) if b == len(quote) else d
        if max(b - a, d - c) > _LONGEST_PIECE or not (_content(quote[a:b]) and _content(theirs[c:d])):
            continue
        one, two = Span(quote[a].span.start, quote[b - 1].span.end), Span(theirs[c].span.start, theirs[d - 1].span.end)
        yield Claim(DifferenceKind.TERM, (said.quote([one]), other.quote([two])), ((one,), (two,)))


def _reworded(quote: list[_Token], said: Said, other: Said) -> list[Claim]:
    """Return a short quotation beside the phrase of the original that shares a word with it, where others were changed.

    "superior at all times" for "an all-time high": too little stays in its place to be told word by word.
    """
    stems = {token.stem for token in quote}
    theirs = _tokens(other)[:_LONGEST_TEXT]
    shared = [at for at, token in enumerate(theirs) if token.content and token.stem in stems]
    kept = {theirs[at].stem for at in shared}
    changed = sum(token.content and token.stem not in kept for token in quote)
    if len(quote) > _LONGEST_PIECE or not changed or not shared or shared[-1] - shared[0] >= _LONGEST_PIECE:
        return []
    first, last = shared[0], shared[-1]
    while first > 0 and theirs[first - 1].stem in stems and not _parted(theirs, first, other.text):
        first -= 1
    begin, end = first, last
    while last - end < changed and last + 1 < len(theirs) and theirs[last + 1].content:
        if _parted(theirs, last + 1, other.text):
            break
        last += 1
    if last == end:
        while begin - first < changed and first > 0 and theirs[first - 1].content:
            if _parted(theirs, first, other.text):
                break
            first -= 1
    if (first, last) == (begin, end):
        return []
    one, two = Span(quote[0].span.start, quote[-1].span.end), Span(theirs[first].span.start, theirs[last].span.end)
    return [Claim(DifferenceKind.TERM, (said.quote([one]), other.quote([two])), ((one,), (two,)))]


def _parted(tokens: list[_Token], at: int, text: str) -> bool:
    """Say whether a mark stands before a token, which so begins another phrase."""
    return bool(_APART.search(text, tokens[at - 1].span.end, tokens[at].span.start))


def _content(tokens: list[_Token]) -> bool:
    return any(token.content for token in tokens)
