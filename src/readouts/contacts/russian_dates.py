"""The days that Russian and Ukrainian words date a contact by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readouts.contacts import relative
from readouts.contacts.clue import Clue, Reader, following
from readouts.contacts.when import year
from readouts.model import Span

MONTHS = {
    stem: number
    for number, stems in enumerate(
        (
            "январ січн",
            "феврал лют",
            "март берез",
            "апрел квіт",
            "мая мае май трав",
            "июн черв",
            "июл лип",
            "август серп",
            "сентябр верес",
            "октябр жовт",
            "ноябр листопад",
            "декабр груд",
        ),
        1,
    )
    for stem in stems.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAYS = (
    "понед",
    "вторник вівтор",
    "сред серед",
    "четверг четвер",
    "пятниц п'ятниц п’ятниц",
    "суббот субот",
    "воскрес неділ",
)
_WEEKDAY = {stem: number for number, stems in enumerate(_WEEKDAYS) for stem in stems.split()}
_DATES = re.compile(
    rf"\b(?P<d>\d{{1,2}})\s+(?P<m>{MONTH})\w*(?:\s+(?P<y>(?:19|20)\d\d))?"
    rf"|\b[вув]\s+(?P<m2>{MONTH})\w*(?:\s+(?P<y2>(?:19|20)\d\d))?"
    rf"|\b(?:во?|у)\s+(?P<wd>{'|'.join(sorted(_WEEKDAY, key=len, reverse=True))})\w*"
    r"|\b(?P<today>сегодня|сьогодні)\b|\b(?P<yesterday>вчера|накануне|вчора|напередодні)\b"
    r"|\b(?P<same>(?:в\s+тот|того|в\s+этот|цього|у\s+той)\s+же?\s+(?:день|дня))\b|\b(?P<then>затем|после\s+этого|потім|після\s+цього)\b"
    r"|\b(?P<y3>(?:19|20)\d\d)\s+(?:год|рок|рік)\w*",
    re.IGNORECASE,
)


def russian_clues(text: str, start: int, end: int) -> Iterator[Clue]:
    """Yield what `text[start:end]` says of days, in the order of the text."""
    for found in _DATES.finditer(text, start, end):
        words = " ".join(found[0].split())
        if found["same"] or found["then"]:
            yield following(Span(*found.span()), words, sure=not found["then"])
            continue
        number = _WEEKDAY[found["wd"].lower()] if found["wd"] else None
        yield Clue(Span(found.start(), found.end()), f"date: {words}", _reader(found, number), weekday=number)


def _reader(found: re.Match[str], weekday: int | None) -> Reader:
    if found["d"]:
        month, of_year = MONTHS[found["m"].lower()], int(found["y"]) if found["y"] else None
        return relative.month_day(month, int(found["d"]), of_year)
    if found["m2"]:
        return relative.calendar_month(MONTHS[found["m2"].lower()], int(found["y2"]) if found["y2"] else None)
    if weekday is not None:
        return relative.weekday(weekday)
    if found["y3"]:
        return relative.fixed(year(int(found["y3"])))
    return relative.days_away(0 if found["today"] else -1)
