"""Find every contact a document tells of, and the one it is an account of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from readouts.contacts.chinese import chinese_sightings
from readouts.contacts.clue import Clue
from readouts.contacts.counts import COUNTED
from readouts.contacts.dating import date_told
from readouts.contacts.drafts import Draft, gather
from readouts.contacts.english import english_sightings
from readouts.contacts.events import EventTable, load_events
from readouts.contacts.lines import Lines
from readouts.contacts.russian import russian_sightings
from readouts.contacts.separate import parted
from readouts.contacts.sides import parties
from readouts.contacts.sighting import Sighting
from readouts.contacts.titles import Title, read_title
from readouts.contacts.told import kind_told, told_of
from readouts.model import Contact, Evidence, Mention, Party, Publisher, Residue
from readouts.text import Parse
from readouts.text.sentences import IDEOGRAPHIC


def find_contacts(
    parse: Parse,
    mentions: Sequence[Mention],
    published: date | None,
    title: str | None = None,
    publisher: Publisher | None = None,
    residue: Sequence[Residue] = (),
    events: EventTable | None = None,
) -> tuple[Contact, ...]:
    """Return the contacts a document tells of, the one it is an account of first, outside `residue`.

    A document that tells of several held one after another ("called A, B and C in turn") is an account of each.

    `published` is the day the text speaks from; where it is None the contact told gives that day, when a birthday
    or a full date does. `events` are the known events that date others, the shipped ones by default.
    """
    table = events or load_events()
    sightings = _sightings(parse, mentions, table, residue)
    home = publisher.state if publisher else None
    told = _told(sightings, read_title(title, parse.text, mentions, home), published, publisher)
    dated = told[0].when if told else None
    reference = published or (dated.first if dated and dated.is_day else None)
    drafts = gather(told, sightings, reference, home)
    return tuple(_contact(draft, reference) for draft in drafts if draft.kind is not None)


def _sightings(
    parse: Parse, mentions: Sequence[Mention], events: EventTable, residue: Sequence[Residue]
) -> list[Sighting]:
    marked = [item.span for item in residue]
    lines = Lines(mentions)
    found: list[Sighting] = []
    number = 0
    for sentence in parse.sentences:
        if any(span.overlaps(sentence.span) for span in marked):
            continue
        if parse.language in IDEOGRAPHIC:
            found += chinese_sightings(lines.line(number, sentence), parse.text, events)
        elif parse.language in ("ru", "uk"):
            found += russian_sightings(lines.line(number, sentence), parse.text, events)
        elif parse.parsed:
            found += english_sightings(lines.line(number, sentence), parse.text, events)
        number += 1
    return found


def _told(
    sightings: Sequence[Sighting], title: Title, published: date | None, publisher: Publisher | None
) -> list[Draft]:
    """Return the contact the document is an account of, or those: as many as were held one after another."""
    first = told_of(sightings, title, published)
    if first is None:
        return []
    kind, dating = kind_told(first, title), date_told(_clues_of(first, sightings), published)
    if published is None:
        # The day may be told by any sentence of the same contact ("Speaking on her birthday", "Wednesday's call").
        same = [one for one in sightings if one.kind in (None, first.kind) and not one.count]
        dating = date_told([clue for one in same for clue in one.clues], None)
    return [Draft([part], kind, _told_parties(part, publisher), dating, told=True) for part in parted(first)]


def _told_parties(one: Sighting, publisher: Publisher | None) -> tuple[Party, ...]:
    own = parties(one.mentions)
    if len(own) < 2 and publisher and publisher.state and not any(party.state == publisher.state for party in own):
        # "The President convened mayors": who publishes it is one of the parties.
        own = (Party(None, publisher.state), *own)
    return own


def _clues_of(first: Sighting, sightings: Sequence[Sighting]) -> list[Clue]:
    """Return what dates a sighting, then what its sentence dates without naming anybody else."""
    own = parties(first.mentions)
    beside = [
        clue
        for one in sightings
        if one.sentence == first.sentence and one is not first and set(parties(one.mentions)) <= set(own)
        for clue in one.clues
    ]
    return [*first.clues, *beside]


def _contact(draft: Draft, reference: date | None) -> Contact:
    kind = draft.kind
    assert kind is not None
    when = draft.when
    initiator = next((one.initiator for one in draft.sightings if one.initiator), None)
    return Contact(
        kind,
        when.edtf() if when else None,
        draft.parties,
        place=_place(draft, reference),
        initiator=parties([initiator])[0] if initiator and parties([initiator]) else None,
        told=draft.told,
        evidence=tuple(_evidence(draft)),
        problems=draft.dating.problems,
    )


def _place(draft: Draft, reference: date | None) -> str | None:
    """Return where it was held: a place named with it, else where the event was at which it was held."""
    first = draft.sightings[0]
    named = (one.place[0] for one in draft.sightings if one.place and (one is first or not one.loose))
    events = (clue.place(reference) for one in draft.sightings for clue in one.clues if clue.place)
    return next(named, None) or next((place for place in events if place), None)


def _evidence(draft: Draft) -> list[Evidence]:
    found = {(one.cue, f"kind: {one.kind or draft.kind}") for one in draft.sightings if not one.titled}
    found |= {
        (mention.span, "party, named in the title" if one.titled else "party")
        for one in draft.sightings[:1]
        for mention in one.mentions
    }
    found |= {(clue.span, clue.why) for clue in draft.dating.clues}
    found |= {(one.initiator.span, "initiator") for one in draft.sightings if one.initiator}
    found |= {(one.count, COUNTED) for one in draft.sightings if one.count}
    return [Evidence(span, why) for span, why in sorted(found)]
