"""Which linked passages make one row; a passage is named by its account and its place there."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from readouts.collation.rows import Links, Node, group

_NODES = [(account, place) for account in range(3) for place in range(3)]
_PAIRS = [pair for pair in combinations(_NODES, 2) if pair[0][0] != pair[1][0]]


def members(links: Links, nodes: list[Node]) -> list[tuple[Node, ...]]:
    return [found.members for found in group(links, {node: str(node) for node in nodes})]


def test_a_row_within_fuller_rows_is_left_out() -> None:
    """Two passages that three accounts share each, and a link across them."""
    first, second = [(0, 0), (1, 0), (2, 0)], [(0, 1), (1, 1), (2, 1)]
    links = dict.fromkeys([*combinations(first, 2), *combinations(second, 2)], 0.9) | {((1, 0), (2, 1)): 0.5}
    assert sorted(members(links, first + second)) == [tuple(first), tuple(second)]


def test_a_row_that_says_more_stays() -> None:
    shared = [(0, 0), (1, 0), (2, 0)]
    links = dict.fromkeys(combinations(shared, 2), 0.9) | {((1, 0), (2, 1)): 0.5}
    assert any({(1, 0), (2, 1)} <= set(row) for row in members(links, [*shared, (2, 1)]))


@given(st.dictionaries(st.sampled_from(_PAIRS), st.floats(0.3, 1.0), max_size=12))
def test_every_passage_stands_in_a_row(links: Links) -> None:
    found = members(links, _NODES)
    assert {node for row in found for node in row} == set(_NODES)


@given(st.dictionaries(st.sampled_from([p for p in _PAIRS if p[1][0] < 2]), st.floats(0.3, 1.0), max_size=9))
def test_between_two_accounts_no_link_is_left_out(links: Links) -> None:
    rows = [set(found.links) for found in group(links, {node: str(node) for node in _NODES if node[0] < 2})]
    assert set(links) == {pair for row in rows for pair in row}
