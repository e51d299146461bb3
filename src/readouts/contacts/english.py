"""Sightings of contacts in English sentences, each with what dates it, where it was and who asked for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readouts.contacts import english_words as words
from readouts.contacts.birthdays import birthday_clues
from readouts.contacts.clue import Clue
from readouts.contacts.counts import count_in
from readouts.contacts.english_dates import english_clues
from readouts.contacts.english_nouns import of_nouns
from readouts.contacts.english_places import place_of
from readouts.contacts.english_verbs import of_verbs
from readouts.contacts.events import EventTable
from readouts.contacts.lines import Line
from readouts.contacts.modifiers import dates_another
from readouts.contacts.openings import openings
from readouts.contacts.phrases import subject_row
from readouts.contacts.sentence_tree import Tree
from readouts.contacts.sighting import Sighting, Standing
from readouts.model import ContactKind, Mention, Span

_SINCE = re.compile(r"\bsince\s+(?:the\s+|last\s+|early\s+|late\s+)?$", re.IGNORECASE)
_INITIATIVE = re.compile(
    r"\b(?:(?:at|on) the (?:initiative|request|invitation) of|initiated by)\s+(?:the\s+)?$", re.IGNORECASE
)
_LATTER = re.compile(r"\b(?:at|on) the latter['’]s (?:initiative|request)\b", re.IGNORECASE)
_AT_INITIATIVE = re.compile(r"\s*(?:side|party)?(?:['’]s?)?\s+(?:initiative|request)\b", re.IGNORECASE)
_OWNED = re.compile(r"(?:['’]s)?(?:\s+[\w-]+){0,3}\s*$")
_CUES = frozenset(words.VERBS) | frozenset(words.NOUNS) | words.OPENERS | words.GATHERINGS | frozenset(words.OCCASIONS)


def english_sightings(line: Line, text: str, events: EventTable) -> list[Sighting]:
    """Return what one parsed sentence says of contacts, in the order of the text."""
    if not any(token.lemma.lower() in _CUES for token in line.tokens):
        return []
    tree = Tree(line)
    sentence = line.sentence.span
    named = {at for name in events.find(text, sentence.start, sentence.end) for at in range(*name.span())}
    found = _without_repeats([*of_verbs(tree), *of_nouns(tree, named), *_speaking(tree), *openings(tree)])
    if not found:
        return []
    clues = [
        *english_clues(text, sentence.start, sentence.end, events),
        *birthday_clues(text, sentence.start, sentence.end, line.mentions),
    ]
    initiator = _initiator(line, text)
    counted, period = count_in(text, sentence.start, sentence.end) or (None, None)
    if period and not any(period.covers(one.cue) for one in found):
        # What says since when is counted dates no contact but one named in it ("since they met in March").
        clues = [clue for clue in clues if not period.overlaps(clue.span)]
    own = [clue for clue in clues if not (_is_since(text, clue) or dates_another(tree, clue, found))]
    return [
        replace(one, initiator=initiator, count=_of(one, counted, period), place=place_of(tree, text, one))
        for one in _with_clues(found, own, text)
    ]


def _is_since(text: str, clue: Clue) -> bool:
    """Say whether a day is only that since which something is so ("the first meeting since 2021")."""
    start = clue.span.start
    return clue.sure and bool(
        _SINCE.search(text[max(0, start - 16) : start]) or text[start : start + 5].lower() == "since"
    )


def _of(one: Sighting, counted: Span | None, period: Span | None) -> Span | None:
    """Return the count of a sentence for what it counts: not for a contact since which is counted."""
    return None if period and one.cue.start >= period.start else counted


def _speaking(tree: Tree) -> list[Sighting]:
    """Return what "Speaking on her 50th birthday, X promised" says: a day, whatever the kind."""
    first = tree.tokens[0]
    if first.lemma.lower() != "speak" or first.tag != "VBG" or tree.line.word(1) != "on":
        return []
    own = subject_row(tree, 0)
    return [Sighting(tree.line.number, first.span, None, Standing.REFERRED, (own,) if own else ())]


def _without_repeats(found: list[Sighting]) -> list[Sighting]:
    """Keep the first sighting of each cue, in the order of the text."""
    first: dict[Span, Sighting] = {}
    for one in found:
        first.setdefault(one.cue, one)
    return sorted(first.values(), key=lambda one: one.cue)


def _initiator(line: Line, text: str) -> Mention | None:
    for mention in line.mentions:
        if _AT_INITIATIVE.match(text, mention.span.end, min(len(text), mention.span.end + 40)):
            return mention
        if _INITIATIVE.search(text[max(line.sentence.span.start, mention.span.start - 40) : mention.span.start]):
            return mention
    latter = _LATTER.search(text, line.sentence.span.start, line.sentence.span.end)
    before = [one for one in line.mentions if latter and one.person and one.span.end <= latter.start()]
    return before[-1] if before else None


def _with_clues(found: list[Sighting], clues: Sequence[Clue], text: str) -> list[Sighting]:
    """Give each dating expression to the sighting that owns it ("Wednesday's call"), else to the last before it."""
    mine: list[list[Clue]] = [[] for _ in found]
    at = 0
    for clue in sorted(clues, key=lambda clue: clue.span):
        while at < len(found) and found[at].cue.start < clue.span.start:
            at += 1
        owned = at < len(found) and _OWNED.match(text[clue.span.end : found[at].cue.start][:80])
        mine[at if owned or at == 0 else at - 1].append(clue)
    return [replace(one, kind=_of_place(one.kind, own), clues=tuple(own)) for one, own in zip(found, mine, strict=True)]


def _of_place(kind: ContactKind | None, clues: Sequence[Clue]) -> ContactKind | None:
    """Who speaks at a summit speaks in its place."""
    return ContactKind.MEETING if kind is ContactKind.CALL and any(clue.place for clue in clues) else kind
