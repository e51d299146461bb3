"""How well are sentences of two accounts linked? F1 over hand-made links, English–English and English–Chinese apart.

Each pair of accounts is judged by weights fitted without any pair that shares an account (or contact) with it, and by
closeness of tokens from a network tuned without these (`gold/closeness.npz`); the two thresholds of a kind are the
best over its given and own pairs. Beside it, on the same pairs and each with its own best threshold, stand cosines of
the sentence encoder, rapidfuzz and difflib. *given* are the pairs beside the checkout, *own* those of
`gold/alignment.json`, *further* those of `gold/alignment-further.json`, *parallel* those of
`gold/alignment-parallel.json`, of different contacts, *genres* and *more genres* those of
`gold/alignment-genres.json` and `gold/alignment-genres-more.json`: one contact told in a readout and in an address, a
press call or a joint statement. `reliability` is 1 less the mean distance, weighted by pairs, from the bin of
probabilities said (those of `training.alignment`) to the share of links found, over the pairs said at least .1.

    python -m benchmarks.alignment [--plot docs/alignment-reliability.svg]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz

from benchmarks.material import check_floors, require_shared
from benchmarks.pairs import SETS
from readouts.collation.features import NAMES
from readouts.text.vectors import Matrix
from readouts.workflows import load_tools
from training.alignment import (
    KINDS,
    Case,
    Thresholds,
    best_thresholds,
    f1,
    held_out,
    load_alone,
    load_cases,
    of_kind,
    reliability,
)

COSINE = NAMES.index("meaning")
PEER_THRESHOLDS = np.arange(-0.2, 1.0, 0.01)
Measure = Callable[[str, str], float]
Bins = list[tuple[float, float, int, float]]


def by_strings(case: Case, measure: Measure) -> Matrix:
    """Return a peer's similarities of the sentences as annotated, placed on the passages of the case."""
    one, other = (
        [s.of(d.text) for s in spans] for d, spans in zip(case.pair.documents, case.pair.sentences, strict=True)
    )
    alike = np.array([[measure(a, b) for b in other] for a in one], np.float32)
    first, second = case.places
    return np.array([[alike[np.ix_(i, j)].max(initial=0.0) for j in second] for i in first], np.float32)


def peers(cases: Sequence[Case]) -> dict[str, list[Matrix]]:
    return {
        "encoder": [case.features[..., COSINE] for case in cases],
        "rapidfuzz": [by_strings(case, lambda a, b: fuzz.token_set_ratio(a, b) / 100) for case in cases],
        "difflib": [by_strings(case, lambda a, b: SequenceMatcher(None, a, b, False).ratio()) for case in cases],
    }


def figures_of(cases: Sequence[Case], found: Sequence[Matrix], thresholds: Thresholds) -> dict[str, float]:
    """Return F1 on each set of pairs that there are any of."""
    chosen = {name: [at for at, case in enumerate(cases) if case.origin == name] for name in SETS}
    chosen["given and own"] = sorted(chosen["given"] + chosen["own"])
    chosen["further and parallel"] = sorted(chosen["further"] + chosen["parallel"])
    return {
        name: f1([cases[at] for at in kept], [found[at] for at in kept], thresholds)
        for name, kept in chosen.items()
        if kept
    }


def calibration(bins: Bins) -> float:
    likely = [(low, high, number, share) for low, high, number, share in bins if low >= 0.1]
    total = sum(number for _, _, number, _ in likely)
    return 1 - sum(number * max(low - share, share - high, 0.0) for low, high, number, share in likely) / total


def plot(bins: dict[str, Bins], path: Path) -> None:
    """Write the reliability of probabilities as SVG."""
    import altair
    import vl_convert

    points = [
        {"said": (low + min(high, 1)) / 2, "links": share, "pairs": number, "accounts": kind}
        for kind, found in bins.items()
        for low, high, number, share in found
    ]
    ideal = altair.Chart(altair.Data(values=[{"x": 0, "y": 0}, {"x": 1, "y": 1}])).mark_line(
        strokeDash=[4, 4], color="#999"
    )
    marks = (
        altair.Chart(altair.Data(values=points), title="Of links said to be so probable, how many are links")
        .mark_line(point=True)
        .encode(
            x=altair.X("said:Q", title="probability said (middle of the bin)", scale=altair.Scale(domain=[0, 1])),
            y=altair.Y("links:Q", title="share that are links", scale=altair.Scale(domain=[0, 1])),
            color=altair.Color("accounts:N", title="accounts"),
        )
    )
    chart = (ideal.encode(x="x:Q", y="y:Q") + marks).properties(width=420, height=360)
    path.write_text(vl_convert.vegalite_to_svg(chart.to_json()), encoding="utf-8")


def main() -> None:
    require_shared()
    cases, alone = load_cases(load_tools()), load_alone()
    figures: dict[str, float] = {}
    bins: dict[str, Bins] = {}
    for kind in KINDS:
        chosen = of_kind(cases, kind)
        probable = held_out(chosen, alone[kind])
        for name, figure in figures_of(chosen, probable, best_thresholds(chosen, probable)).items():
            figures[f"{kind} {name}"] = figure
        bins[kind] = reliability(chosen, probable)
        figures[f"{kind} reliability"] = calibration(bins[kind])
        for low, high, number, share in bins[kind]:
            print(f"{kind}: said {low:.2f}–{min(high, 1):.2f}, {number} pairs, {share:.2f} of them links")
        for peer, found in peers(chosen).items():
            best = max(PEER_THRESHOLDS, key=lambda at, found=found: f1(chosen, found, (float(at), float(at))))
            for name, figure in figures_of(chosen, found, (float(best), float(best))).items():
                figures[f"{kind} {name} {peer}"] = figure
    if "--plot" in sys.argv:
        plot(bins, Path(sys.argv[sys.argv.index("--plot") + 1]))
    check_floors("alignment", figures)


if __name__ == "__main__":
    main()
