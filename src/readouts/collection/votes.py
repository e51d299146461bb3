"""Roll calls and votes of an assembly, imported by the user, and how often two states voted alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sqlalchemy import case, delete, func, insert, or_, select

from readouts.collection.schema import roll_call, vote, voter
from readouts.collection.store import Collection

_AT_ONCE = 5000
_CALLS_AT_ONCE = 200
YES, NO, ABSTAIN = "yes", "no", "abstain"


@dataclass(frozen=True, slots=True)
class RollCall:
    """One roll call: its number in the table it came from, day, session and what was voted on."""

    number: int
    day: date
    session: int | None
    important: bool
    resolution: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class YearOfVotes:
    """Two states' votes in one year: roll calls in which both voted, voted alike, and one of them abstained.

    `half` are the roll calls in which one abstained and the other did not.
    """

    year: int
    both: int
    alike: int
    half: int

    @property
    def agreement(self) -> float:
        """The share of roll calls in which both voted alike."""
        return self.alike / self.both if self.both else 0.0

    @property
    def index(self) -> float:
        """Lijphart's index of agreement (1963): an abstention against a yes or no counts one half."""
        return (self.alike + self.half / 2) / self.both if self.both else 0.0


def keep_votes(
    collection: Collection,
    roll_calls: Iterable[RollCall],
    voters: Mapping[str, str],
    votes: Iterable[tuple[str, int, str]],
) -> int:
    """Put a table of votes in the place of an older one: `votes` are country, number of the roll call, vote.

    Returns how many votes were kept.
    """
    count = 0
    with collection.writing() as connection:
        for table in (vote, voter, roll_call):
            connection.execute(delete(table))
        rows = [
            {
                "number": one.number,
                "day": one.day,
                "session": one.session,
                "important": one.important,
                "resolution": one.resolution,
                "title": one.title,
            }
            for one in roll_calls
        ]
        if rows:
            connection.execute(insert(roll_call), rows)
        if voters:
            connection.execute(insert(voter), [{"country": code, "name": name} for code, name in voters.items()])
        cast = iter(votes)
        while batch := list(islice(cast, _AT_ONCE)):
            connection.execute(insert(vote), [{"country": c, "roll_call": n, "vote": v} for c, n, v in batch])
            count += len(batch)
    return count


def find_voters(collection: Collection, names: Iterable[str]) -> dict[str, str]:
    """Return the countries of the table that have one of these codes or names, with their names."""
    wanted = sorted({name.casefold() for name in names})
    is_named = or_(func.lower(voter.c.country).in_(wanted), func.lower(voter.c.name).in_(wanted))
    with collection.reading() as connection:
        return {row.country: row.name for row in connection.execute(select(voter).where(is_named))}


def has_votes(collection: Collection) -> bool:
    """Say whether a table of votes was imported."""
    with collection.reading() as connection:
        return connection.execute(select(roll_call.c.number).limit(1)).first() is not None


def years_of_votes(collection: Collection, one: str, other: str, *, important: bool = False) -> list[YearOfVotes]:
    """Return the two countries' years in the table, the earliest first; with `important` only the important votes."""
    a, b = vote.alias(), vote.alias()
    year = func.substr(roll_call.c.day, 1, 4).label("year")
    alike = func.sum(case((a.c.vote == b.c.vote, 1), else_=0)).label("alike")
    is_half = (a.c.vote != b.c.vote) & or_(a.c.vote == ABSTAIN, b.c.vote == ABSTAIN)
    half = func.sum(case((is_half, 1), else_=0)).label("half")
    query = (
        select(year, func.count().label("both"), alike, half)
        .select_from(a)
        .join(b, (b.c.roll_call == a.c.roll_call) & (b.c.country == other))
        .join(roll_call, roll_call.c.number == a.c.roll_call)
        .where(a.c.country == one)
        .group_by(year)
        .order_by(year)
    )
    if important:
        query = query.where(roll_call.c.important)
    with collection.reading() as connection:
        return [
            YearOfVotes(int(row.year), row.both, int(row.alike), int(row.half)) for row in connection.execute(query)
        ]


def table_of_votes(collection: Collection) -> tuple[dict[str, str], Iterator[tuple[RollCall, dict[str, str]]]]:
    """Return the countries with their names, and the roll calls, each with the vote of each country."""
    with collection.reading() as connection:
        voters = {row.country: row.name for row in connection.execute(select(voter).order_by(voter.c.country))}
        calls = connection.execute(select(roll_call).order_by(roll_call.c.number)).all()
    return voters, _roll_calls(collection, [RollCall(*row) for row in calls])


def _roll_calls(collection: Collection, calls: list[RollCall]) -> Iterator[tuple[RollCall, dict[str, str]]]:
    for at in range(0, len(calls), _CALLS_AT_ONCE):
        some = {call.number: call for call in calls[at : at + _CALLS_AT_ONCE]}
        votes: dict[int, dict[str, str]] = {number: {} for number in some}
        with collection.reading() as connection:
            wanted = select(vote).where(vote.c.roll_call.in_(list(some))).order_by(vote.c.country)
            for row in connection.execute(wanted):
                votes[row.roll_call][row.country] = row.vote
        yield from ((call, votes[number]) for number, call in some.items())
