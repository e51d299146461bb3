"""Sentence vectors made comparable: turned, by language, so that sentences of accounts that make one point are near."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from readouts.resources import read_bytes
from readouts.text.vectors import unit

Vectors = NDArray[np.float32]
SHIPPED = "collation/space.npz"


@dataclass(frozen=True, slots=True)
class LanguageSpace:
    """The mean sentence of official prose by language, and the projection its sentences are compared in.

    Made by ``training.space``. A language without a mean of its own uses the mean of the passages at hand, and the
    projection of English.
    """

    means: Mapping[str, Vectors]
    projections: Mapping[str, Vectors]

    def project(self, vectors: Vectors, language: str | None) -> Vectors:
        """Return unit vectors, shape ``(len(vectors), dimensions)``, whose dot products compare across languages."""
        mean = self.means.get(language or "")
        if mean is None:
            mean = vectors.mean(axis=0) if len(vectors) > 1 else np.zeros(vectors.shape[1], np.float32)
        turned = (vectors - mean) @ self.projections.get(language or "", self.projections["en"])
        return unit(turned)


@lru_cache(maxsize=1)
def load_space() -> LanguageSpace:
    """Return the shipped space."""
    with np.load(BytesIO(read_bytes(SHIPPED)), allow_pickle=False) as file:
        arrays = {name: file[name].astype(np.float32) for name in file.files}
    by_sort = [
        {name.removeprefix(sort): array for name, array in arrays.items() if name.startswith(sort)}
        for sort in ("mean_", "projection_")
    ]
    return LanguageSpace(*by_sort)
