"""Dated known events (summits, invasions, treaties), by the words that texts use for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property, lru_cache

from readouts.contacts.user_events import KINDS, Event, user_events
from readouts.errors import BrokenTable
from readouts.resources import read_text

_SHIPPED = "events.tsv"
_COLUMNS = ("names", "first", "last", "place", "kind", "source")
# A summit may be spoken of on the day before it opens ("on the margins of the G20").
_BEFORE = timedelta(days=3)
_WORD = re.compile(r"[^\W\d_\u2e80-\uffff]+|\d+|[\u2e80-\uffff“]")


class EventTable:
    """The known events, with an index of the words for them."""

    def __init__(self, events: Iterator[Event]) -> None:
        self.events = tuple(events)

    def find(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield where `text[start:end]` names an event; the longest name wins."""
        at = start
        for word in _WORD.finditer(text, start, end):
            if word.start() < at or word[0].lower() not in self._patterns:
                continue
            found = self._patterns[word[0].lower()].match(text, word.start(), end)
            if found:
                at = found.end()
                yield found

    def named(self, name: str, by: date | None, of_year: int | None = None) -> Event | None:
        """Return the latest event of that name begun by the day `by`, or that of `of_year`.

        Where `by` is None only a name that stands for one event tells which is meant.
        """
        events = self._by_name.get(_key(name), [])
        if of_year is not None:
            events = [event for event in events if event.first.year == of_year]
        if by is not None:
            events = [event for event in events if event.first - _BEFORE <= by]
            return events[-1] if events else None
        return events[0] if len(events) == 1 else None

    @cached_property
    def _by_name(self) -> dict[str, list[Event]]:
        index: dict[str, list[Event]] = defaultdict(list)
        for event in sorted(self.events, key=lambda event: event.first):
            for name in event.names:
                index[_key(name)].append(event)
        return dict(index)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        """By the first word of a name (a letter of Chinese) the names that begin so, the longest first."""
        names = sorted({name for event in self.events for name in event.names}, key=len, reverse=True)
        by_word: dict[str, list[str]] = defaultdict(list)
        for name in names:
            first = _WORD.match(name)
            if first:
                by_word[first[0].lower()].append(_worded(name))
        return {word: re.compile("|".join(forms), re.IGNORECASE) for word, forms in by_word.items()}


def load_events(user: str | None = None, user_name: str = "") -> EventTable:
    """Return the shipped events and those of a user's TOML file: ``[[event]]`` with names, first, last, place, kind.

    The same file may hold a user's actors, which are read elsewhere. Raises BrokenTable, naming file, line and fault,
    when an event cannot be used.
    """
    own = tuple(user_events(user, user_name)) if user else ()
    return EventTable(iter((*_shipped().events, *own))) if own else _shipped()


@lru_cache(maxsize=1)
def _shipped() -> EventTable:
    return EventTable(_events(read_text(_SHIPPED), _SHIPPED))


def _events(table: str, origin: str) -> Iterator[Event]:
    for number, line in enumerate(table.splitlines(), 1):
        if not line.strip() or line.startswith("#") or line.split("\t")[0] == _COLUMNS[0]:
            continue
        cells = line.split("\t")
        if len(cells) != len(_COLUMNS):
            raise BrokenTable(f"{origin}, line {number}: {len(cells)} columns; there must be {', '.join(_COLUMNS)}.")
        names = tuple(name.strip() for name in cells[0].split("|") if name.strip())
        if not names:
            raise BrokenTable(f"{origin}, line {number}: the event has no name.")
        first, last = (_day(cell, origin, number) for cell in cells[1:3])
        if last < first:
            raise BrokenTable(f"{origin}, line {number}: the last day {last} comes before the first, {first}.")
        if cells[4] not in KINDS:
            raise BrokenTable(f"{origin}, line {number}: kind {cells[4]!r} is none of {', '.join(sorted(KINDS))}.")
        yield Event(names, first, last, cells[3], cells[4])


def _day(cell: str, origin: str, number: int) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise BrokenTable(f"{origin}, line {number}: {cell!r} is no day; write it as 2022-06-15.") from None


def _key(name: str) -> str:
    return re.sub(r"[\s'’\-–]+", " ", name).lower()


def _worded(name: str) -> str:
    """Return a pattern for a name: whole words, whatever blank, dash or apostrophe stands in them."""
    body = r"[\s'’\-–]".join(re.escape(part) for part in re.split(r"[\s'’\-–]", name))
    return rf"(?<!\w){body}(?!\w)" if name[0].isascii() else body
