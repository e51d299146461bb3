"""Words cut into the pieces a language model knows them by: the likeliest pieces of a unigram model (Kudo 2018)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

# How a piece that begins a word is marked, and how unlikely a sign is that stands in no piece.
BEGIN = "\u2581"
_UNKNOWN_COST = 10.0
_WORD = re.compile(r"\S+")
# What has no space for longer than this is cut: no word or Chinese sentence is, and the search stays short.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a text: its number in the vocabulary and where its first sign stands."""

    number: int
    start: int


class Subwords:
    """A vocabulary of pieces with their log-probabilities; `unknown` is the number of what is in none of them."""

    __slots__ = ("_cost", "_longest", "_pieces", "_unknown", "_word")

    def __init__(self, pieces: Mapping[str, tuple[int, float]], unknown: int) -> None:
        self._pieces = pieces
        self._longest = max(map(len, pieces), default=1)
        self._unknown = unknown
        self._cost = min((score for _, score in pieces.values()), default=0.0) - _UNKNOWN_COST
        self._word = lru_cache(maxsize=20_000)(self._cut)

    def cut(self, text: str, start: int, end: int, most: int) -> list[Piece]:
        """Return the first pieces, `most` at most, of ``text[start:end]``, in order."""
        found: list[Piece] = []
        for word in _WORD.finditer(text, start, end):
            for begin in range(word.start(), word.end(), _LONGEST):
                found += (Piece(number, begin + at) for number, at in self._word(text[begin : word.end()][:_LONGEST]))
                if len(found) >= most:
                    return found[:most]
        return found

    def _cut(self, word: str) -> Sequence[tuple[int, int]]:
        """Return the number and the place of each piece of the likeliest cut."""
        signs, places = [BEGIN], [0]
        for at, sign in enumerate(word):
            plain = unicodedata.normalize("NFKC", sign)
            signs += plain
            places += [at] * len(plain)
        text, count = "".join(signs), len(signs)
        best = [0.0] + [-1e30] * count
        back = [(0, 0)] * (count + 1)
        for begin in range(count):
            here = best[begin]
            for end in range(begin + 1, min(count, begin + self._longest) + 1):
                known = self._pieces.get(text[begin:end])
                if known and here + known[1] > best[end]:
                    best[end], back[end] = here + known[1], (known[0], begin)
            if here + self._cost > best[begin + 1]:
                best[begin + 1], back[begin + 1] = here + self._cost, (self._unknown, begin)
        found: list[tuple[int, int]] = []
        while count:
            number, count = back[count]
            found.append((number, places[count]))
        return tuple(reversed(found))
