"""Where the clauses of a parsed English sentence begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readouts.text import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_LEFT = _SUBJECTS | {"aux", "auxpass", "neg", "advmod", "mark", "dep"}
# What a clause may hang from and still be one of those the sentence asserts; else it only describes something.
_ASSERTED = frozenset(
    {"ROOT", "ccomp", "xcomp", "parataxis", "advcl", "dep", "conj", "dobj", "pobj", "prep", "attr", "oprd", "dative"}
    | {"appos"}
)
# Subordinate clauses that say something of their own; "if", "unless", "because", "when" bind theirs to a point.
_BESIDE = frozenset({"while", "whereas", "but"})
_STOPS = frozenset({",", ";", ":", "–", "—"})
# Words an item of a list has at least, without what it is joined by, to be more than an item.
_LONG_ITEM = 4
# An addition to what was said, no point by itself.
_ADDITIONS = frozenset({"with", "including"})


def english_borders(tokens: Sequence[Token]) -> Iterator[tuple[int, bool]]:
    """Yield the offsets at which clauses and long items begin, and whether each may be a point by itself."""
    tree = _Tree(tokens)
    for at, token in enumerate(tokens):
        found: tuple[int, bool] | None = None
        if token.pos in ("VERB", "AUX"):
            found = _predicate(tree, at)
        elif token.pos == "NOUN" and (token.dep == "conj" or tree.lists(at)):
            found = _item(tree, at)
        elif token.dep == "prep" and token.text.lower() in _ADDITIONS and at and tokens[at - 1].text in _STOPS:
            found = at, False
        if found is not None and (start := tree.border(found[0])) is not None:
            yield tokens[start].start, found[1]


class _Tree:
    """The tokens of a sentence with what hangs from each."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.below: list[list[int]] = [[] for _ in tokens]
        for at, token in enumerate(tokens):
            if token.head != at:
                self.below[token.head].append(at)
        order = [at for at, token in enumerate(tokens) if token.head == at]
        self.root = order[0] if order else 0
        self.describing = [False] * len(tokens)
        for at in order:
            for child in self.below[at]:
                self.describing[child] = self.describing[at] or tokens[child].dep not in _ASSERTED
            order.extend(self.below[at])
        self.left, self.size = list(range(len(tokens))), [1] * len(tokens)
        for at in reversed(order):
            for child in self.below[at]:
                self.left[at] = min(self.left[at], self.left[child])
                self.size[at] += self.size[child]

    def border(self, start: int) -> int | None:
        """Return where a piece that begins at a token is to be cut: before the word that joins it; None for nowhere."""
        at = start
        while at > 0 and (self.tokens[at - 1].dep == "cc" or self.tokens[at - 1].text.lower() in ("as", "well")):
            at -= 1
        if at == 0 or (at == start and self.tokens[at - 1].text not in _STOPS):
            return None
        return at

    def words(self, at: int) -> int:
        """Return of how many words the branch of a token is, without what is joined to it by "and"."""
        joined = (child for child in self.below[at] if self.tokens[child].dep in ("conj", "cc"))
        return self.size[at] - sum(self.size[child] for child in joined)

    def first_of(self, at: int) -> int:
        """Return the first of the things that a token is joined to by "and"."""
        while self.tokens[at].dep == "conj" and self.tokens[at].head < at:
            at = self.tokens[at].head
        return at

    def lists(self, at: int) -> bool:
        """Say whether what looks like an apposition is an item of a list: another is joined to it by "and"."""
        labels = {self.tokens[child].dep for child in self.below[at]}
        return self.tokens[at].dep == "appos" and {"conj", "cc"} <= labels

    def asserted(self, at: int) -> bool:
        """Say whether a token belongs to what the sentence asserts, not to a description within it."""
        return not self.describing[at]

    def tense(self, at: int) -> str:
        """Return the tag that says tense and mood of a predicate: its own, or of what goes before it."""
        auxiliaries = (self.tokens[child] for child in self.below[at] if self.tokens[child].dep in ("aux", "auxpass"))
        tag = next((token.tag for token in auxiliaries if token.tag in (*_FINITE, "TO")), self.tokens[at].tag)
        return tag.replace("VBZ", "VBP")


def _predicate(tree: _Tree, at: int) -> tuple[int, bool] | None:
    token = tree.tokens[at]
    if token.dep in ("aux", "auxpass"):
        return None
    left = [child for child in tree.below[at] if child < at and tree.tokens[child].dep in _LEFT]
    start = min([at, *(tree.left[child] for child in left)])
    subject = any(tree.tokens[child].dep in _SUBJECTS for child in left)
    marks = {tree.tokens[child].text.lower() for child in left if tree.tokens[child].dep == "mark"}
    if token.dep == "conj":
        tense, root = tree.tense(at), tree.tense(tree.root)
        # "… principles that would help and tasked their teams": what the parser joins to the wrong verb.
        astray = tense == root == "VBD" and tree.tense(token.head) != tense
        own = tree.asserted(at) and (subject or tense in (tree.tense(token.head), root))
        return (start, True) if own or astray else None
    if token.dep == "advcl":
        if marks:
            return (start, True) if marks & _BESIDE else None
        if tree.tense(at) == tree.tense(token.head) == "TO":
            # "… agreed to open a line, to resume the talks and to …": the parser takes the second for a purpose.
            return start, True
        return (start, False) if token.tag == "VBG" and token.head < at else None
    if token.dep in ("ROOT", "ccomp", "parataxis") and subject and not marks and tree.tense(at) in _FINITE:
        # A clause that only a comma joins to the one before it.
        return (start, True) if any(before.tag in _FINITE for before in tree.tokens[:start]) else None
    return None


def _item(tree: _Tree, at: int) -> tuple[int, bool] | None:
    """Return where a long item of a list begins, whose items before it are long too."""
    token = tree.tokens[at]
    if min(tree.words(at), tree.words(token.head)) < _LONG_ITEM or not tree.asserted(at):
        return None
    return None if tree.tokens[tree.tokens[tree.first_of(at)].head].text.lower() == "between" else (tree.left[at], True)
