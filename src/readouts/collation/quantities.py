"""Numbers and calendar days in a passage, in one form for every language."""

from __future__ import annotations

import re
from typing import NamedTuple

from readouts.model import Span

_ONES = {
    **{word: value for value, word in enumerate("zero one two three four five six seven eight nine ten".split())},
    **{
        word: value
        for value, word in enumerate(
            "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 11
        )
    },
    **{
        word: value * 10
        for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
    },
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "mn": 1e6,
    "m": 1e6,
    "k": 1e3,
    "dozen": 12.0,
    **dict.fromkeys(("тысяча", "тысячи", "тысяч", "тыс"), 1e3),
    **dict.fromkeys(("миллион", "миллиона", "миллионов", "млн"), 1e6),
    **dict.fromkeys(("миллиард", "миллиарда", "миллиардов", "млрд"), 1e9),
}
_WORDS = "|".join(sorted(_ONES, key=lambda word: -len(word)))
_DIGITS = r"\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w.])(?:(?P<digits>{_DIGITS})"
    rf"|(?P<words>(?:a |half a )?(?:{_WORDS}|hundred|dozen)(?:[- ](?:and )?(?:{_WORDS}|hundred))*(?!\w)))"
    rf"(?:\s?(?P<scale>{'|'.join(_SCALES)})(?!\w))?"
    r"(?P<percent>\s?(?:%|percent\b|per cent\b|percentage point|процент\w*))?",
    re.IGNORECASE,
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
# An ordinal counts where it stands before what is counted, not as a fraction or an adverb.
_ORDINAL = re.compile(
    rf"(?<![\w.])(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))\s+(?=[a-z]{{4,}})",
    re.IGNORECASE,
)
_SHARES = {"half": 50.0, "a third": 100 / 3, "one third": 100 / 3, "two thirds": 200 / 3, "a quarter": 25.0}
_SHARE = re.compile(rf"(?<![\w-])(?P<share>{'|'.join(_SHARES)})(?=\s+(?:of|the)\b)", re.IGNORECASE)
_DAYS = 31
_HAN_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_HAN_NUMBER = re.compile(
    r"(?P<ordinal>第)?(?P<share>百分之)?(?P<number>\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)(?P<scale>[千百]?[万亿]+)?(?P<percent>%|％)?"
)
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(name if name == "may" else f"{name}|{name[:3]}\\.?" for name in _MONTHS)
_DAY_MONTH = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{{1,2}})?\b"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{{1,2}})?\s+(?:of\s+)?(?P<m2>{_MONTH})\b)",
    re.IGNORECASE,
)
_RUSSIAN_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
_RUSSIAN_DAY = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(_RUSSIAN_MONTHS)})\b", re.IGNORECASE)
_HAN_SMALL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_HAN_DAY = re.compile(rf"(?P<month>{_HAN_SMALL})月(?P<day>{_HAN_SMALL})[日号]")
_HAN_COUNTED = re.compile(
    r"[零一二三四五六七八九十百千]+(?:个月|年|天|周|小时|分钟|名|人|次|座|艘|架|吨)|[三四五六七八九十百千]+[个项点]"
)


# "The two leaders" counts nothing.
_PARTIES = re.compile(
    r"\s+(?:\w+ )?(?:leaders|sides|parties|countries|presidents|ministers|nations|states|governments|heads|delegations|"
    r"peoples|men|officials|neighbours|neighbors)\b",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\b(?:(?P<article>an?)(?= (?:hour|day|week|month|year) and a half\b)|(?P<half>half an?)(?= (?:hour|day|year)\b))",
    re.IGNORECASE,
)
_TIME = re.compile(r"[\s-]+(?:minute|hour|day|week|month|year)", re.IGNORECASE)


class Quantity(NamedTuple):
    """A number where it stands; `percent` tells shares from counts, `ordinal` the third from three."""

    span: Span
    value: float
    percent: bool
    ordinal: bool = False


class Day(NamedTuple):
    """A day of the year where it stands, as ``MM-DD``."""

    span: Span
    day: str


