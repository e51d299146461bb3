"""What the first sentences tell of gatherings whose other side is not named: "the President convened mayors"."""

from __future__ import annotations

from collections.abc import Iterator

from readouts.contacts import english_words as words
from readouts.contacts.phrases import (
    audience,
    is_a_thing_welcomed,
    is_one_by_one,
    is_ours,
    kind_of,
    row,
    subject_row,
)
from readouts.contacts.sentence_tree import Tree
from readouts.contacts.sighting import Sighting, Standing
from readouts.contacts.standing import verb_standing
from readouts.model import ContactKind, Mention

# Later sentences tell what was said, not that there was a gathering.
OPENING = 3
_WITH = frozenset({"with"})
_OBJECT = frozenset({"dobj"})
_REACH = 40
# What these tell of is a contact, of whatever kind.
_OF_TALK = frozenset({"discuss", "engage", "have", "brief"})
_CALL_NOUNS = frozenset({"call", "teleconference", "phone"})


def openings(tree: Tree) -> Iterator[Sighting]:
    """Yield the gatherings that verbs of a first sentence tell of."""
    if tree.line.number >= OPENING:
        return
    for place, token in enumerate(tree.tokens):
        lemma = tree.lemma(place)
        if token.pos != "VERB" or not (lemma in words.OPENERS or lemma in words.VERBS) or token.tag in ("VB", "VBG"):
            continue
        nouns = _nouns(tree, place)
        if lemma in words.NEED_GATHERING and not nouns & words.GATHERINGS:
            continue
        if any(is_a_thing_welcomed(tree, place, child) for child in tree.children(place, _OBJECT)):
            continue
        standing = verb_standing(tree, place)
        if standing is not Standing.HELD:
            continue
        own = subject_row(tree, place)
        others = _others(tree, place)
        sides = tuple(side for side in (own, others) if side)
        kind = _kind(tree, place, nouns)
        if lemma in words.TALKING and not others and audience(tree, place) & words.PUBLIC:
            continue
        if kind is ContactKind.VISIT and len(sides) < 2:
            continue
        yield Sighting(
            tree.line.number,
            token.span,
            kind,
            standing,
            sides,
            separate=any(is_one_by_one(tree, at) for at in (place, *tree.children(place, _OBJECT))),
            ours=is_ours(tree, place),
            main=tree.is_main(place),
            loose=lemma in _OF_TALK,
        )


def _kind(tree: Tree, verb: int, nouns: frozenset[str]) -> ContactKind:
    kind = words.VERBS.get(tree.lemma(verb), (ContactKind.MEETING, frozenset()))[0]
    if kind is ContactKind.MEETING and nouns & _CALL_NOUNS:
        kind = ContactKind.CALL
    found = kind_of(tree, verb, kind)
    if found in (ContactKind.MEETING, ContactKind.CALL) and nouns & words.VIDEO_WORDS:
        return ContactKind.VIDEO_CALL
    return found


def _nouns(tree: Tree, verb: int) -> frozenset[str]:
    """Return the words of the verb's own object phrase and of those right after it."""
    after = range(verb + 1, min(len(tree.tokens), verb + _REACH))
    stop = next((at for at in after if tree.tokens[at].tag in ("TO", "VBD", "VBZ", "WDT", "WRB")), after.stop)
    return frozenset(word for at in range(verb + 1, stop) for word in (tree.lemma(at), tree.word(at)))


def _others(tree: Tree, verb: int) -> tuple[Mention, ...]:
    agent = tree.agent(verb)
    if agent is not None:
        return row(tree, tree.left_edge(agent))
    for place in range(verb + 1, min(len(tree.tokens), verb + _REACH)):
        if tree.tokens[place].tag == "TO" and tree.tokens[place - 1].tag != "IN":
            break  # What follows is what it was for: "met with mayors to discuss the President's plan".
        if _is_of_a_topic(tree, place):
            continue
        if tree.line.word(place) in _WITH or tree.tokens[place].dep == "dobj":
            start = place + 1 if tree.line.word(place) in _WITH else tree.left_edge(place)
            found = row(tree, start)
            if found:
                return found
    return ()


def _is_of_a_topic(tree: Tree, place: int) -> bool:
    """Say whether a "with" belongs to what was spoken about ("briefed leaders on his call with …")."""
    head = tree.tokens[place].head
    return tree.tokens[head].dep == "pobj" and tree.word(tree.tokens[head].head) in ("on", "about", "regarding")
