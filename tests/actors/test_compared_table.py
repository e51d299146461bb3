"""The shipped table bears out what the material beside the checkout says of who held office."""

from __future__ import annotations

import pytest

from benchmarks.material import SHARED
from readouts.actors import load_table
from training.actors_compare import SOURCES, disagreements

pytestmark = pytest.mark.skipif(not (SHARED / "leaders").is_dir(), reason=f"the lists of leaders are not in {SHARED}")


# What is left are presidents elect, and sources that were late or mistaken: the CIA still lists Kabila in May 2019.
@pytest.mark.parametrize(("source", "least"), [("reign", 0.94), ("cia", 0.91), ("current", 0.96), ("visits", 0.99)])
def test_the_table_has_whom_the_sources_name(source: str, least: float) -> None:
    table = load_table()
    claims = list(SOURCES[source](table))
    assert 1 - len(list(disagreements(table, claims))) / len(claims) >= least
