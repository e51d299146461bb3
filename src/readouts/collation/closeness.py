"""How close two passages are token by token, as they were read in their accounts: late interaction."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from readouts.collation.passages import Side
from readouts.text import Tokens
from readouts.text.vectors import Matrix, unit

# What the likeness of two passages, and what their tokens find in one another, add to the log-odds of one point; with
# these `training.contextual` fits the encoder.
WHOLE, TOKENS, NEITHER = 10.0, 20.0, -27.5
# A passage whose tokens weigh less than this altogether says too little to be found anywhere.
LEAST = np.float32(1e-3)


def closeness(first: Side, second: Side) -> Matrix | None:
    """Return the log-odds, by their tokens alone, that two passages make one point, for all pairs of two accounts.

    What a token finds in a passage is its likeness to the likest token there; tokens count by their weights. None
    where the tokens of an account were not read.
    """
    one, other = first.tokens, second.tokens
    if one is None or other is None:
        return None
    whole = unit(np.add.reduceat(one.states, first.begins)) @ unit(np.add.reduceat(other.states, second.begins)).T
    ends = np.maximum(np.append(first.begins[1:], len(one.starts)), first.begins + 1)
    passages = [slice(begin, end) for begin, end in zip(first.begins.tolist(), ends.tolist(), strict=True)]
    # One passage after another: all tokens by all tokens of two long accounts would not fit into memory.
    found = np.array([_found(one.vectors[at], one.weights[at], other, second.begins) for at in passages], np.float32)
    return np.asarray(WHOLE * whole + TOKENS * found / 2 + NEITHER, np.float32)


def _found(vectors: Matrix, weights: Matrix, other: Tokens, begins: NDArray[np.intp]) -> Matrix:
    """Return how much of one passage is found in each passage of the other account, and of each in it: their sum."""
    alike = vectors @ other.vectors.T
    there = weights @ np.maximum.reduceat(alike, begins, axis=1) / max(weights.sum(), LEAST)
    of_each = np.maximum(np.add.reduceat(other.weights, begins), LEAST)
    back = np.add.reduceat(alike.max(axis=0) * other.weights, begins) / of_each
    return np.asarray(there + back, np.float32)
