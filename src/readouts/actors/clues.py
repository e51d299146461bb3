"""What a document tells about whom it may mean: its day, the states it names, the persons it names in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from readouts.actors.table import ActorTable
from readouts.model import Mention, Tenure

# A release may speak of who took office or left it some days before.
_SLACK = timedelta(days=45)
_BEFORE_ALL, _AFTER_ALL = date(1900, 1, 1), date(2200, 1, 1)


@dataclass(slots=True)
class Clues:
    """Gathered over one document.

    `strangers` are family names of people who are nobody in the table; `introduced` are damaged names
    restored and people outside the table whose office the text gives, by what is written. `since` and `until`
    bound the time it speaks from; both None: nothing is known. `home` is the state the publisher speaks for.
    """

    table: ActorTable
    since: date | None = None
    until: date | None = None
    home: str | None = None
    states: Counter[str] = field(default_factory=Counter)
    persons: Counter[str] = field(default_factory=Counter)
    strangers: set[str] = field(default_factory=set)
    introduced: dict[str, Mention] = field(default_factory=dict)

    @property
    def dated(self) -> bool:
        """Say whether anything bounds the time."""
        return self.since is not None

    def current(self, tenure: Tenure, slack: timedelta = timedelta(0)) -> bool:
        """Say whether the office was held at the document's time; True where that is not known."""
        if self.since is None or self.until is None:
            return True
        return (tenure.since or _BEFORE_ALL) - slack <= self.until and self.since <= (
            tenure.until or _AFTER_ALL
        ) + slack

    def lately(self, tenure: Tenure) -> bool:
        """Say whether the office was held at or near the document's time."""
        return self.current(tenure, _SLACK)

    def narrow(self, tenures: Iterable[Tenure]) -> None:
        """Bound the time by tenures of an office that the text gives somebody without calling it former."""
        spells = list(tenures)
        if not spells:
            return
        since = min(tenure.since or _BEFORE_ALL for tenure in spells)
        until = max(tenure.until or _AFTER_ALL for tenure in spells)
        new_since, new_until = max(self.since or _BEFORE_ALL, since), min(self.until or _AFTER_ALL, until)
        if new_since <= new_until:
            self.since, self.until = new_since, new_until


def same_office(table: ActorTable, held: str, wanted: str, state: str) -> bool:
    """Say whether `held` is the office that `wanted` means for `state`, by name or by kind."""
    if held == wanted:
        return True
    if wanted == "leader":
        known = table.states.get(state)
        return held in LEADING if known is None or not known.leader else held == known.leader
    return _kind(table, held) == _kind(table, wanted)


def fitting(clues: Clues, person: str, offices: tuple[str, ...], states: tuple[str, ...]) -> list[Tenure]:
    """Return the person's tenures of one of `offices` (any when empty) of one of `states` (any when empty)."""
    return [
        tenure
        for tenure in tenures(clues.table, person)
        if (not states or tenure.state in states)
        and (not offices or any(same_office(clues.table, tenure.office, o, tenure.state) for o in offices))
    ]


@lru_cache(maxsize=20_000)
def tenures(table: ActorTable, person: str) -> tuple[Tenure, ...]:
    """Return all the person's tenures, the latest first."""
    return table.tenures_of(person)


@lru_cache(maxsize=4)
def by_state(table: ActorTable) -> dict[str, tuple[Tenure, ...]]:
    """Return the table's tenures by state."""
    found: dict[str, list[Tenure]] = {}
    for tenure in table.tenures:
        found.setdefault(tenure.state, []).append(tenure)
    return {state: tuple(spells) for state, spells in found.items()}


def _kind(table: ActorTable, office: str) -> str:
    known = table.offices.get(office)
    return known.kind if known else office


def kind_of(table: ActorTable, office: str) -> str:
    """Return what an office amounts to."""
    return _kind(table, office)


# The kinds of office that lead a state, the highest first.
LEADING = ("supreme leader", "monarch", "president", "general secretary", "prime minister", "leader")

# The kinds whose holders a text names without their state although they are another state's.
ABROAD = frozenset(
    (*LEADING, "foreign minister", "crown prince", "secretary-general", "director general", "speaker", "ambassador")
)


def rank(table: ActorTable, tenure: Tenure) -> int:
    """Return how high an office stands, 0 the highest: what "President and Chairman X" is called first."""
    state = table.states.get(tenure.state)
    if state is not None and tenure.office == state.leader:
        return 0
    kind = _kind(table, tenure.office)
    return LEADING.index(kind) + 1 if kind in LEADING else len(LEADING) + 1
