"""Persons, states and offices, and who held which office when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class State:
    """A state or an organisation that acts like one here (EU, NATO, UN).

    `code` is ISO 3166-1 alpha-3; organisations use their own short code (``EU``, ``NATO``, ``UN``).

    `names` are in any language; `metonyms` are seats and institutions of its government (Kremlin, Downing
    Street), `capitals` cities, which stand for the government only where they act; `signs` are the single characters
    that stand for it in Chinese compounds (中, 美); `leader` is the office whose holder "the Chinese leader"
    means.
    """

    code: str
    name: str
    alpha2: str | None = None
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    leader: str | None = None
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office by the table's one word for it, whatever the state.

    `kind` is what it amounts to (``foreign minister`` for the American secretary of state); `sole` says that
    a state has one holder at a time; `names` are other words for it, in any language.
    """

    name: str
    kind: str
    names: tuple[str, ...] = ()
    sole: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the table, under the table's one name.

    `names` are other full forms, in any script; `short` are the forms that stand alone once the person has
    been named (``Xi``, ``von der Leyen``, 普京) and that others may share.
    """

    name: str
    names: tuple[str, ...] = ()
    born: date | None = None
    wikidata: str | None = None
    short: tuple[str, ...] = ()


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
