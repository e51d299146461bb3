"""How likely each line of a copied page is residue: a small network that reads a page's lines one beside the other.

A line is its measures and the sum of what its words weigh in a table; layers of convolution then let each line see the
lines around it, further off in each layer. `training/residue.py` makes the weights; here they are only multiplied.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.lines import Lines
from readouts.ingest.measures import Floats, measure
from readouts.resources import read_bytes

# How far apart the lines are that a layer sets beside one another, a layer each, and how many it sets so.
STEPS = (1, 3, 9)
WINDOW = 5
# Lines on either side that reach a line's verdict.
REACH = WINDOW // 2 * sum(STEPS)
_FAR = 5
_LEAST_ODDS = -30
# The table of words has so many rows: of a word's place so many bits fewer.
WORDS, _WORD_SHIFT = 2**14, np.uint16(2)
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
    width = model.layers.shape[2]
    odds = np.empty(count, np.float32)
    for start in range(0, count, _AT_ONCE):
        first, last = max(0, start - REACH), min(count, start + _AT_ONCE + REACH)
        entered = _entered(model, measures[first:last], lines, first, last)
        found = _beside_neighbours(model, entered) @ model.leave[:width]
        found += entered @ model.leave[width:-1]
        odds[start : start + _AT_ONCE] = found[start - first : start - first + _AT_ONCE]
    odds += model.leave[-1]
    np.maximum(odds, _LEAST_ODDS, out=odds)
    probabilities: Floats = np.reciprocal(1 + np.exp(-odds))
    return probabilities


def _entered(model: ResidueModel, measures: Floats, lines: Lines, first: int, last: int) -> Floats:
    """Return lines as they are taken in, each by itself."""
    entered = _product(np.concatenate((measures, _words(model, lines, first, last)), axis=1), model.enter[:-1])
    entered += model.enter[-1]
    return np.maximum(entered, 0, out=entered)


def brought_to_one_size(measures: Floats, mean: Floats, scale: Floats) -> Floats:
    """Return measures, a row a measure, as distances from their mean, a row a line; what lies far off counts less."""
    scaled: Floats = measures.T - mean
    scaled /= scale
    np.maximum(scaled, -_FAR, out=scaled)
    np.minimum(scaled, _FAR, out=scaled)
    return scaled


def _words(model: ResidueModel, lines: Lines, first: int, last: int) -> Floats:
    """Return what the words of each line weigh together, less for each the more there are."""
    words, bounds = lines.words[first:last], lines.bounds[first : last + 1]
    found = np.zeros((len(words), model.words.shape[1]), np.float32)
    filled = words.nonzero()[0]
    if len(filled):
        rows = word_rows(lines.places[bounds[0] : bounds[-1]])
        weights = model.words.take(rows[:, 0], axis=0)
        weights += model.words.take(rows[:, 1], axis=0)
        found[filled] = np.add.reduceat(weights, bounds[filled] - bounds[0])
        found /= np.sqrt(2 * np.maximum(words, 1), dtype=np.float32)[:, None]
    return found


def word_rows(places: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """Return the rows of words in the table of words."""
    return places >> _WORD_SHIFT


def _beside_neighbours(model: ResidueModel, entered: Floats) -> Floats:
    count, width = entered.shape
    margin = WINDOW // 2 * max(STEPS)
    padded = np.zeros((count + 2 * margin, width), np.float32)
    seen = padded[margin : margin + count]
    seen += entered
    row, cell = padded.strides
    for step, weights in zip(STEPS, model.layers, strict=True):
        # Each line with those some steps above and below it: the same memory, read at other strides.
        first = margin - WINDOW // 2 * step
        beside = np.ndarray((count, WINDOW, width), np.float32, padded, first * row, (row, step * row, cell))
        heard = _product(beside.reshape(count, -1), weights[:-1])
        heard += weights[-1]
        seen += np.maximum(heard, 0, out=heard)
    return seen


def _product(rows: Floats, weights: Floats) -> Floats:
    at_once = max(1, _ONE_THREAD // weights.size)
    if len(rows) <= at_once:
        return rows @ weights
    whole = len(rows) // at_once * at_once
    blocks = rows[:whole].reshape(-1, at_once, rows.shape[1]) @ weights
    return np.concatenate((blocks.reshape(whole, weights.shape[1]), rows[whole:] @ weights))
