"""How Russian and Ukrainian count contacts: «второй разговор с начала года», «вдруге за тиждень»."""

from __future__ import annotations

import re
from datetime import date

from readouts.contacts import relative
from readouts.contacts.russian_dates import MONTH, MONTHS, russian_clues
from readouts.contacts.when import When, shifted

# First to tenth, by the stems that all their cases share; then the words for "for the first, second … time".
_ORDINALS = (
    "перв перш",
    "втор друг",
    "трет",
    "четверт четвёрт",
    "пят п'ят п’ят",
    "шест шост",
    "седьм сьом",
    "восьм",
    "девят дев'ят дев’ят",
    "десят",
)
_TIMES = {"впервые": 1, "вперше": 1, "вдруге": 2, "втретє": 3, "вчетверте": 4, "вп'яте": 5, "вп’яте": 5}
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "одного один одну",
            "два две дві двух двох",
            "три трёх трех трьох",
            "четыре чотири",
            "пять п'ять п’ять",
            "шесть шість",
            "семь сім",
            "восемь вісім",
            "девять дев'ять дев’ять",
            "десять",
        ),
        1,
    )
    for word in words.split()
}
_STEM = {stem: number for number, stems in enumerate(_ORDINALS, 1) for stem in stems.split()}
_STEMS = "|".join(sorted(_STEM, key=len, reverse=True))
_NOUN = (
    r"(?:раз\b|разговор|бесед|звон|встреч|переговор|визит|контакт|видео"
    r"|розмов|зустріч|перемовин|дзв[іо]н|візит|відео)\w*"
)
_UNITS = {"day": "д[енніь]", "week": "недел|тижд|тижн", "month": "месяц|місяц", "year": "год|лет|рок|рік"}
_UNIT = "|".join(_UNITS.values())
_PERIOD = (
    rf"(?:с|со|з|із|від)\s+(?:начала|початку)\s+(?:эт\w+\s+|цього\s+)?(?:{_UNIT})\w*"
    rf"|в\s+эт\w+\s+(?:{_UNIT})\w*|на\s+(?:этой|цьому)\s+(?:{_UNIT})\w*|(?:цього|цьогоріч)(?:\s+(?:{_UNIT})\w*)?"
    rf"|за\s+(?:последн\w+\s+|останн\w+\s+|минул\w+\s+)?(?:(?:\d{{1,2}}|{'|'.join(_NUMBERS)})\s+)?(?:{_UNIT})\w*"
    rf"|(?:с|со|з|із|від)\s+(?:\d{{1,2}}\s+)?(?:{MONTH})\w*(?:\s+(?:19|20)\d\d(?:\s+(?:года|року))?)?"
    r"|(?:с|з|від)\s+(?:19|20)\d\d\s+(?:года|року)"
    r"|(?:после|після|с момента|со времени|з моменту|від часу|с тех пор|відтоді)\s[^.;,\n]{2,80}"
)
COUNT = re.compile(
    rf"\b(?:(?P<number>(?:{_STEMS})\w{{0,4}}|\d{{1,2}}-\w{{1,3}})\s+(?:[\w’'-]+\s+){{0,2}}?(?P<noun>{_NOUN})"
    rf"|(?P<times>{'|'.join(_TIMES)})\b)"
    rf"[^.;\n]{{0,60}}?\b(?P<period>{_PERIOD})",
    re.IGNORECASE,
)
_START = re.compile(rf"(?:начала|початку|\bэт\w+|цього|цьому)\s+(?:эт\w+\s+|цього\s+)?(?P<unit>{_UNIT})", re.IGNORECASE)
_LAST = re.compile(
    rf"за\s+(?:\w+\s+)??(?:(?P<many>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+)?(?P<unit>{_UNIT})", re.IGNORECASE
)
_SINCE_MONTH = re.compile(rf"(?:с|со|з|із|від)\s+(?P<month>{MONTH})\w*(?:\s+(?P<year>(?:19|20)\d\d))?", re.IGNORECASE)


def number_of(found: re.Match[str]) -> int:
    """Return which of a row the words of a count mean."""
    if found["times"]:
        return _TIMES[found["times"].lower()]
    words = found["number"].lower()
    if words[0].isdigit():
        return int(re.match(r"\d+", words)[0])  # type: ignore[index]
    return next(_STEM[stem] for stem in sorted(_STEM, key=len, reverse=True) if words.startswith(stem))


def beginning_of(period: str, reference: date) -> tuple[date, date] | None:
    """Return from which day on a contact may be counted, and from which on it is."""
    if found := _START.search(period):
        first = relative.this_unit(_unit(found["unit"]))(reference)
        return (first.first, first.first) if first else None
    if period.lower().startswith("цьогоріч"):
        return date(reference.year, 1, 1), date(reference.year, 1, 1)
    if found := _LAST.match(period):
        many = (found["many"] or "1").lower()
        count = int(many) if many.isdigit() else _NUMBERS[many]
        return _around(relative.offset(reference, count, _unit(found["unit"]), -1))
    if found := _SINCE_MONTH.match(period):
        year = int(found["year"]) if found["year"] else None
        return _around(relative.calendar_month(MONTHS[found["month"].lower()], year)(reference))
    clues = russian_clues(period, 0, len(period))
    return next((around for clue in clues if (around := _around(clue.read(reference)))), None)


def _unit(word: str) -> str:
    return next(unit for unit, stems in _UNITS.items() if re.match(stems, word, re.IGNORECASE))


def _around(when: When | None) -> tuple[date, date] | None:
    return (when.first, shifted(when.last, 1)) if when else None
