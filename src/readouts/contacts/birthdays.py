"""Contacts dated by a birthday: the day of birth and the number of years make the day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from readouts.contacts.clue import Clue, Reader
from readouts.contacts.when import When, day, on_day
from readouts.model import Mention, Person, Span

_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
_WORDED = {
    **{f"{stem}ieth": tens for stem, tens in _TENS.items()},
    **{f"{stem}y-{one}": tens + n for stem, tens in _TENS.items() for n, one in enumerate(_ONES, 1)},
}
_BIRTHDAY = re.compile(
    r"(?:(?P<years>\d{1,3})(?:st|nd|rd|th)"
    rf"|(?P<worded>{'|'.join(sorted(_WORDED, key=len, reverse=True))}))\s+birthday"
    r"|(?:\bon|['’]s|\bhis|\bher|\btheir)\s+birthday",
    re.IGNORECASE,
)
_CHINESE = re.compile(r"(?P<years>\d{1,3})岁(?:生日|寿辰|华诞)")
# "To mark" a birthday is not always to meet on it.
_AROUND = re.compile(r"\b(?:mark(?:ed|ing)?|celebrat(?:e|ed|ing))\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_OWN = re.compile(r"(?:['’]s?|的)?\s*")
_LOOK_BACK = 60
_NEAREST = 12


def birthday_clues(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Clue]:
    """Yield a clue for each birthday in `text[start:end]` of a person whose day of birth a mention carries.

    `mentions` are those of the sentence. Whose birthday it is: the person named as its owner after or right
    before it, else whoever of the sentence has the day of birth that fits what else is known.
    """
    born = [mention for mention in mentions if mention.actor and mention.actor.born]
    for pattern in (_BIRTHDAY, _CHINESE):
        for found in pattern.finditer(text, start, end) if born else ():
            groups = found.groupdict()
            years = int(groups["years"]) if groups.get("years") else _WORDED.get((groups.get("worded") or "").lower())
            persons = _owners(text, found, born)
            around = bool(_AROUND.search(text, max(start, found.start() - _LOOK_BACK), found.start()))
            span = Span(found.start(), found.end())
            names = " or ".join(person.name for person in persons)
            yield Clue(span, f"date: birthday of {names}", _reader(persons, years, around))


def _owners(text: str, found: re.Match[str], born: Sequence[Mention]) -> list[Person]:
    """Return who may own the birthday, the likeliest first: of those named nearest to it."""
    at = bisect_left(born, found.start(), key=lambda mention: mention.span.start)
    near = born[max(0, at - _NEAREST) : at + _NEAREST]
    following = [mention for mention in near if mention.span.start >= found.end()]
    after = [m for m in following if _OF.fullmatch(text[found.end() : m.span.start][:_LOOK_BACK])]
    if after:
        return _persons(after)
    preceding = [mention for mention in near if mention.span.end <= found.start()]
    before = [m for m in preceding if _OWN.fullmatch(text[m.span.end : found.start()][:_LOOK_BACK])]
    if before:
        return _persons(before)
    # "Speaking on her 50th birthday, President Varo …": the person may be named only after.
    return _persons(sorted(near, key=lambda m: abs(m.span.start - found.start())))


def _persons(mentions: Sequence[Mention]) -> list[Person]:
    return list({m.actor.name: m.actor for m in mentions if m.actor}.values())


def _reader(persons: Sequence[Person], years: int | None, around: bool) -> Reader:
    def read(reference: date | None) -> When | None:
        days = [found for person in persons if (found := _birthday(person, years, reference))]
        if not days:
            return None
        if reference is not None:
            # A person long dead or not yet so old cannot be meant.
            days = [found for found in days if found.first <= reference] or days
            days.sort(key=lambda found: abs((reference - found.first).days)) if years is None else None
        return When(days[0].first, days[0].last, around)

    return read


def _birthday(person: Person, years: int | None, reference: date | None) -> When | None:
    born = person.born
    if born is None:
        return None
    if years is not None:
        found = on_day(born.year + years, born.month, born.day) if born.year + years <= date.max.year else None
        return found or (on_day(born.year + years, 3, 1) if born.year + years <= date.max.year else None)
    if reference is None:
        return None
    this_year = on_day(reference.year, born.month, born.day) or day(date(reference.year, 3, 1))
    if this_year.first > reference and reference.year > 1:
        return on_day(reference.year - 1, born.month, born.day)
    return this_year
