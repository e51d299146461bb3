"""How likely each line of a copied page is residue: two small linear models, the second reading its neighbours.

The first weighs a line's own measures, those of the lines around it, and its words; the second weighs the
first's verdict on the line and on the lines around it. `training/residue.py` makes the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.lines import Line, hashed_words
from readouts.resources import read_bytes

Floats = NDArray[np.float32]
_NEIGHBOURS = (-2, -1, 1, 2)
_VERDICTS = (-4, -3, -2, -1, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class ResidueModel:
    """The weights of both models. `mean` and `scale` bring the measures to one size."""

    mean: Floats
    scale: Floats
    measure_weights: Floats
    word_weights: Floats
    intercept: float
    verdict_weights: Floats
    verdict_intercept: float


@lru_cache(maxsize=1)
def load_residue_model() -> ResidueModel:
    """Return the shipped weights."""
    with np.load(BytesIO(read_bytes("residue/lines.npz")), allow_pickle=False) as stored:
        floats = {name: stored[name].astype(np.float32) for name in stored.files}
        return ResidueModel(
            mean=floats["mean"],
            scale=floats["scale"],
            measure_weights=floats["measure_weights"],
            word_weights=floats["word_weights"],
            intercept=float(floats["intercept"]),
            verdict_weights=floats["verdict_weights"],
            verdict_intercept=float(floats["verdict_intercept"]),
        )


def residue_probabilities(model: ResidueModel, measures: Floats, lines: Sequence[Line]) -> Floats:
    """Return for each line how likely it is residue (0 to 1), shape ``(lines,)``."""
    if not lines:
        return np.zeros(0, np.float32)
    scaled = (measures - model.mean) / model.scale
    first = with_neighbours(scaled) @ model.measure_weights + model.intercept
    first += np.array([model.word_weights[hashed_words(line)].sum() for line in lines], np.float32)
    return _logistic(verdict_features(first, scaled) @ model.verdict_weights + model.verdict_intercept)


def with_neighbours(scaled: Floats) -> Floats:
    """Return each line's measures beside those of the two lines before and after it."""
    return np.hstack([scaled, *(_shifted(scaled, by) for by in _NEIGHBOURS)])


def verdict_features(first: Floats, scaled: Floats) -> Floats:
    """Return the first model's verdicts on each line and around it, beside the line's own measures."""
    squashed = np.tanh(first / 2)[:, None]
    around = np.hstack([_shifted(squashed, by) for by in _VERDICTS])
    return np.hstack(
        [
            first[:, None],
            squashed,
            around,
            around[:, :4].mean(1, keepdims=True),
            around[:, 4:].mean(1, keepdims=True),
            np.minimum(around[:, 3:4], around[:, 4:5]),
            np.maximum(around[:, 3:4], around[:, 4:5]),
            scaled,
        ]
    )


def _shifted(rows: Floats, by: int) -> Floats:
    """Return the rows `by` places on; beyond either end stands zero."""
    moved = np.zeros_like(rows)
    if by > 0:
        moved[:-by] = rows[by:]
    else:
        moved[-by:] = rows[:by]
    return moved


def _logistic(x: Floats) -> Floats:
    return (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)
