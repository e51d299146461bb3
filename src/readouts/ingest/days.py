"""Days as files write them."""

from __future__ import annotations

from datetime import date, datetime


def day(value: object) -> date | None:
    """Return the day an ISO 8601 date or time names, None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
