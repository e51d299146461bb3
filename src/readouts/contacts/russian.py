"""Sightings of contacts in Russian and Ukrainian sentences, by the words of their genre."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from readouts.contacts.counts import count_in, read_count
from readouts.contacts.events import EventTable
from readouts.contacts.lines import Line
from readouts.contacts.russian_dates import russian_clues
from readouts.contacts.sides import side_of
from readouts.contacts.sighting import Sighting, Standing
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
_ALONE = re.compile(
    r"по\s+очереди|поочер[её]дно|отдельн(?:о|ые|ых)\b|раздельно|последовательно|по\s+черзі|почергово|окрем(?:о|і|их)\b",
    re.IGNORECASE,
)
_REACH = 240
_MOST_CLUES = 8


def russian_sightings(line: Line, text: str, events: EventTable) -> list[Sighting]:
    """Return what one Russian or Ukrainian sentence says of contacts, in the order of the text."""
    sentence = line.sentence.span
    cues = list(_CUE.finditer(text, sentence.start, sentence.end))
    counted, period = count_in(text, sentence.start, sentence.end, "ru") or (None, None)
    if counted and not any(mention.person for mention in line.mentions):
        return [_counted(line, text, counted, events)]
    # Since when is counted tells of no contact ("after the talks in March").
    cues = [cue for cue in cues if not (period and period.covers(Span(*cue.span())))]
    if not cues or not line.mentions:
        return []
    planned = bool(_PLANNED.search(text, sentence.start, sentence.end))
    separate = bool(_ALONE.search(text, sentence.start, sentence.end))
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
                separate=separate,
                main=bool(own and others),
            )
        )
    # Such sentences tell one contact: what dates it stands before or after.
    dated = (
        clue
        for clue in russian_clues(text, sentence.start, sentence.end)
        if not (period and period.overlaps(clue.span))
    )
    clues = tuple(islice(dated, _MOST_CLUES))
    return [replace(one, clues=clues, count=counted) for one in found]


def _counted(line: Line, text: str, counted: Span, events: EventTable) -> Sighting:
    """Return what a sentence that only counts tells («Это второй разговор с начала года») of the contact told."""
    count = read_count(counted.of(text), None, events)
    return Sighting(line.number, counted, count.kind if count else None, Standing.REFERRED, ours=True, count=counted)


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
