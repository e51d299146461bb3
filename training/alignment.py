"""Make `resources/collation/links.tsv`: how much each feature says of two passages making one point.

Data: sentences linked by hand in pairs of accounts (`pairs/gold.json` beside the checkout, and in `benchmarks/gold`
`alignment.json` and `alignment-further.json`, `-parallel`, `-genres`, `-genres-more`), and pairs of invented sentences
(`benchmarks/gold/differences.jsonl`), each sentence an account of its own, beside sentences of other pairs that it has
nothing to do with: without these the weights join what stands alone too readily. Run `python -m training.alignment`;
it prints F1 and the reliability of probabilities, each pair judged by weights fitted without any pair that shares an
account with it, then writes the weights fitted on all. `benchmarks/gold/differences-2.jsonl` is left
out to measure with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from benchmarks.differences import GOLD, documents
from benchmarks.material import ROOT, json_lines, require_shared
from benchmarks.pairs import SETS, Link, Pair, groups, read_pairs
from readouts.collation import Witness
from readouts.collation.closeness import closeness
from readouts.collation.features import NAMES, READ, measure
from readouts.collation.language_space import load_space
from readouts.collation.links import SHIPPED, Weights, by_features, joined
from readouts.collation.passages import Side, prepare, read
from readouts.collation.points import find_points
from readouts.model import Account, Document
from readouts.text.vectors import Matrix
from readouts.workflows.compare import witness
from readouts.workflows.study import Study
from readouts.workflows.tools import Tools, load_tools

TARGET = ROOT / "src/readouts/resources" / SHIPPED
# How close the passages of each pair are token by token, by a network that has learned neither from it nor from any
# that shares an account with it: `training.contextual` writes it.
CLOSENESS = ROOT / "benchmarks" / "gold" / "closeness.npz"
# Chosen by the cross-validation this script prints, see decisions 108, 110 and 111.
STRENGTH = {"en-en": 0.02, "en-zh": 0.07}
# How much a pair of single sentences weighs, of one of two sentences in longer accounts: at 1 one of 118 that should
# meet does not, at 2 English loses on the given pairs.
ALONE = 1.75
# How much each pair of sentences weighs of the sets whose accounts are of different contacts, or far longer than most:
# of a quarter, a half and 1 a half finds most on given and own pairs with little more than the least log-loss.
WEIGHT = {"parallel": 0.5, "more genres": 0.5}
# Beside how many sentences of other pairs an invented one is set: of any, and of those that share but names with it.
# Of the few sentences in Chinese each is set beside more.
STRANGERS, NAMESAKES, FOREIGN = 4, 8, 10
# Probabilities from which links are shown, and those from which passages are joined that are each other's likeliest.
# What is less likely than one in four is not shown, though across languages F1 stays the same down to .16.
THRESHOLDS = [
    (float(at), float(mutual))
    for at in np.arange(0.26, 0.6, 0.02)
    for mutual in np.arange(0.26, 0.6, 0.02)
    if mutual <= at
]
Thresholds = tuple[float, float]
KINDS = ("en-en", "en-zh")
# What there is not of accounts whose tokens are not read: across languages, words that only a Chinese one is translated
# into either.
_WORDS = tuple(name for name in NAMES if any(part in name for part in ("words", "concepts", "content", "kindred")))
UNREAD = {"en-en": READ, "en-zh": (*READ, *_WORDS)}
BINS = (0, 0.1, 0.25, 0.4, 0.6, 0.8, 0.9, 1.0001)


@dataclass(frozen=True)
class Case:
    """One pair with its features: labels 1 for a link, 0 for none, -1 for pairs that count neither way.

    `origin` names the set it is of.
    """

    pair: Pair
    origin: str
    group: int
    features: Matrix
    labels: np.ndarray
    places: tuple[list[list[int]], list[list[int]]]


def witness_of(document: Document, tools: Tools) -> Witness:
    return witness(Study(document, tools), Account(document.id, document.publisher, "", document.language))


def load_cases(tools: Tools) -> list[Case]:
    origins = {pair.name: origin for origin, path in SETS.items() for pair in read_pairs(path)}
    pairs = [pair for path in SETS.values() for pair in read_pairs(path)]
    witnesses: dict[str, Witness] = {}
    cases, held = [], load_closeness()
    for pair, group in zip(pairs, groups(pairs), strict=True):
        for document in pair.documents:
            if document.id not in witnesses:
                witnesses[document.id] = witness_of(document, tools)
        both = [witnesses[document.id] for document in pair.documents]
        first, second = ready(both, tools)
        places, close = places_of(pair, both), held[pair.name]
        if close.shape != (len(first.passages), len(second.passages)):
            raise SystemExit(
                f"{pair.name}: its passages are other than when closeness was learned: training.contextual"
            )
        found = measure(first, second, load_space(), close)
        cases.append(Case(pair, origins[pair.name], group, found, labels_of(pair, places), places))
    return cases


def load_closeness() -> dict[str, Matrix]:
    """Return the closeness of the passages of each linked pair as it is held out."""
    with np.load(CLOSENESS, allow_pickle=False) as file:
        return {name: np.asarray(file[name], np.float32) for name in file.files}


def labels_of(pair: Pair, places: tuple[list[list[int]], list[list[int]]]) -> np.ndarray:
    """Return 1 where two passages hold linked sentences, -1 where they may, else 0; `places` are their sentences."""
    labels = np.zeros((len(places[0]), len(places[1])), int)
    for i, ones in enumerate(places[0]):
        for j, others in enumerate(places[1]):
            touched = {(one, other) for one in ones for other in others}
            labels[i, j] = 1 if touched & pair.links else -1 if touched & pair.may else 0
    return labels


def ready(witnesses: Sequence[Witness], tools: Tools) -> list[Side]:
    """Return accounts ready to be aligned."""
    points = [find_points(one) for one in witnesses]
    return prepare(witnesses, points, read(witnesses, points, tools.models), tools.models)


def places_of(pair: Pair, witnesses: Sequence[Witness]) -> tuple[list[list[int]], list[list[int]]]:
    """Return for each account of a pair which of its linked sentences each point holds."""
    first, second = (
        [[at for at, sentence in enumerate(sentences) if sentence.overlaps(point.span)] for point in find_points(one)]
        for one, sentences in zip(witnesses, pair.sentences, strict=True)
    )
    return first, second


@dataclass(frozen=True)
class Alone:
    """Features and labels of pairs of accounts of one sentence each."""

    features: np.ndarray
    labels: np.ndarray


def strangers(at: int, sides: Sequence[Sequence[Side]]) -> list[int]:
    """Return the places of pairs whose second sentence has nothing to do with the first of the pair at `at`."""
    count = len(sides)
    any_of = [(at + shift * count // (STRANGERS + 1)) % count for shift in range(1, STRANGERS + 1)]
    shared = [other for other in range(count) if other != at and only_names_shared(sides[at][0], sides[other][1])]
    return list(dict.fromkeys(any_of + shared[:: max(len(shared) // NAMESAKES, 1)][:NAMESAKES]))


def only_names_shared(first: Side, second: Side) -> bool:
    """Say whether two sentences name one party and share no word else."""
    if len(first.passages) != 1 or len(second.passages) != 1:
        return False
    one, other = first.passages[0], second.passages[0]
    capital = {s for p in (one, other) for s, word in p.written.items() if word[:1].isupper()}
    return bool(one.names & other.names) and not (one.stems.keys() & other.stems.keys()) - capital


def load_alone() -> dict[str, Alone]:
    """Return the invented pairs by kind, matched as written and each beside some it has nothing to do with."""
    tools = load_tools(str(ROOT / "examples" / "actors.toml"))
    entries = list(json_lines(GOLD))
    found = [witness_of(document, tools) for entry in entries for document in documents(entry)]
    both = ready(found, tools)
    sides = list(zip(both[::2], both[1::2], strict=True))
    rows: dict[str, list[tuple[np.ndarray, bool]]] = {kind: [] for kind in KINDS}
    for at, entry in enumerate(entries):
        pairs = [(at, at), *((at, other) for other in strangers(at, sides))]
        if sides[at][1].language != "en":
            pairs += [((at + shift * len(sides) // FOREIGN) % len(sides), at) for shift in range(1, FOREIGN)]
        for one, other in pairs:
            first, second = sides[one][0], sides[other][1]
            if len(first.passages) == len(second.passages) == 1:
                linked = other == one and entry["relation"] != "only"
                kind = KINDS[first.language != second.language]
                found = measure(first, second, load_space(), closeness(first, second))
                rows[kind].append((found[0, 0], linked))
    return {
        kind: Alone(np.array([row for row, _ in found]), np.array([label for _, label in found], int))
        for kind, found in rows.items()
    }


def fit(cases: Sequence[Case], alone: Alone, left_out: Sequence[str] = ()) -> Weights:
    """Fit on cases of one kind; the weights are those of the features as they are, not standardised.

    Features that are `left_out` weigh nothing.
    """
    used = np.array([name not in left_out for name in NAMES])
    features = np.vstack([*(case.features.reshape(-1, len(NAMES)) for case in cases), alone.features])
    labels = np.concatenate([*(case.labels.ravel() for case in cases), alone.labels])
    weights = np.concatenate(
        [
            *(np.full(case.labels.size, WEIGHT.get(case.origin, 1.0)) for case in cases),
            np.full(len(alone.labels), ALONE),
        ]
    )
    known = labels >= 0
    kept = features[known][:, used]
    scaler = StandardScaler().fit(kept)
    model = LogisticRegression(C=STRENGTH[cases[0].pair.kind], solver="newton-cholesky", max_iter=100)
    model.fit(scaler.transform(kept), labels[known], weights[known])
    found = model.coef_[0] / scaler.scale_
    of = np.zeros(len(NAMES), np.float32)
    of[used] = found
    return Weights(float(model.intercept_[0] - found @ scaler.mean_), of, 0.5, 0.5)


def probabilities(case: Case, weights: Weights) -> Matrix:
    return by_features(case.features, weights)


def links(case: Case, probable: Matrix, thresholds: Thresholds) -> set[Link]:
    """Return the links between the gold sentences, without those that count neither way."""
    first, second = case.places
    found = {(a, b) for i, j in np.argwhere(joined(probable, *thresholds)) for a in first[i] for b in second[j]}
    return found - case.pair.may


def f1(cases: Sequence[Case], probable: Sequence[Matrix], thresholds: Thresholds) -> float:
    found = [links(case, matrix, thresholds) for case, matrix in zip(cases, probable, strict=True)]
    hits = sum(len(one & case.pair.links) for one, case in zip(found, cases, strict=True))
    total = sum(len(one) + len(case.pair.links) for one, case in zip(found, cases, strict=True))
    return 2 * hits / max(total, 1)


def held_out(cases: Sequence[Case], alone: Alone, left_out: Sequence[str] = ()) -> list[Matrix]:
    """Return each case's probabilities by weights fitted without its group."""
    groups = {case.group for case in cases}
    by_group = {group: fit([case for case in cases if case.group != group], alone, left_out) for group in groups}
    return [probabilities(case, by_group[case.group]) for case in cases]


