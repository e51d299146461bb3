"""The table of actors: who held which office when."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from readouts.model import Person
from readouts.report.dates import day_in_words
from readouts.report.names import state_name
from readouts.web.house import Here, House
from readouts.web.pages import page
from readouts.web.sieve import Sieved, pager

router = APIRouter(include_in_schema=False)


@router.get("/actors")
def actors(request: Request, house: Here, sieve: Sieved) -> Response:
    """List the persons whose name or state holds the words."""
    found = [person for person in house.tools.actors.persons.values() if _matches(person, house, sieve.q.casefold())]
    shown = found[sieve.slice]
    return page(
        request,
        "actors.html.j2",
        sieve=sieve,
        persons=tuple((person, _offices(person, house)) for person in shown),
        pager=pager(request, sieve, len(shown), len(found)),
    )


def _matches(person: Person, house: House, words: str) -> bool:
    if not words or any(words in name.casefold() for name in (person.name, *person.names)):
        return True
    held = house.tools.actors.tenures_of(person.name)
    return any(words in state_name(tenure.state, house.states).casefold() for tenure in held)


def _offices(person: Person, house: House) -> tuple[str, ...]:
    """Return the offices held, the latest first: ``president of Norvia, 1 May 2029 to today``."""
    return tuple(
        f"{tenure.office} of {state_name(tenure.state, house.states)}, "
        f"{day_in_words(tenure.since) or '?'} – {day_in_words(tenure.until) or 'today'}"
        for tenure in house.tools.actors.tenures_of(person.name)
    )
