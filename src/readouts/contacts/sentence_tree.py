"""The tree of one English sentence: who stands below a word, and what a word hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readouts.contacts.lines import Line
from readouts.text import Token

# Broken trees may be deep, or turn in a ring; no search goes further than this.
_HIGH = 12
_WIDE = 40

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Tree:
    """The children of each token of a line; made only for sentences that may tell of a contact."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.tokens: Sequence[Token] = line.tokens
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for place, token in enumerate(self.tokens):
            if token.head != place and len(self._children[token.head]) < _WIDE:
                self._children[token.head].append(place)

    def children(self, place: int, deps: frozenset[str] | None = None) -> list[int]:
        """Return the places right below a token, those of the given labels only."""
        below = self._children[place]
        return below if deps is None else [at for at in below if self.tokens[at].dep in deps]

    def heads(self, place: int) -> Iterator[int]:
        """Yield the places above a token, nearest first."""
        for _ in range(_HIGH):
            head = self.tokens[place].head
            if head == place:
                return
            yield head
            place = head

    def left_edge(self, place: int) -> int:
        """Return the first place of the phrase that a token heads."""
        edge, waiting = place, [place]
        for _ in range(_WIDE):
            if not waiting:
                break
            at = waiting.pop()
            edge = min(edge, at)
            waiting += [child for child in self._children[at] if child < at]
        return edge

    def subject(self, verb: int) -> int | None:
        """Return the head of a verb's subject: its own, or that of the verb it hangs on or continues."""
        place = verb
        for place in (verb, *self.heads(verb)):
            own = self.children(place, SUBJECTS)
            if own:
                return own[0]
            token = self.tokens[place]
            if token.dep in ("relcl", "acl") and self.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
                return token.head
            if token.dep not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dobj", "pobj", "acl", "relcl"):
                return None
        return None

    def word(self, place: int) -> str:
        """Return the token at a place in lower case."""
        return self.tokens[place].text.lower()

    def is_main(self, verb: int) -> bool:
        """Say whether a verb is the sentence's own, or one joined to it by "and"."""
        token = self.tokens[verb]
        return token.dep == "ROOT" or (token.dep == "conj" and self.tokens[token.head].dep == "ROOT")

    def lemma(self, place: int) -> str:
        """Return the lower-cased lemma at a place."""
        return self.tokens[place].lemma.lower()

    def agent(self, verb: int) -> int | None:
        """Return the place of the agent of a passive verb ("was received by")."""
        for by in self.children(verb, frozenset({"agent"})):
            for below in self.children(by):
                return below
        return None
