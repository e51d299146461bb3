"""Which passages of two accounts make one point: a logistic regression over features that can be told in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from readouts.collation.closeness import closeness
from readouts.collation.features import NAMES, measure
from readouts.collation.language_space import LanguageSpace, load_space
from readouts.collation.passages import Side
from readouts.resources import read_text
from readouts.text.vectors import Matrix

SHIPPED = "collation/links.tsv"
_CLOSENESS = NAMES.index("closeness odds")
# All pairs of `benchmarks.alignment` that are so close, and of contacts of their own, are links.
_SURE = 1.0
KINDS = ("same", "across", "same_unread", "across_unread")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds of a link, and from which probability on a link is shown.

    `mutual` is that from which two passages are joined that are each other's likeliest, `threshold` that for others.
    """

    intercept: float
    of: NDArray[np.float32]
    threshold: float
    mutual: float


@dataclass(frozen=True, slots=True)
class LinkModel:
    """Weights for accounts in one language and for accounts in two, and such as need no tokens read.

    Made by ``training.alignment``.
    """

    same: Weights
    across: Weights
    same_unread: Weights
    across_unread: Weights
    space: LanguageSpace

    def weights(self, first: Side, second: Side) -> Weights:
        """Return the weights that serve for the languages of two accounts."""
        read = first.tokens is not None and second.tokens is not None
        if first.language == second.language:
            return self.same if read else self.same_unread
        return self.across if read else self.across_unread

    def probabilities(self, first: Side, second: Side) -> Matrix:
        """Return the probability that two passages make one point, shape ``(len(first), len(second))``."""
        if not first.passages or not second.passages:
            return np.zeros((len(first.passages), len(second.passages)), np.float32)
        features = measure(first, second, self.space, closeness(first, second))
        return by_features(features, self.weights(first, second))


def by_features(features: Matrix, weights: Weights) -> Matrix:
    """Return the probability of each pair; no less than closeness gives it where that is sure by itself."""
    odds, close = features @ weights.of + weights.intercept, features[..., _CLOSENESS]
    return np.asarray(1 / (1 + np.exp(-np.where(close >= _SURE, np.maximum(odds, close), odds))), np.float32)


def joined(probable: Matrix, threshold: float, mutual: float) -> NDArray[np.bool_]:
    """Say which pairs of passages are joined, from their probabilities."""
    return np.asarray((probable >= threshold) | (mutual_best(probable) & (probable >= mutual)), np.bool_)


def mutual_best(probable: Matrix) -> NDArray[np.bool_]:
    """Say which pairs of passages are each other's likeliest."""
    if not probable.size:
        return np.zeros(probable.shape, np.bool_)
    best = (probable == probable.max(axis=1, keepdims=True)) & (probable == probable.max(axis=0, keepdims=True))
    return np.asarray(best, np.bool_)


def parse_weights(text: str) -> Mapping[str, Weights]:
    """Read a table with the columns feature and `KINDS`; raise ValueError when a feature is missing."""
    table: dict[str, list[float]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, *weights = line.split("\t")
            table[name] = list(map(float, weights))
    if wrong := set(table) ^ {*NAMES, "intercept", "threshold", "mutual"}:
        raise ValueError(f"the weights of links lack or exceed {wrong}")
    return {
        kind: Weights(
            table["intercept"][at],
            np.array([table[name][at] for name in NAMES], np.float32),
            table["threshold"][at],
            table["mutual"][at],
        )
        for at, kind in enumerate(KINDS)
    }


@lru_cache(maxsize=1)
def load_links() -> LinkModel:
    """Return the shipped model."""
    return LinkModel(**parse_weights(read_text(SHIPPED)), space=load_space())
