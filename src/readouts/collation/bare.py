"""Links by what needs no model of the language: numbers, and names as they are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from readouts.collation.links import mutual_best
from readouts.collation.passages import Passage, Side
from readouts.model import Problem
from readouts.text.vectors import Matrix

# The languages the sentence encoder was made for; in others its vectors say nothing.
_ENCODED = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]{4,}")
# Names are inflected in many languages; these first letters stay.
_KEPT = 5
# A number tells more than a name, which may be that of a party. Two passages meet when they share a number, or two
# names that are not in every sentence, and are each other's likeliest.
_NUMBER, _ENOUGH = 3.0, 1.8
# How sure such a link is: it was not measured.
_SURE = 0.5


def is_known(language: str | None) -> bool:
    """Say whether passages of a language can be compared by their meaning."""
    return (language or "").split("-")[0] in _ENCODED


def bare_weights(first: Side, second: Side) -> Matrix:
    """Return how much speaks for two passages making one point: the numbers and names both write, rare ones most."""
    ones, others = (list(map(_written, side.passages)) for side in (first, second))
    in_one, in_other = (Counter(mark for found in side for mark in found) for side in (ones, others))
    rarity = {
        mark: (_NUMBER if mark[0].isdigit() else 1.0)
        * float(np.log(1 + min(len(ones) / in_one[mark], len(others) / in_other[mark])))
        for mark in in_one.keys() & in_other.keys()
    }
    weights = [[sum(rarity[mark] for mark in one & other) for other in others] for one in ones]
    return np.array(weights, np.float32).reshape(len(ones), len(others))


def bare_links(first: Side, second: Side) -> dict[tuple[int, int], float]:
    """Return which passages of two accounts meet by the numbers and names that both write."""
    weights = bare_weights(first, second)
    if not weights.size:
        return {}
    # Passages that share as much with several others share the names of the parties.
    alone = (weights >= weights.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True) == 1
    alone = alone & ((weights >= weights.max(axis=0, keepdims=True)).sum(axis=0, keepdims=True) == 1)
    found = np.argwhere(mutual_best(weights) & alone & (weights >= _ENOUGH)).tolist()
    return dict.fromkeys(((i, j) for i, j in found), _SURE)


def unknown_languages(languages: Sequence[tuple[str, str | None]]) -> tuple[Problem, ...]:
    """Return a problem for each account (by its id) in a language that cannot be compared by meaning."""
    return tuple(
        Problem(
            "language-without-model",
            f"{name}: there is no model of the language {language!r}: its points are joined by the numbers, dates and "
            "names that both accounts write, and by nothing else; more of them are shared than is shown.",
        )
        for name, language in languages
        if language and not is_known(language)
    )


def _written(passage: Passage) -> frozenset[str]:
    text = passage.point.text
    names = (word[0][:_KEPT].lower() for word in _WORD.finditer(text) if word[0][0].isupper())
    return frozenset(_DIGITS.findall(text)) | frozenset(names) | passage.names
