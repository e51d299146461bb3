"""Which of the contacts a document tells of it is an account of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from readouts.contacts.sighting import Sighting, Standing
from readouts.contacts.titles import Title
from readouts.contacts.when import shifted
from readouts.model import ContactKind

# An account tells its contact at once: in its first sentences.
_OPENING = 4
_OLD_DAYS = 21
# A letter or a visit is a contact only of two who are named.
_OF_TWO = frozenset({ContactKind.LETTER, ContactKind.VISIT})


def told_of(sightings: Sequence[Sighting], title: Title, published: date | None) -> Sighting | None:
    """Return the sighting that tells what the document is an account of; None where its opening tells of nothing."""
    opening = [one for one in sightings if one.sentence < _OPENING and _may_be_told(one)]
    if not opening:
        return title.sighting(sightings)
    best = max(opening, key=lambda one: (_score(one, title, published), -one.sentence, -one.cue.start))
    names = {mention.person for mention in title.persons}
    if len(names) > 1 and not names & _persons(best):
        return title.sighting(sightings) or best
    return best


def kind_told(one: Sighting, title: Title) -> ContactKind | None:
    """Return the kind of the contact told: a "conversation" that the title calls a meeting was one."""
    if one.kind is ContactKind.CALL and one.loose and title.kind is ContactKind.MEETING:
        return ContactKind.MEETING
    return one.kind


def _may_be_told(one: Sighting) -> bool:
    if one.standing is Standing.PLANNED or (one.kind in _OF_TWO and len(one.sides) < 2):
        return False
    return bool(one.sides) or one.main


def _score(one: Sighting, title: Title, published: date | None) -> float:
    score = 2.0 * (one.standing is Standing.HELD) + len(one.sides) - 1.5 * one.sentence
    score += 1.5 * one.main - (not one.sides)
    if one.kind is None:
        score -= 1
    elif title.kind is not None:
        score += 2 * (title.kind is one.kind)
    score += len(_persons(one) & {mention.person for mention in title.persons})
    if published is not None:
        days = [when for clue in one.clues if (when := clue.read(published))]
        if days and all(when.last < shifted(published, -_OLD_DAYS) for when in days):
            score -= 4
    return score


def _persons(one: Sighting) -> set[str | None]:
    return {member.person for mention in one.mentions for member in mention.members or (mention,) if member.person}
