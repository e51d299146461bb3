"""Put the sightings of one contact together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from readouts.contacts.dating import Dating, date_following, date_mentioned
from readouts.contacts.separate import parted
from readouts.contacts.sides import parties
from readouts.contacts.sighting import Sighting, Standing
from readouts.contacts.when import When
from readouts.model import ContactKind, Party

# A sighting is compared with the contacts told and with so many others, the latest.
_MOST = 60
_REMOTE = frozenset({ContactKind.CALL, ContactKind.VIDEO_CALL})


@dataclass(slots=True)
class Draft:
    """A contact while its sightings are gathered."""

    sightings: list[Sighting]
    kind: ContactKind | None
    parties: tuple[Party, ...]
    dating: Dating
    told: bool = False
    extra: list[Party] = field(default_factory=list)

    @property
    def when(self) -> When | None:
        """The days it was held."""
        return self.dating.when


def gather(
    told: Sequence[Draft], sightings: Sequence[Sighting], reference: date | None, speaker: str | None
) -> list[Draft]:
    """Return the contacts of a document: those told, then the others in the order of the text.

    `speaker` is the state for which "I" and "we" speak where the document is no account.
    """
    drafts = list(told)
    firsts = [draft.sightings[0].cue for draft in told]
    only = told[0] if len(told) == 1 else None
    last = told[-1].when if told else None
    for one in (part for sighting in sightings for part in parted(sighting)):
        if one.standing is Standing.PLANNED or one.cue in firsts:
            continue
        own = parties(one.mentions)
        if one.yours and only and len(own) == 1:
            own = (*own, *_guests(only, own[0]))
        if one.ours and only and len(own) < 2 and _same_parties(own, only.parties):
            own = only.parties
        elif one.ours and speaker and own and all(party.state != speaker for party in own):
            own = (Party(None, speaker), *own)
        dating = date_mentioned(one.clues, reference)
        if dating.when is None:
            dating = date_following(one.clues, last)
        near = (*drafts[: len(told)], *drafts[len(told) :][-_MOST:])
        home = next((draft for draft in near if _belongs(one, own, dating, draft)), None)
        if home is None and only and dating.when is None and _is_told_again(one, own, only):
            home = only
        if home:
            _join(home, one, own, dating)
        elif len(own) > 1 and one.kind is not None and _worth_telling(one, own, dating):
            home = Draft([one], one.kind, own, dating)
            drafts.append(home)
        if home and one.main:
            last = home.when
    return drafts


def _is_told_again(one: Sighting, own: Sequence[Party], told: Draft) -> bool:
    """Say whether an undated discussion between just the parties of the contact told is that contact."""
    return one.loose and len(own) == len(told.parties) and _same_parties(own, told.parties)


def _guests(told: Draft, host: Party) -> tuple[Party, ...]:
    """Return whom the speaker of an account speaks to: its one party of another state."""
    others = tuple(party for party in told.parties if party.state != host.state)
    return others if len(others) == 1 else ()


def _worth_telling(one: Sighting, own: Sequence[Party], dating: Dating) -> bool:
    """Say whether a sighting tells of a contact of its own: dated, or held and between persons."""
    if dating.when is not None:
        return True
    if one.kind is ContactKind.LETTER:
        # Greetings in the course of a call are no letter.
        return False
    return one.standing is Standing.HELD and one.main and all(party.person for party in own)


def _belongs(one: Sighting, own: Sequence[Party], dating: Dating, draft: Draft) -> bool:
    if not _same_kind(one.kind, draft.kind) or not _same_parties(own, draft.parties):
        return False
    if draft.told and len(draft.parties) < 2 and len(own) > 1 and len(one.sides) > 1:
        return False
    if dating.when is None:
        return True
    if draft.when is None:
        return not draft.told or one.standing is Standing.REFERRED
    return dating.when.meets(draft.when) and (draft.told is False or dating.when.days < 32)


def _same_kind(one: ContactKind | None, other: ContactKind | None) -> bool:
    return one is None or other is None or one is other or {one, other} == _REMOTE


def _same_parties(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Say whether each party of the shorter list is one of the longer."""
    few, many = sorted((some, others), key=len)
    return all(any(is_same(party, other) for other in many) for party in few)


def is_same(one: Party, other: Party) -> bool:
    """Say whether two parties are one: the same person, or a state and its person."""
    if one.person and other.person:
        return one.person == other.person
    return one.state is not None and one.state == other.state


def _join(home: Draft, one: Sighting, own: Sequence[Party], dating: Dating) -> None:
    home.sightings.append(one)
    if home.kind is None:
        home.kind = one.kind
    if len(home.parties) < 2 and own:
        # Who is named in person stays, whatever later words call his state.
        new = [o for o in own if not any(is_same(o, party) and party.person for party in home.parties)]
        known = [party for party in home.parties if not any(is_same(party, other) for other in new)]
        home.parties = (*known, *new)
    if dating.when and (home.when is None or (not home.told and dating.when.days < home.when.days)):
        home.dating = dating
