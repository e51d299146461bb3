"""Whether a dating expression of an English sentence dates the contact, or something else the sentence names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from readouts.contacts import english_words as words
from readouts.contacts.clue import Clue
from readouts.contacts.sentence_tree import Tree
from readouts.contacts.sighting import Sighting

_MODIFIES = frozenset({"compound", "nmod", "amod", "poss", "nummod"})
_CLAUSES = frozenset({"acl", "relcl"})
_PURPOSES = frozenset({"advcl", "xcomp"})
_PARTS_OF_DAYS = frozenset({"morning", "afternoon", "evening", "night", "day", "week", "month", "year"})


def dates_another(tree: Tree, clue: Clue, found: Sequence[Sighting]) -> bool:
    """Say whether an expression stands with another thing: "the May 7 fire", "the ship that sank on May 7"."""
    if not clue.sure:
        return False
    place = bisect_left(tree.tokens, clue.span.start, key=lambda token: token.start)
    if place >= len(tree.tokens):
        return False
    cues = sorted(one.cue.start for one in found)
    nouns = 0
    # "On 5 May the President spoke": a day that opens a phrase of its own is no modifier, whatever the parser thinks.
    alone = tree.line.word(place - 1) == "on"
    for head in tree.heads(place):
        below, token = tree.tokens[place], tree.tokens[head]
        place = head
        lemma = token.lemma.lower()
        if clue.span.start <= token.start < clue.span.end or lemma in _PARTS_OF_DAYS:
            continue
        at = bisect_left(cues, token.start)
        if (at < len(cues) and cues[at] == token.start) or lemma in words.NOUNS or lemma in words.GATHERINGS:
            return False
        if below.dep in _MODIFIES and token.pos in ("NOUN", "PROPN") and not alone:
            return True
        nouns += token.pos == "NOUN"
        if token.pos == "VERB" and nouns and token.tag == "VB" and token.dep in _PURPOSES:
            return True  # "Met to congratulate him on his election in May".
        if token.pos == "VERB":
            # "The words he used in his call with X in March": the verb may be that of the contact's own clause.
            inside = at < len(cues) and cues[at] < clue.span.start
            return token.dep in _CLAUSES and lemma not in words.SUPPORT and not inside
    return False
