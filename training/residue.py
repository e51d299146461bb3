"""Make `resources/residue/lines.npz`: which lines of a copied page are not the article.

Data: `residue/T_dev.jsonl.gz` and `Tcrop_dev.jsonl.gz` of the material beside the checkout (labels from the
evaluation set of trafilatura, Apache-2.0; the pages are their publishers' and are not redistributed), and official
releases, of which every line is the article. Run `python -m training.residue`; `python -m benchmarks.residue` measures.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlparse

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.material import ROOT, SHARED, collection, json_lines, require_shared
from readouts.ingest.lines import Lines, split_lines
from readouts.ingest.measures import HASHED, hashed, measure
from readouts.ingest.residue_model import (
    ResidueModel,
    brought_to_one_size,
    verdict_features,
    with_neighbours,
)

FOLDS = 5
# Chosen by `benchmarks.residue`: how much weights may grow, and what a word counts beside a measure.
FIRST_STRENGTH, SECOND_STRENGTH, WORD_SCALE = 0.02, 0.02, 0.5
# Lines without a label teach too, where a first model is this sure of them; a line so judged counts a tenth.
SURE_ENOUGH, COUNTS, TAKEN = 0.93, 0.1, 4
RELEASES, RELEASES_COUNT = 60, 0.2
TARGET = ROOT / "src/readouts/resources/residue/lines.npz"


@dataclass(frozen=True)
class Page:
    """One page. `labels` is 1 for residue, 0 for text, -1 for unknown; `numbers` are its lines' numbers."""

    identifier: str
    site: str
    language: str
    lines: Lines
    labels: np.ndarray
    numbers: np.ndarray
    weight: float = 1.0


def load_pages(name: str) -> list[Page]:
    """Return the pages of `residue/NAME.jsonl.gz`."""
    pages = []
    codes = {"residue": 1, "text": 0, None: -1}
    for entry in json_lines(SHARED / "residue" / f"{name}.jsonl.gz"):
        lines = split_lines("\n".join(entry["lines"]))
        starts = np.cumsum([0] + [len(line) + 1 for line in entry["lines"]])
        numbers = np.searchsorted(starts, lines.starts, side="right") - 1
        labels = np.array([codes[entry["labels"][number]] for number in numbers])
        pages.append(Page(entry["id"], urlparse(entry["url"]).netloc, entry["lang"], lines, labels, numbers))
    return pages


def load_releases() -> list[Page]:
    """Return official releases, in which nothing is residue."""
    pages = []
    for name in ("whitehouse", "kremlin"):
        entries = list(collection(name).values())
        for entry in entries[:: len(entries) // RELEASES][:RELEASES]:
            lines = split_lines(entry["text"])
            labels = np.zeros(len(lines), int)
            pages.append(Page(entry["id"], entry["id"], "en", lines, labels, np.arange(len(lines)), RELEASES_COUNT))
    return [page for page in pages if len(page.lines)]


@dataclass(frozen=True)
class Table:
    """All lines of some pages, one below the other."""

    measures: np.ndarray
    words: csr_matrix
    labels: np.ndarray
    groups: np.ndarray
    weights: np.ndarray
    edges: np.ndarray


def table_of(pages: list[Page]) -> Table:
    """Set the lines of pages one below the other."""
    counts = [len(page.lines) for page in pages]
    edges = np.cumsum([0, *counts])
    found = [hashed(page.lines) for page in pages]
    rows = np.concatenate([line + start for (line, _), start in zip(found, edges, strict=False)])
    places = np.concatenate([place for _, place in found])
    words = csr_matrix((np.full(len(rows), WORD_SCALE), (rows, places)), shape=(int(edges[-1]), HASHED))
    return Table(
        np.vstack([measure(page.lines) for page in pages]),
        words,
        np.concatenate([page.labels for page in pages]),
        np.repeat([page.site for page in pages], counts),
        np.repeat([page.weight for page in pages], counts),
        edges,
    )


def fit(pages: list[Page]) -> ResidueModel:
    """Fit both models; the second learns from the first's verdicts on pages it was not fitted on."""
    table = table_of(pages)
    mean, scale = table.measures.mean(0), table.measures.std(0) + 1e-3
    scaled = brought_to_one_size(table.measures, mean, scale)
    dense = np.vstack([with_neighbours(scaled[a:b]) for a, b in zip(table.edges, table.edges[1:], strict=False)])
    features = hstack([csr_matrix(dense), table.words]).tocsr()
    judged, _ = _verdicts(table, features, table.labels, table.weights)
    labels, weights = _with_unlabelled(table, judged)
    verdicts, first = _verdicts(table, features, labels, weights)
    known = table.labels >= 0
    second_features = np.vstack(
        [verdict_features(verdicts[a:b], scaled[a:b]) for a, b in zip(table.edges, table.edges[1:], strict=False)]
    )
    second = _regression(SECOND_STRENGTH).fit(second_features[known], table.labels[known], table.weights[known])
    width = dense.shape[1]
    return ResidueModel(
        mean.astype(np.float32),
        scale.astype(np.float32),
        first.coef_[0][:width].astype(np.float32),
        (first.coef_[0][width:] * WORD_SCALE).astype(np.float32),
        float(first.intercept_[0]),
        second.coef_[0].astype(np.float32),
        float(second.intercept_[0]),
    )


def _verdicts(
    table: Table, features: csr_matrix, labels: np.ndarray, weights: np.ndarray
) -> tuple[np.ndarray, LogisticRegression]:
    """Return what models think of pages they were not fitted on, and the model fitted on all."""
    known = labels >= 0
    verdicts = np.zeros(len(labels), np.float32)
    for train, test in GroupKFold(FOLDS).split(labels, groups=table.groups):
        taken = train[known[train]]
        fold = _regression(FIRST_STRENGTH).fit(features[taken], labels[taken], weights[taken])
        verdicts[test] = fold.decision_function(features[test])
    return verdicts, _regression(FIRST_STRENGTH).fit(features[known], labels[known], weights[known])


def _with_unlabelled(table: Table, judged: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Label some of the lines that nobody labelled, where the verdict on them is sure."""
    sure = np.log(SURE_ENOUGH / (1 - SURE_ENOUGH))
    chosen = (table.labels < 0) & (np.abs(judged) > sure)
    chosen &= np.random.default_rng(0).integers(TAKEN, size=len(judged)) == 0
    labels = np.where(chosen, judged > 0, table.labels)
    return labels, np.where(chosen, COUNTS, table.weights)


def _regression(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, class_weight="balanced", max_iter=500, random_state=0)


def main() -> None:
    require_shared()
    model = fit([*load_pages("T_dev"), *load_pages("Tcrop_dev"), *load_releases()])
    np.savez_compressed(
        TARGET,
        **{name: np.asarray(getattr(model, name), np.float16) for name in ResidueModel.__dataclass_fields__},
    )
    print(f"wrote {TARGET.relative_to(ROOT)}, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
