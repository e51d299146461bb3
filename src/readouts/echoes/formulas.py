"""Formulas: sequences of four or more words that return in many documents, grown as long as most go on alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from readouts.echoes.seeds import Groups, Places, group_by_words
from readouts.echoes.words import BORDER, Flags, Hashes, Integers, Words, split_words

SHORTEST = 4
"""Words of the shortest formula; in unspaced scripts twice as many characters."""
# What is longer is a text printed again, which echoes show. Longer ones are cut here.
_LONGEST = 120
# A sequence belongs to the family of a longer one that is used in so great a share of its documents.
_FAMILY = 0.6
# Where so great a share goes on with one character, a word of an unspaced script is not over.
_INSIDE = 0.8
# So many uses of a sequence in one document are followed, so that a text that repeats itself stays linear.
_USES = 8


# Where sentences and paragraphs end. A point may be part of a word (Jr., U.S.).
_PARTS = re.compile(r"[。！？!?]+[”’」』）)\"]*|(?<=[^\W\d_A-ZА-Я]{3})\.(?=[”’)\"]*\s)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Returning:
    """A sequence of `length` words and the places where it begins, in the order of the documents."""

    places: Integers
    length: int


@dataclass(frozen=True, slots=True)
class _Branches:
    """Groups told apart by a word beside them: the new groups, each one's old group and how many documents it is in."""

    groups: Groups
    parents: Integers
    documents: Integers


def split_sentences(texts: Sequence[str]) -> Words:
    """Split texts into words as `split_words` does, with a border behind each sentence and paragraph too."""
    parts: list[str] = []
    documents: list[int] = []
    offsets: list[int] = []
    for number, text in enumerate(texts):
        start = 0
        for end in (*(found.end() for found in _PARTS.finditer(text)), len(text)):
            parts.append(text[start:end])
            documents.append(number)
            offsets.append(start)
            start = end
    words = split_words(parts)
    shifts = np.array(offsets or [0], np.int32).take(words.documents) * (words.ids != BORDER)
    return replace(
        words,
        starts=words.starts + shifts,
        ends=words.ends + shifts,
        documents=np.array(documents or [0], np.int32).take(words.documents),
    )


def grow(words: Words, groups: Groups, least: int) -> list[Returning]:
    """Return the sequences used in at least `least` documents, as long as most of these go on alike.

    `groups` are the seeds. A sequence grows to the right, branch by branch, as long as enough documents go on with the
    same word. It is given up where most have the same word before it: the longer sequence is found from there.
    """
    found: list[Returning] = []
    lengths = np.where(words.unspaced[groups.places[groups.begins]], 2 * SHORTEST, SHORTEST)
    while len(groups.sizes):
        own = ~_led(words, groups, least)
        groups, lengths = groups.subset(own), lengths[own]
        documents = _documents(words, groups)
        longer = _branch(words, groups, groups.places + np.repeat(lengths, groups.sizes))
        enough = longer.documents >= least
        most = _most(longer, enough, len(documents))
        inside = words.unspaced[groups.places[groups.begins]]
        inside &= _most(longer, np.ones_like(enough), len(documents)) >= _INSIDE * documents
        ends = ((most < _FAMILY * documents) & ~inside) | (lengths >= _LONGEST)
        for at in np.flatnonzero(ends):
            begin = groups.begins[at]
            places = groups.places[begin : begin + groups.sizes[at]].astype(np.int64)
            found.append(Returning(places, int(lengths[at])))
        goes_on = enough & (lengths[longer.parents] < _LONGEST)
        lengths = lengths[longer.parents[goes_on]] + 1
        groups = longer.groups.subset(goes_on)
    return found


def _most(branches: _Branches, counted: Flags, parents: int) -> Integers:
    """Return for each old group in how many documents the greatest of its counted branches is."""
    most = np.zeros(parents, np.int64)
    np.maximum.at(most, branches.parents[counted], branches.documents[counted])
    return most


def seeds_of(words: Words, least: int) -> Groups:
    """Group the places of the shortest sequences that are in enough documents and hold no address."""
    groups = group_by_words(words, np.flatnonzero(words.ids).astype(np.uint32), SHORTEST)
    groups = groups.subset(groups.sizes >= least)
    places = groups.places
    number = np.repeat(np.arange(len(groups.sizes)), groups.sizes)
    first = np.repeat(places[groups.begins], groups.sizes)
    steps = np.where(words.unspaced[first], 2 * SHORTEST, SHORTEST)
    kept = ~words.address[places] & (_rank(number, words.documents[places]) < _USES)
    for step in range(2 * SHORTEST):
        # Two sequences may share a hash, and one may reach over the end of a sentence.
        word = words.ids[places + step]
        kept &= ((word == words.ids[first + step]) & (word != BORDER)) | (step >= steps)
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


def documents_of(words: Words, one: Returning) -> int:
    """Return in how many documents a sequence is."""
    documents = words.documents[one.places]
    return int(np.count_nonzero(documents[1:] != documents[:-1])) + min(1, len(documents))


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
    documents = _documents(words, groups)[before.parents]
    most = before.documents >= np.maximum(least, _FAMILY * documents)
    most |= words.unspaced[groups.places[groups.begins]][before.parents] & (before.documents >= _INSIDE * documents)
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