def best_thresholds(cases: Sequence[Case], probable: Sequence[Matrix]) -> Thresholds:
    """Return the best thresholds for accounts of one contact, or of calls on one day; of equals, the best for all."""
    kept = [at for at, case in enumerate(cases) if case.origin in ("given", "own")]
    chosen, found = [cases[at] for at in kept], [probable[at] for at in kept]
    return max(THRESHOLDS, key=lambda at: (f1(chosen, found, at), f1(cases, probable, at)))


def of_kind(cases: Sequence[Case], kind: str) -> list[Case]:
    return [case for case in cases if case.pair.kind == kind]


def report(cases: Sequence[Case], probable: Sequence[Matrix], thresholds: Thresholds) -> None:
    for name in dict.fromkeys(case.origin for case in cases):
        kept = [at for at, case in enumerate(cases) if case.origin == name]
        figure = f1([cases[at] for at in kept], [probable[at] for at in kept], thresholds)
        print(f"  {name:8} F1 {figure:.3f} at {thresholds[0]:.2f}, mutual {thresholds[1]:.2f}")
    for low, high, number, share in reliability(cases, probable):
        print(f"  said {low:.2f}–{high:.2f}: {number:5} pairs, {share:.2f} of them links")


def reliability(cases: Sequence[Case], probable: Sequence[Matrix]) -> list[tuple[float, float, int, float]]:
    """Return for each bin of probability its borders, how many pairs it has, and the share that are links."""
    said = np.concatenate([matrix[case.labels >= 0] for case, matrix in zip(cases, probable, strict=True)])
    true = np.concatenate([case.labels[case.labels >= 0] for case in cases])
    bins = [(low, high, (said >= low) & (said < high)) for low, high in pairwise(BINS)]
    return [(low, high, int(w.sum()), float(true[w].mean())) for low, high, w in bins if w.any()]


