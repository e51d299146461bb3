"""Persons, states and offices, and who held which office when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class State:
    """A state or an organisation that acts like one here (EU, NATO, UN).

    `code` is ISO 3166-1 alpha-3; organisations use their own short code (``EUU``, ``NATO``, ``UN``).
    """

    code: str
    name: str
    alpha2: str | None = None
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the table, under the table's one name."""

    name: str
    names: tuple[str, ...] = ()
    born: date | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which office of which state, from the first day to the last (None: open)."""

    person: str
    state: str
    office: str
    since: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        """Say whether the office was held on `day` (both ends included)."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
