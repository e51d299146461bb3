"""Words of official prose that keep the same company: which stems stand beside the same others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from readouts.collation.words import frame, load_words
from readouts.resources import read_bytes
from readouts.text.vectors import unit

Vectors = NDArray[np.float32]
SHIPPED = "collation/kindred.npz"


class Kindred:
    """Unit vectors of English stems, near where the stems are used alike: sanctions beside restrictions.

    Made by ``training.kindred``; `stems` stand in the order of the rows of `vectors`.
    """

    __slots__ = ("_places", "_vectors")

    def __init__(self, stems: Sequence[str], vectors: Vectors) -> None:
        self._places = {stem: at for at, stem in enumerate(stems)}
        self._vectors = vectors

    def of(self, passages: Sequence[Mapping[str, float]]) -> Vectors:
        """Return a unit vector for each passage, given as stems and how much each counts; rare stems count more.

        Stems of who says it and how are left aside; a passage without any known stem has a vector of zeros.
        """
        rarity, left_out = load_words().rarity, frame()
        found = np.zeros((len(passages), self._vectors.shape[1]), np.float32)
        for row, stems in enumerate(passages):
            kept = [stem for stem in stems if stem in self._places and stem not in left_out]
            known = [(self._places[stem], stems[stem] * rarity(stem)) for stem in kept]
            if known:
                places, weights = zip(*known, strict=True)
                found[row] = np.array(weights, np.float32) @ self._vectors[list(places)]
        return unit(found)


@lru_cache(maxsize=1)
def load_kindred() -> Kindred:
    """Return the shipped vectors."""
    with np.load(BytesIO(read_bytes(SHIPPED)), allow_pickle=False) as file:
        stems, vectors = file["stems"].tobytes().decode("utf-8").split("\n"), file["vectors"].astype(np.float32)
    return Kindred(stems, unit(vectors))
