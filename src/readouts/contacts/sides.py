"""One side of a contact: the parties a row of mentions names, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from readouts.contacts.lines import Line, is_group
from readouts.model import Mention, MentionKind, Party

_STATES = (MentionKind.STATE, MentionKind.METONYM)


def side(line: Line, row: Sequence[int]) -> tuple[Mention, ...]:
    """Return the parties of a row: a state named only to say whose a person is, is none."""
    mentions: list[Mention] = []
    for number in row:
        mention = line.mentions[number]
        before = line.words_before(mention.span.start)
        last = mentions[-1] if mentions else None
        if last and last.person and last.state is None and mention.state and before[-1:] in (["of"], ["to"]):
            # "Gustavo Beliz of Argentina", "Adviser to the Prime Minister of Sweden": whose the person is.
            mentions[-1] = replace(last, state=mention.state)
        if before[-1:] == ["to"] and last and last.person and mention.kind is MentionKind.OFFICE:
            continue
        mentions.append(mention)
    return side_of(mentions)


def side_of(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the parties among mentions that stand together, in their order."""
    persons = {mention.state for mention in mentions if mention.kind not in _STATES}
    found = []
    for at, mention in enumerate(mentions):
        if mention.kind in _STATES and not mention.members:
            beside = [*mentions[max(0, at - 1) : at], *mentions[at + 1 : at + 2]]
            if mention.state in persons or any(other.kind not in _STATES for other in beside):
                continue
        found.append(mention)
    return tuple(found)


def parties(mentions: Iterable[Mention]) -> tuple[Party, ...]:
    """Return the participants that mentions name, each once; a state alone only where nobody of it is named."""
    found: dict[tuple[str | None, str | None], Party] = {}
    for mention in mentions:
        for one in mention.members or (mention,):
            if one.person is None and one.state is None:
                continue
            key = (one.person, None if one.person else one.state)
            known = found.get(key)
            if known is None or (known.office is None and one.office):
                found[key] = Party(one.person, one.state, one.office)
    states = {party.state for party in found.values() if party.person}
    return tuple(party for party in found.values() if party.person or party.state not in states)


def is_someone(mention: Mention) -> bool:
    """Say whether a mention names a person or several."""
    return mention.person is not None or is_group(mention)
