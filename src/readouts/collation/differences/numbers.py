"""Different numbers of one thing."""

from __future__ import annotations

import re

from readouts.collation.differences.said import Claim, Said
from readouts.collation.quantities import Quantity
from readouts.collation.words import STOP, stem
from readouts.model import DifferenceKind, Span

# Lengths of time in hours, so that two weeks are fourteen days.
_HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 720.0, "year": 8760.0}
_HAN_HOURS = {
    "分钟": 1 / 60,
    "小时": 1.0,
    "个小时": 1.0,
    "个星期": 168.0,
    "天": 24.0,
    "日": 24.0,
    "周": 168.0,
    "个月": 720.0,
    "年": 8760.0,
}
_NEXT_WORD = re.compile(r"[\s-]*(?P<word>[^\W\d_]+)(?:\s+(?P<second>[^\W\d_]+))?")
_AND_A_HALF = re.compile(r"\s+and a half\b", re.IGNORECASE)
_SAME = 0.005


def find(first: Said, second: Said) -> tuple[list[Claim], list[Claim]]:
    """Return numbers that differ, and numbers that only one side gives."""
    ones = [_measured(first, quantity) for quantity in first.quantities]
    others = [_measured(second, quantity) for quantity in second.quantities]
    for one in list(ones):
        if match := next((other for other in others if _equal(one, other)), None):
            ones.remove(one)
            others.remove(match)
    several = len(first.spans) > 1 or len(second.spans) > 1
    differing = []
    for one in list(ones):
        match = next((other for other in others if _of_one_thing(one, other, several)), None)
        if match is None and len(ones) == len(others) == 1 and (one[1] == "%") == (others[0][1] == "%"):
            match = others[0]
        if match:
            ones.remove(one)
            others.remove(match)
            differing.append(
                Claim(
                    DifferenceKind.NUMBER,
                    (first.quote([one[3]]), second.quote([match[3]])),
                    ((one[3],), (match[3],)),
                )
            )
    missing = [Claim(DifferenceKind.DETAIL, (first.quote([one[3]]), None), ((one[3],), ())) for one in ones]
    missing += [Claim(DifferenceKind.DETAIL, (None, second.quote([one[3]])), ((), (one[3],))) for one in others]
    return differing, missing


_Measured = tuple[float, str, frozenset[str], Span]


def _measured(said: Said, quantity: Quantity) -> _Measured:
    """Return the value, its sort (time, share, count), what is counted, and the words with their unit."""
    if quantity.percent:
        return quantity.value, "%", frozenset({"%"}), quantity.span
    if said.language in ("zh", "ja"):
        after = said.text[quantity.span.end : quantity.span.end + 3]
        for unit, hours in _HAN_HOURS.items():
            if after.startswith(unit):
                span = Span(quantity.span.start, quantity.span.end + len(unit))
                return quantity.value * hours, "time", frozenset({"time"}), span
        return (
            quantity.value,
            "ordinal" if quantity.ordinal else "count",
            _counted_in_chinese(said, quantity),
            quantity.span,
        )
    word = _NEXT_WORD.match(said.text, quantity.span.end)
    if not word:
        return quantity.value, "count", frozenset(), quantity.span
    singular = word["word"].lower().removesuffix("s")
    if singular in _HOURS:
        half = _AND_A_HALF.match(said.text, word.end("word"))
        span = Span(quantity.span.start, half.end() if half else word.end("word"))
        value = quantity.value + (0.5 if half else 0.0)
        return value * _HOURS[singular], "time", frozenset({"time"}), span
    words = [w for w in (word["word"], word["second"]) if w and w.lower() not in STOP]
    return quantity.value, "ordinal" if quantity.ordinal else "count", frozenset(map(stem, words)), quantity.span


def _counted_in_chinese(said: Said, quantity: Quantity) -> frozenset[str]:
    near = [word for word in said.words if 0 <= word.span.start - quantity.span.end <= 4]
    return frozenset(found for word in near for found in word.stems)


def _of_one_thing(one: _Measured, other: _Measured, several: bool) -> bool:
    """Say whether two numbers count one thing; of `several` passages two lengths of time need not tell of one."""
    if several and (one[1] == "time" or not one[2]):
        return False
    return bool(one[2] & other[2]) or one[2] == other[2]


def _equal(one: _Measured, other: _Measured) -> bool:
    same_sort = one[1] == other[1]
    return same_sort and abs(one[0] - other[0]) <= _SAME * max(abs(one[0]), abs(other[0]))
