"""Sightings of contacts by English verbs: "X spoke with Y", "the leaders met", "X hosted Y"."""

from __future__ import annotations

from collections.abc import Iterator

from readouts.contacts import english_words as words
from readouts.contacts.lines import is_group
from readouts.contacts.phrases import (
    guests,
    is_a_thing_welcomed,
    is_one_by_one,
    is_ours,
    kind_of,
    partners,
    row,
    several,
    subject_row,
)
from readouts.contacts.sentence_tree import Tree
from readouts.contacts.sighting import Sighting, Standing
from readouts.contacts.standing import verb_standing
from readouts.model import ContactKind, Mention

_OBJECTS = frozenset({"dobj", "oprd"})
_NEAR = 40
# Who speaks may do so in person as well; what says "by phone" follows soon.
_BY_PHONE = 6
_OF_SPEECH = frozenset({"about", "of", "in", "against", "for", "at", "out", "on"})


def of_verbs(tree: Tree) -> Iterator[Sighting]:
    """Yield the sightings of a sentence's verbs."""
    for place, token in enumerate(tree.tokens):
        if token.pos not in ("VERB", "AUX"):
            continue
        lemma = tree.lemma(place)
        found = None
        if lemma in words.VERBS:
            found = _of_verb(tree, place, lemma)
        elif lemma in words.OCCASIONS:
            found = _of_occasion(tree, place, lemma)
        if found:
            yield found


def _of_verb(tree: Tree, place: int, lemma: str) -> Sighting | None:
    kind, ways = words.VERBS[lemma]
    standing = verb_standing(tree, place)
    if standing is None:
        return None
    own = subject_row(tree, place)
    others = _object(tree, place) if "" in ways else ()
    separate = False
    if not others:
        others, separate = partners(tree, place, ways)
    if not _plausible(tree, place, kind, own, others):
        return None
    if not own and tree.tokens[place].tag == "VB" and lemma in words.PERSON_OBJECT:
        return None  # "It is a pleasure to welcome you" is courtesy.
    return Sighting(
        tree.line.number,
        tree.tokens[place].span,
        kind_of(tree, place, kind),
        standing,
        tuple(side for side in (own, others) if side),
        separate=separate or is_one_by_one(tree, place),
        ours=is_ours(tree, place),
        main=tree.is_main(place),
        loose=lemma in words.TALKING and not _by_phone(tree, place),
    )


def _by_phone(tree: Tree, verb: int) -> bool:
    return any(tree.line.word(at) in words.PHONE_WORDS for at in range(verb + 1, verb + _BY_PHONE))


def _object(tree: Tree, verb: int) -> tuple[Mention, ...]:
    objects = [child for child in tree.children(verb, _OBJECTS) if not is_a_thing_welcomed(tree, verb, child)]
    rows = (row(tree, tree.left_edge(child)) or guests(tree, child) for child in objects)
    return next((found for found in rows if found), ())


def _plausible(
    tree: Tree, place: int, kind: ContactKind, own: tuple[Mention, ...], others: tuple[Mention, ...]
) -> bool:
    """Say whether the verb and its sides make a contact: one "calls" a person and "visits" a state of others."""
    lemma = tree.lemma(place)
    if kind is ContactKind.VISIT:
        return bool(own) and any(m.state for m in others) and {m.state for m in own} != {m.state for m in others}
    if others:
        invited = any(tree.lemma(child) in words.GUESTS for child in tree.children(place, _OBJECTS))
        return invited or lemma not in words.PERSON_OBJECT or any(m.person or is_group(m) for m in others)
    if lemma not in words.MUTUAL or not several(own):
        return False
    if lemma in ("meet", "converse") or len({mention.state for mention in own if mention.person}) > 1:
        return True
    # "The leaders spoke on Monday" is a contact, "the leaders spoke about peace" need not be.
    return not {tree.word(child) for child in tree.children(place) if child > place} & _OF_SPEECH


def _of_occasion(tree: Tree, place: int, lemma: str) -> Sighting | None:
    """Read two persons who celebrate, dine or toast together at a gathering or on a birthday as a meeting."""
    near = range(max(0, place - _NEAR), min(len(tree.tokens), place + _NEAR))
    if not any(tree.lemma(at) in words.GATHERINGS or tree.lemma(at) == "birthday" for at in near):
        return None
    standing = verb_standing(tree, place)
    own = subject_row(tree, place)
    given = next(iter(tree.children(place, _OBJECTS)), None)
    others, _separate = partners(tree, place, words.OCCASIONS[lemma], given)
    persons = {mention.person for mention in (*own, *others) if mention.person}
    if standing is not Standing.HELD or not own or not others or len(persons) < 2:
        return None
    return Sighting(
        tree.line.number,
        tree.tokens[place].span,
        ContactKind.MEETING,
        standing,
        (own, others),
        main=tree.is_main(place),
    )
