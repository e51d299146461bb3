"""Where a long sentence may be cut into the points it makes, so that each piece can be read by itself.

English is cut, by the parse, where a further predicate begins ("… and agreed to …", "…, noting that …") and before
long items of a list; Chinese after commas, Russian before a few verbs of saying, every language at semicolons.
Nothing is cut inside quotation marks or brackets, nor before conditions and relative clauses: they belong to their
point.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from readouts.collation.english_clauses import english_borders
from readouts.collation.points import Point
from readouts.collation.words import english_stems, frame
from readouts.model import Span
from readouts.text import Parse


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence.

    `further` when it begins a further predicate or item, and does not merely add to the piece before it; `own` when it
    then also says enough to be a point where nothing meets it.
    """

    span: Span
    further: bool
    own: bool


# How many signs before a Chinese comma are looked at.
_HAN_REACH = 60
_HAN = frozenset({"zh", "ja"})


class _Size(NamedTuple):
    """How much a piece says at least: words to be cut off at all, content words to be a point by itself."""

    cut: int
    own: int


# What stands between semicolons is a point however short. In Chinese both count signs.
_CLAUSE, _LISTED = _Size(4, 5), _Size(2, 2)
_HAN_CLAUSE, _HAN_LISTED = _Size(8, 12), _Size(4, 6)


class _Border(NamedTuple):
    """Where a piece may begin, whether it may be a point by itself, and how much it must say."""

    at: int
    own: bool
    size: _Size


_WORD, _SIGN = re.compile(r"\w+(?:['’.-]\w+)*"), re.compile(r"\w")
_OPEN, _CLOSE = "“«「『(（[〔", "”»」』)）]〕"
_BETWEEN = re.compile(r"[\s,;:–—，；：、]*")
_SEMICOLON = re.compile("[;；]")
# What begins a clause that says something of its own after a Chinese comma: who acts, an act, or a stance.
_HAN_HEADS = (
    "双方|两国(?!元首的)|中方|美方|俄方|乌方|我方|对方|我们|我(?!国)|各国|国际社会|同意|支持|反对|希望|愿(?!望)|欢迎|赞赏|强调|"
    "指出|表示|认为|责成|鼓励|期待|感谢|祝贺|呼吁|主张|重申|不支持|不寻求|不干涉|无意|同时"
)
_HAN_BORDER = re.compile(f"，(?P<own>{_HAN_HEADS})?")
# What stands before a Chinese comma and only leads up to what follows: "as to …", "since …", "X pointed out".
_HAN_LEAD = re.compile(
    "(?:^|[，；。：])(?:面对|对于?|就|关于|围绕|随着|尽管|虽然|由于|鉴于|如果|只要|一旦|不管|无论|作为|在|当前|近年来|今年以来|为)"
    "[^，；。：]*$|(?:以来|之际|之后|时|后|指出|表示|强调|认为|介绍说)$"
)
_RUSSIAN = re.compile(
    r"(?:,\s*|\s)(?=(?:а также|при этом|кроме того)\b|и (?:договорил|обсудил|подчеркнул|отметил|поблагодарил|выразил|"
    r"заявил|призвал|подтвердил|пригласил|поздравил|предложил|напомнил|согласил|условил|поручил|осудил)\w*)"
)


def split_clauses(parse: Parse, point: Point) -> tuple[Clause, ...]:
    """Return the pieces of a point in order; every word of it is in one."""
    text, span, language = parse.text, point.span, parse.language
    unit, clause = (_SIGN, _HAN_CLAUSE) if language in _HAN else (_WORD, _CLAUSE)
    units = [found.start() for found in unit.finditer(text, span.start, span.end)]
    enclosed = _enclosed(point.text)

    def count(start: int, end: int) -> int:
        return bisect_left(units, end) - bisect_left(units, start)

    cuts = [_Border(span.start, True, clause), _Border(span.end, True, clause)]
    for border in sorted(_borders(parse, point), key=lambda one: (not one.own, one.size, one.at)):
        place = bisect_left(cuts, border.at, key=lambda cut: cut.at)
        before, after = count(cuts[place - 1].at, border.at), count(border.at, cuts[place].at)
        if min(before, after) >= border.size.cut and not enclosed[border.at - span.start]:
            cuts.insert(place, border)
    starts = [span.start, *(_after(text, cut.at) for cut in cuts[1:-1])]
    ends = [*(_before(text, cut.at) for cut in cuts[1:-1]), span.end]
    pieces = map(Span, starts, ends)
    return tuple(
        Clause(piece, cut.own, cut.own and _content(piece.of(text), language) >= cut.size.own)
        for piece, cut in zip(pieces, cuts, strict=False)
    )


def _borders(parse: Parse, point: Point) -> Iterator[_Border]:
    """Yield where pieces may begin."""
    text, start, end = parse.text, point.span.start, point.span.end
    for found in _SEMICOLON.finditer(text, start, end):
        yield _Border(found.end(), True, _HAN_LISTED if parse.language in _HAN else _LISTED)
    if parse.language in _HAN:
        for found in _HAN_BORDER.finditer(text, start, end):
            if not _HAN_LEAD.search(text[max(start, found.start() - _HAN_REACH) : found.start()]):
                yield _Border(found.start() + 1, found["own"] is not None, _HAN_CLAUSE)
    elif parse.language == "ru":
        for found in _RUSSIAN.finditer(text, start, end):
            yield _Border(found.end(), True, _CLAUSE)
    elif parse.parsed:
        for at, own in english_borders(parse.sentences[point.sentence].tokens):
            if start < at < end:
                yield _Border(at, own, _CLAUSE)


def _after(text: str, at: int) -> int:
    """Return where the words behind a border begin."""
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _before(text: str, at: int) -> int:
    """Return where the words before a border end."""
    while _BETWEEN.fullmatch(text, at - 1, at):
        at -= 1
    return at


def _content(piece: str, language: str | None) -> int:
    """Return how much a piece says: its content words, in Chinese its signs."""
    return len(_SIGN.findall(piece)) if language in _HAN else len(set(english_stems(piece)) - frame())


def _enclosed(text: str) -> bytearray:
    """Mark the characters inside quotation marks or brackets; a mark that is not closed encloses nothing."""
    found = bytearray(len(text) + 1)
    waiting: list[int] = []
    for at, sign in enumerate(text):
        closes = sign in _CLOSE or (sign == '"' and bool(waiting) and text[waiting[-1]] == '"')
        if closes and waiting:
            begin = waiting.pop()
            if not waiting:
                found[begin + 1 : at + 1] = b"\x01" * (at - begin)
        elif sign in _OPEN or sign == '"':
            waiting.append(at)
    return found
