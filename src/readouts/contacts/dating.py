"""The day or days that a contact's dating expressions amount to, taken together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readouts.contacts.clue import Clue
from readouts.contacts.when import When, day, shifted
from readouts.model import Problem

BIRTHDAY = "date: birthday"
# A release tells of what was held shortly before it, or on the next day of a place further east.
_BEFORE, _AFTER = 21, 1
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True)
class Dating:
    """The days of a contact, the expressions they rest on, and where these disagree."""

    when: When | None
    clues: tuple[Clue, ...] = ()
    problems: tuple[Problem, ...] = ()


def date_told(clues: Sequence[Clue], published: date | None) -> Dating:
    """Date the contact that a document is an account of.

    With a day of publication, that is the day unless the text names another shortly before; without one, a
    birthday or a full date tells it, with the weekdays named as a check.
    """
    readings = [(clue, when) for clue in clues if (when := clue.read(published))]
    if published is not None:
        near = When(shifted(published, -_BEFORE), shifted(published, _AFTER))
        days = [
            # Several days of a summit, one of them that of the release: it was on that one.
            (clue, day(published) if when.days > 1 and not clue.sure and when.holds(published) else when)
            for clue, when in readings
            if (when.days <= 3 or (not clue.sure and when.holds(published))) and near.meets(when)
        ]
        if not days:
            return Dating(day(published))
        clue, when = max(days, key=lambda reading: _weight(reading[0]))
        return _checked(when, clue, clues)
    readings.sort(key=lambda reading: (reading[1].days, not reading[0].sure))
    if not readings:
        return Dating(None)
    clue, when = readings[0]
    # What is told as news is told of its day: that a birthday is "marked" makes it no less that day.
    return _checked(When(when.first, when.last) if clue.why.startswith(BIRTHDAY) else when, clue, clues)


def date_mentioned(clues: Sequence[Clue], reference: date | None) -> Dating:
    """Date a contact told of in passing: the narrowest expression, narrowed by those that agree with it."""
    readings = [(clue, when) for clue in clues if (when := clue.read(reference))]
    if not readings:
        return Dating(None)
    readings.sort(key=lambda reading: (not reading[0].sure, reading[1].days))
    (first, when), *others = readings
    used, problems = [first], []
    for clue, other in others:
        if not when.meets(other):
            if first.why.startswith(BIRTHDAY) or clue.why.startswith(BIRTHDAY):
                problems.append(_conflict(first, when, clue, other))
            continue
        used.append(clue)
        narrow = When(max(when.first, other.first), min(when.last, other.last), when.approximate)
        when = narrow if narrow.days < when.days else when
    return Dating(when, tuple(used), tuple(problems))


def date_following(clues: Sequence[Clue], before: When | None) -> Dating:
    """Date a contact by the one told before it, where its words do so ("the same day"; "then": about that day)."""
    clue = next((clue for clue in clues if clue.following), None)
    if clue is None or before is None:
        return Dating(None)
    return Dating(before if clue.sure else When(before.first, before.last, True), (clue,))


def _checked(when: When, by: Clue, clues: Sequence[Clue]) -> Dating:
    """Check a day found by the weekdays named for it."""
    used, problems = [by], []
    for clue in clues:
        if clue is by or clue.weekday is None:
            continue
        if when.is_day and when.first.weekday() != clue.weekday:
            problems.append(
                Problem(
                    "conflicting-date",
                    f"{_words(by)} makes it {when.first.isoformat()}, a {_WEEKDAYS[when.first.weekday()]}; "
                    f"the text also says {_WEEKDAYS[clue.weekday]}.",
                    (by.span, clue.span),
                )
            )
        else:
            used.append(clue)
    return Dating(when, tuple(used), tuple(problems))


def _conflict(one: Clue, when: When, other: Clue, days: When) -> Problem:
    return Problem(
        "conflicting-date",
        f"{_words(one)} makes it {when.edtf()}; {_words(other)} makes it {days.edtf()}.",
        (one.span, other.span),
    )


def _words(clue: Clue) -> str:
    return clue.why.removeprefix("date: ")


def _weight(clue: Clue) -> tuple[bool, bool, int]:
    """Prefer what is sure, then a day of the calendar to a weekday, then what comes first."""
    return (clue.sure, clue.weekday is None, -clue.span.start)
