"""Words that a program read wrongly off a picture: none of the language, but one confusion of shapes away from one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from readouts.model import Span

# What is read, and what stood there.
_SHAPES = (
    *(("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("li", "h"), ("h", "li"), ("vv", "w"), ("ii", "n")),
    *(("b", "h"), ("h", "b"), ("c", "e"), ("e", "c"), ("n", "u"), ("u", "n"), ("tl", "h"), ("ni", "m"), ("in", "m")),
    *(("f", "t"), ("t", "f"), ("q", "g"), ("l", "i"), ("i", "l"), ("o", "a"), ("a", "o")),
)
_WORD = re.compile(r"(?<![\w'’.@/-])[a-z]{4,30}(?![\w'’@/-])")
# A word this common may have been meant; longer ones are rarer by nature.
_MEANT = 3000


def find_misread(text: str, rank: Mapping[str, int]) -> Iterator[Span]:
    """Yield the words of `text` that seem misread. `rank` tells how common a word is, 0 the commonest."""
    known: dict[str, bool] = {}
    for found in _WORD.finditer(text):
        word = found[0]
        if word in rank:
            continue
        wrong = known.get(word)
        if wrong is None:
            wrong = known[word] = _is_misread(word, rank)
        if wrong:
            yield Span(*found.span())


def _is_misread(word: str, rank: Mapping[str, int]) -> bool:
    for read, stood in _SHAPES:
        at = word.find(read)
        while at >= 0:
            if rank.get(word[:at] + stood + word[at + len(read) :], _MEANT) < _MEANT:
                return True
            at = word.find(read, at + 1)
    return False
