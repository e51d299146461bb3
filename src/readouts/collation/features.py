"""What speaks for and against two passages making one point, for all pairs of two accounts at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from readouts.collation.kindred import load_kindred
from readouts.collation.language_space import LanguageSpace
from readouts.collation.passages import Passage, Side
from readouts.collation.words import load_words
from readouts.text.vectors import Matrix, unit

# What is told by tokens read in their accounts; nothing where a language is not read so.
READ = ("closeness odds", "closeness", "closeness contrast", "closeness ahead of both", "closeness ahead of one")
NAMES = (
    *("meaning", "meaning contrast", "meaning ahead of both", "meaning ahead of one"),
    *("clause meaning", "clause meaning contrast", "clause meaning ahead of both", "clause meaning ahead of one"),
    *("words", "words contrast", "words ahead of both", "words ahead of one"),
    *("words of the fuller", "words of the briefer", "rare words"),
    *("clause words", "clause words contrast"),
    *("concepts", "concepts contrast", "concepts ahead of both", "concepts ahead of one"),
    *("clause concepts", "clause concepts contrast"),
    *("content", "content of the briefer", "no content shared"),
    *("content alike", "content contrast", "content ahead of both", "content ahead of one", "quoted words"),
    *("kindred words", "kindred contrast", "kindred ahead of both", "kindred ahead of one"),
    *("clause kindred words", "clause kindred contrast"),
    *READ,
    *("names", "third names", "names apart"),
    *("speaker same", "speaker other", "both joint", "one joint"),
    *("topics", "rare topics", "topics apart"),
    *("topic carried on", "voice on topic", "sole voice on topic"),
    *("acts", "wording", "numbers", "numbers apart", "days"),
    *("both open", "one opens", "one asks", "one in the first person"),
    *("place", "both first", "both last", "length", "shorter length"),
)
_NEIGHBOURS = 3
# How alike a passage and the second nearest one of an account are that do not make one point: the median of the pairs
# of `training.alignment`. It stands in for neighbours that a very short account does not have.
_MEANING, _CLAUSES, _WORDS, _CLAUSE_WORDS, _CONCEPTS, _CLAUSE_CONCEPTS = 0.1, 0.2, 0.01, 0.03, 0.01, 0.03
_CONTENT, _KINDRED, _CLAUSE_KINDRED, _CLOSENESS = 0.01, 0.3, 0.35, 0.01
# Log-odds beyond these tell nothing more.
_BOUNDS = -8.0, 8.0


def measure(first: Side, second: Side, space: LanguageSpace, close: Matrix | None) -> Matrix:
    """Return the features of all pairs, shape ``(len(first), len(second), len(NAMES))``.

    `close` is the `closeness` of all pairs, None where tokens were not read. Each feature means the same for both
    accounts, so what is found does not depend on which comes first.
    """
    shape = len(first.passages), len(second.passages)
    meaning = space.project(first.vectors, first.language) @ space.project(second.vectors, second.language).T
    parts = space.project(first.part_vectors, first.language) @ space.project(second.part_vectors, second.language).T
    clauses = best_parts(parts, first, second)
    words = _Words(first, second)
    clause_words = best_parts(words.part_cosine, first, second)
    concepts, part_concepts = _concepts(first, second)
    clause_concepts = best_parts(part_concepts, first, second)
    columns = [
        *(meaning, contrast(meaning, _MEANING), *margins(meaning, _MEANING)),
        *(clauses, contrast(clauses, _CLAUSES), *margins(clauses, _CLAUSES)),
        *(words.cosine, contrast(words.cosine, _WORDS), *margins(words.cosine, _WORDS)),
        *_ordered(words.covered_first, words.covered_second),
        words.rare,
        *(clause_words, contrast(clause_words, _CLAUSE_WORDS)),
        *(concepts, contrast(concepts, _CONCEPTS), *margins(concepts, _CONCEPTS)),
        *(clause_concepts, contrast(clause_concepts, _CLAUSE_CONCEPTS)),
        *_content(first.passages, second.passages),
        _quoted(first.passages, second.passages),
        *_kindred(first, second),
        *_read(close),
        *_shared_facts(first.passages, second.passages),
        *_shapes(first.passages, second.passages),
    ]
    return np.stack([np.broadcast_to(column, shape) for column in columns], axis=-1).astype(np.float32)


def contrast(similarity: Matrix, background: float) -> Matrix:
    """Return how much nearer two passages are than each is to its nearest few on the other side (CSLS)."""
    of_rows = _nearest(similarity, background).mean(axis=1, keepdims=True)
    of_columns = _nearest(similarity.T, background).mean(axis=1, keepdims=True).T
    return np.asarray(2 * similarity - of_rows - of_columns, np.float32)


def margins(similarity: Matrix, background: float) -> tuple[Matrix, Matrix]:
    """Return how far each pair is ahead of (or behind) the best other pair of its row and its column: less, more."""
    return _ordered(_ahead(similarity, background), _ahead(similarity.T, background).T)


def _ahead(similarity: Matrix, background: float) -> Matrix:
    two = _nearest(similarity, background)[:, -2:]
    best_other = np.where(similarity == two[:, 1:], two[:, :1], two[:, 1:])
    return similarity - best_other


def _nearest(similarity: Matrix, background: float) -> Matrix:
    """Return the nearest few of each row, nearest last; passages of other texts stand in where there are too few."""
    others = np.full((len(similarity), _NEIGHBOURS - 1), background, np.float32)
    return np.sort(np.hstack([similarity, others]), axis=1)[:, -_NEIGHBOURS:]


def _ordered(one: Matrix, other: Matrix) -> tuple[Matrix, Matrix]:
    return np.minimum(one, other), np.maximum(one, other)


def best_parts(similarity: Matrix, first: Side, second: Side) -> Matrix:
    """Return, for each pair of passages, the similarity of their two parts that are most alike."""
    by_row = np.maximum.reduceat(similarity, _starts(first), axis=0)
    return np.asarray(np.maximum.reduceat(by_row, _starts(second), axis=1), np.float32)


def _starts(side: Side) -> NDArray[np.intp]:
    return np.flatnonzero(np.diff(side.owner, prepend=-1))


class _Words:
    """Shared words weighted by their rarity, across languages as English stems."""

    def __init__(self, first: Side, second: Side) -> None:
        stems = sorted({stem for side in (first, second) for passage in side.passages for stem in passage.stems})
        place = {stem: at for at, stem in enumerate(stems)}
        table = load_words()
        rarity = np.array([table.rarity(stem) for stem in stems], np.float32)
        one, other = _presence(first.passages, place), _presence(second.passages, place)
        weight = rarity * _rare_here(one, other)
        self.cosine = unit(one * weight) @ unit(other * weight).T
        one_parts, other_parts = _part_presence(first, place), _part_presence(second, place)
        self.part_cosine = unit(one_parts * weight) @ unit(other_parts * weight).T
        shared = one @ (other * rarity).T
        self.covered_first = shared / np.maximum((one @ rarity)[:, None], 1.0)
        self.covered_second = shared / np.maximum((other @ rarity)[None, :], 1.0)
        # The single rarest word both use: a name, a place, a scheme.
        self.rare = np.array(
            [(np.minimum(row, other) * weight).max(axis=1, initial=0.0) for row in one], np.float32
        ).reshape(len(one), len(other))


def _concepts(first: Side, second: Side) -> tuple[Matrix, Matrix]:
    """Return how alike passages, and how alike parts, are in their concepts, rare ones counting most."""
    found = sorted({concept for side in (first, second) for p in side.passages for concept in p.concepts})
    place = {concept: at for at, concept in enumerate(found)}
    rarity = load_words().rarity
    one, other = (_incidence([p.concepts for p in side.passages], place) for side in (first, second))
    weight = np.array([rarity(f"concept: {concept}") for concept in found], np.float32) * _rare_here(one, other)
    parts = [_incidence([c for p in side.passages for c in p.part_concepts], place) for side in (first, second)]
    return unit(one * weight) @ unit(other * weight).T, unit(parts[0] * weight) @ unit(parts[1] * weight).T


def _content(first: Sequence[Passage], second: Sequence[Passage]) -> list[Matrix]:
    """Return how alike what is said is, who says it and how left aside.

    How much of it is in both, of the fuller and of the briefer; whether none is; how alike it is with what is rare
    here counting most, and how far ahead of rivals that is.
    """
    found = sorted({key for passage in (*first, *second) for key in passage.content})
    place = {key: at for at, key in enumerate(found)}
    rarity = np.array([load_words().rarity(key) for key in found], np.float32)
    one, other = (np.zeros((len(side), len(found)), np.float32) for side in (first, second))
    for matrix, side in ((one, first), (other, second)):
        for row, passage in enumerate(side):
            matrix[row, [place[key] for key in passage.content]] = list(passage.content.values())
    shared = one @ (other * rarity).T
    parts = shared / np.maximum((one @ rarity)[:, None], 1.0), shared / np.maximum((other @ rarity)[None, :], 1.0)
    weight = rarity * _rare_here(one, other)
    alike = unit(one * weight) @ unit(other * weight).T
    near = alike, contrast(alike, _CONTENT), *margins(alike, _CONTENT)
    return [*_ordered(*parts), _number(shared == 0), *near]


def _rare_here(one: Matrix, other: Matrix) -> Matrix:
    """Return how rare each column is in the two accounts themselves; a row is a passage."""
    seen = np.maximum((one > 0).sum(axis=0), (other > 0).sum(axis=0))
    return np.asarray(np.log((len(one) + len(other) + 1) / np.maximum(seen, 1)), np.float32)


def _quoted(first: Sequence[Passage], second: Sequence[Passage]) -> Matrix:
    """Return how much of the briefer of two quotations, one in each passage, is in both: the pair most alike."""
    quoted = [[at for at, passage in enumerate(side) if passage.quoted] for side in (first, second)]
    found = np.zeros((len(first), len(second)), np.float32)
    for i in quoted[0]:
        for j in quoted[1]:
            pairs = ((one, other) for one in first[i].quoted for other in second[j].quoted)
            found[i, j] = max(len(one & other) / min(len(one), len(other)) for one, other in pairs)
    return found


def _presence(passages: Sequence[Passage], place: dict[str, int]) -> Matrix:
    matrix = np.zeros((len(passages), len(place)), np.float32)
    for row, passage in enumerate(passages):
        for stem, weight in passage.stems.items():
            matrix[row, place[stem]] = weight
    return matrix


def _part_presence(side: Side, place: dict[str, int]) -> Matrix:
    matrix = np.zeros((len(side.owner), len(place)), np.float32)
    for row, stems in enumerate(part for passage in side.passages for part in passage.part_stems):
        for stem, weight in stems.items():
            matrix[row, place[stem]] = weight
    return matrix


def _shared_facts(first: Sequence[Passage], second: Sequence[Passage]) -> list[Matrix]:
    """Return what names, speakers, topics, acts, wording, numbers and days say of each pair."""
    parties = _parties([passage.names for passage in (*first, *second)])
    names, third = _Sets(first, second, lambda p: p.names), _Sets(first, second, lambda p: p.names - parties)
    speakers, topics = _Sets(first, second, lambda p: p.speakers), _Sets(first, second, lambda p: p.topics)
    numbers = _Sets(first, second, lambda p: p.numbers)
    joint = np.array([p.joint for p in first])[:, None], np.array([p.joint for p in second])[None, :]
    return [
        *(names.alike, third.touch, third.apart),
        *(speakers.touch, speakers.apart),
        *(_number(joint[0] & joint[1]), _number(joint[0] ^ joint[1])),
        *(topics.alike, topics.rare, topics.apart),
        *_voices(first, second),
        _Sets(first, second, lambda p: p.acts).touch,
        _Sets(first, second, lambda p: p.wording).touch,
        *(numbers.touch, numbers.apart),
        _Sets(first, second, lambda p: p.days).touch,
    ]


def _kindred(first: Side, second: Side) -> list[Matrix]:
    """Return how alike two passages, and their clauses, are in words that official prose uses alike."""
    vectors, both = load_kindred(), (first, second)
    wholes = [vectors.of([passage.stems for passage in side.passages]) for side in both]
    parts = [vectors.of([stems for passage in side.passages for stems in passage.part_stems]) for side in both]
    alike = wholes[0] @ wholes[1].T
    clauses = best_parts(parts[0] @ parts[1].T, first, second)
    far = alike, contrast(alike, _KINDRED), *margins(alike, _KINDRED)
    return [*far, clauses, contrast(clauses, _CLAUSE_KINDRED)]


def _read(odds: Matrix | None) -> list[Matrix]:
    """Return the features `READ`, all 0 where tokens were not read."""
    if odds is None:
        return [np.zeros((1, 1), np.float32)] * len(READ)
    odds = np.clip(odds, *_BOUNDS)
    close = np.asarray(1 / (1 + np.exp(-odds)), np.float32)
    return [odds, close, contrast(close, _CLOSENESS), *margins(close, _CLOSENESS)]


def _voices(first: Sequence[Passage], second: Sequence[Passage]) -> list[Matrix]:
    """Return whether two passages go on about one topic; how rare, and how nearly alone, one party is heard on it.

    A passage that names no topic, or no speaker, goes on about that, or is of the one, named last before it.
    """
    topics = [_carried([p.topics for p in side]) for side in (first, second)]
    voices = [
        [frozenset(product(who, what)) for who, what in zip(_carried([p.speakers for p in side]), found, strict=True)]
        for side, found in zip((first, second), topics, strict=True)
    ]
    heard = [Counter(voice for found in side for voice in found) for side in voices]
    total = len(first) + len(second)
    rare, alone = np.zeros((2, len(first), len(second)), np.float32)
    for i, j in product(range(len(first)), range(len(second))):
        for voice in voices[0][i] & voices[1][j]:
            rare[i, j] = max(rare[i, j], np.log(total / (heard[0][voice] + heard[1][voice])))
            alone[i, j] = max(alone[i, j], 1 / max(heard[0][voice], heard[1][voice]))
    shared = [[bool(one & other) for other in topics[1]] for one in topics[0]]
    return [np.array(shared, np.float32).reshape(rare.shape), rare, alone]


def _carried(found: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Return the sets with each empty one as the last before it that is not."""
    carried: list[frozenset[str]] = []
    for here in found:
        carried.append(here or (carried[-1] if carried else here))
    return carried


