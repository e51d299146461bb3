"""Each text encoded once: sentences that are not cut are met again among the pieces of those that are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from readouts.text import Encoder


@dataclass(frozen=True, slots=True)
class Remembering:
    """An encoder that keeps the vectors of what it has encoded, for as long as one collation lasts."""

    encoder: Encoder
    vectors: dict[str, NDArray[np.float32]] = field(default_factory=dict)

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a sentence, shape ``(len(sentences), dimensions)``."""
        new = list(dict.fromkeys(sentence for sentence in sentences if sentence not in self.vectors))
        encoded = self.encoder.encode(new)
        self.vectors.update(zip(new, encoded, strict=True))
        if not sentences:
            return encoded
        return np.stack([self.vectors[sentence] for sentence in sentences])
