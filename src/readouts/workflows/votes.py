"""Votes in the General Assembly: a table the user imports, and how often two states voted alike."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO

from readouts.actors import ActorTable
from readouts.collection import Collection, RollCall, YearOfVotes, find_voters, has_votes, keep_votes, years_of_votes
from readouts.errors import BrokenTable, NotInCollection, WrongCall
from readouts.workflows.parties import party_names

VOTES = {"rcid", "country", "country_code", "vote"}
ROLL_CALLS = {"rcid", "session", "date"}
_VOTES = ("yes", "no", "abstain")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two states' votes by year; `one` and `other` are their names in the table."""

    one: str
    other: str
    years: tuple[YearOfVotes, ...]


def agreement(
    collection: Collection, one: str, other: str, actors: ActorTable, *, important: bool = False
) -> Agreement:
    """Return how often two states voted alike, by year.

    A state is named by a code (RUS, RU) or a name. Raises NotInCollection where no table was imported or it does not
    have the state, WrongCall for one state twice.
    """
    if not has_votes(collection):
        raise NotInCollection(
            "No votes were imported yet. Give the table of votes and the table of roll calls to: readouts import"
        )
    first, first_name = _voter(collection, one, actors)
    second, second_name = _voter(collection, other, actors)
    if first == second:
        raise WrongCall(f"{one} and {other} are one state; name two.")
    return Agreement(first_name, second_name, tuple(years_of_votes(collection, first, second, important=important)))


def _voter(collection: Collection, said: str, actors: ActorTable) -> tuple[str, str]:
    codes = [actors.states[name].alpha2 for name in party_names(said, actors) if name in actors.states]
    found = find_voters(collection, [said, *(code for code in codes if code)])
    if not found:
        raise NotInCollection(f"The imported table has no votes of {said}.")
    code = next(iter(sorted(found)))
    return code, found[code]


def is_table(path: str) -> bool:
    """Say whether the file is a table of votes or roll calls, by its name."""
    return path.lower().endswith((".csv", ".csv.gz"))


def import_votes(collection: Collection, paths: Sequence[str]) -> tuple[int, int]:
    """Import a table of votes (`rcid country country_code vote`) and its roll calls (`rcid session date …`).

    Both are CSV, perhaps gzipped, in the form of the package unvotes. Returns how many roll calls and votes were
    imported. Raises WrongCall when one of the two is missing, BrokenTable, naming file and line, for a row that
    cannot be used; nothing is imported then.
    """
    kinds = {path: set(_columns(path)) for path in paths}
    votes = [path for path, columns in kinds.items() if columns >= VOTES]
    roll_calls = [path for path, columns in kinds.items() if columns >= ROLL_CALLS]
    if len(votes) != 1 or len(roll_calls) != 1:
        raise WrongCall(
            "Votes are imported from two tables at once: one with the columns rcid, country, country_code and vote, "
            "one with rcid, session and date."
        )
    calls = list(_roll_calls(roll_calls[0]))
    known = {call.number for call in calls}
    # Read twice rather than held: there are close to a million.
    voters = {code or name: name for _, (code, name) in _rows(votes[0], "country_code", "country")}
    return len(calls), keep_votes(collection, calls, voters, _votes(votes[0], known))


def _votes(path: str, known: set[int]) -> Iterator[tuple[str, int, str]]:
    """Yield country, roll call and vote; absences, which some tables list, are no votes."""
    for number, (written, code, name, cast) in _rows(path, "rcid", "country_code", "country", "vote"):
        roll_call = _number(written, path, number)
        if cast in _VOTES and roll_call in known:
            yield code or name, roll_call, cast


def _roll_calls(path: str) -> Iterator[RollCall]:
    columns = _columns(path)
    for number, cells in _rows(path, *columns):
        row = dict(zip(columns, cells, strict=True))
        try:
            day = date.fromisoformat(row["date"][:10])
        except ValueError:
            raise BrokenTable(f"{path}, line {number}: {row['date']!r} is not a day.") from None
        session = row.get("session") or ""
        yield RollCall(
            number=_number(row["rcid"], path, number),
            day=day,
            session=_number(session, path, number) if session else None,
            important=row.get("importantvote", "").partition(".")[0] == "1",
            resolution=row.get("unres") or None,
            title=row.get("descr") or row.get("short") or None,
        )


def _number(written: str, path: str, line: int) -> int:
    try:
        return int(float(written))
    except (ValueError, OverflowError):
        raise BrokenTable(f"{path}, line {line}: {written!r} is not a number.") from None


def _columns(path: str) -> list[str]:
    with _opened(path) as file:
        return next(_reader(file, path), [])


def _rows(path: str, *wanted: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the number of each line and its cells in the columns wanted."""
    with _opened(path) as file:
        reader = _reader(file, path)
        columns = next(reader, [])
        places = [columns.index(name) for name in wanted]
        for number, cells in enumerate(reader, 2):
            if len(cells) != len(columns):
                raise BrokenTable(f"{path}, line {number}: {len(cells)} cells, where there are {len(columns)} columns.")
            yield number, tuple([cells[place] for place in places])


def _reader(file: Iterable[str], path: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(file)
    except (csv.Error, UnicodeDecodeError, EOFError, gzip.BadGzipFile) as error:
        raise BrokenTable(f"{path} is not a table of comma-separated values: {error}") from None


def _opened(path: str) -> IO[str]:
    opener = gzip.open if path.lower().endswith(".gz") else open
    try:
        return opener(path, "rt", encoding="utf-8-sig", newline="")
    except OSError as error:
        raise WrongCall(f"{path} cannot be read: {error.strerror or error}.") from None
