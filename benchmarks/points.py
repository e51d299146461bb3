"""Do rows of clauses keep the links of their sentences? F1 over hand-made links, before and after sentences are cut.

Two sentences count as linked when a row holds words of both. *sentences* are the links the model makes; *points* those
of the rows as shown, whose cells are pieces of sentences where these make several points: pieces may also meet where
their sentences are not linked. The shipped weights were fitted on these very pairs, so only the two beside each other
say anything (`benchmarks.alignment` holds pairs out). `narrower` is the share of cells of shared rows that are less
than their sentences, `kept` that of words of the accounts that stand in a row.

    python -m benchmarks.points
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.material import check_floors, require_shared
from benchmarks.pairs import GIVEN, OWN, Link, Pair, read_pairs
from readouts.collation import collate
from readouts.collation.collate import find_links
from readouts.collation.links import load_links
from readouts.collation.points import find_points
from readouts.model import Reading, Relation, Span
from readouts.workflows import load_tools
from training.alignment import ready, witness_of


@dataclass
class Count:
    """Links found that are right, found in all, and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, pair: Pair, links: set[Link]) -> None:
        """Count the links found in a pair of accounts."""
        self.right += len(links & pair.links)
        self.found += len(links - pair.may)
        self.wanted += len(pair.links)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.right / max(self.found + self.wanted, 1)


@dataclass
class Cells:
    """Cells of shared rows, and those of them that are less than sentences; words, and those that stand in a row."""

    shared: int = 0
    narrower: int = 0
    words: int = 0
    kept: int = 0
    counts: dict[str, Count] = field(default_factory=dict)


def touched(pair: Pair, one: Iterable[Span], other: Iterable[Span]) -> set[Link]:
    """Return the annotated sentences that two sets of passages link."""
    places = [
        {at for at, sentence in enumerate(sentences) if any(sentence.overlaps(span) for span in spans)}
        for sentences, spans in zip(pair.sentences, (one, other), strict=True)
    ]
    return {(i, j) for i in places[0] for j in places[1]}


def main() -> None:
    require_shared()
    tools, model = load_tools(), load_links()
    cells = Cells()
    for pair in (*read_pairs(GIVEN), *read_pairs(OWN)):
        witnesses = [witness_of(document, tools) for document in pair.documents]
        points = [find_points(one) for one in witnesses]
        sentences: set[Link] = set()
        for (_, i), (_, j) in find_links(ready(witnesses, tools), model):
            sentences |= touched(pair, [points[0][i].span], [points[1][j].span])
        rows = collate(witnesses, tools.models, model=model).rows
        shown: set[Link] = set()
        for row in rows:
            if row.relation is Relation.ONLY:
                continue
            one, other = (cell.spans if isinstance(cell, Reading) else () for cell in row.cells)
            shown |= touched(pair, one, other)
            for spans, found in zip((one, other), points, strict=True):
                cells.shared += len(spans)
                cells.narrower += sum(span not in {point.span for point in found} for span in spans)
        for name, links in (("sentences", sentences), ("points", shown)):
            cells.counts.setdefault(f"{pair.kind} {name}", Count()).add(pair, links)
        for at, found in enumerate(points):
            spans = [span for row in rows if isinstance(cell := row.cells[at], Reading) for span in cell.spans]
            text = witnesses[at].parse.text
            held = [place for p in found for place in range(p.span.start, p.span.end) if text[place].isalnum()]
            cells.words += len(held)
            cells.kept += sum(any(span.start <= place < span.end for span in spans) for place in held)
    figures = {name: count.f1 for name, count in cells.counts.items()}
    for kind in ("en-en", "en-zh"):
        figures[f"{kind} gain"] = figures[f"{kind} points"] - figures[f"{kind} sentences"]
    figures |= {"narrower": cells.narrower / cells.shared, "kept": cells.kept / cells.words}
    check_floors("points", figures)


if __name__ == "__main__":
    main()