class _Sets:
    """How sets of facts of the passages of two accounts meet, each a matrix over all pairs."""

    def __init__(
        self, first: Sequence[Passage], second: Sequence[Passage], facts: Callable[[Passage], frozenset[Any]]
    ) -> None:
        one, other = [facts(passage) for passage in first], [facts(passage) for passage in second]
        place = {item: at for at, item in enumerate(sorted({item for found in (*one, *other) for item in found}))}
        a, b = _incidence(one, place), _incidence(other, place)
        shared = a @ b.T
        sizes = a.sum(axis=1)[:, None], b.sum(axis=1)[None, :]
        rarity = np.log(len(a) + len(b)) - np.log(np.maximum(a.sum(axis=0) + b.sum(axis=0), 1))
        self.touch = _number(shared > 0)
        self.apart = _number((sizes[0] > 0) & (sizes[1] > 0) & (shared == 0))
        self.alike = np.asarray(shared / np.maximum(sizes[0] + sizes[1] - shared, 1), np.float32)
        self.rare = np.asarray((a * rarity) @ b.T, np.float32)


def _incidence(sets: Sequence[frozenset[Any]], place: dict[Any, int]) -> Matrix:
    matrix = np.zeros((len(sets), len(place)), np.float32)
    for row, found in enumerate(sets):
        for item in found:
            matrix[row, place[item]] = 1
    return matrix


