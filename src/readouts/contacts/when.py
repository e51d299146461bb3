"""A stretch of days as a text gives it, and its form in EDTF (ISO 8601-2)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$")


@dataclass(frozen=True, slots=True)
class When:
    """The days from `first` to `last`, both included; `approximate` where the text says "about"."""

    first: date
    last: date
    approximate: bool = False

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1

    @property
    def is_day(self) -> bool:
        """Say whether it is one known day."""
        return self.first == self.last and not self.approximate

    def holds(self, day: date) -> bool:
        """Say whether `day` lies in it."""
        return self.first <= day <= self.last

    def meets(self, other: When) -> bool:
        """Say whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def edtf(self) -> str:
        """Return the likeliest single EDTF value: a day, month or year; ``~`` where it is approximate.

        Days across a border of months or years are given by the month or year of their middle.
        """
        mark = "~" if self.approximate else ""
        if self.first == self.last:
            return self.first.isoformat() + mark
        middle = self.first + timedelta((self.last - self.first).days // 2)
        if self.days <= 3 and not self.approximate:
            # Talks of two or three days are dated by their first.
            return self.first.isoformat()
        if self.days > 62:
            exact = self == year(middle.year)
            return f"{middle.year:04}" + ("" if exact else "~")
        exact = self == month(middle.year, middle.month)
        return f"{middle:%Y-%m}" + ("" if exact else "~")


def day(value: date, *, approximate: bool = False) -> When:
    """Return one day."""
    return When(value, value, approximate)


def month(of_year: int, of_month: int) -> When:
    """Return one month."""
    return When(date(of_year, of_month, 1), date(of_year, of_month, monthrange(of_year, of_month)[1]))


def year(value: int) -> When:
    """Return one year."""
    return When(date(value, 1, 1), date(value, 12, 31))


def on_day(of_year: int, of_month: int, of_day: int) -> When | None:
    """Return the day, None where the calendar has no such day."""
    try:
        return day(date(of_year, of_month, of_day))
    except ValueError:
        return None


def shifted(value: date, days: int) -> date:
    """Return the day `days` later, held within the calendar's ends."""
    return date.fromordinal(min(max(value.toordinal() + days, 1), date.max.toordinal()))


def from_edtf(value: str) -> When | None:
    """Return the days of an EDTF value of the forms this package writes; None for anything else."""
    found = _EDTF.match(value)
    if not found:
        return None
    of_year, of_month, of_day, mark = found.groups()
    try:
        if of_day:
            when = day(date(int(of_year), int(of_month), int(of_day)))
        elif of_month:
            when = month(int(of_year), int(of_month))
        else:
            when = year(int(of_year))
    except ValueError:
        return None
    return When(when.first, when.last, bool(mark))
