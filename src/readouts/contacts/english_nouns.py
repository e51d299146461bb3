"""Sightings of contacts by English nouns: "X's call with Y", "held talks with Y", "the meeting"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from readouts.contacts import english_words as words
from readouts.contacts.openings import OPENING
from readouts.contacts.phrases import is_one_by_one, is_ours, kind_of, partners, row, several, subject_row
from readouts.contacts.sentence_tree import Tree
from readouts.contacts.sighting import Sighting, Standing
from readouts.contacts.standing import noun_standing
from readouts.model import ContactKind, Mention

_NOT_CONTACT = frozenset({"press", "background", "conference"})
_OWNER = frozenset({"poss"})
_MODIFIERS = frozenset({"compound", "amod"})
_PART = frozenset({"round", "series", "number", "set", "stage", "format"})
_ABOUT = frozenset({"on", "about", "of", "regarding"})
_FRAME = frozenset({"following", "after", "during", "at"})


# Of whatever kind the talk was.
_OF_TALK = frozenset({"conversation", "discussion", "engagement", "dialogue", "exchange"})


def of_nouns(tree: Tree, named: Set[int]) -> Iterator[Sighting]:
    """Yield the sightings of a sentence's nouns, but for those that begin at `named`: inside the name of an event."""
    for place, token in enumerate(tree.tokens):
        lemma = tree.lemma(place)
        if token.pos not in ("NOUN", "PROPN") or not (lemma in words.NOUNS or lemma in words.GATHERINGS):
            continue
        if token.start in named:
            continue
        if any(tree.lemma(child) in _NOT_CONTACT for child in tree.children(place, _MODIFIERS)):
            continue
        if found := _of_noun(tree, place, lemma):
            yield found


def _of_noun(tree: Tree, place: int, lemma: str) -> Sighting | None:
    standing = noun_standing(tree, place)
    if standing is None:
        return None
    kind, ways = words.NOUNS.get(lemma, (ContactKind.MEETING, frozenset({"with", "between"})))
    support = _support(tree, place)
    if lemma not in words.NOUNS and tree.line.number >= OPENING and not _is_held(tree, support):
        return None
    own = _holder(tree, place, support)
    others, separate = partners(tree, place, ways, support)
    refined = kind_of(tree, place, kind)
    if refined is ContactKind.MEETING and support is not None and _by_video(tree, support, place):
        refined = ContactKind.VIDEO_CALL
    sighting = Sighting(
        tree.line.number,
        tree.tokens[place].span,
        refined,
        standing,
        tuple(side for side in (own, others) if side),
        separate=separate or is_one_by_one(tree, place) or (support is not None and is_one_by_one(tree, support)),
        ours=support is not None and is_ours(tree, support),
        main=support is not None and tree.is_main(support),
        loose=lemma in _OF_TALK and not _is_by_phone(tree, place),
    )
    definite = tree.line.word(place - 1) in words.DEFINITE or bool(tree.children(place, _OWNER))
    if not own and not others:
        framed = _frame(tree, place)
        if framed:
            return replace(sighting, sides=(framed,))
        if standing is Standing.PLANNED:
            return sighting
        return replace(sighting, standing=Standing.REFERRED) if definite else None
    if support is None and not (own and others) and lemma not in words.NOUNS:
        return None
    if kind is ContactKind.LETTER and (support is None or tree.lemma(support) not in words.SENDING):
        return None
    if lemma in words.LOOSE and support is None and not (own and others):
        return None
    topic = tree.tokens[place].dep == "pobj" and tree.word(tree.tokens[place].head) in _ABOUT
    if support is None and definite and standing is Standing.HELD and (topic or not others):
        return replace(sighting, standing=Standing.REFERRED)
    return sighting


def _support(tree: Tree, noun: int) -> int | None:
    """Return the verb that gives the noun its parties ("held a round of talks", "took part in a meeting")."""
    place = noun
    above = _over(tree, place)
    if tree.tokens[place].dep == "pobj" and tree.lemma(above) in _PART:
        place, above = above, _over(tree, above)
    head = above if tree.tokens[place].dep in ("pobj", "conj") else tree.tokens[place].head
    if tree.lemma(head) in ("part", "place"):
        head = tree.tokens[head].head
    verb = tree.tokens[head].pos in ("VERB", "AUX")
    return head if verb and tree.lemma(head) in words.SUPPORT else None


def _by_video(tree: Tree, support: int, noun: int) -> bool:
    """Say whether "via videoconference" stands between the verb and its noun."""
    return any(tree.line.word(at) in words.VIDEO_WORDS for at in range(support + 1, noun))


def _is_by_phone(tree: Tree, noun: int) -> bool:
    return bool({tree.lemma(child) for child in tree.children(noun)} & words.PHONE_WORDS)


def _is_held(tree: Tree, support: int | None) -> bool:
    return support is not None and tree.lemma(support) in words.HOLDING


def _over(tree: Tree, place: int) -> int:
    """Return the word that a noun hangs on through a preposition, or through the noun it is joined to."""
    return tree.tokens[tree.tokens[place].head].head


def _holder(tree: Tree, noun: int, support: int | None) -> tuple[Mention, ...]:
    for owner in tree.children(noun, _OWNER):
        found = row(tree, tree.left_edge(owner), noun)
        if found:
            return found
    return subject_row(tree, support) if support is not None else ()


def _frame(tree: Tree, noun: int) -> tuple[Mention, ...]:
    """Return the several who act "following talks" or "at a meeting": it was theirs."""
    head = tree.tokens[noun].head
    verb = tree.tokens[head].head
    if tree.word(head) not in _FRAME or tree.tokens[verb].pos != "VERB" or not tree.is_main(verb):
        return ()
    found = subject_row(tree, verb)
    return found if several(found) else ()
