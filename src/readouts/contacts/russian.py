"""Sightings of contacts in Russian and Ukrainian sentences, by the words of their genre."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from readouts.contacts import relative
from readouts.contacts.clue import Clue, Reader
from readouts.contacts.events import EventTable
from readouts.contacts.lines import Line
from readouts.contacts.sides import side_of
from readouts.contacts.sighting import Sighting, Standing
from readouts.contacts.when import year
from readouts.model import ContactKind, Mention, Span

_CUE = re.compile(
    r"(?P<video>видеоконференци\w*|видеозвон\w*|видеопереговор\w*|відеоконференці\w*|відеорозмов\w*)"
    r"|(?P<call>телефонн\w+\s+(?:разговор|беседу?|переговор|розмов)\w*|по\s+телефону|созвонил\w+|по\s+телефон[іе]"
    r"|телефоном)"
    r"|(?P<meeting>встретил\w+|встреч[аеуи]\w*|переговор\w*|принял[аи]?\b|зустрі(?:в|л|ч)\w*|прийнял?[ваи]?\b|перемовин\w*)"
    r"|(?P<visit>посетил[аи]?\b|визит\w*|відвіда[влаи]+\b|візит\w*)",
    re.IGNORECASE,
)
_KINDS = {
    "video": ContactKind.VIDEO_CALL,
    "call": ContactKind.CALL,
    "meeting": ContactKind.MEETING,
    "visit": ContactKind.VISIT,
}
_WITH = re.compile(r"\b(?:с|со|з|із|зі|между|між)\s", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:будет|будут|проведёт|проведет|встретится|состоится|планиру\w+|предстоящ\w+|договорил\w+|намерен\w*"
    r"|готов\w*|проведе|зустрінеться|відбудеться|плану\w+|наступн\w+|домовил\w+)\b",
    re.IGNORECASE,
)
_REACH = 240
_MOST_CLUES = 8
_MONTHS = {
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
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
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
    rf"\b(?P<d>\d{{1,2}})\s+(?P<m>{_MONTH})\w*(?:\s+(?P<y>(?:19|20)\d\d))?"
    rf"|\b[вув]\s+(?P<m2>{_MONTH})\w*(?:\s+(?P<y2>(?:19|20)\d\d))?"
    rf"|\b(?:во?|у)\s+(?P<wd>{'|'.join(sorted(_WEEKDAY, key=len, reverse=True))})\w*"
    r"|\b(?P<today>сегодня|сьогодні)\b|\b(?P<yesterday>вчера|накануне|вчора|напередодні)\b"
    r"|\b(?P<y3>(?:19|20)\d\d)\s+(?:год|рок|рік)\w*",
    re.IGNORECASE,
)


def russian_sightings(line: Line, text: str, _events: EventTable) -> list[Sighting]:
    """Return what one Russian or Ukrainian sentence says of contacts, in the order of the text."""
    sentence = line.sentence.span
    cues = list(_CUE.finditer(text, sentence.start, sentence.end))
    if not cues or not line.mentions:
        return []
    planned = bool(_PLANNED.search(text, sentence.start, sentence.end))
    found: list[Sighting] = []
    for cue in cues:
        own, others = _sides(line, text, cue)
        if not own and not others:
            continue
        found.append(
            Sighting(
                line.number,
                Span(cue.start(), cue.end()),
                _KINDS[cue.lastgroup or "meeting"],
                Standing.PLANNED if planned else Standing.HELD,
                tuple(side for side in (own, others) if side),
                main=bool(own and others),
            )
        )
    # Such sentences tell one contact: what dates it stands before or after.
    clues = tuple(islice(_clues(text, sentence), _MOST_CLUES))
    return [replace(one, clues=clues) for one in found]


def _sides(line: Line, text: str, cue: re.Match[str]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return who stands before the word for "with" (or before the cue) and who after it."""
    end = line.sentence.span.end
    joint = _WITH.search(text, cue.end(), min(end, cue.end() + _REACH))
    border = joint.end() if joint else cue.end()
    others = _row(text, line.between(border, min(end, border + _REACH)))
    own = line.between(max(line.sentence.span.start, cue.start() - _REACH), border)
    before = [mention for mention in own if mention.span.end <= cue.start()]
    return side_of(before[-2:] or own), side_of(others)


def _row(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the first mentions of a list, as long as only titles, commas and "and" stand between them."""
    found: list[Mention] = []
    for mention in mentions:
        if found:
            between = text[found[-1].span.end : mention.span.start]
            if len(between) > 60 or re.search(r"[.;:«»]|\b(?:котор|чтобы|де|що|який)", between):
                break
        found.append(mention)
    return found


def _clues(text: str, sentence: Span) -> Iterator[Clue]:
    for found in _DATES.finditer(text, sentence.start, sentence.end):
        words = " ".join(found[0].split())
        number = _WEEKDAY[_stem(found["wd"])] if found["wd"] else None
        yield Clue(Span(found.start(), found.end()), f"date: {words}", _reader(found, number), weekday=number)


def _reader(found: re.Match[str], weekday: int | None) -> Reader:
    if found["d"]:
        month, of_year = _MONTHS[_stem(found["m"])], int(found["y"]) if found["y"] else None
        return relative.month_day(month, int(found["d"]), of_year)
    if found["m2"]:
        return relative.calendar_month(_MONTHS[_stem(found["m2"])], int(found["y2"]) if found["y2"] else None)
    if weekday is not None:
        return relative.weekday(weekday)
    if found["y3"]:
        return relative.fixed(year(int(found["y3"])))
    return relative.days_away(0 if found["today"] else -1)


def _stem(word: str) -> str:
    return word.lower()
