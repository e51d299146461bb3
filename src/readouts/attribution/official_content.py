"""How far reaches what somebody is reported to say: a verb's complement, and the quotations it stands beside."""

from __future__ import annotations

import re

from readouts.attribution import official_words as words
from readouts.attribution.quotes import Quotations
from readouts.attribution.syntax import Tree
from readouts.model import Span
from readouts.text import Parse

# How far before its speaker a quotation may end, and after the cue begin.
_NEAR, _GAP = 40, 4
_STOP = re.compile("[.;:?!]")


def complement(tree: Tree, at: int, holder: int, last: int) -> tuple[int, int] | None:
    """Return the first and last token of what the verb, or the noun it carries, takes to its right."""
    first: int | None = None
    end = last
    for child in sorted({*tree.children[at], *tree.children[holder]}):
        dep = tree.tokens[child].dep
        if child <= at or tree.right[child] <= last or child == holder:
            continue
        if dep in words.NO_CONTENT and not (dep == "conj" and _goes_on(tree, child)):
            continue
        if first is None and (dep in words.FILLERS or says_when(tree, child)):
            continue
        start = max(tree.left[child], last + 1)
        first = start if first is None else min(first, start)
        end = max(end, tree.right[child])
    return (first, end) if first is not None else None


def says_when(tree: Tree, preposition: int) -> bool:
    """Say whether a phrase only tells the day or hour of speaking ("said on Tuesday that …")."""
    named = tree.child(preposition, "pobj") if tree.tokens[preposition].dep == "prep" else None
    return named is not None and tree.tokens[named].entity[2:] in ("DATE", "TIME")


def _goes_on(tree: Tree, conjunct: int) -> bool:
    """Say whether what a parser joins to the verb is more of its complement: a noun, or a bare verb without subject."""
    token = tree.tokens[conjunct]
    if token.pos in ("NOUN", "PROPN", "ADP"):
        return True
    return token.tag in ("VB", "VBG") and tree.child(conjunct, "nsubj", "nsubjpass") is None


def before_according(tree: Tree, first: int, last: int) -> int:
    """Return the last token of a content, without a closing "according to …", which is no part of it."""
    for at in tree.according:
        if first < at <= last and all(
            tree.tokens[after].pos == "PUNCT" for after in range(tree.right[at] + 1, last + 1)
        ):
            return at - 1
    return last


def rest(tree: Tree, first: int, last: int) -> Span | None:
    """Return a stretch of a sentence without the marks at its edges; None where no word is left."""
    while first <= last and tree.tokens[first].pos == "PUNCT" and tree.tokens[first].text not in words.QUOTES:
        first += 1
    while first <= last and tree.tokens[last].text in (".", ","):
        last -= 1
    return tree.span(first, last) if first <= last else None


def trimmed(tree: Tree, first: int, last: int) -> Span:
    """Return the characters of a content, without the stops and commas at its edges."""
    while last > first and tree.tokens[last].text in (".", ",", ";", ":"):
        last -= 1
    while first < last and tree.tokens[first].text in (",", ":"):
        first += 1
    return tree.span(first, last)


def with_marks(content: Span, quotations: Quotations) -> Span:
    """Take in the closing mark of a quotation that opens in the content; leave out one that closes the whole."""
    within = quotations.within(content)
    if not within:
        return content
    first, last = within[0], within[-1]
    if last.span.start >= content.start and content.end < last.span.end <= content.end + 2:
        return Span(content.start, last.span.end)
    if first.span.start < content.start and first.span.end == content.end and first.words.end > content.start:
        return Span(content.start, first.words.end)
    return content


def quoted(parse: Parse, place: int, start: int, end: int, clause: int | None, quotations: Quotations) -> list[Span]:
    """Return the quotations beside a cue of saying: before it, after its colon, and on after its sentence.

    `start` and `end` are the offsets of cue and subject, `clause` that of a clause before them which the cue
    governs and which may begin before its quotation does.
    """
    sentence = parse.sentences[place]
    near = quotations.within(Span(max(sentence.span.start, start - _NEAR), max(start, 1)))
    spans = [q.span for q in near if q.span.end <= start and not _STOP.search(parse.text, q.span.end, start)][-1:]
    if spans and clause is not None and sentence.span.start <= clause < spans[0].start:
        spans = [Span(clause, spans[0].end)]
    if not spans:
        after = quotations.within(Span(end, end + _GAP))
        spans = [
            q.span for q in after if q.span.start >= end and parse.text[end : q.span.start].strip() in ("", ":", ",")
        ]
    return [*spans, *_going_on(parse, place, spans[-1], quotations)] if spans else []


def _going_on(parse: Parse, place: int, last: Span, quotations: Quotations) -> list[Span]:
    """Return the quotation that opens the next sentence of the paragraph and stands alone in it."""
    if place + 1 >= len(parse.sentences):
        return []
    following = parse.sentences[place + 1]
    if following.block != parse.sentences[place].block or following.span.start < last.end:
        return []
    quotation = quotations.around(following.span.start)
    if quotation is None or quotation.span.start != following.span.start:
        return []
    alone = quotation.span.end >= following.span.end or not parse.text[quotation.span.end : following.span.end].strip(
        " ."
    )
    return [quotation.span] if alone else []
