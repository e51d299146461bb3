"""Points in time in a passage, in forms that can be compared: days, months, weekdays, seasons, years, hours."""

from __future__ import annotations

import re
from typing import NamedTuple

from readouts.collation.quantities import find_days
from readouts.model import Span

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_WEEKDAY = re.compile(r"\b(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b")
_SEASON = re.compile(r"\b(?:in (?:the )?|next |this |last |late |early )(?P<season>spring|summer|autumn|fall|winter)\b")
_YEAR = re.compile(
    r"(?<![\w.,$€£])(?P<year>(?:19|20|21)\d\d)(?![\w%]|[.,]\d)(?!\s+(?:million|people|troops|tonnes|tons))"
)
_HOUR = re.compile(
    r"\b(?:at )?(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s?(?P<half>[ap]\.?m\b\.?)|\b(?P<h24>\d{1,2}):(?P<m24>\d\d)\b"
)
_RELATIVE = re.compile(
    r"\b(?P<which>next|last|this|coming|following|previous|past) (?P<unit>week|month|year|quarter|weekend)\b"
    r"|\b(?P<day>today|tomorrow|yesterday|tonight)\b",
    re.IGNORECASE,
)
_SEASON_MONTHS = {
    "spring": (3, 4, 5),
    "summer": (6, 7, 8),
    "autumn": (9, 10, 11),
    "fall": (9, 10, 11),
    "winter": (12, 1, 2),
}
_BEFORE = re.compile(
    r"\b(?:before|by|until|no later than|not later than)\s+(?:the\s+)?(?:end of\s+|\d{1,2}\s+)?$", re.I
)
_AFTER = re.compile(r"\b(?:after|from|since|as of)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE)

_HAN_MONTH = re.compile(
    r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?!\s*\d|份?[一二三四五六七八九十]{1,3}[日号])"
)
_HAN_YEAR = re.compile(r"(?P<year>(?:19|20|21)\d\d)年")
_HAN_WEEKDAY = re.compile(r"(?:星期|周|礼拜)(?P<day>[一二三四五六日天])")
_HAN_SEASON = re.compile(r"(?P<season>[春夏秋冬])(?:季|天)|(?:今年|明年|去年)(?P<season2>[春夏秋冬])")
_HAN_RELATIVE = re.compile(
    r"(?P<which>下|上|本|这)个?(?P<unit>周|星期|月|年|季度)(?![一二三四五六日天年])|(?P<day>今天|明天|昨天)|(?P<year>今年|明年|去年)"
)
_HAN_DIGITS = "零一二三四五六七八九十"


class When(NamedTuple):
    """A point in time where it stands. `months` are those it may fall in, none where it does not tell.

    `sort` is what it is (day, month, season, weekday, year, hour, relative); `key` compares within a sort; `side` is
    -1 for a time before it, 1 for a time after it.
    """

    span: Span
    sort: str
    key: str
    months: tuple[int, ...] = ()
    side: int = 0


def find_whens(text: str, language: str | None, span: Span) -> list[When]:
    """Return the points in time named in a passage, in its order; what stands inside another is left out."""
    found = _chinese(text, span) if language in ("zh", "ja") else _english(text, span)
    found += [
        When(day.span, "day", day.day, (int(day.day[:2]),), _side(text, span, day.span))
        for day in find_days(text, language, span)
    ]
    found.sort(key=lambda when: (when.span.start, -when.span.end))
    kept: list[When] = []
    for when in found:
        if not kept or when.span.start >= kept[-1].span.end:
            kept.append(when)
    return kept


def _english(text: str, span: Span) -> list[When]:
    found = []
    for m in _MONTH.finditer(text, span.start, span.end):
        number = _MONTHS.index(m["month"].lower()) + 1
        where = Span(m.start(), m.end())
        found.append(When(where, "month", f"{number:02}", (number,), _side(text, span, where)))
    for m in _WEEKDAY.finditer(text, span.start, span.end):
        found.append(When(Span(m.start(), m.end()), "weekday", m["day"].lower()))
    for m in _SEASON.finditer(text, span.start, span.end):
        found.append(
            When(Span(*m.span("season")), "season", m["season"].replace("fall", "autumn"), _SEASON_MONTHS[m["season"]])
        )
    for m in _YEAR.finditer(text, span.start, span.end):
        where = Span(m.start(), m.end())
        found.append(When(where, "year", m["year"], (), _side(text, span, where)))
    for m in _HOUR.finditer(text, span.start, span.end):
        if m["h24"]:
            found.append(When(Span(m.start(), m.end()), "hour", f"{int(m['h24']):02}:{m['m24']}"))
        else:
            hour = int(m["hour"]) % 12 + 12 * m["half"].lower().startswith("p")
            found.append(When(Span(m.start(), m.end()), "hour", f"{hour:02}:{m['minute'] or '00'}"))
    for m in _RELATIVE.finditer(text, span.start, span.end):
        which = (m["which"] or "").lower().replace("past", "last").replace("previous", "last").replace("coming", "next")
        key = m["day"].lower() if m["day"] else f"{which.replace('following', 'next')} {m['unit'].lower()}"
        found.append(When(Span(m.start(), m.end()), "relative", key))
    return found


def _chinese(text: str, span: Span) -> list[When]:
    found = []
    for m in _HAN_MONTH.finditer(text, span.start, span.end):
        number = int(m["month"]) if m["month"].isdigit() else sum(_HAN_DIGITS.index(sign) for sign in m["month"])
        found.append(When(Span(m.start(), m.end()), "month", f"{number:02}", (number,)))
    for m in _HAN_YEAR.finditer(text, span.start, span.end):
        found.append(When(Span(m.start(), m.end()), "year", m["year"]))
    for m in _HAN_WEEKDAY.finditer(text, span.start, span.end):
        days = "monday tuesday wednesday thursday friday saturday sunday sunday".split()
        found.append(When(Span(m.start(), m.end()), "weekday", days["一二三四五六日天".index(m["day"])]))
    for m in _HAN_SEASON.finditer(text, span.start, span.end):
        season = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}[m["season"] or m["season2"]]
        found.append(When(Span(m.start(), m.end()), "season", season, _SEASON_MONTHS[season]))
    for m in _HAN_RELATIVE.finditer(text, span.start, span.end):
        if m["unit"]:
            which = {"下": "next", "上": "last"}.get(m["which"], "this")
            unit = {"周": "week", "星期": "week", "月": "month", "年": "year", "季度": "quarter"}[m["unit"]]
            key = f"{which} {unit}"
        else:
            key = {
                "今天": "today",
                "明天": "tomorrow",
                "昨天": "yesterday",
                "今年": "this year",
                "明年": "next year",
                "去年": "last year",
            }[m["day"] or m["year"]]
        found.append(When(Span(m.start(), m.end()), "relative", key))
    return found


def _side(text: str, span: Span, where: Span) -> int:
    before = text[max(span.start, where.start - 30) : where.start]
    return -1 if _BEFORE.search(before) else 1 if _AFTER.search(before) else 0


def agree(one: When, other: When) -> bool | None:
    """Say whether two points in time may be the same; None when they cannot be compared."""
    if one.side * other.side < 0:
        return False
    if one.sort == other.sort:
        return one.key == other.key
    if one.months and other.months:
        return bool(set(one.months) & set(other.months))
    return None
