"""What was found, as values: passages in characters of the documents' own texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from readouts.echoes.find import Found, own_words
from readouts.echoes.standing import Standing
from readouts.echoes.words import Integers, Words
from readouts.model import Echo, Passage, Span

# Values are made of so many pairs at a time, so that no more than these are held twice.
_BLOCK = 1 << 12


def echoes_of(words: Words, ids: Sequence[str], found: Found) -> Iterator[Echo]:
    """Yield what documents share: first the groups of standing wording, the most used first, then pairs.

    Pairs come in the order of their first passages, then of their second. `ids` names the documents
    as they were given.
    """
    yield from _standing(words, ids, found.groups)
    for first in range(0, len(found.pairs.start), _BLOCK):
        some = found.pairs.subset(slice(first, first + _BLOCK))
        one = passages_of(words, ids, some.start, some.end)
        other = passages_of(words, ids, some.other_start, some.other_end)
        shorter = np.minimum(own_words(words, some.start, some.end), own_words(words, some.other_start, some.other_end))
        for values in zip(zip(one, other, strict=True), shorter.tolist(), some.similarity.tolist(), strict=True):
            yield Echo(values[0], int(values[1]), values[2])


def passages_of(words: Words, ids: Sequence[str], start: Integers, end: Integers) -> list[Passage]:
    """Return passages from places, ends exclusive, to characters."""
    documents = words.documents[start].tolist()
    spans = zip(words.starts[start].tolist(), words.ends[end - 1].tolist(), strict=True)
    return [Passage(ids[document], Span(*span)) for document, span in zip(documents, spans, strict=True)]


def _standing(words: Words, ids: Sequence[str], groups: Standing) -> Iterator[Echo]:
    lengths = own_words(words, groups.start[groups.models], groups.end[groups.models])
    similarity = groups.similarity
    for one in np.lexsort((groups.start[groups.begins[:-1]], -np.diff(groups.begins))).tolist():
        uses = slice(groups.begins[one], groups.begins[one + 1])
        passages = passages_of(words, ids, groups.start[uses], groups.end[uses])
        yield Echo(tuple(passages), int(lengths[one]), float(similarity[one]))
