"""The record of foreign leaders' visits and of presidential journeys (Office of the Historian), by day and state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from benchmarks.material import SHARED, json_lines
from readouts.actors import ActorTable

_OTHER_WORDS = {"Cote d’Ivoire": "CIV", "West Bank": "PSE", "Somali Republic": "SOM", "Timor Leste": "TLS"}


@dataclass(frozen=True, slots=True)
class Stay:
    """Days that somebody was in a state: a leader of `state` in the United States, or the President in `state`."""

    first: date
    last: date
    state: str
    name: str
    remarks: str

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Record:
    """Visits to the United States and journeys of its President."""

    visits: tuple[Stay, ...]
    journeys: tuple[Stay, ...]

    @property
    def last(self) -> date:
        """The last day on record."""
        return max(stay.last for stay in (*self.visits, *self.journeys))

    def allows(self, day: date, state: str) -> bool:
        """Say whether the President may have met somebody of a state that day: a guest, or on a journey anywhere."""
        visited = any(stay.state == state and stay.holds(day) for stay in self.visits)
        return visited or any(stay.holds(day) for stay in self.journeys)


def load_record(table: ActorTable) -> Record:
    """Return the record from 2000 on, its countries by the table's codes."""
    codes = _Codes(table)
    visits = tuple(_stays("visits_to_us", codes, "visitor", "description"))
    journeys = tuple(_stays("us_travels", codes, "name", "remarks", role="president"))
    return Record(visits, journeys)


class _Codes:
    def __init__(self, table: ActorTable) -> None:
        self._table = table

    @cached_property
    def _names(self) -> dict[str, str]:
        return {n.lower(): state.code for state in self._table.states.values() for n in (state.name, *state.names)}

    def code(self, country: str) -> str | None:
        """Return the code of a country, also where its name is written "Germany, Federal Republic of"."""
        if country in _OTHER_WORDS:
            return _OTHER_WORDS[country]
        parts = [part.strip() for part in country.split(",")]
        forms = (country, " ".join(reversed(parts)), parts[0], country.split("(")[0].strip())
        return next((self._names[form.lower()] for form in forms if form.lower() in self._names), None)


def _stays(name: str, codes: _Codes, who: str, said: str, role: str = "") -> Iterator[Stay]:
    entry: dict[str, Any]
    for entry in json_lines(SHARED / f"visits/{name}.jsonl.gz"):
        state = codes.code(entry["country"])
        if entry["end"] >= "2000" and state and entry.get("role", "") == role:
            first, last = date.fromisoformat(entry["start"]), date.fromisoformat(entry["end"])
            yield Stay(first, last, state, entry[who], entry[said])
