"""Where a text counts a contact ("the second time since …", 今年以来第二次通话): how many, of what kind, since when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from readouts.contacts import relative
from readouts.contacts.chinese_dates import chinese_clues
from readouts.contacts.english_dates import NUMBERS, english_clues
from readouts.contacts.events import EventTable
from readouts.contacts.russian_counts import COUNT, beginning_of, number_of
from readouts.contacts.when import When, shifted
from readouts.model import ContactKind, Span

# What the evidence of a count shows.
COUNTED = "count"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_HAN_DIGITS = "一二三四五六七八九"
_PERIOD = (
    r"since\s+(?:[^.;,\n]|\.(?=\ ?\d)|,(?=\ (?:19|20)\d\d)){2,100}"
    r"|(?:so\ far\ )?this\ (?:year|month|week)"
    rf"|(?:with)?in\ (?:the\ (?:past|last)\ |less\ than\ )?(?:as\ many|{'|'.join(NUMBERS)}|\d{{1,2}})"
    r"\ (?:days|weeks|months|years|week|month|year)"
)
_ENGLISH = re.compile(
    rf"\b(?P<number>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s+(?:[\w’'-]+\s+){{0,5}}?"
    r"(?P<noun>time|calls?|conversations?|videoconferences?|meetings?|talks|summit|visit|trip|contact)\b"
    rf"(?:[^.;\n]{{0,100}}?\b(?P<period>{_PERIOD}))?",
    re.IGNORECASE | re.VERBOSE,
)
# Without a period only these are counts: "the first round of talks" is none.
_PLAIN = re.compile(
    rf"(?:{'|'.join(_ORDINALS)}|\d+\w\w)\s+(?:in-person\s+)?(?:time|call|meeting|conversation|talks)", re.I
)
_CHINESE = re.compile(
    r"(?P<period>今年|年内|本月|[^，。；！？\n]{1,30}?(?:以来|之?后))[^，。；！？\n]{0,20}?"
    r"(?:第(?P<number>[一二三四五六七八九十\d]{1,3})次|(?P<first>首次))"
    r"(?P<noun>[^，。；！？\n]{0,8}?(?:视频会晤|通电?话|会晤|会见|会面|见面|会谈|访[问华]?))"
)
_PATTERNS = {"en": _ENGLISH, "zh": _CHINESE, "ru": COUNT}
# What a count may be of, the likeliest first.
_COUNTABLE = (ContactKind.CALL, ContactKind.MEETING, ContactKind.VISIT)
_CALLS = frozenset({ContactKind.CALL, ContactKind.VIDEO_CALL})
_MEETINGS, _VISITS = frozenset({ContactKind.MEETING}), frozenset({ContactKind.VISIT})
_KINDS = (
    (
        re.compile(
            r"\b(?:phone|telephone|calls?|called|video\w*)\b|视频|通电?话|телефон|разговор|розмов|зв[оі]н|дзв[оі]н|в[иі]део",
            re.IGNORECASE,
        ),
        _CALLS,
    ),
    (re.compile(r"\bvisit|\btrip\b|访|в[иі]зит", re.IGNORECASE), _VISITS),
    (
        re.compile(
            r"\bme[et]t?(?:ing)?s?\b|in.person|face.to.face|summit|[会见][晤见面谈]|встреч|зустріч", re.IGNORECASE
        ),
        _MEETINGS,
    ),
    # Who speaks may do so by telephone or across a table.
    (
        re.compile(
            r"\b(?:spoken?|speak\w*|talk\w*|conversation|contact)\b|бесед|переговор|перемовин|контакт|говор",
            re.IGNORECASE,
        ),
        _CALLS | _MEETINGS,
    ),
)
_FROM_ITS_START = re.compile(
    r"this (?P<unit>year|month|week)|(?:start|beginning|turn) of the year|(?P<han>今年(?!\d|[上下]|早)|年内|本月)",
    re.I,
)
_CYRILLIC = re.compile("[а-яєіїґ]", re.IGNORECASE)
_IN = re.compile(r"in (?:the (?:past|last) |less than )?(?P<many>as many|\w+) (?P<unit>day|week|month|year)", re.I)
_OFFICE = re.compile(
    r"\b(?:t(?:ook|aking) (?:up )?office|inaugurat\w+|sworn in|(?:became|becoming) (?:\w+ ){0,2}(?:president|minister))"
    r"|就任|上任|就职|вступлени\w+ в должность|вступу на посад",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """What a text says of a contact's place in a row: the `number`th of `kinds`.

    `kinds` is empty where the words leave that to the contact. Contacts from `surely` on are counted; those from
    `perhaps` on may be ("since March"). Both are None where the words do not tell, or tell since when somebody
    holds an office (`in_office`). `period` are the words that say since when.
    """

    number: int
    kinds: frozenset[ContactKind]
    period: str
    perhaps: date | None = None
    surely: date | None = None
    in_office: bool = False

    @property
    def kind(self) -> ContactKind | None:
        """The likeliest of the kinds counted."""
        return next((kind for kind in _COUNTABLE if kind in self.kinds), None)


def count_in(text: str, start: int, end: int, language: str = "en") -> tuple[Span, Span | None] | None:
    """Return the first count of `text[start:end]` and the part of it that says since when; None where there is none."""
    for found in _PATTERNS[language].finditer(text, start, end):
        if found["period"]:
            return Span(*found.span()), Span(*found.span("period"))
        if plain := _PLAIN.match(found[0]):
            return Span(found.start(), found.start() + plain.end()), None
    return None


def read_count(words: str, reference: date | None, events: EventTable) -> Count | None:
    """Read the words of a count, told on the day `reference`; None where they give no period to count in."""
    found = next((found for pattern in _PATTERNS.values() if (found := pattern.match(words))), None)
    if found is None or not found["period"]:
        return None
    period = " ".join(found["period"].split())
    outside = words[: found.start("period")] + words[found.end("period") :]
    kinds = next((kinds for pattern, kinds in _KINDS if pattern.search(outside)), frozenset())
    number = number_of(found) if found.re is COUNT else _number(found)
    begin = _beginning(period, number, reference, events)
    perhaps, surely = begin or (None, None)
    return Count(number, kinds, period, perhaps, surely, begin is None and bool(_OFFICE.search(period)))


def _number(found: re.Match[str]) -> int:
    words = (found["number"] or "一").lower()
    if words in _ORDINALS:
        return _ORDINALS.index(words) + 1
    if digits := re.match(r"\d+", words):
        return int(digits[0])
    tens, ten, ones = words.rpartition("十")
    return (_HAN_DIGITS.find(tens) + 1 or 1) * 10 * bool(ten) + (_HAN_DIGITS.find(ones) + 1 if ones else 0)


def _beginning(period: str, number: int, reference: date | None, events: EventTable) -> tuple[date, date] | None:
    """Return from which day on a contact may be counted, and from which on it is."""
    named = (events.named(name[0], reference) for name in events.find(period, 0, len(period)))
    if event := next((event for event in named if event), None):
        return event.first, shifted(event.last, 1)
    if reference is None:
        return None
    if _CYRILLIC.search(period):
        return beginning_of(period, reference)
    if told := _FROM_ITS_START.search(period):
        unit = told["unit"] or ("month" if told["han"] == "本月" else "year")
        first = relative.this_unit(unit.lower())(reference)
        return (first.first, first.first) if first else None
    if told := _IN.match(period.removeprefix("with")):
        many = told["many"].lower()
        count = number if many == "as many" else int(many) if many.isdigit() else NUMBERS.get(many)
        return _around(relative.offset(reference, count, told["unit"].lower(), -1))
    clues = (*english_clues(period, 0, len(period), events), *chinese_clues(period, 0, len(period), events))
    return next((around for clue in clues if (around := _around(clue.read(reference)))), None)


def _around(when: When | None) -> tuple[date, date] | None:
    return (when.first, shifted(when.last, 1)) if when else None
