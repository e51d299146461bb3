"""Wording that returns: passages documents share, formulas, uses of a phrase; where a text itself says so.

Documents are given in the order of time, the earliest first; a `Passage` names its document by id.

    for echo in find_echoes(documents): ...
    for formula in find_formulas(documents, least=5): ...
    for use in find_wording(documents, "a phrase"): ...
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from readouts.echoes.claims import find_claims
from readouts.echoes.families import choose, is_phrase
from readouts.echoes.find import find_shared
from readouts.echoes.formulas import grow, seeds_of, split_sentences
from readouts.echoes.trace import find_uses
from readouts.echoes.values import echoes_of, passages_of
from readouts.echoes.words import split_words
from readouts.model import Document, Echo, Formula, WordingUse

__all__ = ["find_claims", "find_echoes", "find_formulas", "find_wording", "is_phrase"]


def find_echoes(documents: Sequence[Document]) -> Iterator[Echo]:
    """Yield the passages of eight words or more that two documents share, and groups of standing wording.

    Words may be changed, dropped or put in; a character of a script written without spaces counts as half a word.
    Groups come first, the most used first; then pairs, in the order of their documents.
    """
    words = split_words([document.text for document in documents])
    yield from echoes_of(words, [document.id for document in documents], find_shared(words))


def find_formulas(documents: Sequence[Document], least: int) -> Iterator[Formula]:
    """Yield the sequences of four words or more used in at least `least` documents, those that say most first.

    Of each family only the longest that most of its documents use is yielded. None reaches over the end of a sentence.
    A character of a script written without spaces counts as half a word.
    """
    ids, texts = [document.id for document in documents], [document.text for document in documents]
    words = split_sentences(texts)
    seeds = seeds_of(words, least)
    for one in choose(words, texts, seeds, grow(words, seeds, least)):
        yield Formula(tuple(passages_of(words, ids, one.places, one.places + one.length)), one.length)


def find_wording(documents: Sequence[Document], phrase: str) -> list[WordingUse]:
    """Return every use of a phrase and of its close variants, in the order of the documents."""
    texts = [document.text for document in documents]
    words = split_words(texts)
    found = find_uses(words, texts, phrase)
    start, end = (np.array([use[at] for use in found], np.int64) for at in (0, 1))
    passages = passages_of(words, [document.id for document in documents], start, end)
    return [WordingUse(passage, use[2]) for passage, use in zip(passages, found, strict=True)]
