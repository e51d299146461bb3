"""Contacts told in one breath: "X called Y, Z and W in turn" are three, 分别会见 as many as are named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readouts.contacts.sides import parties
from readouts.contacts.sighting import Sighting
from readouts.model import Mention


def parted(one: Sighting) -> tuple[Sighting, ...]:
    """Return a sighting as one for each party that was met alone; just itself where its sides met together.

    Where both sides name several, those who act stayed together and the others came one by one.
    """
    if not one.separate or len(one.sides) != 2:
        return (one,)
    own, others = one.sides
    each = _each(others)
    if len(each) > 1:
        return tuple(_part(one, (own, other), other) for other in each)
    each = _each(own)
    if len(each) > 1:
        return tuple(_part(one, (some, others), some) for some in each)
    return (one,)


def _each(side: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """Return the mentions of a side party by party."""
    known = parties(side)
    found: list[tuple[Mention, ...]] = []
    for mention in side:
        for member in mention.members or (mention,):
            if not parties([member]):
                continue
            at = next((at for at, same in enumerate(found) if len(parties([*same, member])) == 1), None)
            if at is not None:
                found[at] = (*found[at], member)
            elif len(parties([*(one for same in found for one in same), member])) <= len(known):
                found.append((member,))
    return found


def _part(one: Sighting, sides: tuple[tuple[Mention, ...], ...], alone: Sequence[Mention]) -> Sighting:
    asked = one.initiator if one.initiator in (*sides[0], *alone) else None
    return replace(one, sides=sides, initiator=asked, separate=False)
