from __future__ import annotations

import pytest

from readouts.model import Publisher
from readouts.workflows.sigla import sigla

NORVIA = Publisher("Office of the President of Norvia", "NRV", "NV")
HERALD = Publisher("The Halden Herald")


@pytest.mark.parametrize(
    ("publishers", "marks"),
    [
        ([], []),
        ([NORVIA], ["NV"]),
        ([NORVIA, None, HERALD], ["NV", "B", "THH"]),
        ([NORVIA, NORVIA, HERALD], ["NV1", "NV2", "THH"]),
        ([None, None], ["A", "B"]),
        ([Publisher("…")], ["A"]),
    ],
)
def test_each_account_gets_a_mark_of_its_own(publishers: list[Publisher | None], marks: list[str]) -> None:
    assert sigla(publishers) == marks
