"""Set accounts side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from readouts.collation.differences import find_differences, quotes
from readouts.collation.explain import explain
from readouts.collation.links import LinkModel, joined, load_links
from readouts.collation.passages import Passage, Side, prepare
from readouts.collation.points import find_points
from readouts.collation.referring import Reference, find_references
from readouts.collation.rows import Group, Links, Node, group
from readouts.collation.topics import topic_of, topics_of
from readouts.collation.witness import Witness
from readouts.collation.wording import WordingTable, load_wording
from readouts.model import Cell, Collation, Difference, DifferenceKind, Reading, Relation, Row, Silence, Span
from readouts.text import Encoder

# How sure a link is that a report makes in so many words: it is the reporter's, not measured.
_REFERRED = 0.8
_OPENING = "opening"


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
    references = find_references(witnesses, points)
    links = {**find_links(sides, model), **_referred(references)}
    texts = {(at, i): passage.point.text for at, side in enumerate(sides) for i, passage in enumerate(side.passages)}
    groups = sorted(group(links, texts), key=lambda found: found.members)
    rows = tuple(_row(found, links, sides, witnesses, wording, references) for found in groups)
    return Collation(tuple(witness.account for witness in witnesses), rows)


def find_links(sides: Sequence[Side], model: LinkModel) -> Links:
    """Return the probability of each link between passages of two accounts that is likely enough to be shown."""
    links: dict[tuple[Node, Node], float] = {}
    for first in range(len(sides)):
        for second in range(first + 1, len(sides)):
            probable = model.probabilities(sides[first], sides[second])
            weights = model.weights(sides[first], sides[second])
            for i, j in np.argwhere(joined(probable, weights.threshold, weights.mutual)).tolist():
                links[(first, i), (second, j)] = float(probable[i, j])
    return links


def _referred(references: Sequence[Reference]) -> Links:
    """Return the links a report makes itself by its words."""
    return {
        (min(earlier, reference.point), max(earlier, reference.point)): _REFERRED
        for reference in references
        for earlier in reference.earlier
    }


def _row(
    found: Group,
    links: Links,
    sides: Sequence[Side],
    witnesses: Sequence[Witness],
    wording: WordingTable,
    references: Sequence[Reference],
) -> Row:
    members = [[sides[at].passages[i] for number, i in found.members if number == at] for at in range(len(sides))]
    cells: tuple[Cell, ...] = tuple(
        Reading(tuple(passage.point.span for passage in passages)) if passages else Silence() for passages in members
    )
    topic = (
        _OPENING
        if all(_opens(passages) for passages in members if passages)
        else topic_of(
            [
                sum((topics_of(w.parse.text, w.parse.language, p.point.span) for p in passages), Counter())
                for w, passages in zip(witnesses, members, strict=True)
                if passages
            ]
        )
    )
    if not found.links:
        return Row(Relation.ONLY, topic, cells)
    confidence = float(np.mean([links[pair] for pair in found.links]))
    spans = [[passage.point.span for passage in passages] for passages in members]
    reported = [r for r in references if any({r.point, e} <= set(found.members) for e in r.earlier)]
    differences = (*_further(reported, spans, witnesses), *find_differences(witnesses, spans, wording))
    relation = Relation.DIFFERS if differences else Relation.SAME
    why = _why(members, topic, reported, witnesses)
    return Row(relation, topic, cells, differences, confidence, why, quotes(witnesses, spans, wording))


def _opens(passages: Sequence[Passage]) -> bool:
    return any(passage.opening and passage.place == 0 for passage in passages)


def _further(
    reported: Sequence[Reference], spans: Sequence[Sequence[Span]], witnesses: Sequence[Witness]
) -> tuple[Difference, ...]:
    """Return a difference of force where the report says that one account goes further; it rests on what both say."""
    found = []
    for reference in (r for r in reported if r.further):
        involved = {reference.point[0], reference.earlier[0][0]}
        cited = [tuple(cell) if at in involved else () for at, cell in enumerate(spans)]
        values = tuple(
            " … ".join(" ".join(span.of(w.parse.text).split()) for span in cell) or None
            for w, cell in zip(witnesses, cited, strict=True)
        )
        found.append(Difference(DifferenceKind.FORCE, values, tuple(cited)))
    return tuple(found[:1])


def _why(
    members: Sequence[Sequence[Passage]],
    topic: str | None,
    reported: Sequence[Reference],
    witnesses: Sequence[Witness],
) -> str:
    if not reported:
        return explain(members, topic)
    first = reported[0]
    return f"the report sets them beside each other: {first.words.of(witnesses[first.point[0]].parse.text)}"
