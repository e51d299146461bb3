"""Who speaks, by the syntax of a cue: where the model names nobody, the sentence mostly still has a subject."""

from __future__ import annotations

from readouts.attribution.syntax import Tree

# How many verbs may pass their subject on ("left, saying …"; "agreed to continue to press").
_STEPS = 6
_PASSES_ON = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "aux", "ccomp"})
_ENDS = frozenset({"punct", "relcl", "acl"})


def source_by_syntax(tree: Tree, at: int) -> range:
    """Return the tokens of the noun phrase that is a cue's subject, agent or possessor; none where it has none."""
    head = _speaker(tree, at)
    if head is None:
        return range(0)
    last = head
    for child in tree.children[head]:
        if child > head:
            if tree.tokens[child].dep in _ENDS:
                break
            last = tree.right[child]
    return range(tree.left[head], last + 1)


def _speaker(tree: Tree, at: int) -> int | None:
    token = tree.tokens[at]
    if token.pos not in ("VERB", "AUX"):
        return tree.child(at, "poss")
    agent = tree.child(at, "agent")
    if agent is not None:
        return tree.child(agent, "pobj")
    if tree.child(at, "nsubjpass") is not None or (token.tag == "VBN" and token.dep in ("acl", "amod")):
        return None
    return _subject(tree, at)


def _subject(tree: Tree, verb: int) -> int | None:
    labels: tuple[str, ...] = ("nsubj",)
    for _ in range(_STEPS):
        subject = tree.child(verb, *labels)
        if subject is not None:
            return subject
        token = tree.tokens[verb]
        governor = tree.tokens[token.head]
        if token.dep in ("acl", "relcl") and governor.pos in ("NOUN", "PROPN", "PRON"):
            return token.head
        if token.head == verb or token.dep not in _PASSES_ON or governor.pos in ("NOUN", "PROPN"):
            return None
        verb, labels = token.head, ("nsubj", "nsubjpass")
    return None
