"""Where two documents share a few words in a row that are rare enough to mean something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readouts.echoes.words import BORDER, Flags, Hashes, Integers, Words

# (words in a row, most places that share them): a sequence in more places is looked at again with more words;
# what is in too many places even then is standing wording. Chosen by benchmarks/echoes.py.
LEVELS = ((3, 5), (4, 10), (5, 20))
STANDING = LEVELS[-1][0]
"""Words in a row of the sequences that are standing wording."""
# So many words before and after a seed are looked at, and at least so many of them must return in any order.
AROUND = 8
# Chosen by benchmarks/echoes.py. Around standing wording, where no all with all is to be paid for, fewer do.
_RETURNING, RETURNING_STANDING = 6, 5
# In unspaced scripts a word is about two characters, so a sequence of words is twice as many characters.
_CHARACTERS = 2
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_BLOCK = 1 << 15


@dataclass(frozen=True, slots=True)
class Groups:
    """Places that share a sequence of words: `places` lie group after group, ascending; `sizes` has their number."""

    places: Integers
    sizes: Integers

    @property
    def begins(self) -> Integers:
        """Where each group begins in `places`."""
        return np.cumsum(self.sizes) - self.sizes

    def subset(self, chosen: Flags) -> Groups:
        """Return the chosen groups."""
        return Groups(self.places[np.repeat(chosen, self.sizes)], self.sizes[chosen])


def starts_of_grams(words: Words) -> Integers:
    """Return the places from which at least the shortest sequence of words follows, inside one document."""
    last = LEVELS[0][0] - 1
    # The shortest sequence of spaced words fits; in unspaced scripts it is longer, and looked at where it begins.
    fits = (words.ids[:-last] != BORDER) & (words.ids[last:] != BORDER)
    fits &= words.documents[:-last] == words.documents[last:]
    places = np.flatnonzero(fits)
    return fitting(words, places, LEVELS[0][0]) if np.any(words.unspaced) else places


def gram_keys(words: Words, places: Integers, length: int) -> Hashes:
    """Return a hash of the `length` words from each place on; twice as many characters of an unspaced script."""
    keys = np.empty(len(places), np.uint64)
    steps = length * (_CHARACTERS if np.any(words.unspaced) else 1)
    for start in range(0, len(places), _BLOCK):
        here = places[start : start + _BLOCK]
        block = np.zeros(len(here), np.uint64)
        unspaced = words.unspaced[here]
        for step in range(steps):
            block += words.ids[here + step] if step < length else words.ids[here + step] * unspaced
            block *= _FACTOR
        keys[start : start + _BLOCK] = block
    return keys


def group_places(words: Words, places: Integers) -> tuple[Groups, Groups]:
    """Group places that share a sequence of words: those with few enough places to be paired, and standing wording.

    Places that share the shortest sequence must be given together, or not at all.
    """
    rare = []
    standing = Groups(places[:0], places[:0])
    for length, most in LEVELS:
        if length > LEVELS[0][0]:
            places = fitting(words, places, length)
        groups = group_by_words(words, places, length)
        rare.append(groups.subset((groups.sizes > 1) & (groups.sizes <= most)))
        standing = groups.subset(groups.sizes > most)
        places = standing.places
    return Groups(
        np.concatenate([groups.places for groups in rare]), np.concatenate([groups.sizes for groups in rare])
    ), standing


def number_members(words: Words, rare: Groups) -> NDArray[np.uint32]:
    """Return for each place the number of its group, from 1 on; 0 where it is in none."""
    member_of = np.zeros(len(words.ids), np.uint32)
    member_of[rare.places] = np.repeat(np.arange(1, len(rare.sizes) + 1, dtype=np.uint32), rare.sizes)
    return member_of


def pair_places(words: Words, signs: Hashes, rare: Groups, member_of: NDArray[np.uint32]) -> tuple[Integers, Integers]:
    """Pair the places of each group all with all, the earlier first: where two documents share a sequence.

    Pairs where the words before say the same already are left out, and those around which too few words return.
    """
    pairs = list(_pairs(words, signs, rare, member_of))
    none = np.zeros(0, np.int64)
    return np.concatenate([none, *(one for one, _ in pairs)]), np.concatenate([none, *(other for _, other in pairs)])


def sign(words: Words) -> Hashes:
    """Return 64 bits a place, one of them for each of the eight words from there on, the same for the same word."""
    bits = np.uint64(1) << (words.ids & np.uint32(63)).astype(np.uint64)
    bits[words.ids == BORDER] = 0
    for step in (1, 2, 4):
        bits[:-step] |= bits[step:].copy()
    return bits


def surrounded(
    after: Hashes, other_after: Hashes, before: Hashes, other_before: Hashes, least: int = _RETURNING
) -> Flags:
    """Say, by the signs of the words after and before, around which pairs of seeds enough words return.

    Where all words after the seed return it counts too, however few different words they are.
    """
    returning = np.bitwise_count(after & other_after) + np.bitwise_count(before & other_before)
    either: Flags = np.logical_or(returning >= least, after == other_after)
    return either


def fitting(words: Words, places: Integers, length: int) -> Integers:
    """Return those of the places from which so many words follow in their document."""
    steps = np.where(words.unspaced[places], length * _CHARACTERS, length) if np.any(words.unspaced) else length
    last = places + (steps - 1)
    inside = (words.ids[last] != BORDER) & (words.documents[last] == words.documents[places])
    fits: Integers = places[inside]
    return fits


def group_by_words(words: Words, places: Integers, length: int) -> Groups:
    """Group places from which `length` words follow, by these words.

    A number holds the hash above and the place below, so that one sorting does it all.
    """
    bits = np.uint64(len(words.ids).bit_length())
    mask = (np.uint64(1) << bits) - np.uint64(1)
    keys = gram_keys(words, places, length)
    keys &= ~mask
    keys |= places.astype(np.uint64)
    keys.sort()
    ordered = (keys & mask).astype(np.int64)
    keys >>= bits
    bounds = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    return Groups(ordered, np.diff(np.concatenate(([0], bounds, [len(keys)]))) if len(keys) else ordered)


def _pairs(
    words: Words, signs: Hashes, groups: Groups, member_of: NDArray[np.uint32]
) -> Iterator[tuple[Integers, Integers]]:
    """Pair the places of each group all with all, where the words before do not say the same already."""
    opening = _opening(groups, member_of)
    begins, sizes = groups.begins[opening], groups.sizes[opening]
    for size in np.unique(sizes):
        rows = begins[sizes == size]
        one, other = np.triu_indices(size, 1)
        step = max(1, _BLOCK // len(one))
        for start in range(0, len(rows), step):
            members = groups.places[rows[start : start + step, None] + np.arange(size)]
            group_before, document = member_of[members - 1], words.documents[members]
            after, before = signs[members + LEVELS[0][0]], signs[members - AROUND]
            wanted = (group_before[:, one] == 0) | (group_before[:, one] != group_before[:, other])
            wanted &= document[:, one] != document[:, other]
            wanted &= surrounded(after[:, one], after[:, other], before[:, one], before[:, other])
            row, column = np.nonzero(wanted)
            yield members[row, one[column]], members[row, other[column]]


def _opening(groups: Groups, member_of: NDArray[np.uint32]) -> Flags:
    """Say which groups do not merely continue another: whose places do not all follow places of one group."""
    if not len(groups.sizes):
        return np.zeros(0, np.bool_)
    before = member_of[groups.places - 1]
    common = np.repeat(before[groups.begins], groups.sizes)
    return ~np.logical_and.reduceat((before == common) & (before != 0), groups.begins)
