"""Where two documents share a few words in a row that are rare enough to mean something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from readouts.echoes.words import BORDER, Flags, Hashes, Integers, Words

# (words in a row, most places that share them): a sequence in more places is looked at again with more words;
# what is in too many places even then is standing wording. Chosen by benchmarks/echoes.py.
LEVELS = ((3, 4), (4, 5), (5, 6))
STANDING = LEVELS[-1][0]
"""Words in a row of the sequences that are standing wording."""
# So many words before and after a seed are looked at, and at least so many of them must return in any order.
AROUND = 8
# Chosen by benchmarks/echoes.py. Around standing wording, where no all with all is to be paid for, fewer do.
_RETURNING, RETURNING_STANDING = 6, 5
# In unspaced scripts a word is about two characters, so a sequence of words is twice as many characters.
_CHARACTERS = 2
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
# Places looked at in one go: what is made of them stays in a processor's cache.
_BLOCK = 1 << 15

Places = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Groups:
    """Places that share a sequence of words: `places` lie group after group, ascending; `sizes` has their number."""

    places: Places
    sizes: Integers

    @property
    def begins(self) -> Integers:
        """Where each group begins in `places`."""
        return np.cumsum(self.sizes) - self.sizes

    def subset(self, chosen: Flags) -> Groups:
        """Return the chosen groups."""
        return Groups(self.places[np.repeat(chosen, self.sizes)], self.sizes[chosen])

    def parted(self, chosen: Flags) -> tuple[Groups, Groups]:
        """Return the chosen groups and the others."""
        members = np.repeat(chosen, self.sizes)
        return (
            Groups(self.places[members], self.sizes[chosen]),
            Groups(self.places[~members], self.sizes[~chosen]),
        )


def starts_of_grams(words: Words) -> Places:
    """Return the places from which at least the shortest sequence of words follows, inside one document."""
    # In unspaced scripts it is longer, which `gram_keys` looks at.
    last = LEVELS[0][0] - 1
    fits = (words.ids[:-last] != BORDER) & (words.ids[last:] != BORDER)
    fits &= words.documents[:-last] == words.documents[last:]
    return np.flatnonzero(fits).astype(np.uint32)


def gram_keys(words: Words, places: Places, length: int) -> Hashes:
    """Return a hash of the `length` words from each place on; twice as many characters of an unspaced script.

    It is 0 where not so many follow in the document of the place.
    """
    keys = np.empty(len(places), np.uint64)
    for start in range(0, len(places), _BLOCK):
        here = places[start : start + _BLOCK]
        block = np.zeros(len(here), np.uint64)
        unspaced = words.unspaced[here]
        mixed = bool(unspaced.any())
        for step in range(length):
            block += words.ids.take(here + step)
            block *= _FACTOR
        if mixed:
            longer = block.copy()
            for step in range(length, length * _CHARACTERS):
                longer += words.ids.take(here + step)
                longer *= _FACTOR
            block = np.where(unspaced, longer, block)
        last = here + (np.where(unspaced, length * _CHARACTERS, length) - 1 if mixed else length - 1)
        block *= (words.ids.take(last) != BORDER) & (words.documents.take(last) == words.documents.take(here))
        keys[start : start + _BLOCK] = block
    return keys


def group_places(words: Words, places: Places) -> tuple[Groups, Groups]:
    """Group places that share a sequence of words: those with few enough places to be paired, and standing wording.

    Places that share the shortest sequence must be given together, or not at all.
    """
    rare: list[Groups] = []
    standing: list[Groups] = []
    for groups in _grouped(words, places, LEVELS[0][0]):
        shorter = 0
        for length, most in LEVELS:
            groups = _parted(words, groups, shorter, length) if shorter else groups
            few, groups = groups.parted(groups.sizes <= most)
            rare.append(few)
            shorter = length
        standing.append(groups)
    return _together(rare), _together(standing)


def group_by_words(words: Words, places: Places, length: int) -> Groups:
    """Group places from which `length` words follow, by these words; places alone with theirs are left out."""
    return _together(list(_grouped(words, places, length)))


def _grouped(words: Words, places: Places, length: int) -> Iterator[Groups]:
    """Yield the groups of two places and more, a block at a time.

    A number holds the hash above and the place below, so that one sorting does it all.
    """
    bits = np.uint64(len(words.ids).bit_length())
    mask = (np.uint64(1) << bits) - np.uint64(1)
    keys = gram_keys(words, places, length)
    keys &= ~mask
    keys |= places
    keys.sort()
    first = int(np.searchsorted(keys, mask, "right"))
    # A block ends where a group does, however large that is.
    cuts = np.searchsorted(keys, keys[first::_BLOCK] & ~mask)
    for begin, end in pairwise([*np.unique(cuts).tolist(), len(keys)]):
        yield _runs(keys[begin:end], mask)


def _runs(keys: Hashes, mask: np.uint64) -> Groups:
    """Return the groups of sorted keys that differ in their lower bits alone: in these the places."""
    same = (keys[1:] ^ keys[:-1]) <= mask
    shared = np.zeros(len(keys), np.bool_)
    shared[1:] = same
    shared[:-1] |= same
    keys = keys[shared]
    heads = np.flatnonzero(np.concatenate(([True], (keys[1:] ^ keys[:-1]) > mask))[: len(keys)])
    return Groups((keys & mask).astype(np.uint32), np.diff(np.append(heads, len(keys))))


def _parted(words: Words, groups: Groups, shorter: int, length: int) -> Groups:
    """Part groups that share `shorter` words by those that follow, up to `length` words."""
    # What shares words is of one script.
    heads = words.unspaced.take(groups.places.take(groups.begins))
    mixed = bool(heads.any())
    keys = np.repeat(np.arange(len(groups.sizes), dtype=np.uint64), groups.sizes)
    inside = np.ones(len(keys), np.bool_)
    unspaced = np.repeat(heads, groups.sizes) if mixed else inside
    for step in range(shorter, length * (_CHARACTERS if mixed else 1)):
        word = words.ids.take(groups.places + step)
        if mixed:
            counts = np.where(unspaced, step >= shorter * _CHARACTERS, step < length)
            inside &= (word != BORDER) | ~counts
            word *= counts
        else:
            inside &= word != BORDER
        keys *= _FACTOR
        keys += word
    keys *= _FACTOR
    mask = (np.uint64(1) << np.uint64(len(keys).bit_length())) - np.uint64(1)
    keys &= ~mask
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys = keys[inside]
    keys.sort()
    found = _runs(keys, mask)
    return Groups(groups.places.take(found.places), found.sizes)


def _together(groups: Sequence[Groups]) -> Groups:
    """Return the groups of all."""
    return Groups(
        np.concatenate([np.zeros(0, np.uint32), *(one.places for one in groups)]),
        np.concatenate([np.zeros(0, np.int64), *(one.sizes for one in groups)]),
    )


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
    signs = np.zeros(len(words.ids), np.uint64)
    for start in range(0, len(signs), _BLOCK):
        ids = words.ids[start : start + _BLOCK + AROUND - 1]
        bits = (ids != BORDER).astype(np.uint64) << (ids & np.uint32(63))
        for step in (1, 2, 4):
            bits[:-step] |= bits[step:].copy()
        signs[start : start + _BLOCK] = bits[:_BLOCK]
    return signs


def surrounded(
    after: Hashes, other_after: Hashes, before: Hashes, other_before: Hashes, least: int = _RETURNING
) -> Flags:
    """Say, by the signs of the words after and before, around which pairs of seeds enough words return.

    Where all words after the seed return it counts too, however few different words they are.
    """
    returning = np.bitwise_count(after & other_after) + np.bitwise_count(before & other_before)
    either: Flags = np.logical_or(returning >= least, after == other_after)
    return either


def _pairs(
    words: Words, signs: Hashes, groups: Groups, member_of: NDArray[np.uint32]
) -> Iterator[tuple[Integers, Integers]]:
    """Pair the places of each group all with all, where the words before do not say the same already."""
    order = np.argsort(groups.sizes.astype(np.uint8), kind="stable")
    begins, sizes = groups.begins.take(order), groups.sizes.take(order)
    for size in np.unique(sizes).tolist():
        first, last = np.searchsorted(sizes, (size, size + 1)).tolist()
        for start in range(first, last, _BLOCK):
            rows = begins[start : min(start + _BLOCK, last)]
            columns = [groups.places.take(rows + number) for number in range(size)]
            before = [member_of.take(places - 1) for places in columns]
            # A group whose places all follow places of one group merely continues that.
            opening = (before[0] == 0) | np.logical_or.reduce([one != before[0] for one in before[1:]])
            kept = np.flatnonzero(opening)
            columns, before = ([one.take(kept) for one in some] for some in (columns, before))
            documents = [words.documents.take(places) for places in columns]
            after = [signs.take(places + LEVELS[0][0]) for places in columns]
            ahead = [signs.take(places - AROUND) for places in columns]
            for one, other in combinations(range(size), 2):
                wanted = (before[one] == 0) | (before[one] != before[other])
                wanted &= documents[one] != documents[other]
                wanted &= surrounded(after[one], after[other], ahead[one], ahead[other])
                paired = np.flatnonzero(wanted)
                yield columns[one].take(paired).astype(np.int64), columns[other].take(paired).astype(np.int64)
