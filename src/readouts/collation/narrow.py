"""From sentences that make one point to the pieces of them that make it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, combinations, pairwise

import numpy as np

from readouts.collation.bare import bare_weights, is_known
from readouts.collation.clauses import Clause, split_clauses
from readouts.collation.links import LinkModel, mutual_best
from readouts.collation.openings import OPENINGS
from readouts.collation.passages import Passage, Side, prepare
from readouts.collation.points import Point
from readouts.collation.quoting import quoting
from readouts.collation.rows import Links, Node
from readouts.collation.witness import Witness
from readouts.model import Span
from readouts.text import Encoder, Parse
from readouts.text.vectors import Matrix

# Pieces of two linked sentences meet when they are the likeliest pair, nearly as likely, or likely by themselves; of
# what is then left of both sentences, the likeliest pair when it is not quite unlikely. Chosen by looking at the pieces
# of the development pairs of `benchmarks.alignment`: nearly all are above .3 or below .01.
_OF_BEST, _LIKELY, _LEFT_OVER = 0.5, 0.35, 0.03
# Pieces of sentences in one language that are not linked meet from this probability on, when each is the other's
# likeliest: a short point inside an enumerating sentence. Across languages one in eight of such pairs was right.
_ALONE = 0.45
# A piece that quotes an account meets the likeliest point of it from this probability on: a report that quotes says
# itself that the words stand there, however they drifted. In the seed's pairs the right ones lie above .1, the
# likeliest for pieces that quote nothing below .01. So sure they are at least; that figure is not measured.
_QUOTED, _SURE = 0.1, 0.5
# Pieces of two accounts that both meet one piece of a third meet from this probability on: of 17 such pieces in nine
# comparisons of three real accounts, 13 made one point, as did few of those less likely.
_THROUGH = 0.1


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The points of each account, in the order of its text; from which of its sentences each is; the links."""

    points: tuple[tuple[Passage, ...], ...]
    origins: tuple[tuple[int, ...], ...]
    links: Links


@dataclass(frozen=True, slots=True)
class _Cut:
    """The sentences of one account cut into pieces, the pieces ready to be aligned; where each sentence's begin."""

    clauses: tuple[tuple[Clause, ...], ...]
    side: Side
    first: tuple[int, ...]
    owner: tuple[int, ...]

    def of(self, sentence: int) -> range:
        """Return the places of a sentence's pieces."""
        return range(self.first[sentence], self.first[sentence] + len(self.clauses[sentence]))


def narrow(
    links: Links,
    sides: Sequence[Side],
    witnesses: Sequence[Witness],
    encoder: Encoder,
    model: LinkModel,
    whole: Collection[Node] = (),
) -> Narrowed:
    """Cut sentences into the points they make, but for those in `whole`, and link the pieces that meet.

    Between two linked sentences at least one pair of pieces stays linked. A piece that meets nothing is a point of its
    own when it says enough by itself; else it adds to the point beside it. Every word of a sentence stays in a point.
    """
    cuts = _cut(sides, witnesses, encoder, whole)
    met: dict[tuple[Node, Node], float] = {}
    likelies: dict[tuple[int, int], Matrix] = {}
    for one, other in combinations(range(len(sides)), 2):
        between = {(i, j): p for ((a, i), (b, j)), p in links.items() if (a, b) == (one, other)}
        likely = likelies[one, other] = _likely(cuts[one].side, cuts[other].side, model)
        pieces = _meet(between, cuts[one], cuts[other], likely)
        for k, m in _quoted(cuts[one].side, cuts[other].side, witnesses[one], witnesses[other], likely):
            pieces[k, m] = max(pieces.get((k, m), 0.0), float(likely[k, m]), _SURE)
        for (k, m), probability in pieces.items():
            met[(one, k), (other, m)] = probability
    met |= _through(met, likelies)
    partners = _partners(met)
    points: list[tuple[Passage, ...]] = []
    origins: list[tuple[int, ...]] = []
    place: dict[Node, Node] = {}
    for at, (cut, witness) in enumerate(zip(cuts, witnesses, strict=True)):
        meets = [frozenset(partners.get((at, piece), ())) for piece in range(len(cut.owner))]
        runs = [run for number in range(len(cut.clauses)) for run in _runs(cut, number, meets)]
        place |= {(at, piece): (at, i) for i, run in enumerate(runs) for piece in run}
        points.append(tuple(_point(cut.side, run, meets, witness.parse) for run in runs))
        origins.append(tuple(cut.owner[run.start] for run in runs))
    joined: dict[tuple[Node, Node], float] = {}
    for (piece, partner), probability in met.items():
        pair = place[piece], place[partner]
        joined[pair] = max(probability, joined.get(pair, 0.0))
    return Narrowed(tuple(points), tuple(origins), joined)


def _partners(met: Links) -> dict[Node, set[Node]]:
    partners: dict[Node, set[Node]] = {}
    for piece, partner in met:
        partners.setdefault(piece, set()).add(partner)
        partners.setdefault(partner, set()).add(piece)
    return partners


