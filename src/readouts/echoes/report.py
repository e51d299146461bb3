"""What was found, as values: echoes of passages in characters of the documents' own texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readouts.echoes.find import Found, own_words
from readouts.echoes.standing import Formula
from readouts.echoes.words import Integers, Words
from readouts.model import Echo, Passage, Span

# Values are made of so many pairs at a time, so that no more than these are held twice.
_BLOCK = 1 << 12


def echoes_of(words: Words, ids: Sequence[str], found: Found) -> Iterator[Echo]:
    """Yield what documents share: first the groups of standing wording, the most used first, then pairs.

    Pairs come in the order of their documents and of the words in them. `ids` names the documents as they were given.
    """
    for formula in sorted(found.formulas, key=lambda formula: (-len(formula.start), int(formula.start[0]))):
        yield _group(words, ids, formula)
    pairs = found.pairs
    for first in range(0, len(pairs.start), _BLOCK):
        some = pairs.subset(slice(first, first + _BLOCK))
        one, other = passages(words, ids, some.start, some.end), passages(words, ids, some.other_start, some.other_end)
        longer = _lengths(words, some.start, some.end, some.other_start, some.other_end)
        for passage, second, length, similarity in zip(one, other, longer, some.similarity.tolist(), strict=True):
            yield Echo((passage, second), length, similarity)


def passages(words: Words, ids: Sequence[str], start: Integers, end: Integers) -> list[Passage]:
    """Return passages from places, ends exclusive, to characters."""
    documents = words.documents[start].tolist()
    spans = zip(words.starts[start].tolist(), words.ends[end - 1].tolist(), strict=True)
    return [Passage(ids[document], Span(*span)) for document, span in zip(documents, spans, strict=True)]


def _group(words: Words, ids: Sequence[str], formula: Formula) -> Echo:
    model = slice(formula.model, formula.model + 1)
    [length] = _lengths(words, *(formula.start[model], formula.end[model]) * 2)
    return Echo(tuple(passages(words, ids, formula.start, formula.end)), length, formula.similarity)


def _lengths(words: Words, start: Integers, end: Integers, other_start: Integers, other_end: Integers) -> list[int]:
    """Return how many words the shorter side has; two characters of an unspaced script are about a word."""
    return [int(length) for length in _shorter(words, start, end, other_start, other_end)]


def _shorter(words: Words, start: Integers, end: Integers, other_start: Integers, other_end: Integers) -> list[float]:
    one, other = own_words(words, start, end), own_words(words, other_start, other_end)
    return [min(pair) for pair in zip(one.tolist(), other.tolist(), strict=True)]
