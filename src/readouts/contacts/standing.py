"""How an English sentence speaks of a contact: as held, as planned, or as something known."""

from __future__ import annotations

from readouts.contacts import english_words as words
from readouts.contacts.sentence_tree import Tree
from readouts.contacts.sighting import Standing

_NEAR = 3


def verb_standing(tree: Tree, verb: int) -> Standing | None:
    """Return how the contact of a verb stands; None where the sentence denies it."""
    below = [tree.lemma(child) for child in tree.children(verb)]
    if any(word in words.NEGATIONS for word in below):
        return None
    if any(tree.tokens[child].tag == "MD" for child in tree.children(verb)):
        return Standing.PLANNED
    token = tree.tokens[verb]
    if token.tag in ("VB", "VBG") or token.dep in ("xcomp", "pcomp", "conj", "advcl"):
        return _hung(tree, verb)
    return Standing.HELD


def noun_standing(tree: Tree, noun: int) -> Standing | None:
    """Return how the contact of a noun stands: what the words before it and above it say."""
    below = {tree.lemma(child) for child in tree.children(noun)}
    if below & words.PLANNED_ADJECTIVES:
        return Standing.PLANNED
    if "no" in below:
        return None
    return _hung(tree, noun)


def _hung(tree: Tree, place: int) -> Standing | None:
    """Follow what the word hangs on: a plan, a refusal, a way there ("traveled to meet"), or plain telling."""
    for steps, head in enumerate(tree.heads(place)):
        lemma, token = tree.lemma(head), tree.tokens[head]
        if steps < _NEAR and (lemma in words.NEGATIONS or _denied(tree, head)):
            return None
        if lemma in words.PLANNING or any(
            tree.tokens[child].tag == "MD" or tree.word(child) == "forward" for child in tree.children(head)
        ):
            return Standing.PLANNED
        if lemma in ("before", "prior", "ahead") and steps < _NEAR:
            return Standing.PLANNED
        if token.tag in ("VBD", "VBZ", "VBP") and not (steps == 0 and token.tag == "VBP" and token.dep == "xcomp"):
            return Standing.HELD
    return Standing.HELD


def _denied(tree: Tree, place: int) -> bool:
    return any(tree.tokens[child].dep == "neg" for child in tree.children(place))
