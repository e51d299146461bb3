"""Set accounts side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from readouts.collation.differences import find_differences
from readouts.collation.explain import explain
from readouts.collation.links import LinkModel, load_links
from readouts.collation.passages import Side, prepare
from readouts.collation.points import find_points
from readouts.collation.rows import Group, Links, Node, group
from readouts.collation.topics import topic_of, topics_of
from readouts.collation.witness import Witness
from readouts.collation.wording import WordingTable, load_wording
from readouts.model import Cell, Collation, Reading, Relation, Row, Silence
from readouts.text import Encoder


def collate(
    witnesses: Sequence[Witness],
    encoder: Encoder,
    wording: WordingTable | None = None,
    model: LinkModel | None = None,
) -> Collation:
    """Return the rows between the accounts, cells in the order given; every point stands in a row.

    Rows follow the first account, then what only later ones say. `wording` and `model` are the shipped ones where
    none is given. What is found does not depend on the order of the accounts.
    """
    wording, model = wording or load_wording(), model or load_links()
    points = [find_points(witness) for witness in witnesses]
    sides = prepare(witnesses, points, encoder)
    links = find_links(sides, model)
    texts = {(at, i): passage.point.text for at, side in enumerate(sides) for i, passage in enumerate(side.passages)}
    groups = sorted(group(links, texts), key=lambda found: found.members)
    rows = tuple(_row(found, links, sides, witnesses, wording) for found in groups)
    return Collation(tuple(witness.account for witness in witnesses), rows)


def find_links(sides: Sequence[Side], model: LinkModel) -> Links:
    """Return the probability of each link between passages of two accounts that is likely enough to be shown."""
    links: dict[tuple[Node, Node], float] = {}
    for first in range(len(sides)):
        for second in range(first + 1, len(sides)):
            probable = model.probabilities(sides[first], sides[second])
            threshold = model.weights(sides[first], sides[second]).threshold
            for i, j in np.argwhere(probable >= threshold).tolist():
                links[(first, i), (second, j)] = float(probable[i, j])
    return links


def _row(found: Group, links: Links, sides: Sequence[Side], witnesses: Sequence[Witness], wording: WordingTable) -> Row:
    members = [[sides[at].passages[i] for number, i in found.members if number == at] for at in range(len(sides))]
    cells: tuple[Cell, ...] = tuple(
        Reading(tuple(passage.point.span for passage in passages)) if passages else Silence() for passages in members
    )
    topic = topic_of(
        [
            sum((topics_of(w.parse.text, w.parse.language, p.point.span) for p in passages), Counter())
            for w, passages in zip(witnesses, members, strict=True)
            if passages
        ]
    )
    if not found.links:
        return Row(Relation.ONLY, topic, cells)
    confidence = float(np.mean([links[pair] for pair in found.links]))
    spans = [[passage.point.span for passage in passages] for passages in members]
    differences = find_differences(witnesses, spans, wording)
    relation = Relation.DIFFERS if differences else Relation.SAME
    return Row(relation, topic, cells, differences, confidence, explain(members, topic))
