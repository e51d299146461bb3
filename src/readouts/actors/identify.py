"""Whom a phrase names: the holder of an office, or the person of a known name who fits the document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.actors.clues import LEADING, Clues, by_state, fitting, kind_of, rank, same_office, tenures
from readouts.actors.names import Name
from readouts.actors.phrases import Phrase
from readouts.actors.spelling import given_agrees
from readouts.model import Tenure

_GIVEN_AGREES = 0.82


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom words name, as far as it is known."""

    person: str | None
    state: str | None
    office: str | None


def holder(clues: Clues, phrase: Phrase) -> Identity:
    """Return who held the phrase's office of its state at the document's time; never a guess.

    Where the time is not known, a holder whom the text names is taken, and nobody else.
    """
    states = _likely_states(clues, phrase.states)
    if phrase.lesser:
        return Identity(None, states[0] if len(states) == 1 else None, None)
    return holder_of(clues, phrase.offices, states, past=phrase.former or phrase.coming)


def holder_of(clues: Clues, offices: tuple[str, ...], states: tuple[str, ...], past: bool = False) -> Identity:
    """Return who held one of `offices` of one of `states` at the document's time (`past`: before or after it)."""
    spells = [
        tenure
        for state in states
        for tenure in by_state(clues.table).get(state, ())
        if any(same_office(clues.table, tenure.office, office, state) for office in offices)
    ]
    person = None
    if not past:
        person = _one(clues, [t for t in spells if clues.current(t)], certain=clues.dated)
    if person is None:
        person = _one(clues, spells, certain=False)
    held = next((t for t in spells if t.person == person and clues.current(t)), None) or next(
        (t for t in spells if t.person == person), None
    )
    state = held.state if held else states[0] if len(states) == 1 else None
    return Identity(person, state, held.office if held else own_word(clues, offices, state))


def _one(clues: Clues, spells: list[Tenure], certain: bool) -> str | None:
    persons = list(dict.fromkeys(tenure.person for tenure in spells))
    if certain and len(persons) == 1:
        return persons[0]
    named = [person for person in persons if clues.persons[person]]
    return named[0] if len(named) == 1 else None


def _likely_states(clues: Clues, states: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the states a text names elsewhere when a form (巴方, "Congolese") may mean several."""
    if len(states) < 2:
        return states
    named = max(clues.states[state] for state in states)
    likely = tuple(state for state in states if named and clues.states[state] == named)
    return likely or states


def own_word(clues: Clues, offices: tuple[str, ...], state: str | None) -> str | None:
    """Return the state's own word for an office: the foreign minister of the United States is another office."""
    if not offices:
        return None
    office = offices[0]
    if state is None:
        return None if office == "leader" else office
    if office == "leader":
        known = clues.table.states.get(state)
        return known.leader if known else None
    held = [tenure.office for tenure in by_state(clues.table).get(state, ())]
    for wanted in offices:
        if wanted in held:
            return wanted
    if office in clues.table.offices and not clues.table.offices[office].sole:
        return office  # Of offices that many hold, one is not another's word.
    kin = next(
        (one for one in held if any(kind_of(clues.table, one) == kind_of(clues.table, o) for o in offices)), None
    )
    return kin or office


def known_person(clues: Clues, name: Name, phrase: Phrase) -> str | None:
    """Return which of the persons that a known name can mean fits best; None where none fits well enough."""
    offices, states = phrase.offices, phrase.states
    candidates = name.entry.full or name.entry.short
    scored = sorted(((_score(clues, person, phrase), person) for person in candidates), reverse=True)
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    score, person = scored[0]
    if (name.before or name.after) and not name.entry.full:
        now = bool(offices) and any(clues.current(t) for t in fitting(clues, person, offices, states))
        return person if _belongs(clues, name, person, now and score >= _FITS_NOW) else None
    if name.entry.full and len(scored) == 1:
        return person
    if name.entry.full:
        return person if score > 0 else None
    if score < _NAMED and _is_place(name):
        return None
    if score < _FITS_NOW and not clues.persons[person] and name.words[-1].key in clues.strangers:
        return None
    if offices and states and not fitting(clues, person, offices, states) and score < _NAMED:
        return None
    return person if score >= _ENOUGH else None


def _is_place(name: Name) -> bool:
    """Say whether the parser takes a lone family name for a place: "the city of …" is not its namesake."""
    token = name.known[0].token if name.known else None
    return token is not None and token.entity.endswith(("GPE", "LOC", "FAC"))


# Who led a state for less than two years is hardly called by the family name alone after the time.
_LONG = 730
_FITS_NOW, _FITS, _NAMED, _STATE_NAMED, _HOLDS, _LEADS, _ENOUGH = 8.0, 5.0, 4.0, 2.0, 1.5, 0.5, 2.0


def _score(clues: Clues, person: str, phrase: Phrase) -> float:
    spells = tenures(clues.table, person)
    score = 0.0
    if phrase.offices or phrase.states:
        fits = fitting(clues, person, phrase.offices, phrase.states)
        if any(clues.current(t) for t in fits):
            score += 0.0 if phrase.lesser else _FITS_NOW
        elif fits:
            score += 0.0 if phrase.lesser else _FITS
    if clues.persons[person]:
        score += _NAMED
    if any(clues.states[t.state] and _is_remembered(clues, t) for t in spells):
        score += _STATE_NAMED
    if clues.dated and any(clues.lately(t) for t in spells):
        score += _HOLDS
        score += _LEADS * any(clues.current(t) and kind_of(clues.table, t.office) in LEADING for t in spells)
    elif not clues.dated and any(kind_of(clues.table, t.office) in LEADING for t in spells):
        score += _HOLDS + _LEADS
    return score


def _is_remembered(clues: Clues, tenure: Tenure) -> bool:
    """Say whether who held an office may be meant by the family name alone: who long led a state is, long after."""
    if not clues.dated or clues.lately(tenure):
        return True
    days = (tenure.until - tenure.since).days if tenure.since and tenure.until else _LONG
    return kind_of(clues.table, tenure.office) in LEADING and days >= _LONG


def _belongs(clues: Clues, name: Name, person: str, fits_now: bool) -> bool:
    """Say whether the words beside a known family name leave it that person's."""
    if fits_now:
        return True
    start = name.span.start
    before, after = name.written[: name.known[0].start - start], name.written[name.known[-1].end - start :]
    beside = [*before.split(), *after.split()]
    return given_agrees(clues.table, beside, person) >= _GIVEN_AGREES


def post(clues: Clues, person: str, offices: Iterable[str] = (), states: tuple[str, ...] = ()) -> Identity:
    """Return a person with the office meant: the one the text gives, else the highest held at its time."""
    wanted = tuple(offices)
    fits = fitting(clues, person, wanted, states) if wanted else []
    if not fits and wanted:
        fits = fitting(clues, person, wanted, ())
    now = [t for t in fits if clues.current(t)] or fits
    if now:
        best = min(now, key=lambda t: rank(clues.table, t))
        return Identity(person, best.state, best.office)
    spells = tenures(clues.table, person)
    current = [t for t in spells if clues.lately(t)] if clues.dated else []
    if current:
        exact = [t for t in current if clues.current(t)] or current
        best = min(exact, key=lambda t: rank(clues.table, t))
        return Identity(person, best.state, best.office)
    offices_held = {t.office for t in spells}
    states_held = {t.state for t in spells}
    state = next(iter(states_held)) if len(states_held) == 1 else None
    office = next(iter(offices_held)) if len(offices_held) == 1 and not clues.dated else None
    return Identity(person, state, office)
