"""Check the shipped table of actors: dates in order, every state and office known, one holder of a sole office.

Run `python -m training.actors_check`; each fault is a line, and the exit status says whether there is any.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

from benchmarks.material import ROOT
from readouts.actors.days import earliest, latest
from readouts.actors.fold import fold

SHIPPED = ROOT / "src/readouts/resources/actors"
_YOUNGEST, _OLDEST = 14, 101
Row = dict[str, str]


def main() -> None:
    found = list(faults(SHIPPED))
    for fault in found:
        print(fault)
    sys.exit(1 if found else 0)


def faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong in the tables of a folder, each fault with its table and line."""
    states, offices, people, tenures = (
        _read(folder / f"{name}.tsv") for name in ("states", "offices", "people", "tenures")
    )
    for name, rows, key in (("states", states, "code"), ("offices", offices, "office"), ("people", people, "person")):
        yield from _repeated(name, rows, key)
    known = (
        ("state", {row["code"] for row in states}),
        ("office", {row["office"] for row in offices}),
        ("person", {row["person"] for row in people}),
    )
    sound = []
    for number, row in enumerate(tenures, 2):
        place = f"tenures.tsv, line {number}: {row['person']}, {row['office']} of {row['state']}"
        wrong = [f"{place}: the {key} is not in the table" for key, values in known if row[key] not in values]
        wrong += _dates(row, place)
        if not row["source"]:
            wrong.append(f"{place}: no source")
        yield from wrong
        if not wrong:
            sound.append(row)
    yield from _leaders(states, {row["office"] for row in offices})
    yield from _shared_offices(sound, {row["office"] for row in offices if row["sole"] == "yes"})
    yield from _births(people, sound)
    yield from _doubles(people, sound)


def _read(path: Path) -> list[Row]:
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def _repeated(name: str, rows: list[Row], key: str) -> Iterator[str]:
    seen: set[str] = set()
    for number, row in enumerate(rows, 2):
        if row[key] in seen:
            yield f"{name}.tsv, line {number}: {row[key]} stands twice"
        seen.add(row[key])


def _dates(row: Row, place: str) -> list[str]:
    wrong = []
    for key in ("since", "until"):
        try:
            earliest(row[key]) if row[key] else None
        except ValueError as fault:
            wrong.append(f"{place}: {key}: {fault}")
    if not wrong and row["since"] and row["until"] and latest(row["until"]) < earliest(row["since"]):
        wrong.append(f"{place}: until ({row['until']}) comes before since ({row['since']})")
    return wrong


def _leaders(states: list[Row], offices: set[str]) -> Iterator[str]:
    for number, row in enumerate(states, 2):
        if row["leader"] and row["leader"] not in offices:
            yield f"states.tsv, line {number}: the leading office {row['leader']!r} is not in the table"


def _shared_offices(tenures: list[Row], sole: set[str]) -> Iterator[str]:
    """Yield who hold a sole office together; dates known to the month or year are given their benefit."""
    by_office: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in tenures:
        if row["office"] in sole:
            by_office[row["state"], row["office"]].append(row)
    for (state, office), rows in by_office.items():
        for first, second in combinations(sorted(rows, key=lambda row: row["since"]), 2):
            ends = earliest(first["until"]) if first["until"] else date.max
            begins = latest(second["since"]) if second["since"] else date.min
            if begins < ends:
                yield (
                    f"tenures.tsv: {office} of {state}: {first['person']} until {first['until'] or 'today'}, "
                    f"{second['person']} since {second['since']}"
                )


def _births(people: list[Row], tenures: list[Row]) -> Iterator[str]:
    born = {row["person"]: row["born"] for row in people if row["born"]}
    for person, text in born.items():
        try:
            earliest(text)
        except ValueError as fault:
            yield f"people.tsv: {person}: born: {fault}"
            return
    for row in tenures:
        if row["person"] in born and row["since"]:
            age = earliest(row["since"]).year - earliest(born[row["person"]]).year
            if not _YOUNGEST <= age <= _OLDEST:
                yield f"people.tsv: {row['person']} would be {age} as {row['office']} of {row['state']}"


def _doubles(people: list[Row], tenures: list[Row]) -> Iterator[str]:
    """Yield people of one state who bear the same name in some script: rather one person written twice."""
    states: dict[str, set[str]] = defaultdict(set)
    for row in tenures:
        states[row["person"]].add(row["state"])
    bearers: dict[str, set[str]] = defaultdict(set)
    for row in people:
        for column in ("person", "english", "zh", "ru", "uk", "other"):
            for name in filter(None, row[column].split("|")):
                bearers[fold(name)].add(row["person"])
    for name, persons in bearers.items():
        for first, second in combinations(sorted(persons), 2):
            if states[first] & states[second]:
                yield f"people.tsv: {first} and {second} are both called {name}"


if __name__ == "__main__":
    main()
