"""The points an account makes: its sentences, without residue, bare headings, asides of transcripts, others' text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.collation.witness import Witness
from readouts.model import Span

_VERBS = frozenset(("VERB", "AUX"))


@dataclass(frozen=True, slots=True)
class Point:
    """One thing an account says, where it says it, and the number of its sentence in the parse."""

    span: Span
    sentence: int
    text: str


def find_points(witness: Witness) -> tuple[Point, ...]:
    """Return the points of `witness` in the order of its text; every sentence of the account is in one.

    A heading without a verb ("Trade relations") makes no point, nor do labels and questions in a transcript; a point
    begins after the label before it.
    """
    parse = witness.parse
    headings = {heading.span for heading in witness.headings} if parse.parsed else set()
    residue = sorted(item.span for item in witness.residue)
    passages = None if witness.passages is None else sorted(witness.passages)
    said = _without(parse.text, witness.asides)
    points: list[Point] = []
    for number, sentence in enumerate(parse.sentences):
        if _overlap(sentence.span, residue) * 2 > len(sentence.span):
            continue
        if sentence.span in headings and not any(token.pos in _VERBS for token in sentence.tokens):
            continue
        for span in [sentence.span] if passages is None else _shared(sentence.span, passages):
            if any(character.isalnum() for character in span.of(said)):
                own = span.trimmed(said)
                points.append(Point(own, number, own.of(parse.text)))
    return tuple(points)


def _without(text: str, spans: Iterable[Span]) -> str:
    """Return the text with blanks for `spans`, which lie apart."""
    pieces, at = [], 0
    for span in sorted(spans):
        pieces += [text[at : span.start], " " * len(span)]
        at = span.end
    return "".join([*pieces, text[at:]])


def _shared(span: Span, others: list[Span]) -> list[Span]:
    """Return the parts of `span` that lie in `others`, joined where those overlap."""
    parts: list[Span] = []
    for other in others:
        if not span.overlaps(other):
            continue
        start, end = max(span.start, other.start), min(span.end, other.end)
        if parts and start <= parts[-1].end:
            parts[-1] = Span(parts[-1].start, max(end, parts[-1].end))
        else:
            parts.append(Span(start, end))
    return parts


def _overlap(span: Span, others: list[Span]) -> int:
    return sum(len(part) for part in _shared(span, others))
