"""Dates known to the year, the month or the day, as the tables write them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def earliest(text: str) -> date:
    """Return the first day that ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` may mean; ValueError otherwise."""
    if len(text) == 10:
        return date.fromisoformat(text)
    year, month = _parts(text)
    return date(year, month or 1, 1)


def latest(text: str) -> date:
    """Return the last day that ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` may mean; ValueError otherwise."""
    if len(text) == 10:
        return date.fromisoformat(text)
    year, month = _parts(text)
    month = month or 12
    return date(year, month, monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int | None]:
    if len(text) == 4 and text.isascii() and text.isdigit():
        return int(text), None
    if len(text) == 7 and text.isascii() and text[4] == "-" and (text[:4] + text[5:]).isdigit():
        year, month = int(text[:4]), int(text[5:])
        if 1 <= month <= 12:
            return year, month
    raise ValueError(f"{text!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
