"""What a title tells of the contact that its document is an account of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from readouts.contacts.sighting import Sighting, Standing
from readouts.model import ContactKind, Mention

_READ_OUT_BY = re.compile(
    r"^(?:joint\s+)?(?:readout|statement|background press (?:call|briefing)|press (?:call|briefing))\b"
    r"(?:(?!\b(?:on|of)\b).){0,120}\b(?:on|of)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|to (?:meet|host|hold|visit|speak|welcome|travel)|preview\w*|upcoming)\b|将", re.IGNORECASE
)
_KINDS = (
    (re.compile(r"\bvideo ?(?:call|conference)|\bvirtual|视频|видео", re.IGNORECASE), ContactKind.VIDEO_CALL),
    (
        re.compile(
            r"\b(?:tele)?phone|\bcalls?\b(?! (?:for|on)\b)|\bspoke\b|(?<!^)\bconversation|通电话|通话|телефон",
            re.IGNORECASE,
        ),
        ContactKind.CALL,
    ),
    (
        re.compile(
            # The Kremlin calls a talk in person a "conversation", one by telephone a "telephone conversation".
            r"^conversation\b|\bmeet(?:s|ings?)?\b|\bmet\b|\btalks\b|\bpull.aside|(?<!共同)会见|会谈|会晤|会面|встреч|встрет|переговор|зустріч",
            re.IGNORECASE,
        ),
        ContactKind.MEETING,
    ),
    (re.compile(r"\bvisit|\btrip\b|\btravel|访问|визит", re.IGNORECASE), ContactKind.VISIT),
)
# "Meeting with …" leaves out the publisher's own.
_WITH = re.compile(
    r"^(?:working\s+|telephone\s+|phone\s+)?(?:meeting|conversation|talks?|call)\s+with\b", re.IGNORECASE
)
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Title:
    """The kind a title names, whether as something to come, and where the text first names the persons in it.

    Where the title names one ("Meeting with …"), the other is the first of the publisher's own state in the text.
    """

    kind: ContactKind | None = None
    planned: bool = False
    persons: tuple[Mention, ...] = ()

    def sighting(self, sightings: Sequence[Sighting]) -> Sighting | None:
        """Return what the title alone tells: nothing unless it names a kind and two persons, and the text no plan."""
        if self.kind is None or self.planned or len(self.persons) < 2:
            return None
        names = {mention.person for mention in self.persons}
        same = [one for one in sightings if {mention.person for mention in one.mentions} & names]
        planned = sum(one.standing is Standing.PLANNED for one in same)
        if planned > len(same) - planned:
            return None
        sides = tuple((mention,) for mention in self.persons)
        return Sighting(0, self.persons[0].span, self.kind, Standing.HELD, sides, titled=True)


def read_title(title: str | None, text: str, mentions: Sequence[Mention], home: str | None = None) -> Title:
    """Read a title by its words, its persons by the names they have in the text; `home` is the publisher's state."""
    if not title:
        return Title()
    told = _READ_OUT_BY.sub("", title)
    found: dict[str, tuple[int, Mention]] = {}
    for mention in mentions:
        if mention.person and mention.person not in found:
            place = min((at for form in _forms(mention, text) if (at := _place(form, told)) >= 0), default=-1)
            if place >= 0:
                found[mention.person] = (place, mention)
    ordered = sorted(found.values(), key=lambda entry: entry[0])
    kind = next((kind for pattern, kind in _KINDS if pattern.search(told)), None)
    persons = [mention for _place, mention in ordered]
    if len(persons) == 1 and home and _WITH.search(told):
        own = (mention for mention in mentions if mention.person and mention.state == home)
        persons += [mention for mention in islice(own, 1) if mention.person != persons[0].person]
    return Title(kind, bool(_PLANNED.search(told)), tuple(persons))


def _forms(mention: Mention, text: str) -> set[str]:
    """Return the words by which a title may name a person: as the text does, and by the last word of the name."""
    written = mention.span.of(text)
    forms = {written, written.split()[-1] if written.split() else written, (mention.person or "").split()[-1]}
    return forms | set(mention.actor.short if mention.actor else ())


def _place(form: str, title: str) -> int:
    """Return where a title has a name, −1 where it does not; a name in letters must stand as a whole word."""
    if form[:1] >= "\u2e80":
        return title.find(form) if len(form) > 1 else -1
    if len(form) < _LEAST or not form[:1].isupper():
        return -1
    found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", title)
    return found.start() if found else -1
