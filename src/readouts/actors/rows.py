"""Read the shipped tables: tab-separated, a header, several values in a cell parted by ``|``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from readouts.actors.days import earliest, latest
from readouts.errors import BrokenTable
from readouts.model import Office, Person, State, Tenure


def states_of(text: str, name: str) -> dict[str, State]:
    """Read ``states.tsv``: by code."""
    states = {}
    for _, row in _rows(text, name, 13):
        code, alpha2, english, names, demonyms, capitals, metonyms, zh, signs, ru, uk, leader, _ = row
        states[code] = State(
            code,
            english,
            alpha2 or None,
            values(names) + values(zh) + values(ru) + values(uk),
            values(demonyms),
            values(metonyms),
            values(signs),
            leader or None,
            values(capitals),
        )
    return states


def offices_of(text: str, name: str) -> dict[str, Office]:
    """Read ``offices.tsv``: by the table's word for the office."""
    offices = {}
    for _, (office, kind, sole, english, zh, ru, uk) in _rows(text, name, 7):
        names = values(english) + values(zh) + values(ru) + values(uk)
        offices[office] = Office(office, kind, names, sole == "yes")
    return offices


def persons_of(text: str, name: str) -> dict[str, Person]:
    """Read ``people.tsv``: by the table's one name. A birthday known only to the year is left out."""
    persons = {}
    for line, row in _rows(text, name, 10):
        person, born, wikidata, short, english, zh, ru, uk, other, _ = row
        persons[person] = Person(
            person,
            values(english) + values(zh) + values(ru) + values(uk) + values(other),
            _day(born, earliest, name, line) if len(born) == 10 else None,
            wikidata or None,
            values(short),
        )
    return persons


def tenures_of(text: str, name: str) -> tuple[Tenure, ...]:
    """Read ``tenures.tsv``; a date known to the month or year begins at its first day, ends at its last."""
    return tuple(
        Tenure(person, state, office, _day(since, earliest, name, line), _day(until, latest, name, line))
        for line, (state, office, person, since, until, _) in _rows(text, name, 6)
    )


def values(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several."""
    return tuple(cell.split("|")) if cell else ()


def _day(text: str, read: Callable[[str], date], name: str, line: int) -> date | None:
    try:
        return read(text) if text else None
    except ValueError as fault:
        raise BrokenTable(f"{name}, line {line}: {fault}") from None


def _rows(text: str, name: str, columns: int) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.split("\n")[1:], 2):
        if not line:
            continue
        row = line.split("\t")
        if len(row) != columns:
            raise BrokenTable(f"{name}, line {number}: {len(row)} cells where {columns} are due")
        yield number, row
