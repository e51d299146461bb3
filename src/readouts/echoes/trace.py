"""Where a wording and its close variants are used: words inflected, put in, changed or dropped."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from readouts.echoes.words import BORDER, MARGIN, Integers, Words, split_words

# What a variant costs, in quarters of a word of the phrase, and how much of the phrase it may cost. By hand on phrases
# of releases: three words in ten may be others; in a phrase of two words one may be inflected and one put in.
_CHANGED, _PUT_IN, _INFLECTED = 4, 2, 1
_MOST = 0.3
# Words are inflections of one another when they begin alike, for so many letters and so great a share of both.
_STEM, _STEM_SHARE = 4, 0.55
# A cost is kept as so many times itself, and how many words the use has so far besides: never as many as this, for
# a phrase of sixty words costs 240 when all are dropped, and a word put in 2.
_WHOLE = 1 << 10
# So many uses in one document are given, the closest, so that a text that repeats itself stays readable.
_USES = 1000
LONGEST = 60
"""Words of the longest phrase that is traced."""


def find_uses(words: Words, texts: list[str], phrase: str) -> list[tuple[int, int, float]]:
    """Return the uses of a phrase, none overlapping another: place, place of the end (exclusive), similarity.

    The phrase is aligned with all words at once, word by word of the phrase (Sellers 1980), so that time and memory
    grow with the words alone. Words of the phrase past the sixtieth are not looked at.
    """
    own = split_words([phrase])
    wanted = own.ids[MARGIN : own.firsts[1] - 1][:LONGEST]
    if not len(wanted):
        return []
    budget = int(_CHANGED * _MOST * len(wanted))
    costs, begins = _align(words, wanted, _inflected(words, texts, own, phrase))
    return _best(words, costs, begins, budget, len(wanted))


def _inflected(words: Words, texts: list[str], own: Words, phrase: str) -> list[NDArray[np.uint32]]:
    """Return for each word of the phrase the ids of the words in the texts that are inflections of it."""
    known, places = np.unique(words.ids, return_index=True)
    count = min(LONGEST, int(own.firsts[1]) - 1 - MARGIN)
    stems = []
    for at in range(MARGIN, MARGIN + count):
        stems.append("" if own.unspaced[at] else phrase[own.starts[at] : own.ends[at]].casefold())
    found: list[list[int]] = [[] for _ in stems]
    wanted = {stem[:_STEM] for stem in stems if len(stem) >= _STEM}
    if not wanted:
        return [np.zeros(0, np.uint32) for _ in stems]
    documents, starts, ends = words.documents[places], words.starts[places], words.ends[places]
    columns = zip(known.tolist(), documents.tolist(), starts.tolist(), ends.tolist(), strict=True)
    for identifier, document, start, end in columns:
        if identifier == BORDER or texts[document][start : start + _STEM].casefold() not in wanted:
            continue
        word = texts[document][start:end].casefold()
        for of, stem in zip(found, stems, strict=True):
            if word != stem and _same_stem(word, stem):
                of.append(identifier)
    return [np.array(of, np.uint32) for of in found]


def _same_stem(one: str, other: str) -> bool:
    shared = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        shared += 1
    return shared >= _STEM and shared >= _STEM_SHARE * max(len(one), len(other))


def _align(
    words: Words, wanted: NDArray[np.uint32], inflected: list[NDArray[np.uint32]]
) -> tuple[NDArray[np.int32], Integers]:
    """Return the least cost of the phrase ending at each place, and where that use begins.

    Cost and beginning are one number, the cost above, how far the beginning lies behind below, so that of equal costs
    the shortest wins. Words put in are let through by a running minimum along the text.
    """
    border = words.ids == BORDER
    # Between documents lies more than any variant may put in, so that none reaches from one into the next.
    far = (np.arange(len(border)) + np.cumsum(border) * _WHOLE) * (_PUT_IN * _WHOLE + 1)
    row = np.zeros(len(border), np.int64)
    for number, (word, others) in enumerate(zip(wanted, inflected, strict=True)):
        cost = np.full(len(border), _CHANGED * _WHOLE + 1, np.int64)
        if len(others):
            cost[np.isin(words.ids, others)] = _INFLECTED * _WHOLE + 1
        cost[words.ids == word] = 1
        cost[1:] += row[:-1]
        row = np.minimum(cost, row + _CHANGED * _WHOLE)
        row[border] = (number + 1) * _CHANGED * _WHOLE
        if number < len(wanted) - 1:
            row = np.minimum.accumulate(row - far) + far
    return (row // _WHOLE).astype(np.int32), np.arange(1, len(border) + 1) - row % _WHOLE


def _best(
    words: Words, costs: NDArray[np.int32], begins: Integers, budget: int, length: int
) -> list[tuple[int, int, float]]:
    """Return the cheapest uses that do not overlap, in the order of the text."""
    ends = np.flatnonzero((costs <= budget) & (words.ids != BORDER))
    ends = ends[(begins[ends] <= ends) & (words.documents[begins[ends]] == words.documents[ends])]
    ends = ends[np.lexsort((costs[ends], words.documents[ends]))]
    # As many as may lie over one another are looked at besides.
    first = np.searchsorted(words.documents[ends], words.documents[ends])
    ends = ends[np.arange(len(ends)) - first < _USES * (length + budget)]
    taken = np.zeros(len(words.ids), np.bool_)
    counts = np.zeros(words.total, np.int64)
    found = []
    for end, document in zip(ends.tolist(), words.documents[ends].tolist(), strict=True):
        begin = int(begins[end])
        # A use that begins or ends inside a cheaper one overlaps it; a cheaper one inside it is shorter than it.
        if counts[document] < _USES and not taken[begin : end + 1].any():
            taken[begin : end + 1] = True
            counts[document] += 1
            found.append((begin, end + 1, 1 - float(costs[end]) / (_CHANGED * length)))
    return sorted(found)
