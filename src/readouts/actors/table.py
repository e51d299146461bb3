"""The table of actors: states, offices, persons, and who held which office when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from types import MappingProxyType
from typing import TypeVar

from readouts.actors import rows
from readouts.actors.fold import fold
from readouts.actors.user_table import read_user_table
from readouts.model import Office, Person, State, Tenure
from readouts.resources import read_text

V = TypeVar("V")

_OPEN_SINCE = date.min


class ActorTable:
    """Everything known of actors, immutable once built; indexes are made at their first use."""

    def __init__(
        self,
        states: Mapping[str, State],
        offices: Mapping[str, Office],
        persons: Mapping[str, Person],
        tenures: Iterable[Tenure],
    ) -> None:
        self.states: Mapping[str, State] = MappingProxyType(dict(states))
        self.offices: Mapping[str, Office] = MappingProxyType(dict(offices))
        self.persons: Mapping[str, Person] = MappingProxyType(dict(persons))
        self.tenures: tuple[Tenure, ...] = tuple(tenures)

    def holders(self, state: str, office: str, day: date | None) -> tuple[Person, ...]:
        """Return who held `office` of `state` on `day`, ever when `day` is None; the latest to enter first.

        ``leader`` is the state's own leading office. Where the state has no office of that word, the offices
        of its kind answer: the foreign minister of the United States is its secretary of state.
        """
        if office == "leader":
            office = (self.states[state].leader if state in self.states else None) or "president"
        held = self._by_office.get((state, office)) or self._of_kind(state, office)
        days = [t for t in held if day is None or t.holds(day)]
        days.sort(key=lambda t: t.since or _OPEN_SINCE, reverse=True)
        return tuple(dict.fromkeys(self.persons[t.person] for t in days))

    def tenures_of(self, person: str, day: date | None = None) -> tuple[Tenure, ...]:
        """Return the offices `person` held on `day`, ever when `day` is None; the latest to begin first."""
        held = [t for t in self._by_person.get(person, ()) if day is None or t.holds(day)]
        return tuple(sorted(held, key=lambda t: t.since or _OPEN_SINCE, reverse=True))

    def persons_named(self, surface: str) -> tuple[Person, ...]:
        """Return whom `surface` can name, in any script: by full form, else by a form that stands alone."""
        key = fold(surface)
        return tuple(self._full_names.get(key) or self._short_names.get(key) or ())

    def states_named(self, surface: str) -> tuple[State, ...]:
        """Return the states that `surface` names, by name, demonym or metonym, in that order of rank."""
        key = fold(surface)
        for index in self._state_names:
            if key in index:
                return tuple(index[key])
        return ()

    def offices_named(self, surface: str) -> tuple[Office, ...]:
        """Return the offices that `surface` is a word for, in any language."""
        return tuple(self._office_names.get(fold(surface), ()))

    def _of_kind(self, state: str, office: str) -> list[Tenure]:
        known = self.offices.get(office)
        kind = known.kind if known else office
        return [
            tenure
            for other in self.offices.values()
            if other.kind == kind
            for tenure in self._by_office.get((state, other.name), ())
        ]

    @cached_property
    def _by_office(self) -> dict[tuple[str, str], list[Tenure]]:
        index: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            index[tenure.state, tenure.office].append(tenure)
        return dict(index)

    @cached_property
    def _by_person(self) -> dict[str, list[Tenure]]:
        index: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            index[tenure.person].append(tenure)
        return dict(index)

    @cached_property
    def _full_names(self) -> dict[str, list[Person]]:
        return _index((name, p) for p in self.persons.values() for name in (p.name, *p.names))

    @cached_property
    def _short_names(self) -> dict[str, list[Person]]:
        return _index((name, p) for p in self.persons.values() for name in p.short)

    @cached_property
    def _state_names(self) -> tuple[dict[str, list[State]], ...]:
        states = self.states.values()
        return (
            _index((name, s) for s in states for name in (s.name, *s.names)),
            _index((name, s) for s in states for name in s.demonyms),
            _index((name, s) for s in states for name in (*s.metonyms, *s.capitals)),
        )

    @cached_property
    def _office_names(self) -> dict[str, list[Office]]:
        return _index((name, o) for o in self.offices.values() for name in (o.name, *o.names))


def load_table(user: str | None = None, user_name: str = "") -> ActorTable:
    """Return the shipped table, with the text of a user's file added to it or overriding it.

    Raises BrokenTable naming file (`user_name`), line and fault; no part of a broken file is used.
    """
    shipped = _shipped()
    return shipped if user is None else _merged(shipped, user, user_name or "the table of actors")


def _merged(shipped: ActorTable, user: str, name: str) -> ActorTable:
    added = read_user_table(user, name, shipped.states, shipped.offices, shipped.persons)
    return ActorTable(
        {**shipped.states, **added.states},
        {**shipped.offices, **added.offices},
        {**shipped.persons, **added.persons},
        added.over(shipped.tenures, shipped.offices),
    )


@cache
def _shipped() -> ActorTable:
    def table(name: str) -> tuple[str, str]:
        return read_text(f"actors/{name}"), f"readouts/resources/actors/{name}"

    return ActorTable(
        rows.states_of(*table("states.tsv")),
        rows.offices_of(*table("offices.tsv")),
        rows.persons_of(*table("people.tsv")),
        rows.tenures_of(*table("tenures.tsv")),
    )


def _index(pairs: Iterable[tuple[str, V]]) -> dict[str, list[V]]:
    index: dict[str, list[V]] = defaultdict(list)
    for name, value in pairs:
        entries = index[fold(name)]
        if value not in entries:
            entries.append(value)
    return dict(index)
