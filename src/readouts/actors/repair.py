"""Restore damaged and foreign spellings of names, from evidence in the same text only.

Three sorts of evidence are tried, the strongest first: an office or a state beside the name; a person named
elsewhere in the text, in a place where a person stands; a state that the text speaks of, whose leading persons
at that time are few. Without any of them a name stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readouts.actors.clues import LEADING, Clues, by_state, fitting, kind_of, same_office, tenures
from readouts.actors.fold import fold
from readouts.actors.lexicon import Entry
from readouts.actors.names import Name
from readouts.actors.phrases import Phrase
from readouts.actors.spelling import Match, match, whole_likeness
from readouts.model import Repair, Tenure

# How alike a name must sound to be restored on which evidence, and how far ahead of the next candidate.
# Chosen on benchmarks/names.py.
_BESIDE_OFFICE_AND_STATE = 0.7
_BESIDE_OFFICE_OF_NAMED_STATE = 0.8
_BESIDE_OFFICE = 0.84
_BESIDE_SHARED_OFFICE = 0.88
_NAMED_ELSEWHERE = 0.8
_STATE_NAMED = 0.93
_STATE_NAMED_SCRIPT = 0.9
_ONLY_HOLDER = 0.45
_SEVERAL_WORDS = 0.82
_WHOLE_STATE_NAMED = 0.88
_AHEAD = 0.04
_HAN = re.compile("[\u3400-\u9fff]")
_KNOWN_TO_READERS = (
    *LEADING,
    "foreign minister",
    "security advisor",
    "defence minister",
    "presidential aide",
    "spokesperson",
)


@dataclass(frozen=True, slots=True)
class Restored:
    """A person and the repair that leads to them."""

    person: str
    repair: Repair


def beside_office(clues: Clues, name: Name, phrase: Phrase) -> Restored | None:
    """Restore a name that stands beside an office, from those who held it at the time."""
    offices, states = phrase.offices, phrase.states
    if not offices or phrase.lesser:
        return None
    pools = [(states, _BESIDE_OFFICE_AND_STATE)]
    if not states:
        pools = [(tuple(clues.states), _BESIDE_OFFICE_OF_NAMED_STATE)]
        if clues.dated and not clues.states:
            pools.append((tuple(clues.table.states), _BESIDE_OFFICE))
    for pool, needed in pools:
        spells = [
            t
            for state in pool
            for t in by_state(clues.table).get(state, ())
            if not offices or any(same_office(clues.table, t.office, office, t.state) for office in offices)
        ]
        now = spells if phrase.former else [t for t in spells if clues.current(t)]
        if not phrase.former and name.written > "\u2fff":
            alone = _only_holder(clues, name, now, states)
            if alone:
                return alone
        for candidates in (now, [t for t in spells if clues.lately(t)] if not phrase.former else []):
            found = _best(clues, name, _persons(candidates), needed)
            if found and found.match.score < _BESIDE_SHARED_OFFICE and not _is_sole(clues, candidates, found.person):
                continue
            if found and not (needed == _BESIDE_OFFICE and found.match.how in ("given", "cut")):
                where = _office_evidence(candidates, found.person, bool(states))
                return Restored(found.person, _repair(name, found.match, where, 0.98 if states else 0.9))
    return _much_damaged(clues, name, phrase)


def _much_damaged(clues: Clues, name: Name, phrase: Phrase) -> Restored | None:
    """Restore a whole name, much damaged in one of its parts, to the one holder of the office beside it."""
    words = name.written.split()
    if len(phrase.states) != 1 or len(words) < 2 or phrase.former or not clues.dated:
        return None
    spells = [
        t
        for t in by_state(clues.table).get(phrase.states[0], ())
        if clues.current(t) and any(same_office(clues.table, t.office, office, t.state) for office in phrase.offices)
    ]
    persons = _persons(spells)
    if len(persons) != 1 or not _is_sole(clues, spells, persons[0]) or _HAN.match(name.written):
        return None
    score = whole_likeness(clues.table, words, persons[0])
    if not score:
        return None
    rule = (
        f"the given name of {persons[0]}, the only {spells[0].office} of {phrase.states[0]} at the time: {name.written}"
    )
    return Restored(persons[0], Repair(rule, round(0.9 * score, 2)))


def _is_sole(clues: Clues, spells: Sequence[Tenure], person: str) -> bool:
    """Say whether a person is meant as the one holder of an office; there are many senators."""
    held = (clues.table.offices.get(t.office) for t in spells if t.person == person)
    return any(office is None or office.sole for office in held)


def _only_holder(clues: Clues, name: Name, now: Sequence[Tenure], states: tuple[str, ...]) -> Restored | None:
    """Restore a foreign name in Chinese characters that stands beside an office of one state with one holder.

    Characters keep little of a name's sound; that the office has one holder makes up for it.
    """
    persons = _persons(now)
    if len(states) != 1 or len(persons) != 1 or not clues.dated or not _may_be_written(clues, name, persons[0]):
        return None
    parts = name.written.split("·")
    found = max((match(clues.table, words, persons[0]) for words in (parts, parts[-1:])), key=lambda one: one.score)
    if found.score < _ONLY_HOLDER:
        return None
    where = f"the only {now[0].office} of {states[0]} at the time"
    return Restored(persons[0], Repair(f"left in another script: {name.written} for {found.known}; {where}", 0.8))


def named_elsewhere(clues: Clues, name: Name, phrase: Phrase, evidence: str) -> Restored | None:
    """Restore a name that sounds like a person the text names in full elsewhere. `evidence` is the role.

    Who never held the office beside the name is not meant.
    """
    if not evidence:
        return None
    persons = [p for p in clues.persons if not phrase.offices or fitting(clues, p, phrase.offices, phrase.states)]
    found = _best(clues, name, persons, _NAMED_ELSEWHERE)
    if not found or found.match.how == "given":
        return None
    return Restored(found.person, _repair(name, found.match, f"named elsewhere in the text; {evidence}", 0.9))


def of_named_state(clues: Clues, name: Name, phrase: Phrase, evidence: str) -> Restored | None:
    """Restore a name that reads, in some way of writing, as a leading person of a state the text speaks of."""
    several = len(name.written.split()) > 1
    if (not evidence and not several) or phrase.offices or (name.words[-1].key in clues.strangers and not several):
        return None
    spells = [
        t
        for state in clues.states
        for t in by_state(clues.table).get(state, ())
        if clues.lately(t) and kind_of(clues.table, t.office) in _KNOWN_TO_READERS
    ]
    found = _best(clues, name, _persons(spells), _NAMED_ELSEWHERE if several else _STATE_NAMED_SCRIPT)
    if not found or found.match.how in ("given", "cut"):
        return None
    if found.match.how != "script" and found.match.score < (_WHOLE_STATE_NAMED if several else _STATE_NAMED):
        return None
    if len(fold(name.words[0].text)) < 3 and not several and found.match.score < 1:
        return None
    state = next(t.state for t in spells if t.person == found.person)
    known = clues.table.states[state].name
    return Restored(found.person, _repair(name, found.match, f"the text speaks of {known}", 0.85))


def run_together(clues: Clues, name: Name) -> tuple[Restored, str] | None:
    """Part "Ji Putin" into a damaged name and the known one it stands before, when both are named in the text.

    The words before a family name are another party's when they sound like a person the text names elsewhere
    and not like any other name of the known person.
    """
    others = [person for person in clues.persons if person not in name.entry.short]
    known = [person for person in name.entry.short if clues.persons[person] or len(name.entry.short) == 1]
    if not name.before or name.after or len(known) != 1 or not others:
        return None
    written = name.written[: name.before[-1].end - name.span.start]
    before = Name(name.first, name.first, name.span, Entry(), written, before=name.before)
    found = _best(clues, before, others, _NAMED_ELSEWHERE)
    if not found or found.match.how in ("given", "cut") or not _is_in_the_text(clues, known[0]):
        return None
    evidence = f"named elsewhere in the text; run together with {known[0]}"
    return Restored(found.person, _repair(before, found.match, evidence, 0.85)), known[0]


def _is_in_the_text(clues: Clues, person: str) -> bool:
    """Say whether the text names a person, or may well: who leads a state at its time, or one that it names."""
    leads = [t for t in tenures(clues.table, person) if kind_of(clues.table, t.office) in LEADING]
    return bool(clues.persons[person]) or any(
        clues.lately(t) if clues.dated else clues.states[t.state] > 0 for t in leads
    )


@dataclass(frozen=True, slots=True)
class _Found:
    person: str
    match: Match


def _best(clues: Clues, name: Name, persons: Iterable[str], needed: float) -> _Found | None:
    """Return the one candidate who matches well enough and clearly better than all others."""
    words = name.written.split()
    able = [person for person in persons if _may_be_written(clues, name, person)]
    scored = sorted(((match(clues.table, words, person), person) for person in able), key=lambda s: -s[0].score)
    if not scored or scored[0][0].score < _needed(words, needed):
        return None
    best, person = scored[0]
    if len(scored) > 1 and best.score - scored[1][0].score < _AHEAD:
        # Two alike in sound: the one whom the text names is meant.
        close = [p for m, p in scored if best.score - m.score < _AHEAD and clues.persons[p]]
        if len(close) != 1:
            return None
        person = close[0]
        best = next(m for m, p in scored if p == person)
    return _Found(person, best)


def _may_be_written(clues: Clues, name: Name, person: str) -> bool:
    """Say whether characters may stand for a person: whose Chinese name is known shares half of them with it."""
    if not _HAN.match(name.written):
        return True
    known = clues.table.persons[person]
    forms = [form for form in (*known.names, *known.short) if _HAN.match(form)]
    return not forms or any(2 * len(set(form) & set(name.written)) >= len(set(name.written)) for form in forms)


def _needed(words: Sequence[str], needed: float) -> float:
    """Ask no less of short names than of long ones: one wrong sound in three is another name."""
    if len(words) > 1:
        return max(needed, _SEVERAL_WORDS)
    return max(needed, 0.8) if max(map(len, words)) <= 3 else needed


def _persons(spells: Iterable[Tenure]) -> list[str]:
    return list(dict.fromkeys(t.person for t in spells))


def _office_evidence(spells: Iterable[Tenure], person: str, with_state: bool) -> str:
    spell = next(t for t in spells if t.person == person)
    return f"{spell.office} of {spell.state} beside it" if with_state else f"the office {spell.office} beside it"


def _repair(name: Name, found: Match, evidence: str, surest: float) -> Repair:
    written = name.written
    if found.how == "given":
        rule = f"given name alone: {written}"
    elif found.how == "cut":
        rule = f"cut short: {written} for {found.known}"
    elif found.how == "misread":
        rule = f"letters misread: {written} for {found.known}"
    elif found.how == "letter":
        rule = f"letter read aloud: {written} sounds like {found.known}"
    elif found.how == "script":
        rule = f"left in another script: {written} for {found.known}"
    elif found.score == 1 and found.how and found.how != "English":
        rule = f"{found.how} spelling: {written} for {found.known}"
    elif found.score == 1:
        rule = f"another spelling of {found.known}: {written}"
    else:
        rule = f"sounds like {found.known}: {written}"
    return Repair(f"{rule}; {evidence}", round(surest * found.score, 2))
