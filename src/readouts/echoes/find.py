"""Echoes: passages of eight words or more that documents share, paired, or grouped where the wording is standing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readouts.echoes.chains import Matches, chain
from readouts.echoes.extend import extend
from readouts.echoes.seeds import group_places, number_members, pair_places, sign, starts_of_grams
from readouts.echoes.standing import Standing, group_around_models, pair_with_models
from readouts.echoes.words import Flags, Fractions, Hashes, Integers, Words

SHORTEST = 8
"""Words of the shortest passage that is an echo; a character of an unspaced script counts half."""
LEAST_SIMILAR = 0.6
# An address is not wording, nor is markup: so many equal words must be left when theirs are taken away.
_BESIDES_ADDRESSES = 6
# A pair of passages that reaches past a group by no more words than this says nothing besides.
_OVERHANG = 2
# Bits of a place.
_PLACE = np.int64(31)
# Uses laid out in one go.
_BLOCK = 1 << 12


@dataclass(frozen=True, slots=True)
class Found:
    """What a set of documents shares: pairs of passages, and groups of standing wording."""

    pairs: Matches
    groups: Standing


def find_shared(words: Words) -> Found:
    """Find the passages that documents share; documents are in the order of time, the earliest first."""
    rare, standing = group_places(words, starts_of_grams(words))
    signs = sign(words)
    pairs = match(words, signs, *pair_places(words, signs, rare, number_members(words, rare)))
    uses = match(words, signs, *pair_with_models(words, signs, standing))
    return settle(words, pairs, uses)


def match(words: Words, signs: Hashes, first: Integers, second: Integers) -> Matches:
    """Make passages of pairs of places that share words: all pairs of two documents must be given together."""
    matches = extend(words, signs, chain(words, first, second))
    matches = matches.subset(matches.similarity >= LEAST_SIMILAR)
    return matches.subset(_are_wording(words, matches))


def settle(words: Words, pairs: Matches, uses: Matches) -> Found:
    """Group uses of standing wording, leave out the pairs that say nothing besides, and put the others in order."""
    groups = group_around_models(uses)
    pairs = pairs.subset(~_grouped(words, pairs, groups))
    # Pairs of two documents are given together, so that a stable order is the same however documents were spread.
    order = np.argsort(pairs.start << _PLACE | pairs.other_start, kind="stable")
    return Found(pairs.subset(order), groups)


def _are_wording(words: Words, matches: Matches) -> Flags:
    """Say which matches are long enough on both sides and share enough, not counting what addresses hold."""
    totals = _totals(words.address)
    within = totals[matches.end] - totals[matches.start]
    other_within = totals[matches.other_end] - totals[matches.other_start]
    own = own_words(words, matches.start, matches.end) - within
    other = own_words(words, matches.other_start, matches.other_end) - other_within
    enough = matches.equal - np.maximum(within, other_within) >= _BESIDES_ADDRESSES
    wording: Flags = np.logical_and(np.minimum(own, other) >= SHORTEST, enough)
    return wording


def own_words(words: Words, start: Integers, end: Integers) -> Fractions:
    """Return how many words passages have; a character of an unspaced script counts half."""
    length = (end - start).astype(np.float64)
    if not np.any(words.unspaced):
        return length
    totals = _totals(words.unspaced)
    return length - (totals[end] - totals[start]) / 2


def _grouped(words: Words, pairs: Matches, groups: Standing) -> Flags:
    """Say of which pairs both passages lie in uses of one group, but for a word or two, and are half of these."""
    use_of = np.zeros(len(words.ids), np.int32)
    for first in range(0, len(groups.start), _BLOCK):
        start, end = groups.start[first : first + _BLOCK], groups.end[first : first + _BLOCK]
        own = end - start
        steps = np.arange(own.sum()) - np.repeat(np.cumsum(own) - own, own)
        use_of[np.repeat(start, own) + steps] = np.repeat(np.arange(first + 1, first + 1 + len(own)), own)
    group_of, length_of = np.append(0, groups.group + 1), np.append(0, groups.end - groups.start)
    ends = (pairs.start + _OVERHANG, pairs.end - 1 - _OVERHANG)
    other_ends = (pairs.other_start + _OVERHANG, pairs.other_end - 1 - _OVERHANG)
    uses = [use_of.take(places) for places in (*ends, *other_ends)]
    one, *others = (group_of.take(use) for use in uses)
    half = 2 * (pairs.end - pairs.start) >= length_of.take(uses[0])
    other_half = 2 * (pairs.other_end - pairs.other_start) >= length_of.take(uses[2])
    grouped: Flags = np.logical_and.reduce([one != 0, half, other_half, *(other == one for other in others)])
    return grouped


def _totals(flags: Flags) -> NDArray[np.int32]:
    return np.concatenate(([0], np.cumsum(flags, dtype=np.int32)), dtype=np.int32)
