"""Formulas: sequences of four or more words that return in many documents, the longest of each family."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readouts.echoes.seeds import Groups, Places, group_by_words
from readouts.echoes.words import BORDER, Flags, Hashes, Integers, Words

SHORTEST = 4
"""Words of the shortest formula; in unspaced scripts twice as many characters."""
# What is longer is a text printed again, which echoes show. Longer ones are cut here.
_LONGEST = 120
# A sequence belongs to the family of a longer one that is used in so great a share of its documents.
_FAMILY = 0.6
# So many uses of a sequence in one document are followed, so that a text that repeats itself stays linear.
_USES = 8


@dataclass(frozen=True, slots=True)
class Sequence:
    """A sequence of `length` words and the places where it begins, in the order of the documents."""

    places: Integers
    length: int


@dataclass(frozen=True, slots=True)
class _Branches:
    """Groups told apart by a word beside them: the new groups, each one's old group and how many documents it is in."""

    groups: Groups
    parents: Integers
    documents: Integers


def find_sequences(words: Words, least: int) -> list[Sequence]:
    """Return the sequences used in at least `least` documents, those that say most first, the longest of each family.

    A sequence grows to the right, branch by branch, as long as enough documents go on with the same word. It is given
    up where most have the same word before it: the longer sequence is found from there.
    """
    found: list[Sequence] = []
    groups = _seeds(words, least)
    lengths = np.where(words.unspaced[groups.places[groups.begins]], 2 * SHORTEST, SHORTEST)
    while len(groups.sizes):
        own = ~_led(words, groups, least)
        groups, lengths = groups.subset(own), lengths[own]
        longer = _branch(words, groups, groups.places + np.repeat(lengths, groups.sizes))
        most = np.zeros(len(groups.sizes), np.int64)
        enough = longer.documents >= least
        np.maximum.at(most, longer.parents[enough], longer.documents[enough])
        ends = (most < _FAMILY * _documents(words, groups)) | (lengths >= _LONGEST)
        for at in np.flatnonzero(ends):
            begin = groups.begins[at]
            places = groups.places[begin : begin + groups.sizes[at]].astype(np.int64)
            found.append(Sequence(places, int(lengths[at])))
        goes_on = enough & (lengths[longer.parents] < _LONGEST)
        lengths = lengths[longer.parents[goes_on]] + 1
        groups = longer.groups.subset(goes_on)
    return _ranked(words, found)


def _ranked(words: Words, found: list[Sequence]) -> list[Sequence]:
    """Return the sequences that say most first: by their documents and how rare their words are, in bits."""
    known, counts = np.unique(words.ids, return_counts=True)

    def weight(one: Sequence) -> float:
        place = one.places[0]
        count = counts[np.searchsorted(known, words.ids[place : place + one.length])]
        return float(len(np.unique(words.documents[one.places])) * np.log2(len(words.ids) / count).sum())

    return sorted(found, key=lambda one: (-weight(one), int(one.places[0])))


def _seeds(words: Words, least: int) -> Groups:
    """Group the places of the shortest sequences that are in enough documents and hold no address."""
    groups = group_by_words(words, np.flatnonzero(words.ids).astype(np.uint32), SHORTEST)
    groups = groups.subset(groups.sizes >= least)
    places = groups.places
    number = np.repeat(np.arange(len(groups.sizes)), groups.sizes)
    first = np.repeat(places[groups.begins], groups.sizes)
    steps = np.where(words.unspaced[first], 2 * SHORTEST, SHORTEST)
    kept = ~words.address[places] & (_rank(number, words.documents[places]) < _USES)
    for step in range(2 * SHORTEST):
        # Two sequences may share a hash.
        kept &= (words.ids[places + step] == words.ids[first + step]) | (step >= steps)
    sizes = np.bincount(number[kept], minlength=len(groups.sizes))
    groups = Groups(places[kept], sizes[sizes > 0])
    return groups.subset(_documents(words, groups) >= least)


def _rank(number: Integers, documents: NDArray[np.int32]) -> Integers:
    """Return the how manieth of its document each entry of a group is, from 0; both lie in runs."""
    if not len(number):
        return number
    begins = np.concatenate(([True], (number[1:] != number[:-1]) | (documents[1:] != documents[:-1])))
    at = np.arange(len(number))
    return at - np.maximum.accumulate(np.where(begins, at, 0))


def _documents(words: Words, groups: Groups) -> Integers:
    """Return in how many documents each group is."""
    if not len(groups.sizes):
        return groups.sizes
    documents = words.documents[groups.places]
    fresh = np.ones(len(documents), np.int64)
    fresh[1:] = documents[1:] != documents[:-1]
    fresh[groups.begins] = 1
    return np.add.reduceat(fresh, groups.begins)


def _led(words: Words, groups: Groups, least: int) -> Flags:
    """Say before which groups most documents, and enough of them for a formula, have the same word."""
    led = np.zeros(len(groups.sizes), np.bool_)
    before = _branch(words, groups, groups.places - 1)
    most = before.documents >= np.maximum(least, _FAMILY * _documents(words, groups)[before.parents])
    led[before.parents[most]] = True
    return led


def _branch(words: Words, groups: Groups, beside: Places | Integers) -> _Branches:
    """Tell the places of each group apart by the word at `beside`; borders and words of addresses lead nowhere."""
    keys: Hashes = np.repeat(np.arange(len(groups.sizes), dtype=np.uint64), groups.sizes) << np.uint64(32)
    keys |= words.ids[beside]
    real = (words.ids[beside] != BORDER) & ~words.address[beside]
    order = np.argsort(keys, kind="stable")
    order = order[real[order]]
    keys = keys[order]
    begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else order
    told = Groups(groups.places[order], np.diff(np.append(begins, len(keys))))
    parents = (keys[begins] >> np.uint64(32)).astype(np.int64)
    return _Branches(told, parents, _documents(words, told))
