"""How close two passages are token by token, as they were read in their accounts: late interaction."""

from __future__ import annotations

import numpy as np

from readouts.collation.passages import Side
from readouts.collation.vectors import Matrix, unit

# What the likeness of two passages, and what their tokens find in one another, add to the log-odds of one point; with
# these `training.contextual` fits the encoder.
WHOLE, TOKENS, NEITHER = 10.0, 20.0, -27.5


def closeness(first: Side, second: Side) -> Matrix | None:
    """Return the log-odds, by their tokens alone, that two passages make one point, for all pairs of two accounts.

    What a token finds in a passage is its likeness to the likest token there; tokens count by their weights. None
    where the tokens of an account were not read.
    """
    one, other = first.tokens, second.tokens
    if one is None or other is None:
        return None
    alike = one.vectors @ other.vectors.T
    in_second = np.maximum.reduceat(alike, second.begins, axis=1) * one.weights[:, None]
    in_first = np.maximum.reduceat(alike, first.begins, axis=0) * other.weights[None, :]
    found = np.add.reduceat(in_second, first.begins, axis=0) / np.add.reduceat(one.weights, first.begins)[:, None]
    found += np.add.reduceat(in_first, second.begins, axis=1) / np.add.reduceat(other.weights, second.begins)[None, :]
    wholes = [unit(np.add.reduceat(side.tokens.states, side.begins, axis=0)) for side in (first, second) if side.tokens]
    return np.asarray(WHOLE * (wholes[0] @ wholes[1].T) + TOKENS * found / 2 + NEITHER, np.float32)
