"""Rows from links: which passages of which accounts make one point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Node = tuple[int, int]
Links = Mapping[tuple[Node, Node], float]


@dataclass(frozen=True, slots=True)
class Group:
    """The passages of one row, as (account, place in it), and the links that join them."""

    members: tuple[Node, ...]
    links: tuple[tuple[Node, Node], ...] = ()


def group(links: Links, texts: Mapping[Node, str]) -> list[Group]:
    """Gather linked passages into rows, each a passage with all that are linked to it and to no other row yet.

    A row may hold several passages of one account, and a passage that makes several points stands in several
    rows. Passages that have no link are rows by themselves. `texts` decides between equals, so that the
    order of the accounts does not.
    """
    near: dict[Node, dict[Node, float]] = {node: {} for node in texts}
    for (one, other), probability in links.items():
        near[one][other] = near[other][one] = probability
    open_links = {frozenset(pair) for pair in links}
    rows = []
    while open_links:
        centre = max(near, key=lambda node: (*_weight(node, near, open_links), texts[node]))
        around = _around(centre, near, open_links)
        members = (centre, *around)
        joined = [pair for pair in links if pair[0] in members and pair[1] in members]
        open_links -= {frozenset(pair) for pair in joined}
        rows.append(Group(tuple(sorted(members)), tuple(sorted(joined))))
    linked = {node for pair in links for node in pair}
    return _told_once(rows) + [Group((node,)) for node in texts if node not in linked]


def _told_once(rows: Sequence[Group]) -> list[Group]:
    """Leave out rows of which every passage stands in a row that all these accounts and more share.

    Else the row would show an account as silent that speaks to the point.
    """
    shared = [frozenset(account for account, _ in row.members) for row in rows]
    where: dict[Node, list[frozenset[int]]] = {}
    for row, accounts in zip(rows, shared, strict=True):
        for member in row.members:
            where.setdefault(member, []).append(accounts)
    return [
        row
        for row, accounts in zip(rows, shared, strict=True)
        if not all(any(accounts < other for other in where[member]) for member in row.members)
    ]


def _weight(
    node: Node, near: Mapping[Node, Mapping[Node, float]], open_links: set[frozenset[Node]]
) -> tuple[int, float]:
    """Return how many links of a passage are in no row yet, and how strong they are together."""
    fresh = [p for other, p in near[node].items() if frozenset((node, other)) in open_links]
    return len(fresh), round(sum(fresh), 4)


def _around(
    centre: Node, near: Mapping[Node, Mapping[Node, float]], open_links: set[frozenset[Node]]
) -> Sequence[Node]:
    """Return what stands in one row with `centre`: what is linked to it and to all others of other accounts there.

    Else two accounts that both touch on a broad passage of a third would stand in one row without a point in common.
    """
    fresh = [node for node in near[centre] if frozenset((centre, node)) in open_links]
    chosen: list[Node] = []
    for node in sorted(fresh, key=lambda other: -near[centre][other]):
        others = [other for other in chosen if other[0] != node[0]]
        if all(other in near[node] for other in others):
            chosen.append(node)
    beside = [
        node
        for node in near
        if node[0] == centre[0] and node != centre and chosen and all(other in near[node] for other in chosen)
    ]
    return chosen + beside
