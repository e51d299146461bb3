"""Where two accounts say how the talks went: one point, however far apart the words ("frank", "businesslike")."""

from __future__ import annotations

import re

import numpy as np

from readouts.collation.passages import Passage, Side
from readouts.text.vectors import Matrix

# The family of the wording table that has these words.
_FAMILY = "how the talks are described: "
_TALKS = {
    "en": re.compile(
        r"\b(?:talks|conversation|meeting|discussions?|exchange|call|dialogue|negotiations)\b", re.IGNORECASE
    ),
    "zh": re.compile("会谈|通话|会晤|交谈|交换|会见"),
    "ru": re.compile(r"\b(?:переговор|разговор|беседа|встреч|обмен)\w*", re.IGNORECASE),
}


def same_manner(first: Side, second: Side, probable: Matrix) -> tuple[int, int] | None:
    """Return the likeliest pair of passages that say how the talks went, None where an account has none.

    Only within a language: of 2 such pairs in the hand-made links both are links, across languages 4 of 9 are none.
    """
    talks = _TALKS.get(first.language or "")
    if talks is None or first.language != second.language:
        return None
    ones, others = ([i for i, p in enumerate(side.passages) if _describes(p, talks)] for side in (first, second))
    if not ones or not others:
        return None
    at = int(np.argmax(probable[np.ix_(ones, others)]))
    return ones[at // len(others)], others[at % len(others)]


def _describes(passage: Passage, talks: re.Pattern[str]) -> bool:
    return any(found.startswith(_FAMILY) for found in passage.wording) and bool(talks.search(passage.point.text))
