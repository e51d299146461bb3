"""Quotation marks of every style: where quoted words stand, and whether a statement's content is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readouts.model import Mode, Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# What may close a quotation that each mark opens. Marks of one look are mixed in copied text, so each pair of
# double marks also takes the straight one.
_CLOSERS = {
    "“": '”"',
    "„": '“”"',
    "‟": '”"',
    "”": "”",
    '"': '"”',
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
}
_DOUBLE = re.compile('[“”„‟"«»「」『』〝〞〟]')
_SINGLE = re.compile("[‘’‚‛']")
_CONTENT = re.compile(r"\w")
# From here on a content counts as wholly quoted: a stray word at an edge is a slip of the span, not a mixture.
_WHOLLY = 0.98


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A quotation with its marks, and the words inside; `closed` is false where the closing mark is missing."""

    span: Span
    words: Span
    closed: bool = True


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations in order. Linear in the length of the text.

    A quotation that is not closed ends with its line: newspapers open each paragraph of a long quotation anew
    and close only the last.
    """
    found: list[Quotation] = []
    for line in _LINE.finditer(text):
        double = list(_double(text, line.start(), line.end()))
        single = list(_single(text, line.start(), line.end()))
        found += _outermost(sorted([*double, *single], key=lambda q: (q.span.start, -q.span.end)))
    return tuple(found)


def _double(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    closers, inner = "", 0
    for mark in _DOUBLE.finditer(text, start, end):
        at, sign = mark.start(), mark[0]
        if opened is None:
            if sign in _CLOSERS and _may_open(text, at, start, end, sign):
                opened, closers, inner = at, _CLOSERS[sign], 0
        elif sign == '"' and _opens_again(text, at, start, end):
            inner += 1
        elif sign in closers:
            if inner and sign == '"':
                inner -= 1
                continue
            yield Quotation(Span(opened, at + 1), Span(opened + 1, at))
            opened = None
    if opened is not None and opened + 1 < end:
        yield Quotation(Span(opened, end), Span(opened + 1, end), closed=False)


def _opens_again(text: str, at: int, start: int, end: int) -> bool:
    """Say whether a straight mark inside a quotation opens another one: after a space and before a word."""
    return at > start and at + 1 < end and text[at - 1].isspace() and text[at + 1].isalnum()


def _may_open(text: str, at: int, start: int, end: int, sign: str) -> bool:
    """Say whether a mark can open: one that usually closes does so only before a word and after none."""
    if sign not in '”»"':
        return True
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before in ".,!?":
        return after.isupper()  # the space between two sentences was lost
    return not after.isspace() and not before.isalnum()


def _single(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    for mark in _SINGLE.finditer(text, start, end):
        at = mark.start()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if opened is None:
            if mark[0] != "’" and not before.isalnum() and not after.isspace():
                opened = at
        elif not after.isalnum() and not before.isspace() and at > opened + 1:
            yield Quotation(Span(opened, at + 1), Span(opened + 1, at))
            opened = None


def _outermost(quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    end = -1
    for quotation in quotations:
        if quotation.span.start >= end:
            yield quotation
            end = quotation.span.end


class Quotations:
    """The quotations of a text, ready to be asked what is quoted."""

    __slots__ = ("_starts", "all")

    def __init__(self, text: str) -> None:
        self.all = find_quotations(text)
        self._starts = [quotation.span.start for quotation in self.all]

    def around(self, offset: int) -> Quotation | None:
        """Return the quotation that holds the character at `offset`."""
        at = bisect_right(self._starts, offset) - 1
        return self.all[at] if at >= 0 and offset < self.all[at].span.end else None

    def number(self, offset: int) -> int:
        """Return the number of the quotation that holds the character at `offset`, -1 outside all."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.all[at].span.end else -1

    def within(self, span: Span) -> tuple[Quotation, ...]:
        """Return the quotations that share a character with `span`."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_right(self._starts, span.end - 1)
        return tuple(q for q in self.all[first:last] if q.span.overlaps(span))

    def mode(self, text: str, content: Sequence[Span]) -> Mode:
        """Say whether the content stands in quotation marks wholly, in part or not at all."""
        letters = quoted = 0
        for span in content:
            letters += len(_CONTENT.findall(text, span.start, span.end))
            for quotation in self.within(span):
                start, end = max(span.start, quotation.words.start), min(span.end, quotation.words.end)
                quoted += len(_CONTENT.findall(text, start, end)) if start < end else 0
        if not quoted:
            return Mode.INDIRECT
        return Mode.DIRECT if quoted >= _WHOLLY * letters else Mode.MIXED
