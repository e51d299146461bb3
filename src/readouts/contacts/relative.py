"""Days relative to the day a text speaks from."""

from __future__ import annotations

from datetime import date

from readouts.contacts.clue import Reader
from readouts.contacts.when import When, day, month, on_day, shifted, year

_SPREAD = {"day": 1, "week": 7, "month": 30, "year": 365}


def fixed(when: When | None) -> Reader:
    """Return the reader of days that need no day of reference."""
    return lambda _reference: when


def days_away(days: int) -> Reader:
    """Return the reader of the day so many days after the reference (before, where negative)."""
    return lambda reference: day(shifted(reference, days)) if reference else None


def weekday(number: int, *, last: bool = False, ahead: bool = False) -> Reader:
    """Return the reader of the most recent such weekday; the day itself counts unless "last" is said."""

    def read(reference: date | None) -> When | None:
        if reference is None:
            return None
        if ahead:
            return day(shifted(reference, (number - reference.weekday()) % 7))
        back = (reference.weekday() - number) % 7
        return day(shifted(reference, -(back or 7) if last else -back))

    return read


def month_day(of_month: int, of_day: int, of_year: int | None, *, ahead: bool = False) -> Reader:
    """Return the reader of a day of the calendar; without a year, the most recent one.

    A day up to a week ahead stays in its year: releases are put out before the day in the place they tell of.
    """

    def read(reference: date | None) -> When | None:
        if of_year is not None:
            return on_day(of_year, of_month, of_day)
        if reference is None:
            return None
        found = on_day(reference.year, of_month, of_day)
        if found and not ahead and found.first > shifted(reference, 7):
            return on_day(reference.year - 1, of_month, of_day)
        if found and ahead and found.first < reference:
            return on_day(reference.year + 1, of_month, of_day)
        return found

    return read


def calendar_month(of_month: int, of_year: int | None, *, last: bool = False) -> Reader:
    """Return the reader of a month; without a year, the most recent one."""

    def read(reference: date | None) -> When | None:
        if of_year is not None:
            return month(of_year, of_month)
        if reference is None:
            return None
        before = of_month > reference.month or (last and of_month == reference.month)
        told = reference.year - 1 if before else reference.year
        return month(told, of_month) if told else None

    return read


def day_of_month(of_day: int) -> Reader:
    """Return the reader of a bare day ("27日"): the nearest such day not after tomorrow."""

    def read(reference: date | None) -> When | None:
        if reference is None:
            return None
        limit = shifted(reference, 1)
        found = on_day(reference.year, reference.month, of_day)
        if found and found.first <= limit:
            return found
        back = shifted(reference.replace(day=1), -1)
        return on_day(back.year, back.month, of_day)

    return read


def this_unit(unit: str) -> Reader:
    """Return the reader of "this year" or "earlier this month": from its first day to the reference."""

    def read(reference: date | None) -> When | None:
        if reference is None:
            return None
        if unit == "year":
            return year(reference.year)
        if unit == "month":
            return month(reference.year, reference.month)
        return When(shifted(reference, -reference.weekday()), reference, True)

    return read


def last_unit(unit: str) -> Reader:
    """Return the reader of "last year", "last month", "last week"."""

    def read(reference: date | None) -> When | None:
        if reference is None:
            return None
        if unit == "year":
            return year(reference.year - 1) if reference.year > 1 else None
        if unit == "month":
            before = shifted(reference.replace(day=1), -1)
            return month(before.year, before.month)
        monday = shifted(reference, -reference.weekday() - 7)
        return When(monday, shifted(monday, 6), True)

    return read


def ago(count: int | None, unit: str) -> Reader:
    """Return the reader of "three weeks ago"; `count` is None for "weeks ago"."""

    def read(reference: date | None) -> When | None:
        return offset(reference, count, unit, -1) if reference else None

    return read


def offset(of: date, count: int | None, unit: str, direction: int) -> When | None:
    """Return the days so many units before (`direction` −1) or after a day.

    A counted number of days is a day; counted weeks, months and years are about a day, and an uncounted
    number is two to six units.
    """
    size = _SPREAD[unit]
    if count is not None and unit == "day":
        return day(shifted(of, direction * count))
    if count is not None and unit == "week":
        return day(shifted(of, direction * count * 7), approximate=True)
    if count is not None:
        middle = shifted(of, direction * count * size)
        if unit == "year" and count == 1:
            return When(shifted(middle, -_SPREAD["month"]), shifted(middle, _SPREAD["month"]), True)
        return When(shifted(middle, -size // 4), shifted(middle, size // 4), True)
    # Uncounted: "days" are one to six, "weeks" and "months" two to five.
    least, most = (1, 6) if unit == "day" else (2 * size, 5 * size if unit == "month" else 4 * size)
    ends = sorted((shifted(of, direction * least), shifted(of, direction * most)))
    return When(ends[0], ends[1], True)
