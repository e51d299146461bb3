"""A user's own actors: one small TOML file that adds to the shipped table or overrides it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NoReturn

from readouts.actors.days import earliest, latest
from readouts.errors import BrokenTable
from readouts.model import Office, Person, State, Tenure

_WORD, _WORDS, _DAY, _TRUTH = "text", "list of texts", "date", "true or false"
_KEYS: dict[str, dict[str, str]] = {
    "state": {
        "code": _WORD,
        "name": _WORD,
        "alpha2": _WORD,
        "leader": _WORD,
        "names": _WORDS,
        "demonyms": _WORDS,
        "capitals": _WORDS,
        "metonyms": _WORDS,
        "signs": _WORDS,
    },
    "office": {"name": _WORD, "kind": _WORD, "names": _WORDS, "sole": _TRUTH},
    "person": {"name": _WORD, "names": _WORDS, "short": _WORDS, "born": _DAY, "wikidata": _WORD},
    "tenure": {"person": _WORD, "state": _WORD, "office": _WORD, "since": _DAY, "until": _DAY},
}
# Entries of the same file that are no actors.
_READ_ELSEWHERE = ("event",)
_REQUIRED = {
    "state": ("code",),
    "office": ("name",),
    "person": ("name",),
    "tenure": ("person", "state", "office"),
}


@dataclass(frozen=True, slots=True)
class UserTable:
    """What a user's file says, already merged with the shipped entries it overrides."""

    states: dict[str, State] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    tenures: tuple[Tenure, ...] = ()

    def over(self, shipped: Iterable[Tenure], offices: Mapping[str, Office]) -> tuple[Tenure, ...]:
        """Return the shipped tenures with the user's laid over them.

        The user's word replaces what the table says of the same person in the same office, and shortens
        the tenure of whoever else the table has in an office that only one can hold.
        """
        known = {**offices, **self.offices}
        kept: list[Tenure] = []
        for tenure in shipped:
            pieces = [tenure]
            for said in self.tenures:
                if (said.state, said.office) != (tenure.state, tenure.office):
                    continue
                if said.person == tenure.person:
                    pieces = []
                elif known[said.office].sole:
                    pieces = [part for piece in pieces for part in _around(said, piece)]
            kept += pieces
        return (*kept, *self.tenures)


def read_user_table(
    text: str,
    name: str,
    states: Mapping[str, State],
    offices: Mapping[str, Office],
    persons: Mapping[str, Person],
) -> UserTable:
    """Read a user's file beside the shipped `states`, `offices` and `persons`.

    Raises BrokenTable naming the file (`name`), the line and the fault.
    """
    entries = _Entries(text, name)
    read = UserTable()
    for entry in entries.of("state"):
        state = _laid_over(states.get(entry["code"]) or State(entry["code"], ""), entry)
        if not state.name:
            entry.fail("code", f"the state {state.code} is not in the table: give its name")
        read.states[state.code] = state
    for entry in entries.of("office"):
        office = offices.get(entry["name"]) or Office(entry["name"], entry["name"])
        read.offices[entry["name"]] = _laid_over(office, entry)
    for entry in entries.of("person"):
        person = persons.get(entry["name"]) or Person(entry["name"], short=(entry["name"].split()[-1],))
        read.persons[entry["name"]] = _laid_over(person, entry)
    tenures = [
        _tenure(entry, {*states, *read.states}, {*offices, *read.offices}, {*persons, *read.persons})
        for entry in entries.of("tenure")
    ]
    return replace(read, tenures=tuple(tenures))


class _Entry(dict[str, Any]):
    """One entry's values, with what it takes to name its place in a fault."""

    def __init__(self, values: Mapping[str, Any], fail: Callable[[str | None, str], NoReturn]) -> None:
        super().__init__(values)
        self.fail = fail


