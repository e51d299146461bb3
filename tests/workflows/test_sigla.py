"""Sigla are short, and of each account its own."""

from __future__ import annotations

import pytest

from readouts.actors import ActorTable, load_table
from readouts.model import Publisher
from readouts.workflows.sigla import sigla

NORVIA = Publisher("Office of the President of Norvia", "NRV", "NV")
HERALD = Publisher("The Halden Herald")
TABLE = """
[[state]]
code = "XNV"
name = "Norvia"
"""


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return load_table(TABLE, "a test's table")


@pytest.mark.parametrize(
    ("publishers", "marks"),
    [
        ([], []),
        ([NORVIA], ["NV"]),
        ([NORVIA, None, HERALD], ["NV", "B", "HH"]),
        ([NORVIA, NORVIA, HERALD], ["NV1", "NV2", "HH"]),
        ([None, None], ["A", "B"]),
        ([Publisher("…")], ["A"]),
        # A state is its ISO code, or the code its table gives it.
        ([Publisher("Norvia"), Publisher("Office of the Chancellor", "DEU")], ["XNV", "DE"]),
        ([Publisher("Office of the President of Tavria"), Publisher("Tavria")], ["OPT", "TAV"]),
        ([Publisher("The Of")], ["TO"]),
    ],
)
def test_each_account_gets_a_mark_of_its_own(
    publishers: list[Publisher | None], marks: list[str], actors: ActorTable
) -> None:
    assert sigla(publishers, actors) == marks
