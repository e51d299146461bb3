"""A user's own events, from a TOML file: what they are, and where the file is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from readouts.errors import BrokenTable

KINDS = frozenset({"summit", "war", "treaty", "attack", "other"})
_KEYS = ("names", "first", "last", "place", "kind")
_HEADING = re.compile(r"\s*\[\[\s*[\"']?event[\"']?\s*\]\]")


@dataclass(frozen=True, slots=True)
class Event:
    """One event: the words for it, its first and last day, and where it was held."""

    names: tuple[str, ...]
    first: date
    last: date
    place: str
    kind: str


def user_events(text: str, name: str) -> Iterator[Event]:
    """Yield the events of a user's file; raise BrokenTable, naming file (`name`), line and fault."""
    try:
        entries = tomllib.loads(text).get("event", [])
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise BrokenTable(f"{name}: {fault or 'nested too deeply'}. No part of the file was used.") from None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BrokenTable(f"{name}: write [[event]] with two brackets, once an event. No part of the file was used.")
    lines = text.splitlines()
    heads = [at for at, line in enumerate(lines) if _HEADING.match(line)]
    for number, entry in enumerate(entries):
        yield _event(entry, _Place(name, lines, heads[number] if number < len(heads) else None, number))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an entry stands in a file, to name it in a fault."""

    name: str
    lines: list[str]
    head: int | None
    number: int

    def fail(self, key: str | None, fault: str) -> NoReturn:
        where = f"event number {self.number + 1}" if self.head is None else f"line {self._line(key)}"
        raise BrokenTable(f"{self.name}, {where}: {fault}. No part of the file was used.")

    def _line(self, key: str | None) -> int:
        assert self.head is not None
        for at in range(self.head + 1, len(self.lines)) if key else ():
            if self.lines[at].lstrip().startswith("[["):
                break
            if re.match(rf"\s*[\"']?{re.escape(key or '')}[\"']?\s*=", self.lines[at]):
                return at + 1
        return self.head + 1


def _event(entry: Mapping[str, Any], place: _Place) -> Event:
    for key in entry:
        if key not in _KEYS:
            place.fail(key, f"an [[event]] has no {key!r}; it has {', '.join(_KEYS)}")
    names = entry.get("names")
    if not isinstance(names, list) or not names or not all(isinstance(one, str) and one.strip() for one in names):
        place.fail("names", "an [[event]] needs names, a list of texts")
    first = _day(entry, "first", place)
    if first is None:
        place.fail(None, "an [[event]] needs 'first', its first day")
    last = _day(entry, "last", place) or first
    if last < first:
        place.fail("last", f"the last day {last} comes before the first, {first}")
    for key in ("place", "kind"):
        if not isinstance(entry.get(key, ""), str):
            place.fail(key, f"{key} must be a text")
    kind = entry.get("kind", "other")
    if kind not in KINDS:
        place.fail("kind", f"kind {kind!r} is none of {', '.join(sorted(KINDS))}")
    return Event(tuple(one.strip() for one in names), first, last, entry.get("place", ""), kind)


def _day(entry: Mapping[str, Any], key: str, place: _Place) -> date | None:
    value = entry.get(key)
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        place.fail(key, f"{key} must be a day (2031-05-06), not {str(value)!r}")
