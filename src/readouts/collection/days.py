"""The first and last day an EDTF value may mean, so that a database can ask by day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")


def days_of(edtf: str | None) -> tuple[date | None, date | None]:
    """Return the first and last day of a day, month, year or interval ``A/B``; None for an end that is not known.

    The marks for approximate and uncertain are passed over: ``2022-02~`` is the month of February 2022.
    """
    if not edtf:
        return None, None
    start, mark, end = edtf.partition("/")
    first = _value(start)
    last = _value(end) if mark else first
    return (first[0] if first else None), (last[1] if last else None)


def _value(edtf: str) -> tuple[date, date] | None:
    found = _VALUE.fullmatch(edtf.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None
