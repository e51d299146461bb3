"""Dating expressions of English sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from readouts.contacts import relative
from readouts.contacts.clue import Clue, Reader, following
from readouts.contacts.events import EventTable
from readouts.contacts.user_events import Event
from readouts.contacts.when import When, on_day
from readouts.model import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
NUMBERS = {
    name: number
    for number, name in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"a": 1, "an": 1}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:19|20)\d\d"
_ORD = r"(?:st|nd|rd|th)?"
_COUNT = r"(?:\d{1,3}|" + "|".join(NUMBERS) + r"|several|some|many|a few|a couple of|just)"
_UNIT = r"(?:days?|weeks?|months?|years?)"

# What was done next, where the words before it only say that it came after.
_WENT_ON = r"spoke|called|telephoned|phoned|talked|met|held|received|hosted|visited|travell?ed|had"

_DATES = re.compile(
    rf"""(?<!\w)(?:
    (?P<iso>{_YEAR}-\d\d-\d\d)
    |(?P<m1>{_MONTH})\ +(?P<d1>\d{{1,2}}){_ORD}(?!\d)
        (?:\ *(?:-|–|and|to)\ *(?P<d1b>\d{{1,2}})(?!\d))?(?:,?\ +(?P<y1>{_YEAR})\b)?
    |(?P<d2>\d{{1,2}}){_ORD}\ +(?:of\ +)?(?P<m2>{_MONTH})(?:,?\ +(?P<y2>{_YEAR})\b)?
    |(?P<m3>{_MONTH}),?\ +(?:of\ +)?(?P<y3>{_YEAR})\b
    |(?P<lastm>(?i:last|this\ past|this\ year's|of\ last))\ +(?P<m4>{_MONTH})\b
    |(?i:in|since|of|during|until|early|late|mid)[\ -]+(?:(?i:early|late|mid)[\ -]+)?(?P<m5>{_MONTH})\b(?!\.?\ +\d)
    |(?P<m6>{_MONTH})['’]s\b
    |(?P<nextday>(?i:next|coming))\ +(?:{_WEEKDAY}|(?i:week|month|year))\b
    |(?:(?P<pre>(?i:last|this\ past))\ +)?(?P<wd>{_WEEKDAY})\b
    |(?P<same>(?i:(?:(?:later|earlier)\ )?(?:on\ )?(?:that|the\ same|that\ same)\ (?:day|morning|afternoon|evening)))\b
    |(?P<then>(?i:then|afterwards?|subsequently))(?=\ +(?:(?i:also|separately)\ +)?(?:{_WENT_ON})\b)
    |(?P<today>(?i:today|tonight|this\ (?:early\ |late\ )?(?:morning|afternoon|evening)|earlier\ today|moments\ ago))\b
    |(?P<yesterday>(?i:yesterday|last\ (?:night|evening)|the\ day\ before\ yesterday))\b
    |(?P<tomorrow>(?i:tomorrow))\b
    |(?P<previous>(?i:the\ (?:day\ before|previous\ day)|a\ day\ earlier))(?=[.,;]|$|\ +(?:by|in|and|with)\b)
    |(?P<this>(?i:earlier\ this|later\ this|this))\ +(?P<thisunit>(?i:week|month|year))\b
    |(?P<lastunit>(?i:last\ (?:week|month|year)))\b
    |(?P<count>(?i:{_COUNT}))\ +(?P<unit>(?i:{_UNIT}))\ +(?i:ago|earlier)\b
    |(?<![$€£])(?P<year>{_YEAR})\b(?!\ *(?:%|percent|people|troops|euros|dollars|-\d))
    )""",
    re.VERBOSE,
)
_FROM_EVENT = re.compile(
    rf"\b(?:(?P<count>{_COUNT})\s+)?(?P<unit>days?|weeks?|months?|years?|hours?)\s+"
    r"(?P<way>before|after|prior to|following|ahead of|into|since)\b",
    re.IGNORECASE,
)
_WORDS_ON = 60
_AT_EVENT = re.compile(
    r"\b(?:on the (?:margins|sidelines|fringes) of"
    r"|(?:at|during|attending|attended|for|in)(?: the)?(?: ongoing| annual| recent)?)"
    r"\s+(?:the\s+)?(?:(?P<year>(?:19|20)\d\d)\s+)?(?:[\w.-]+['’]s?\s+|\d+(?:st|nd|rd|th)\s+|annual\s+)?$",
    re.IGNORECASE,
)


def english_clues(text: str, start: int, end: int, events: EventTable) -> Iterator[Clue]:
    """Yield the dating expressions of `text[start:end]`, events first, without overlap among the plain ones."""
    taken: set[int] = set()
    for event in _event_clues(text, start, end, events):
        taken.update(range(event.span.start, event.span.end))
        yield event
    for found in _DATES.finditer(text, start, end):
        span = Span(found.start(), found.end())
        if span.start in taken or span.end - 1 in taken:
            continue
        clue = _plain(found, span)
        if clue:
            yield clue


def _plain(found: re.Match[str], span: Span) -> Clue | None:
    words = " ".join(found[0].split())
    for read_one in (_calendar, _weekday, _spoken, _counted):
        if clue := read_one(found, span, words):
            return clue
    if found["year"]:
        return Clue(span, f"date: {words}", relative.fixed(When(date(int(words), 1, 1), date(int(words), 12, 31))))
    return None


def _calendar(found: re.Match[str], span: Span, words: str) -> Clue | None:
    reader: Reader | None = None
    if found["iso"]:
        part = found["iso"].split("-")
        reader = relative.fixed(on_day(int(part[0]), int(part[1]), int(part[2])))
    elif found["m1"]:
        reader = relative.month_day(_month(found["m1"]), int(found["d1"]), _year(found["y1"]))
    elif found["m2"]:
        reader = relative.month_day(_month(found["m2"]), int(found["d2"]), _year(found["y2"]))
    elif found["m3"]:
        reader = relative.calendar_month(_month(found["m3"]), int(found["y3"]))
    elif name := found["m4"] or found["m5"] or found["m6"]:
        if name.islower():
            return None
        reader = relative.calendar_month(_month(name), None, last=bool(found["lastm"]))
    return Clue(span, f"date: {words}", reader) if reader else None


def _weekday(found: re.Match[str], span: Span, words: str) -> Clue | None:
    if not found["wd"]:
        return None
    number = WEEKDAYS[found["wd"].lower()]
    return Clue(span, f"date: {words}", relative.weekday(number, last=bool(found["pre"])), weekday=number)


def _spoken(found: re.Match[str], span: Span, words: str) -> Clue | None:
    reader: Reader | None = None
    if found["same"] or found["then"]:
        return following(span, words, sure=not found["then"])
    if found["today"]:
        reader = relative.days_away(0)
    elif found["yesterday"]:
        reader = relative.days_away(-2 if words.lower().startswith("the day before") else -1)
    elif found["previous"]:
        reader = relative.days_away(-1)
    elif found["tomorrow"]:
        reader = relative.days_away(1)
    elif found["this"]:
        reader = relative.this_unit(found["thisunit"].lower())
    elif found["lastunit"]:
        reader = relative.last_unit(found["lastunit"].lower().split()[-1])
    return Clue(span, f"date: {words}", reader) if reader else None


def _counted(found: re.Match[str], span: Span, words: str) -> Clue | None:
    if not found["unit"]:
        return None
    return Clue(span, f"date: {words}", relative.ago(_count(found["count"]), _unit(found["unit"])))


def _event_clues(text: str, start: int, end: int, events: EventTable) -> Iterator[Clue]:
    named = list(events.find(text, start, end))
    starts = [name.start() for name in named]
    used: set[int] = set()
    for found in _FROM_EVENT.finditer(text, start, end):
        # The event may be named some words on: "days after Moscow began calling it a …".
        at = bisect_left(starts, found.end())
        if at < len(named) and starts[at] - found.end() <= _WORDS_ON:
            used.add(at)
            yield _from_event(found, named[at], events)
    for at, name in enumerate(named):
        if at in used:
            continue
        before = _AT_EVENT.search(text[max(start, name.start() - 60) : name.start()])
        if before:
            purpose = before[0].lower().startswith(("for", "in"))
            begin = max(start, name.start() - 60) + before.start()
            yield _at_event(Span(begin, name.end()), name[0], _year(before["year"]), events, held=not purpose)


def _from_event(found: re.Match[str], name: re.Match[str], events: EventTable) -> Clue:
    way = -1 if found["way"].lower() in ("before", "prior to", "ahead of") else 1
    unit, count = _unit(found["unit"]), _count(found["count"])

    def read(reference: date | None) -> When | None:
        event = events.named(name[0], reference)
        if event is None:
            return None
        return relative.offset(event.first if way < 0 else event.last, count, unit, way)

    words = " ".join(found[0].split())
    return Clue(Span(found.start(), name.end()), f"date: {words} {name[0]}", read)


def _at_event(span: Span, name: str, of_year: int | None, events: EventTable, held: bool) -> Clue:
    """Return what an event dates; `held` says that the contact was held there, not in preparation for it."""

    def read(reference: date | None) -> When | None:
        event = _nearest(events, name, reference, of_year)
        return When(event.first, event.last, False) if event else None

    def place(reference: date | None) -> str | None:
        event = _nearest(events, name, reference, of_year)
        return (event.place or None) if event else None

    return Clue(span, f"date: at {name}", read, place=place if held else None, sure=False)


def _nearest(events: EventTable, name: str, reference: date | None, of_year: int | None) -> Event | None:
    event = events.named(name, reference, of_year)
    return event if event is None or event.kind == "summit" else None


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _unit(word: str) -> str:
    unit = word.lower().rstrip("s")
    return "day" if unit == "hour" else unit


def _count(words: str | None) -> int | None:
    if not words:
        return None
    return int(words) if words.isdigit() else NUMBERS.get(words.lower())
