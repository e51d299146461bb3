"""Which of the contacts a document tells of it is an account of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from readouts.contacts.sighting import Sighting, Standing
from readouts.contacts.when import shifted
from readouts.model import ContactKind

# An account tells its contact at once: in its first sentences.
_OPENING = 4
_OLD_DAYS = 21
_TITLE_WORDS = (
    (re.compile(r"\bvideo ?(?:call|conference)|\bvirtual|视频", re.IGNORECASE), ContactKind.VIDEO_CALL),
    (
        re.compile(r"\b(?:tele)?phone|\bcalls?\b|\bspoke\b|\bconversation|通电话|通话|телефон", re.IGNORECASE),
        ContactKind.CALL,
    ),
    (
        re.compile(r"\bmeets?\b|\bmeeting|\bmet\b|\btalks\b|会见|会谈|会晤|встреч|переговор", re.IGNORECASE),
        ContactKind.MEETING,
    ),
    (re.compile(r"\bvisit|\btrip\b|\btravel|访问|визит", re.IGNORECASE), ContactKind.VISIT),
)


def title_kind(title: str | None) -> ContactKind | None:
    """Return the kind of contact a title names, None where it names none."""
    return next((kind for pattern, kind in _TITLE_WORDS if pattern.search(title or "")), None)


def told_of(sightings: Sequence[Sighting], title: str | None, published: date | None) -> Sighting | None:
    """Return the sighting that tells what the document is an account of; None where its opening tells of nothing."""
    opening = [one for one in sightings if one.sentence < _OPENING and one.standing is not Standing.PLANNED]
    if not opening:
        return None
    kind = title_kind(title)
    return max(opening, key=lambda one: (_score(one, kind, published), -one.sentence, -one.cue.start))


def _score(one: Sighting, kind: ContactKind | None, published: date | None) -> float:
    score = 2.0 * (one.standing is Standing.HELD) + len(one.sides) - one.sentence
    score += 1.5 * one.main - (not one.sides)
    if one.kind is None:
        score -= 1
    elif kind is not None:
        score += 2 * (kind is one.kind)
    if published is not None:
        days = [when for clue in one.clues if (when := clue.read(published))]
        if days and all(when.last < shifted(published, -_OLD_DAYS) for when in days):
            score -= 4
    return score
