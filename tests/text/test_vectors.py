"""Rows of numbers brought to one length."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readouts.text.vectors import unit


@given(st.lists(st.lists(st.floats(-1e3, 1e3, width=32), min_size=3, max_size=3), min_size=1, max_size=5))
def test_rows_are_of_length_one_and_keep_their_direction(rows: list[list[float]]) -> None:
    given_rows = np.array(rows, np.float32)
    found = unit(given_rows)
    lengths = np.linalg.norm(given_rows, axis=1)
    for row, length, one in zip(given_rows, lengths, found, strict=True):
        if length > 1e-3:
            np.testing.assert_allclose(one * length, row, rtol=1e-3, atol=1e-3)
            assert abs(float(np.linalg.norm(one)) - 1) < 1e-4


def test_a_row_of_zeros_stays_one() -> None:
    assert unit(np.zeros((1, 4), np.float32)).tolist() == [[0.0] * 4]
