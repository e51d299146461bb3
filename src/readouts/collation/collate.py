"""Set accounts side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from readouts.collation.bare import bare_links, is_known, unknown_languages
from readouts.collation.differences import find_differences, quotes
from readouts.collation.explain import explain, opens
from readouts.collation.links import LinkModel, joined, load_links
from readouts.collation.manners import same_manner
from readouts.collation.narrow import Narrowed, narrow
from readouts.collation.outlines import outline, weigh
from readouts.collation.passages import Passage, Side, prepare, read
from readouts.collation.points import find_points
from readouts.collation.referring import Reference, find_references
from readouts.collation.remembering import Remembering
from readouts.collation.rows import Group, Links, Node, group
from readouts.collation.topics import OPENING, pervading, signs_of, topic_of, topics_of
from readouts.collation.witness import Witness
from readouts.collation.wording import WordingTable, load_wording
from readouts.model import Cell, Collation, Difference, DifferenceKind, Outline, Reading, Relation, Row, Silence, Span
from readouts.text import Reader

# How sure a link is that a report makes in so many words: it is the reporter's, not measured.
_REFERRED = 0.8
# How sure it is that two accounts which each say how the talks went mean the same talks: not measured.
_MANNER = 0.5
# What a report says of two accounts that it sets beside each other.
_FURTHER, _LESS_FAR = "goes further, says the report", "does not go so far, says the report"
_WORD = re.compile(r"\w")


def collate(
    witnesses: Sequence[Witness],
    reader: Reader,
    wording: WordingTable | None = None,
    model: LinkModel | None = None,
) -> Collation:
    """Return the rows between the accounts, cells in the order given; every point stands in a row.

    Rows follow the first account, then what only later ones say. `wording` and `model` are the shipped ones where
    none is given. What is found does not depend on the order of the accounts.
    """
    wording, model = wording or load_wording(), model or load_links()
    points = [find_points(witness) for witness in witnesses]
    encoder = Remembering(reader)
    sides = prepare(witnesses, points, read(witnesses, points, reader), encoder)
    references = find_references(witnesses, points)
    links = {**find_links(sides, model), **_referred(references)}
    cited = {node for reference in references for node in (reference.point, *reference.earlier)}
    narrowed = narrow(links, sides, witnesses, encoder, model, cited)
    texts = {(at, i): passage.point.text for at, found in enumerate(narrowed.points) for i, passage in enumerate(found)}
    groups = sorted(group(narrowed.links, texts), key=lambda found: found.members)
    signs = [_signs(side, witness) for side, witness in zip(sides, witnesses, strict=True)]
    everywhere = pervading(signs)
    topics = [_topic(found, narrowed, witnesses, signs, everywhere) for found in groups]
    rows = [
        _row(found, topic, narrowed, witnesses, wording, references)
        for found, topic in zip(groups, topics, strict=True)
    ]
    outlines = _outlines(groups, rows, narrowed, witnesses, signs)
    problems = unknown_languages([(w.account.id, w.parse.language) for w in witnesses])
    return Collation(tuple(w.account for w in witnesses), weigh(rows, outlines), problems, outlines)


def find_links(sides: Sequence[Side], model: LinkModel) -> Links:
    """Return the probability of each link between passages of two accounts that is likely enough to be shown."""
    links: dict[tuple[Node, Node], float] = {}
    for first in range(len(sides)):
        for second in range(first + 1, len(sides)):
            if not (is_known(sides[first].language) and is_known(sides[second].language)):
                for (i, j), sure in bare_links(sides[first], sides[second]).items():
                    links[(first, i), (second, j)] = sure
                continue
            probable = model.probabilities(sides[first], sides[second])
            weights = model.weights(sides[first], sides[second])
            shown = joined(probable, weights.threshold, weights.mutual)
            for i, j in np.argwhere(shown).tolist():
                links[(first, i), (second, j)] = float(probable[i, j])
            if pair := same_manner(sides[first], sides[second], probable):
                node = (first, pair[0]), (second, pair[1])
                links[node] = max(_MANNER, float(probable[pair]))
    return links


def _referred(references: Sequence[Reference]) -> Links:
    """Return the links a report makes itself by its words."""
    return {
        (min(earlier, reference.point), max(earlier, reference.point)): _REFERRED
        for reference in references
        for earlier in reference.earlier
    }


def _signs(side: Side, witness: Witness) -> list[Counter[str]]:
    """Count the signs of topics in each sentence of an account."""
    parse, points = witness.parse, [passage.point for passage in side.passages]
    blocks = [parse.sentences[point.sentence].block for point in points]
    return signs_of(parse.text, parse.language, blocks, [point.span for point in points])


def _members(found: Group, narrowed: Narrowed) -> list[list[Passage]]:
    """Return the points of a row, account by account."""
    members: list[list[Passage]] = [[] for _ in narrowed.points]
    for at, i in found.members:
        members[at].append(narrowed.points[at][i])
    return members


def _topic(
    found: Group,
    narrowed: Narrowed,
    witnesses: Sequence[Witness],
    signs: Sequence[Sequence[Counter[str]]],
    everywhere: frozenset[str],
) -> str | None:
    """Return the topic of a row: of its own words, else of the sentences they stand in where these have but one."""
    members = _members(found, narrowed)
    if all(opens(passages) for passages in members if passages):
        return OPENING
    own: list[Counter[str]] = [Counter() for _ in witnesses]
    around: list[Counter[str]] = [Counter() for _ in witnesses]
    for at, i in found.members:
        parse = witnesses[at].parse
        point, sentence = narrowed.points[at][i].point, narrowed.origins[at][i]
        own[at] += topics_of(parse.text, parse.language, point.span)
        if len(signs[at][sentence]) == 1 or narrowed.origins[at].count(sentence) == 1:
            around[at] += signs[at][sentence]
    return topic_of(own, everywhere) or topic_of(around, everywhere)


def _outlines(
    groups: Sequence[Group],
    rows: Sequence[Row],
    narrowed: Narrowed,
    witnesses: Sequence[Witness],
    signs: Sequence[Sequence[Counter[str]]],
) -> tuple[Outline, ...]:
    """Return the outline of each account; a point of several rows is on the topic of the surest of these."""
    topics: dict[Node, str | None] = {}
    for found, row in sorted(zip(groups, rows, strict=True), key=lambda pair: -pair[1].confidence):
        for node in found.members:
            topics.setdefault(node, row.topic)
    return tuple(
        outline(
            [(passage.point.span, topics[at, i]) for i, passage in enumerate(points)],
            witness,
            {topic for found in signs[at] for topic in found} | {topics[at, i] or "" for i in range(len(points))},
        )
        for at, (points, witness) in enumerate(zip(narrowed.points, witnesses, strict=True))
    )


def _row(
    found: Group,
    topic: str | None,
    narrowed: Narrowed,
    witnesses: Sequence[Witness],
    wording: WordingTable,
    references: Sequence[Reference],
) -> Row:
    members = _members(found, narrowed)
    spans = [_spans(passages, w.parse.text) for w, passages in zip(witnesses, members, strict=True)]
    cells: tuple[Cell, ...] = tuple(Reading(cell) if cell else Silence() for cell in spans)
    if not found.links:
        return Row(Relation.ONLY, topic, cells)
    confidence = float(np.mean([narrowed.links[pair] for pair in found.links]))
    sentences = {(at, narrowed.origins[at][i]) for at, i in found.members}
    reported = [r for r in references if any({r.point, e} <= sentences for e in r.earlier)]
    differences = (*_further(reported, spans), *find_differences(witnesses, spans, wording))
    relation = Relation.DIFFERS if differences else Relation.SAME
    why = _why(members, topic, reported, witnesses)
    return Row(relation, topic, cells, differences, confidence, why, quotes(witnesses, spans, wording))


def _spans(passages: Sequence[Passage], text: str) -> tuple[Span, ...]:
    """Return the passages of a cell; pieces of a sentence between which no word stands are one passage."""
    found: list[tuple[int, Span]] = []
    for point in (passage.point for passage in passages):
        if found and found[-1][0] == point.sentence and not _WORD.search(text, found[-1][1].end, point.span.start):
            found[-1] = point.sentence, Span(found[-1][1].start, point.span.end)
        else:
            found.append((point.sentence, point.span))
    return tuple(span for _, span in found)


def _further(reported: Sequence[Reference], spans: Sequence[Sequence[Span]]) -> tuple[Difference, ...]:
    """Return the difference of force where the report says that one account goes further; it rests on what both say."""
    reference = next((one for one in reported if one.further), None)
    if reference is None:
        return ()
    said = {reference.point[0]: _FURTHER, reference.earlier[0][0]: _LESS_FAR}
    values = tuple(said.get(at) if cell else None for at, cell in enumerate(spans))
    cited = tuple(tuple(cell) if at in said else () for at, cell in enumerate(spans))
    return (Difference(DifferenceKind.FORCE, values, cited),)


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
