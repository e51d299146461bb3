"""Rows from links: which passages of which accounts make one point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

Node = tuple[int, int]
Links = Mapping[tuple[Node, Node], float]
_Near = Mapping[Node, Mapping[Node, float]]


@dataclass(frozen=True, slots=True)
class Group:
    """The passages of one row, as (account, place in it), and the links that join them."""

    members: tuple[Node, ...]
    links: tuple[tuple[Node, Node], ...] = ()


def group(links: Links, texts: Mapping[Node, str]) -> list[Group]:
    """Gather linked passages into rows, each a passage with all that are linked to it and to no other row yet.

    A row may hold several passages of one account, and a passage that makes several points stands in several
    rows. Passages that have no link are rows by themselves. `texts` decides between equals, so that the
    order of the accounts does not. Its time grows with the links, not with their square.
    """
    near: dict[Node, dict[Node, float]] = {node: {} for node in texts}
    for (one, other), probability in links.items():
        near[one][other] = near[other][one] = probability
    fresh = {node: dict(others) for node, others in near.items() if others}
    rank = {text: -place for place, text in enumerate(sorted({texts[node] for node in fresh}))}
    heap = [(*_weight(others), rank[texts[node]], node) for node, others in fresh.items()]
    heapify(heap)
    rows = []
    while heap:
        *weight, order, centre = heappop(heap)
        # Links are only ever taken away, so a weight that has changed is a smaller one: it waits for its turn.
        now = _weight(fresh[centre])
        if not fresh[centre]:
            continue
        if tuple(weight) != now:
            heappush(heap, (*now, order, centre))
            continue
        members = {centre, *_around(centre, near, fresh, texts)}
        joined = [(one, other) for one in members for other in near[one] if other in members and one < other]
        for one, other in joined:
            fresh[one].pop(other, None)
            fresh[other].pop(one, None)
        rows.append(Group(tuple(sorted(members)), tuple(sorted(joined))))
    return _told_once(rows) + [Group((node,)) for node in texts if not near[node]]


def _told_once(rows: Sequence[Group]) -> list[Group]:
    """Leave out rows of which every passage stands in a row that all these accounts and more share.

    Else the row would show an account as silent that speaks to the point.
    """
    shared = [frozenset(account for account, _ in row.members) for row in rows]
    where: dict[Node, set[frozenset[int]]] = {}
    for row, accounts in zip(rows, shared, strict=True):
        for member in row.members:
            where.setdefault(member, set()).add(accounts)
    return [
        row
        for row, accounts in zip(rows, shared, strict=True)
        if not all(any(accounts < other for other in where[member]) for member in row.members)
    ]


def _weight(fresh: Mapping[Node, float]) -> tuple[int, float]:
    """Return how many links of a passage are in no row yet, and how strong they are together; most comes first."""
    return -len(fresh), -round(sum(fresh.values()), 4)


def _around(centre: Node, near: _Near, fresh: _Near, texts: Mapping[Node, str]) -> Iterable[Node]:
    """Return what stands in one row with `centre`: what is linked to it and to all others of other accounts there.

    Else two accounts that both touch on a broad passage of a third would stand in one row without a point in common.
    Passages of the centre's account stand beside it when they are so linked too, not only in rows told already.
    """
    chosen: dict[int, list[Node]] = {}
    for node in sorted(fresh[centre], key=lambda other: (-near[centre][other], texts[other])):
        others = (other for account, found in chosen.items() if account != node[0] for other in found)
        if all(other in near[node] for other in others):
            chosen.setdefault(node[0], []).append(node)
    found = [node for nodes in chosen.values() for node in nodes]
    beside = [
        node
        for node in near[found[0]]
        if node[0] == centre[0]
        and node != centre
        and all(other in near[node] for other in found)
        and any(other in fresh[node] for other in found)
    ]
    return found + beside
