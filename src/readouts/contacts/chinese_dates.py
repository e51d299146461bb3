"""Dating expressions of Chinese sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readouts.contacts import relative
from readouts.contacts.clue import Clue, Reader, following
from readouts.contacts.events import EventTable
from readouts.contacts.when import When, on_day, year
from readouts.model import Span

_DATES = re.compile(
    r"(?P<y1>(?:19|20)\d\d)年(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日"
    r"|(?P<rel>今|去|前|当)年(?P<rm>\d{1,2})月(?:(?P<rd>\d{1,2})日)?(?:[上中下]旬|底|初)?"
    r"|(?P<y2>(?:19|20)\d\d)年(?P<m2>\d{1,2})月"
    r"|(?P<y3>(?:19|20)\d\d)年(?!来|代|间|以)"
    r"|(?P<m4>\d{1,2})月(?P<d4>\d{1,2})日"
    r"|(?<!\d)(?P<m6>\d{1,2})月(?=[，份底初上中下]|\D{0,6}[主总首双两我])"
    r"|(?P<count>[一二两三四五六七八九十几\d]{1,2})(?P<unit>天|日|周|个?星期|个?多?月|多?年)(?:多)?前"
    r"|(?P<lastweek>上周|上星期)|(?P<beforeyesterday>前天)"
    r"|(?P<lastmonth>上个?月)|(?P<thismonth>本月|这个月)"
    r"|(?<![\d月至－—-])(?P<d5>\d{1,2})日(?![内本方])"
    r"|(?P<same>同日|当[天日](?!地))|(?P<then>随后|其后)"
    r"|(?P<today>今天|今日|今晚|今早)|(?P<yesterday>昨天|昨日|昨晚)"
    r"|(?P<lastyear>去年)|(?P<thisyear>今年(?:以来|早些时候)?|年初)"
)
_AT_EVENT = re.compile(r"(?:期间|之际|间隙)")
_UNITS = {"天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "年": "year"}
_NUMBERS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_SINCE = {"今": 0, "当": 0, "去": -1, "前": -2}


def chinese_clues(text: str, start: int, end: int, events: EventTable) -> Iterator[Clue]:
    """Yield the dating expressions of `text[start:end]` in the order of the text, events last."""
    for found in _DATES.finditer(text, start, end):
        reader = _reader(found)
        if found["same"] or found["then"]:
            yield following(Span(*found.span()), found[0], sure=not found["then"])
        elif reader:
            yield Clue(Span(found.start(), found.end()), f"date: {found[0]}", reader)
    for name in events.find(text, start, end):
        if _AT_EVENT.match(text, name.end(), min(end, name.end() + 4)) or text[max(start, name.start() - 1)] == "在":
            yield _event(Span(name.start(), name.end()), name[0], events)


def _reader(found: re.Match[str]) -> Reader | None:
    if found["y1"]:
        return relative.fixed(on_day(int(found["y1"]), int(found["m1"]), int(found["d1"])))
    if found["rel"]:
        return _of_year(_SINCE[found["rel"]], int(found["rm"]), int(found["rd"]) if found["rd"] else None)
    if found["y2"]:
        return relative.calendar_month(int(found["m2"]), int(found["y2"])) if _is_month(found["m2"]) else None
    if found["y3"]:
        return relative.fixed(year(int(found["y3"])))
    if found["m4"]:
        return relative.month_day(int(found["m4"]), int(found["d4"]), None)
    if found["m6"]:
        return relative.calendar_month(int(found["m6"]), None) if _is_month(found["m6"]) else None
    if found["unit"]:
        return relative.ago(_count(found["count"]), _UNITS[found["unit"].strip("个多")])
    if found["d5"]:
        return relative.day_of_month(int(found["d5"]))
    for group, reader in (
        ("beforeyesterday", relative.days_away(-2)),
        ("lastweek", relative.last_unit("week")),
        ("lastmonth", relative.last_unit("month")),
        ("thismonth", relative.this_unit("month")),
        ("today", relative.days_away(0)),
        ("yesterday", relative.days_away(-1)),
        ("lastyear", relative.last_unit("year")),
        ("thisyear", relative.this_unit("year")),
    ):
        if found[group]:
            return reader
    return None


def _count(digits: str) -> int | None:
    """Return a small number in Chinese or Arabic digits; None for "several"."""
    return int(digits) if digits.isdigit() else _NUMBERS.get(digits)


def _of_year(back: int, of_month: int, of_day: int | None) -> Reader:
    """Return the reader of "去年11月": a month, or a day, of a year told by the reference."""

    def read(reference: date | None) -> When | None:
        if reference is None or not 1 <= of_month <= 12 or reference.year + back < 1:
            return None
        if of_day is not None:
            return on_day(reference.year + back, of_month, of_day)
        return relative.calendar_month(of_month, reference.year + back)(reference)

    return read


def _event(span: Span, name: str, events: EventTable) -> Clue:
    def read(reference: date | None) -> When | None:
        event = events.named(name, reference)
        return When(event.first, event.last) if event and event.kind == "summit" else None

    def place(reference: date | None) -> str | None:
        event = events.named(name, reference)
        return event.place if event and event.kind == "summit" else None

    return Clue(span, f"date: at {name}", read, place=place, sure=False)


def _is_month(digits: str) -> bool:
    return 1 <= int(digits) <= 12
