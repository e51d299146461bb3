"""Points that a report itself sets beside each other: "the Kremlin's summary took this position one step further"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readouts.collation.points import Point
from readouts.collation.witness import Witness
from readouts.model import Span

_FURTHER = re.compile(
    r"\b(?:(?:took|takes|taking|carried|carries|pushed|pushes) (?:this|that|the|his|her|its|their|it)\b[\w\s]{0,30}?"
    r"(?:\b(?:a|one) step )?further|(?:went|goes|going|gone) (?:a step |one step |even |much |still )*further|"
    r"put (?:it|this|that) (?:even |much |far )?(?:more (?:strongly|bluntly|forcefully|sharply)|less strongly)|"
    r"in (?:even |much |far )?(?:stronger|blunter|sharper|harsher|milder|softer|weaker) (?:terms|words|language))\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:(?:by|in) contrast|contradict(?:s|ed|ing) (?:this|that)|(?:put|described|characteri[sz]ed) "
    r"(?:it|this|that) differently|gave (?:a|another) (?:different|other) (?:account|version) of (?:this|that|it))\b",
    re.IGNORECASE,
)
# How many sentences before it, and how many points in these, a report's "this position" may cover.
_REACH, _MOST = 3, 12
# Sentences that cite nobody end what "this position" covers; a single stray one (a caption, a torn word) does not.
_GAP = 2
_Place = tuple[int, Span, int, int]


class Reference(NamedTuple):
    """A point that a report sets beside earlier ones of another account, with the words by which it does.

    Points are (account, place in it). `further`: the words say that one account goes further than the other.
    """

    point: tuple[int, int]
    earlier: tuple[tuple[int, int], ...]
    words: Span
    further: bool


def find_references(witnesses: Sequence[Witness], points: Sequence[Sequence[Point]]) -> list[Reference]:
    """Return where a report sets what one account says beside what another, cited just before, says.

    Only accounts that one report cites are looked at, and only the report's words before what is cited.
    """
    places = sorted(
        (point.sentence, point.span, at, i)
        for at, (witness, found) in enumerate(zip(witnesses, points, strict=True))
        for i, point in enumerate(found)
        if witness.passages is not None and witness.parse.language == "en"
    )
    found = []
    for place, (number, span, at, i) in enumerate(places):
        parse = witnesses[at].parse
        start = parse.sentences[number].span.start
        further = _FURTHER.search(parse.text, start, span.start)
        words = further or _APART.search(parse.text, start, span.start)
        if words is None:
            continue
        before = reversed(places[max(place - _MOST, 0) : place])
        earlier = tuple((w, n) for w, n in _run(before, at, number) if witnesses[w].parse is parse)
        if earlier:
            found.append(Reference((at, i), earlier, Span(words.start(), words.end()), further is not None))
    return found


def _run(before: Iterator[_Place], account: int, number: int) -> Iterator[tuple[int, int]]:
    """Yield the points of one other account in the sentences next before a sentence; `before` goes backwards."""
    other, last = None, number
    for sentence, _, at, i in before:
        if (
            at == account
            or at != (at if other is None else other)
            or last - sentence > _GAP
            or number - sentence > _REACH
        ):
            return
        other, last = at, sentence
        yield at, i