def main() -> None:
    require_shared()
    cases, alone = load_cases(load_tools()), load_alone()
    weights = []
    for unread in (False, True):
        for kind in KINDS:
            left_out = UNREAD[kind] if unread else ()
            chosen = of_kind(cases, kind)
            probable = held_out(chosen, alone[kind], left_out)
            thresholds = best_thresholds(chosen, probable)
            print(kind, "without tokens" if unread else "")
            report(chosen, probable, thresholds)
            fitted = fit(chosen, alone[kind], left_out)
            weights.append(replace(fitted, threshold=thresholds[0], mutual=thresholds[1]))
    write(weights)


def write(weights: Sequence[Weights]) -> None:
    rows = [
        ("intercept", *(one.intercept for one in weights)),
        ("threshold", *(one.threshold for one in weights)),
        ("mutual", *(one.mutual for one in weights)),
        *((name, *(float(one.of[at]) for one in weights)) for at, name in enumerate(NAMES)),
    ]
    head = "# Log-odds of a link by feature, for accounts in one language and in two, then the same for accounts\n"
    head += "# whose tokens are not read; made by training.alignment.\n"
    TARGET.write_text(head + "".join("\t".join([n, *(f"{w:.4f}" for w in ws)]) + "\n" for n, *ws in rows), "utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
