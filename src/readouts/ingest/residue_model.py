"""How likely each line of a copied page is residue: a small network that reads a page's lines one beside the other.

A line is its measures and the sum of what its words weigh in a table; layers of convolution then let each line see the
lines around it, further off in each layer. `training/residue.py` makes the weights; here they are only multiplied.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import numpy as np

from readouts.ingest.lines import Lines
from readouts.ingest.measures import Floats, hashed, measure
from readouts.resources import read_bytes

# How far apart the lines are that a layer sets beside one another, a layer each, and how many it sets so.
STEPS = (1, 2, 4, 8)
WINDOW = 5
# Lines on either side that reach a line's verdict.
REACH = WINDOW // 2 * sum(STEPS)
_FAR = 5
# Lines taken in one go, for the memory they need.
_AT_ONCE = 8192
# Products of so many multiplications the library beneath numpy leaves to one thread; more threads than that wait for
# one another longer than they work.
_ONE_THREAD = 2**18


@dataclass(frozen=True, slots=True)
class ResidueModel:
    """The weights. `mean` and `scale` bring the measures to one size; `words` is the table of words.

    `enter` takes a line in, each of `layers` sees it beside its neighbours, `leave` weighs what the last layer and the
    first made of it; the last row of each is what is added.
    """

    mean: Floats
    scale: Floats
    words: Floats
    enter: Floats
    layers: Floats
    leave: Floats


@lru_cache(maxsize=1)
def load_residue_model() -> ResidueModel:
    """Return the shipped weights."""
    with np.load(BytesIO(read_bytes("residue/lines.npz")), allow_pickle=False) as stored:
        return ResidueModel(**{name: stored[name].astype(np.float32) for name in ResidueModel.__dataclass_fields__})


def residue_probabilities(model: ResidueModel, lines: Lines) -> Floats:
    """Return for each line how likely it is residue (0 to 1), shape ``(lines,)``. Linear in the number of lines."""
    count = len(lines)
    if not count:
        return np.zeros(0, np.float32)
    measures = brought_to_one_size(measure(lines), model.mean, model.scale)
    wide = measures.shape[1]
    entered = _product(measures, model.enter[:wide])
    entered += _words(model, lines) @ model.enter[wide:-1]
    entered = np.maximum(entered + model.enter[-1], 0)
    verdicts = []
    for start in range(0, count, _AT_ONCE):
        first, last = max(0, start - REACH), min(count, start + _AT_ONCE + REACH)
        seen = _beside_neighbours(model, entered[first:last])
        verdicts.append(seen[start - first : start - first + _AT_ONCE])
    width = entered.shape[1]
    leave = model.leave
    return _logistic(np.concatenate(verdicts) @ leave[:width] + entered @ leave[width:-1] + leave[-1])


def brought_to_one_size(measures: Floats, mean: Floats, scale: Floats) -> Floats:
    """Return measures as distances from their mean; what lies far off counts as less far."""
    scaled: Floats = (measures - mean) / scale
    return np.minimum(np.maximum(scaled, -_FAR), _FAR)


def _words(model: ResidueModel, lines: Lines) -> Floats:
    """Return what the words of each line weigh together, less for each the more there are."""
    line, places = hashed(lines)
    found = np.zeros((len(lines), model.words.shape[1]), np.float32)
    if len(line):
        opens = np.flatnonzero(np.diff(line, prepend=-1))
        weights = model.words[places[:, 0]] + model.words[places[:, 1]]
        many = np.sqrt(2 * np.diff(opens, append=len(line)), dtype=np.float32)
        found[line[opens]] = np.add.reduceat(weights, opens) / many[:, None]
    return found


def _beside_neighbours(model: ResidueModel, entered: Floats) -> Floats:
    count, width = entered.shape
    seen = entered
    for step, weights in zip(STEPS, model.layers, strict=True):
        margin = WINDOW // 2 * step
        padded = np.zeros((count + 2 * margin, width), np.float32)
        padded[margin : margin + count] = seen
        row, column = padded.strides
        beside = np.lib.stride_tricks.as_strided(padded, (count, WINDOW, width), (row, step * row, column))
        seen = seen + np.maximum(_product(beside.reshape(count, -1), weights[:-1]) + weights[-1], 0)
    return seen


def _product(rows: Floats, weights: Floats) -> Floats:
    at_once = max(1, _ONE_THREAD // weights.size)
    whole = len(rows) // at_once * at_once
    blocks = rows[:whole].reshape(-1, at_once, rows.shape[1]) @ weights
    return np.concatenate((blocks.reshape(whole, weights.shape[1]), rows[whole:] @ weights))


def _logistic(x: Floats) -> Floats:
    return (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)