class _Entries:
    """The entries of a file, each checked for its keys and the sort of its values."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._lines = text.splitlines()
        try:
            self._data = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as fault:
            raise BrokenTable(f"{name}: {fault or 'nested too deeply'}. No part of the file was used.") from None
        for key in self._data:
            if key not in _KEYS and key not in _READ_ELSEWHERE:
                known = ", ".join(f"[[{sort}]]" for sort in (*_KEYS, *_READ_ELSEWHERE))
                self._fail(key, 0, key, f"unknown entry {key!r}: there are {known}")

    def of(self, sort: str) -> Iterator[_Entry]:
        """Yield the checked entries of one sort."""
        entries = self._data.get(sort, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self._fail(sort, 0, None, f"write [[{sort}]] with two brackets, once an entry")
        for number, values in enumerate(entries):

            def fail(key: str | None, fault: str, number: int = number) -> NoReturn:
                self._fail(sort, number, key, fault)

            for key in _REQUIRED[sort]:
                if not values.get(key):
                    fail(None, f"a [[{sort}]] needs {key!r}")
            checked = {key: _checked(sort, key, value, fail) for key, value in values.items()}
            yield _Entry(checked, fail)

    def _fail(self, sort: str, number: int, key: str | None, fault: str) -> NoReturn:
        line = self._line(sort, number, key)
        where = f"line {line}" if line else f"{sort} number {number + 1}"
        raise BrokenTable(f"{self._name}, {where}: {fault}. No part of the file was used.")

    def _line(self, sort: str, number: int, key: str | None) -> int | None:
        heading = re.compile(rf"\s*\[\[?\s*[\"']?{re.escape(sort)}[\"']?\s*\]")
        heads = [at for at, line in enumerate(self._lines) if heading.match(line)]
        if number >= len(heads):
            return None
        if key is not None:
            wanted = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
            for at in range(heads[number] + 1, len(self._lines)):
                if self._lines[at].lstrip().startswith("[["):
                    break
                if wanted.match(self._lines[at]):
                    return at + 1
        return heads[number] + 1


def _checked(sort: str, key: str, value: Any, fail: Callable[[str | None, str], NoReturn]) -> Any:
    wanted = _KEYS[sort].get(key)
    if wanted is None:
        fail(key, f"a [[{sort}]] has no {key!r}; it has {', '.join(_KEYS[sort])}")
    if wanted == _DAY:
        return _day(key, value, fail)
    if wanted == _WORDS:
        if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
            return tuple(value)
    elif wanted == _WORD:
        if isinstance(value, str) and value.strip():
            return value
    elif isinstance(value, bool):
        return value
    return fail(key, f"{key} must be a {wanted}")


def _day(key: str, value: Any, fail: Callable[[str | None, str], NoReturn]) -> date:
    text = value if isinstance(value, str) else str(value)
    try:
        return latest(text) if key == "until" else earliest(text)
    except ValueError:
        fail(key, f"{key} must be a date (2031-05-06, 2031-05 or 2031), not {text!r}")


def _laid_over(known: Any, entry: Mapping[str, Any]) -> Any:
    """Return `known` with the entry's values: lists are added to, single values replaced."""
    changes = {}
    for key, value in entry.items():
        if isinstance(value, tuple):
            value = tuple(dict.fromkeys((*getattr(known, key), *value)))
        changes[key] = value
    return replace(known, **changes)


def _tenure(entry: _Entry, states: set[str], offices: set[str], persons: set[str]) -> Tenure:
    for key, known in (("state", states), ("office", offices), ("person", persons)):
        if entry[key] not in known:
            entry.fail(key, f"the {key} {entry[key]!r} is neither in the table nor in this file")
    since, until = entry.get("since"), entry.get("until")
    if since and until and until < since:
        entry.fail("until", f"until ({until}) comes before since ({since})")
    return Tenure(entry["person"], entry["state"], entry["office"], since, until)


def _around(said: Tenure, shipped: Tenure) -> Iterator[Tenure]:
    """Yield what is left of a shipped tenure before and after the user's."""
    if said.since is not None and (shipped.since is None or shipped.since < said.since):
        end = min(shipped.until or date.max, said.since)
        yield replace(shipped, until=end)
    if said.until is not None and (shipped.until is None or shipped.until > said.until):
        begin = max(shipped.since or date.min, said.until)
        yield replace(shipped, since=begin)
