"""A sentence's tokens as a tree: who depends on whom, and how far each word's phrase reaches."""

from __future__ import annotations

from collections.abc import Iterator

from readouts.model import Span
from readouts.text import Sentence, Token

_DEPTH = 30


class Tree:
    """The dependency tree of one parsed sentence, by token number."""

    __slots__ = ("according", "children", "left", "right", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        self.tokens: tuple[Token, ...] = sentence.tokens
        count = len(self.tokens)
        self.children: list[list[int]] = [[] for _ in range(count)]
        for at, token in enumerate(self.tokens):
            if token.head != at:
                self.children[token.head].append(at)
        self.left, self.right = list(range(count)), list(range(count))
        for at in self._leaves_first():
            for child in self.children[at]:
                self.left[at] = min(self.left[at], self.left[child])
                self.right[at] = max(self.right[at], self.right[child])

        words = [token.text.lower() for token in self.tokens]
        self.according = [at for at in range(count - 1) if words[at] == "according" and words[at + 1] == "to"]

    def _leaves_first(self) -> list[int]:
        order: list[int] = []
        waiting = [at for at, token in enumerate(self.tokens) if token.head == at]
        while waiting:
            at = waiting.pop()
            order.append(at)
            waiting += self.children[at]
        return order[::-1]

    def child(self, at: int, *labels: str) -> int | None:
        """Return the first child of a word under one of the labels."""
        return next((child for child in self.children[at] if self.tokens[child].dep in labels), None)

    def above(self, at: int) -> Iterator[int]:
        """Yield the words a word depends on, the nearest first, a few dozen at most: deeper ones tell nothing."""
        for _ in range(_DEPTH):
            if self.tokens[at].head == at:
                return
            at = self.tokens[at].head
            yield at

    def span(self, first: int, last: int) -> Span:
        """Return the characters from one token to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)
