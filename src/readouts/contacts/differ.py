"""Why two contacts cannot be the same one."""

from __future__ import annotations

from datetime import timedelta

from readouts.contacts.drafts import is_same
from readouts.contacts.when import from_edtf
from readouts.model import Contact, ContactKind, Party

# The day changes on the way round the world.
TIME_ZONES = timedelta(days=1)
_PRESENT = frozenset({ContactKind.MEETING, ContactKind.VISIT})
_REMOTE = frozenset({ContactKind.CALL, ContactKind.VIDEO_CALL})
_OTHER_WAYS = frozenset({ContactKind.VIDEO_CALL, ContactKind.MEETING})


def why_different(first: Contact, other: Contact) -> str:
    """Return why the two cannot be accounts of one contact, in words; '' when they may be.

    Days may differ by one, for time zones; what is unknown differs from nothing.
    """
    if not (same_kind(first.kind, other.kind) or one_by_video(first.kind, other.kind)):
        return f"one is a {first.kind}, the other a {other.kind}"
    if apart := _apart(first, other):
        return apart
    return _strangers(first, other) or _strangers(other, first)


def same_kind(one: ContactKind, other: ContactKind) -> bool:
    """Say whether two kinds may be words for one contact."""
    return one is other or {one, other} == _PRESENT or both_remote(one, other)


def both_remote(one: ContactKind, other: ContactKind) -> bool:
    """Say whether both are calls, with or without a picture."""
    return {one, other} <= _REMOTE


def one_by_video(one: ContactKind, other: ContactKind) -> bool:
    """Say whether the one is a meeting and the other by video: publishers call the same talks the one and the other."""
    return {one, other} == _OTHER_WAYS


def _apart(first: Contact, other: Contact) -> str:
    one, two = (from_edtf(contact.date or "") for contact in (first, other))
    if one is None or two is None or one.approximate or two.approximate:
        return ""
    if one.first - TIME_ZONES <= two.last and two.first - TIME_ZONES <= one.last:
        return ""
    return f"one is dated {first.date}, the other {other.date}"


def _strangers(some: Contact, others: Contact) -> str:
    """Name a party of the one that the other, which names at least two, does not have."""
    if len(others.parties) < 2:
        return ""
    missing = [party for party in some.parties if not any(is_same(party, known) for known in others.parties)]
    if not missing or len(some.parties) - len(missing) >= 2:
        return ""
    return f"one names {name(missing[0])}, the other {' and '.join(name(party) for party in others.parties)}"


def name(party: Party) -> str:
    """Return what to call a party."""
    return party.person or party.state or "somebody unknown"