def _through(met: Links, likelies: Mapping[tuple[int, int], Matrix]) -> Links:
    """Return the links of pieces that both meet one of a third account, and are not unlikely to make one point.

    Else a point that three accounts make could stand in rows of two, each of which shows the third as silent.
    """
    found: dict[tuple[Node, Node], float] = {}
    for partners in _partners(met).values():
        for (a, k), (b, m) in combinations(sorted(partners), 2):
            if a != b and ((a, k), (b, m)) not in met and (likely := float(likelies[a, b][k, m])) >= _THROUGH:
                found[(a, k), (b, m)] = likely
    return found


def _cut(sides: Sequence[Side], witnesses: Sequence[Witness], encoder: Encoder, whole: Collection[Node]) -> list[_Cut]:
    clauses = [
        tuple(
            (Clause(passage.point.span, further=True, own=True),)
            if (at, number) in whole
            else split_clauses(witness.parse, passage.point)
            for number, passage in enumerate(side.passages)
        )
        for at, (side, witness) in enumerate(zip(sides, witnesses, strict=True))
    ]
    points = [
        [
            Point(clause.span, passage.point.sentence, clause.span.of(witness.parse.text))
            for passage, pieces in zip(side.passages, cut, strict=True)
            for clause in pieces
        ]
        for side, witness, cut in zip(sides, witnesses, clauses, strict=True)
    ]
    return [
        _Cut(
            cut,
            side,
            tuple(accumulate(map(len, cut), initial=0))[:-1],
            tuple(number for number, pieces in enumerate(cut) for _ in pieces),
        )
        for cut, side in zip(clauses, prepare(witnesses, points, [side.tokens for side in sides], encoder), strict=True)
    ]


def _likely(one: Side, other: Side, model: LinkModel) -> Matrix:
    known = is_known(one.language) and is_known(other.language)
    return model.probabilities(one, other) if known else bare_weights(one, other)


def _quoted(one: Side, other: Side, first: Witness, second: Witness, likely: Matrix) -> list[tuple[int, int]]:
    """Return which pieces of two accounts meet because one of them quotes the other account."""
    if not likely.size:
        return []
    by_one, by_other = quoting(first, one.passages, second.account), quoting(second, other.passages, first.account)
    best = (by_one[:, None] & (likely == likely.max(axis=1, keepdims=True))) | (
        by_other[None, :] & (likely == likely.max(axis=0, keepdims=True))
    )
    return [(k, m) for k, m in np.argwhere(best & (likely >= _QUOTED)).tolist()]


def _meet(links: dict[tuple[int, int], float], one: _Cut, other: _Cut, likely: Matrix) -> dict[tuple[int, int], float]:
    """Return which pieces of two accounts meet; with the probability of their sentences' link where there is one."""
    met: dict[tuple[int, int], float] = {}
    for (i, j), probability in links.items():
        rows, columns = one.of(i), other.of(j)
        for k, m in _pairs(likely[rows.start : rows.stop, columns.start : columns.stop]):
            met[rows[k], columns[m]] = probability
    if not is_known(one.side.language) or one.side.language != other.side.language:
        return met
    for k, m in np.argwhere(mutual_best(likely) & (likely >= _ALONE)).tolist():
        i, j = one.owner[k], other.owner[m]
        if (i, j) not in links and len(one.of(i)) + len(other.of(j)) > 2:
            met[k, m] = float(likely[k, m])
    return met


def _pairs(likely: Matrix) -> list[tuple[int, int]]:
    """Return which pieces of two linked sentences meet, from the probabilities of all pairs; one at least."""
    if likely.size == 1:
        return [(0, 0)]
    kept = likely >= min(_LIKELY, _OF_BEST * likely.max())
    while True:
        left = np.where(kept.any(axis=1, keepdims=True) | kept.any(axis=0, keepdims=True), 0, likely)
        if left.max() < _LEFT_OVER:
            return [(k, m) for k, m in np.argwhere(kept).tolist()]
        kept |= left == left.max()


def _runs(cut: _Cut, sentence: int, meets: Sequence[frozenset[Node]]) -> list[range]:
    """Return which pieces of a sentence make a point together; `meets` is what each piece of the account meets."""
    clauses, pieces = cut.clauses[sentence], cut.of(sentence)
    starts = [pieces.start]
    met, full = meets[pieces.start], clauses[0].own
    for piece, clause in zip(pieces[1:], clauses[1:], strict=True):
        here = meets[piece]
        # What adds to a point stays with it, unless it meets something else, or what is before it stands by itself.
        if clause.own or (here and here != met and (met or (clause.further and full))):
            starts.append(piece)
            met, full = here, clause.own
        else:
            met = here or met
    if len(starts) > 1 and not clauses[0].own and not any(meets[piece] for piece in range(starts[0], starts[1])):
        del starts[1]
    return [range(start, end) for start, end in pairwise([*starts, pieces.stop])]


def _point(side: Side, run: range, meets: Sequence[frozenset[Node]], parse: Parse) -> Passage:
    """Return the pieces of a run as one passage; what is known of it is what is known of the first that meets."""
    known = side.passages[next((piece for piece in run if meets[piece]), run.start)]
    if len(run) == 1:
        return known
    span = Span(side.passages[run.start].point.span.start, side.passages[run[-1]].point.span.end)
    return replace(
        known,
        point=Point(span, known.point.sentence, span.of(parse.text)),
        opening=bool(OPENINGS.find(parse.text, parse.language, span)),
    )
