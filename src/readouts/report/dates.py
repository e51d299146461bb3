"""EDTF dates written for people."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SINGLE = re.compile(r"(\d{2,3}X{1,2}|\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)")
_LAST = "9999"


def day_in_words(day: date | None) -> str:
    """Return a day as ``15 June 2022``; the empty string when there is none."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def edtf_in_words(edtf: str | None) -> str:
    """Return an EDTF date (ISO 8601-2, level 1) in English words; what it does not know stays as written."""
    if not edtf:
        return "date unknown"
    first, slash, last = edtf.partition("/")
    if not slash:
        return _single(edtf)
    if last in ("", ".."):
        return f"from {_single(first)}"
    if first in ("", ".."):
        return f"until {_single(last)}"
    return f"{_single(first)} to {_single(last)}"


def edtf_order(edtf: str | None) -> tuple[str, ...]:
    """Return a key that puts dates in order, those known least exactly first within their span, unknown ones last."""
    if not edtf:
        return (_LAST,)
    return tuple(edtf.strip("./~?%").replace("X", "0").split("/")[0].split("-"))


def _single(edtf: str) -> str:
    found = _SINGLE.fullmatch(edtf)
    if not found:
        return edtf
    year, month, day, doubt = found.groups()
    words = _calendar(year, month, day)
    if words is None:
        return edtf
    about = "about " if doubt in ("~", "%") else ""
    return f"{about}{words}{' (uncertain)' if doubt in ('?', '%') else ''}"


def _calendar(year: str, month: str | None, day: str | None) -> str | None:
    if "X" in year:
        return f"the {year.replace('X', '0')}s" if month is None else None
    if month is None:
        return year
    if month == "XX":
        return f"a day in {year}" if day else f"a month of {year}"
    if int(month) in _SEASONS and day is None:
        return f"{_SEASONS[int(month)]} {year}"
    if not 1 <= int(month) <= len(_MONTHS):
        return None
    named = f"{_MONTHS[int(month) - 1]} {year}"
    if day is None:
        return named
    return f"a day in {named}" if day == "XX" else f"{int(day)} {named}"
