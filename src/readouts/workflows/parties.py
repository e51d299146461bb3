"""Whom a caller means by the name of a party: a state, a person of the table, or a name as written."""

from __future__ import annotations

from readouts.actors import ActorTable
from readouts.errors import WrongCall


def party_names(said: str, actors: ActorTable) -> frozenset[str]:
    """Return the codes of states or names of persons that `said` may mean.

    A code (RUS, RU) or a name of a state means the state; else whoever the table knows by that name; else the name as
    it is written, for somebody not in the table. Raises WrongCall for nothing at all.
    """
    name = " ".join(said.split())
    if not name:
        raise WrongCall("A party needs a name: a person, a state, or a state's code.")
    code = name.upper()
    if code in actors.states:
        return frozenset({code})
    if short := [state.code for state in actors.states.values() if state.alpha2 == code]:
        return frozenset(short)
    if states := actors.states_named(name):
        return frozenset(state.code for state in states)
    if persons := actors.persons_named(name):
        return frozenset(person.name for person in persons)
    return frozenset({name})
