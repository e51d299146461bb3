"""Set accounts side by side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from readouts.collation.points import Point, find_points
from readouts.collation.witness import Witness
from readouts.model import Cell, Collation, Reading, Relation, Row, Silence
from readouts.text import Encoder

_LINK = 0.25


def collate(witnesses: Sequence[Witness], encoder: Encoder) -> Collation:
    """Return the rows between the accounts, cells in the order given; every point stands in a row."""
    points = [find_points(witness) for witness in witnesses]
    vectors = [_centred(encoder.encode([point.text for point in account])) for account in points]
    groups: list[dict[int, list[int]]] = []
    linked: list[set[int]] = [set() for _ in witnesses]
    for first in range(len(points)):
        for second in range(first + 1, len(points)):
            for row, column, _ in _links(vectors[first], vectors[second]):
                groups.append({first: [row], second: [column]})
                linked[first].add(row)
                linked[second].add(column)
    for account, found in enumerate(points):
        groups += [{account: [at]} for at in range(len(found)) if at not in linked[account]]
    groups.sort(key=lambda group: (min(group), group[min(group)]))
    return Collation(tuple(witness.account for witness in witnesses), tuple(_row(group, points) for group in groups))


def _centred(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    if len(vectors) < 2:
        return vectors
    centred = vectors - vectors.mean(axis=0)
    return np.asarray(centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-6), np.float32)


def _links(first: NDArray[np.float32], second: NDArray[np.float32]) -> list[tuple[int, int, float]]:
    """Return the pairs that are nearer to each other than each is to its neighbours (CSLS)."""
    if not len(first) or not len(second):
        return []
    similarity = first @ second.T
    near = min(3, *similarity.shape)
    of_rows = np.sort(similarity, axis=1)[:, -near:].mean(axis=1, keepdims=True)
    of_columns = np.sort(similarity, axis=0)[-near:].mean(axis=0, keepdims=True)
    contrast = 2 * similarity - of_rows - of_columns
    return [
        (int(row), int(column), float(contrast[row, column]))
        for row, column in np.argwhere((contrast > _LINK) & (similarity > _LINK))
    ]


def _row(group: dict[int, list[int]], points: Sequence[Sequence[Point]]) -> Row:
    cells: list[Cell] = [
        Reading(tuple(account[at].span for at in group[number])) if number in group else Silence()
        for number, account in enumerate(points)
    ]
    relation = Relation.ONLY if len(group) == 1 else Relation.SAME
    return Row(relation, None, tuple(cells))
