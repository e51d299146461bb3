"""Rows of numbers brought to one length."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
_SHORTEST = 1e-6


def unit(rows: Matrix) -> Matrix:
    """Return the rows as unit vectors; a row of zeros stays one."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _SHORTEST), np.float32)