def find_days(text: str, language: str | None, span: Span) -> list[Day]:
    """Return the days named with their month in a passage."""
    if language in ("zh", "ja"):
        return [
            Day(Span(m.start(), m.end()), f"{_han(m['month']):02.0f}-{_han(m['day']):02.0f}")
            for m in _HAN_DAY.finditer(text, span.start, span.end)
        ]
    if language == "ru":
        return [
            Day(Span(m.start(), m.end()), f"{_RUSSIAN_MONTHS.index(m['month'].lower()) + 1:02}-{int(m['day']):02}")
            for m in _RUSSIAN_DAY.finditer(text, span.start, span.end)
        ]
    days = []
    for m in _DAY_MONTH.finditer(text, span.start, span.end):
        month = (m["m1"] or m["m2"]).lower()[:3]
        number = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(month))
        days.append(Day(Span(m.start(), m.end()), f"{number:02}-{int(m['d1'] or m['d2']):02}"))
    return days


def find_quantities(text: str, language: str | None, span: Span) -> list[Quantity]:
    """Return the numbers in a passage, written in digits or in words, without those of days of the year."""
    days = [day.span for day in find_days(text, language, span)]
    found = _chinese(text, span) if language in ("zh", "ja") else _spaced(text, span)
    return [quantity for quantity in found if not any(quantity.span.overlaps(day) for day in days)]


def _spaced(text: str, span: Span) -> list[Quantity]:
    found = []
    for m in _NUMBER.finditer(text, span.start, span.end):
        if m["digits"]:
            value = float(re.sub(r"[,\u202f\u00a0 ]", "", m["digits"]))
        else:
            value = _spelled(m["words"].lower())
            # "One" is most often no number but an article or a pronoun.
            if value == 1 and not (m["scale"] or m["percent"] or _TIME.match(text, m.end(), span.end)):
                continue
            if value == 2 and (_PARTIES.match(text, m.end(), span.end) or _is_pronoun(text, m.start(), m.end())):
                continue
        if m["scale"]:
            value *= _SCALES[m["scale"].lower()]
        found.append(Quantity(Span(m.start(), m.end()), value, bool(m["percent"])))
    for m in _ORDINAL.finditer(text, span.start, span.end):
        value = float(m["digits"] or _ORDINALS.index(m["word"].lower()) + 1)
        found.append(Quantity(Span(m.start(), m.start() + len(m[0].rstrip())), value, False, True))
    for m in _HALF.finditer(text, span.start, span.end):
        if m["article"]:
            found.append(Quantity(Span(*m.span("article")), 1.0, False))
        else:
            found.append(Quantity(Span(*m.span("half")), 0.5, False))
    for m in _SHARE.finditer(text, span.start, span.end):
        found.append(Quantity(Span(m.start(), m.end()), _SHARES[m["share"].lower()], True))
    return sorted(found)


def _is_pronoun(text: str, start: int, end: int) -> bool:
    """Say whether "the two" stands for the parties: no plural follows."""
    return text[max(start - 4, 0) : start].lower() == "the " and not re.match(r"[\s-]+\w+s\b", text[end : end + 40])


def _spelled(words: str) -> float:
    total = 0.0
    factor = 1.0
    for word in re.split(r"[- ]+", words):
        if word in ("hundred", "dozen"):
            total = (total or 1.0) * _SCALES[word]
        elif word == "half":
            factor = 0.5
        elif word in _ONES:
            total += _ONES[word]
    return total * factor


def _chinese(text: str, span: Span) -> list[Quantity]:
    found = []
    for m in _HAN_NUMBER.finditer(text, span.start, span.end):
        digits = m["number"][0].isdigit()
        # Chinese numerals stand in countless words (一致, 两国); they count beside a unit only.
        if not (digits or m["scale"] or m["share"] or _HAN_COUNTED.match(text, m.start(), span.end)):
            continue
        value = float(m["number"]) if digits else _han(m["number"])
        # "On the 18th": a day of this month, no number of days.
        if value <= _DAYS and text.startswith(("日", "号"), m.end()) and not m["scale"]:
            continue
        for sign in m["scale"] or "":
            value *= _HAN_SCALES[sign]
        percent, ordinal = bool(m["share"] or m["percent"]), bool(m["ordinal"])
        found.append(Quantity(Span(m.start(), m.end()), value, percent, ordinal))
    return found


def _han(numeral: str) -> float:
    """Return the value of a Chinese numeral below ten thousand; digits stand for themselves."""
    if numeral.isdigit():
        return float(numeral)
    total, digit = 0.0, 0.0
    for sign in numeral:
        if sign in _HAN_DIGITS:
            digit = _HAN_DIGITS[sign]
        else:
            total += (digit or 1) * _HAN_SCALES[sign]
            digit = 0.0
    return total + digit
