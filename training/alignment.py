"""Make `resources/collation/links.tsv`: how much each feature says of two passages making one point.

Data: sentences linked by hand in pairs of accounts (`pairs/gold.json` beside the checkout and
`benchmarks/gold/alignment.json`). Run `python -m training.alignment`; it prints F1 and the reliability of
probabilities, each pair judged by weights fitted without any pair that shares an account with it, then writes the
weights fitted on all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from benchmarks.material import ROOT, require_shared
from benchmarks.pairs import GIVEN, OWN, Link, Pair, groups, read_pairs
from readouts.collation import Witness
from readouts.collation.features import NAMES, Matrix, measure
from readouts.collation.language_space import load_space
from readouts.collation.links import SHIPPED, LinkModel, Weights
from readouts.collation.passages import Side, prepare
from readouts.collation.points import find_points
from readouts.model import Account, Document, Span
from readouts.workflows.study import Study
from readouts.workflows.tools import Tools, load_tools

TARGET = ROOT / "src/readouts/resources" / SHIPPED
# Chosen by the cross-validation this script prints; weaker regularisation gains nothing on pairs not seen.
STRENGTH = 0.02
THRESHOLDS = np.arange(0.1, 0.6, 0.01)
KINDS = ("en-en", "en-zh")


@dataclass(frozen=True)
class Case:
    """One pair with its features: labels 1 for a link, 0 for none, -1 for pairs that count neither way."""

    pair: Pair
    group: int
    features: Matrix
    labels: np.ndarray
    places: tuple[list[list[int]], list[list[int]]]


def witness(document: Document, tools: Tools) -> Witness:
    study = Study(document, tools)
    account = Account(document.id, document.publisher, "", document.language)
    return Witness(account, study.parse, study.mentions, study.statements, residue=study.unread)


def load_cases(tools: Tools) -> list[Case]:
    pairs = [*read_pairs(GIVEN), *read_pairs(OWN)]
    sides: dict[str, Side] = {}
    for document in (document for pair in pairs for document in pair.documents):
        if document.id not in sides:
            found = witness(document, tools)
            [sides[document.id]] = prepare([found], [find_points(found)], tools.models)
    return [_case(pair, group, sides) for pair, group in zip(pairs, groups(pairs), strict=True)]


def _case(pair: Pair, group: int, sides: dict[str, Side]) -> Case:
    first, second = (sides[document.id] for document in pair.documents)
    places = _places(first, pair.sentences[0]), _places(second, pair.sentences[1])
    labels = np.zeros((len(first.passages), len(second.passages)), int)
    for i, ones in enumerate(places[0]):
        for j, others in enumerate(places[1]):
            touched = {(one, other) for one in ones for other in others}
            labels[i, j] = 1 if touched & pair.links else -1 if touched & pair.may else 0
    return Case(pair, group, measure(first, second, load_space()), labels, places)


def _places(side: Side, sentences: Sequence[Span]) -> list[list[int]]:
    spans = [passage.point.span for passage in side.passages]
    return [[at for at, sentence in enumerate(sentences) if sentence.overlaps(span)] for span in spans]


def fit(cases: Sequence[Case]) -> Weights:
    """Fit on cases of one kind; the weights are those of the features as they are, not standardised."""
    features = np.vstack([case.features.reshape(-1, len(NAMES)) for case in cases])
    labels = np.concatenate([case.labels.ravel() for case in cases])
    known = labels >= 0
    scaler = StandardScaler().fit(features[known])
    model = LogisticRegression(C=STRENGTH, max_iter=3000, random_state=0)
    model.fit(scaler.transform(features[known]), labels[known])
    of = model.coef_[0] / scaler.scale_
    return Weights(float(model.intercept_[0] - of @ scaler.mean_), of.astype(np.float32), 0.5)


def probabilities(case: Case, weights: Weights) -> Matrix:
    return np.asarray(1 / (1 + np.exp(-(case.features @ weights.of + weights.intercept))), np.float32)


def links(case: Case, probable: Matrix, threshold: float) -> set[Link]:
    """Return the links between the gold sentences, without those that count neither way."""
    first, second = case.places
    found = {(a, b) for i, j in np.argwhere(probable >= threshold) for a in first[i] for b in second[j]}
    return found - case.pair.may


def f1(cases: Sequence[Case], probable: Sequence[Matrix], threshold: float) -> float:
    found = [links(case, matrix, threshold) for case, matrix in zip(cases, probable, strict=True)]
    hits = sum(len(one & case.pair.links) for one, case in zip(found, cases, strict=True))
    total = sum(len(one) + len(case.pair.links) for one, case in zip(found, cases, strict=True))
    return 2 * hits / max(total, 1)


def held_out(cases: Sequence[Case]) -> list[Matrix]:
    """Return each case's probabilities by weights fitted without its group."""
    by_group = {group: fit([case for case in cases if case.group != group]) for group in {case.group for case in cases}}
    return [probabilities(case, by_group[case.group]) for case in cases]


def fit_with_threshold(cases: Sequence[Case]) -> Weights:
    """Fit, with the threshold that is best for pairs held out of the fit."""
    probable = held_out(cases)
    return replace(fit(cases), threshold=float(max(THRESHOLDS, key=lambda at: f1(cases, probable, at))))


def link_model(cases: Sequence[Case]) -> LinkModel:
    same, across = (fit_with_threshold([case for case in cases if case.pair.kind == kind]) for kind in KINDS)
    return LinkModel(same, across, load_space())


def report(cases: Sequence[Case], given: frozenset[str]) -> None:
    probable = held_out(cases)
    threshold = max(THRESHOLDS, key=lambda at: f1(cases, probable, at))
    for name, chosen in (("given", True), ("own", False)):
        kept = [at for at, case in enumerate(cases) if (case.pair.name in given) is chosen]
        figure = f1([cases[at] for at in kept], [probable[at] for at in kept], threshold)
        print(f"  {name:6} F1 {figure:.3f} at {threshold:.2f}")
    said = np.concatenate([matrix[case.labels >= 0] for case, matrix in zip(cases, probable, strict=True)])
    true = np.concatenate([case.labels[case.labels >= 0] for case in cases])
    for low in (0, 0.1, 0.25, 0.4, 0.6, 0.8, 0.9):
        high = {0: 0.1, 0.1: 0.25, 0.25: 0.4, 0.4: 0.6, 0.6: 0.8, 0.8: 0.9, 0.9: 1.01}[low]
        within = (said >= low) & (said < high)
        print(f"  said {low:.2f}–{min(high, 1):.2f}: {within.sum():5} pairs, {true[within].mean():.2f} of them links")


def main() -> None:
    require_shared()
    cases = load_cases(load_tools())
    given = frozenset(pair.name for pair in read_pairs(GIVEN))
    for kind in KINDS:
        print(kind)
        report([case for case in cases if case.pair.kind == kind], given)
    write(link_model(cases))


def write(model: LinkModel) -> None:
    rows = [
        ("intercept", model.same.intercept, model.across.intercept),
        ("threshold", model.same.threshold, model.across.threshold),
        *zip(NAMES, map(float, model.same.of), map(float, model.across.of), strict=True),
    ]
    head = "# Log-odds of a link by feature, for accounts in one language and in two; made by training.alignment.\n"
    TARGET.write_text(head + "".join(f"{name}\t{same:.4f}\t{across:.4f}\n" for name, same, across in rows), "utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