def _number(truth: NDArray[np.bool_]) -> Matrix:
    return truth.astype(np.float32)


def _parties(names: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the names in every fourth passage and more: the parties, who tell nothing of a point."""
    counts = Counter(name for found in names for name in found)
    return frozenset(name for name, count in counts.items() if count * 4 >= len(names))


def _shapes(first: Sequence[Passage], second: Sequence[Passage]) -> list[Matrix]:
    """Return what the places and lengths of two passages say."""
    opening = np.array([p.opening for p in first])[:, None], np.array([p.opening for p in second])[None, :]
    question = np.array([p.question for p in first])[:, None], np.array([p.question for p in second])[None, :]
    person = np.array([p.first_person for p in first])[:, None], np.array([p.first_person for p in second])[None, :]
    place = np.array([p.place for p in first])[:, None], np.array([p.place for p in second])[None, :]
    several = float(len(first) > 1 and len(second) > 1)
    length = (
        np.log([1.0 + len(p.stems) for p in first])[:, None],
        np.log([1.0 + len(p.stems) for p in second])[None, :],
    )
    return [
        _number(opening[0] & opening[1]),
        _number(opening[0] ^ opening[1]),
        # What a reporter asks is no point of an account.
        _number(question[0] ^ question[1]),
        # "I would say", "we're going to": what an official tells reporters, more often than what was said.
        _number(person[0] ^ person[1]),
        np.abs(place[0] - place[1]).astype(np.float32),
        # One sentence is neither a beginning nor an end.
        _number((place[0] == 0) & (place[1] == 0)) * several,
        _number((place[0] == 1) & (place[1] == 1)) * several,
        np.abs(length[0] - length[1]).astype(np.float32),
        np.minimum(length[0], length[1]).astype(np.float32),
    ]
