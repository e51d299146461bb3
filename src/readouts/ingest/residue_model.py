"""How likely each line of a copied page is residue: two small linear models, the second reading its neighbours.

The first weighs a line's own measures, those of the lines around it, and its words; the second weighs the
first's verdict on the line and on the lines around it. `training/residue.py` makes the weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import numpy as np

from readouts.ingest.lines import Lines
from readouts.ingest.measures import Floats, hashed, measure
from readouts.resources import read_bytes

_NEIGHBOURS = (-2, -1, 1, 2)
_VERDICTS = (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6)
_WIDTHS = (3, 8, 20)
_FAR = 5


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


def residue_probabilities(model: ResidueModel, lines: Lines) -> Floats:
    """Return for each line how likely it is residue (0 to 1), shape ``(lines,)``."""
    if not len(lines):
        return np.zeros(0, np.float32)
    scaled = brought_to_one_size(measure(lines), model.mean, model.scale)
    line, place = hashed(lines)
    words = np.bincount(line, weights=model.word_weights[place], minlength=len(lines))
    first = _weighed(scaled, model.measure_weights) + (words + model.intercept).astype(np.float32)
    return _logistic(verdict_features(first, scaled) @ model.verdict_weights + model.verdict_intercept)


def brought_to_one_size(measures: Floats, mean: Floats, scale: Floats) -> Floats:
    """Return measures as distances from their mean; what lies far off counts as less far."""
    scaled: Floats = np.clip((measures - mean) / scale, -_FAR, _FAR)
    return scaled


def with_neighbours(scaled: Floats) -> Floats:
    """Return each line's measures beside those of the two lines before and after it."""
    return np.hstack([scaled, *(_shifted(scaled, by) for by in _NEIGHBOURS)])


def _weighed(scaled: Floats, weights: Floats) -> Floats:
    """Return the weighted sum of `with_neighbours`, without setting the copies side by side."""
    parts = scaled @ weights.reshape(1 + len(_NEIGHBOURS), -1).T
    total: Floats = parts[:, 0].copy()
    for part, by in enumerate(_NEIGHBOURS, 1):
        total += _shifted(parts[:, part], by)
    return total


def verdict_features(first: Floats, scaled: Floats) -> Floats:
    """Return the first model's verdicts on each line and around it, beside the line's own measures."""
    squashed: Floats = np.tanh(first / 2)
    count, at = len(first), np.arange(len(first))
    passed = np.concatenate(([0.0], np.cumsum(squashed)))
    wide = [
        (passed[np.minimum(at + width + 1, count)] - passed[np.maximum(at - width, 0)]) / (2 * width + 1)
        for width in _WIDTHS
    ]
    before = passed[:-1] / np.maximum(at, 1)
    after = (passed[-1] - passed[1:]) / np.maximum(count - 1 - at, 1)
    around = [_shifted(squashed, by) for by in _VERDICTS]
    nearest = around[len(around) // 2 - 1], around[len(around) // 2]
    columns = (first, squashed, *around, np.minimum(*nearest), np.maximum(*nearest), *wide, before, after)
    return np.hstack([np.stack(columns, 1).astype(np.float32), scaled])


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
