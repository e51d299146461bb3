"""What the transformer that reads tokens is fitted on: pairs of accounts, linked, invented, and linked by nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

import numpy as np
from numpy.typing import NDArray

from benchmarks.material import accounts_of
from benchmarks.pairs import INVENTED, INVENTED_ACTORS, MORE_INVENTED, SETS, Pair, groups, read_invented, read_pairs
from readouts.collation.points import find_points
from readouts.text import Models
from readouts.text.contextual import LONGEST
from readouts.text.sentences import parse_by_rule
from readouts.text.subwords import Subwords
from readouts.workflows.tools import Tools, load_tools
from training.alignment import labels_of, places_of, witness_of
from training.contextual_network import Example, Passage

# The collections and their languages.
LANGUAGES = {"whitehouse": "en", "kremlin": "en", "ukraine": "en", "cctv": "zh"}
# Of each so many documents at most, of so many sentences; sentences shorter than these tell nothing.
DOCUMENTS = {"whitehouse": 1400, "kremlin": 1500, "ukraine": 1000, "cctv": 1500}
SENTENCES = range(4, 46)
SHORTEST = {"en": 20, "zh": 8}
# A document is taken from its first sentences, and stands in no more pairs than this of one kind.
FIRST, OFTEN = 12, 2


@dataclass(frozen=True)
class Linked:
    """A real pair linked by hand, and the number of its contact."""

    name: str
    group: int
    example: Example


@dataclass(frozen=True)
class _Text:
    source: str
    language: str
    day: int
    sentences: tuple[str, ...]


def invented_examples(vocabulary: Subwords) -> Iterator[Example]:
    tools = load_tools(str(INVENTED_ACTORS))
    for pair in (*read_invented(INVENTED), *read_invented(MORE_INVENTED)):
        yield _example(pair, tools, vocabulary)


def linked_examples(vocabulary: Subwords) -> Iterator[Linked]:
    tools = load_tools()
    pairs = [pair for path in SETS.values() for pair in read_pairs(path)]
    for pair, group in zip(pairs, groups(pairs), strict=True):
        yield Linked(pair.name, group, _example(pair, tools, vocabulary))


def _example(pair: Pair, tools: Tools, vocabulary: Subwords) -> Example:
    both = [witness_of(document, tools) for document in pair.documents]
    first, second = ([pieces(vocabulary, point.text) for point in find_points(one)] for one in both)
    return Example(first, second, labels_of(pair, places_of(pair, both)))


def pieces(vocabulary: Subwords, text: str) -> Passage:
    return [piece.number for piece in vocabulary.cut(text, 0, len(text), LONGEST)]


def unlinked(vocabulary: Subwords) -> Iterator[tuple[list[Passage], list[Passage]]]:
    """Yield pairs of real documents near in time and meaning, none of them of a pair that is linked by hand."""
    texts = list(_texts())
    vectors = _means(texts)
    alike = vectors @ vectors.T
    day, source = np.array([text.day for text in texts]), np.array([text.source for text in texts])
    english = np.array([text.language == "en" for text in texts])
    apart = np.abs(day[:, None] - day)
    both, across = english[:, None] & english, english[:, None] & ~english
    other = source[:, None] != source
    seen: set[frozenset[int]] = set()
    for among, most in (
        (both & other & (apart <= 3), 500),
        (both & ~other & (apart <= 400), 400),
        (across & (apart <= 4), 500),
        (across, 300),
    ):
        for pair in _nearest(alike, among, most, seen):
            one, second = ([pieces(vocabulary, said) for said in texts[at].sentences] for at in pair)
            yield one, second


def _texts() -> Iterator[_Text]:
    linked = {document.id for path in SETS.values() for pair in read_pairs(path) for document in pair.documents}
    for source, most in DOCUMENTS.items():
        language = LANGUAGES[source]
        entries = [entry for entry in accounts_of(source) if entry["id"] not in linked]
        Random(1).shuffle(entries)
        for entry in entries[:most]:
            parse = parse_by_rule(entry["text"], language)
            said = [sentence.span.of(parse.text).strip() for sentence in parse.sentences]
            kept = tuple(one for one in said if len(one) > SHORTEST[language])
            if len(kept) in SENTENCES:
                yield _Text(source, language, date.fromisoformat(entry["date"][:10]).toordinal(), kept)


def _means(texts: Sequence[_Text]) -> NDArray[np.float32]:
    """Return the mean sentence vector of each text, less that of its language, of length one."""
    models = Models()
    vectors = np.vstack([models.encode(text.sentences[:FIRST]).mean(axis=0) for text in texts])
    for language in SHORTEST:
        of = [at for at, text in enumerate(texts) if text.language == language]
        vectors[of] -= vectors[of].mean(axis=0)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def _nearest(
    alike: NDArray[np.float32], among: NDArray[np.bool_], most: int, seen: set[frozenset[int]]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs most alike that are not `seen` yet."""
    places = np.argwhere(np.triu(among | among.T, 1))
    often = np.zeros(len(alike), int)
    taken = 0
    for first, second in places[np.argsort(-alike[places[:, 0], places[:, 1]], kind="stable")].tolist():
        if taken < most and frozenset((first, second)) not in seen and max(often[first], often[second]) < OFTEN:
            seen.add(frozenset((first, second)))
            often[[first, second]] += 1
            taken += 1
            yield first, second
