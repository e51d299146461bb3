"""Make `resources/residue/lines.npz`: which lines of a copied page are not the article.

Data: `residue/T_dev.jsonl.gz` and `Tcrop_dev.jsonl.gz` of the material beside the checkout (labels from the
evaluation set of trafilatura, Apache-2.0; the pages are their publishers' and are not redistributed).
Run `python -m training.residue`; it prints macro F1 cross-validated by site, then writes the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlparse

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from benchmarks.material import ROOT, SHARED, json_lines, require_shared
from readouts.ingest.lines import HASHED, Line, hashed_words, measure, split_lines
from readouts.ingest.residue_model import (
    ResidueModel,
    residue_probabilities,
    verdict_features,
    with_neighbours,
)

FOLDS = 5
# Chosen by the cross-validation this script prints.
FIRST_STRENGTH, SECOND_STRENGTH, WORD_SCALE = 0.02, 0.02, 0.5
TARGET = ROOT / "src/readouts/resources/residue/lines.npz"


@dataclass(frozen=True)
class Page:
    """One labelled page. `labels` is 1 for residue, 0 for text, -1 for unknown; `numbers` are its line numbers."""

    identifier: str
    site: str
    lines: list[Line]
    measures: np.ndarray
    labels: np.ndarray
    numbers: list[int]


def load_pages(name: str) -> list[Page]:
    pages = []
    for entry in json_lines(SHARED / "residue" / f"{name}.jsonl.gz"):
        text = "\n".join(entry["lines"])
        starts = np.cumsum([0] + [len(line) + 1 for line in entry["lines"]])
        lines = split_lines(text)
        numbers = [int(np.searchsorted(starts, line.span.start, side="right")) - 1 for line in lines]
        codes = {"residue": 1, "text": 0, None: -1}
        labels = np.array([codes[entry["labels"][number]] for number in numbers])
        site = urlparse(entry["url"]).netloc
        pages.append(Page(entry["id"], site, lines, measure(text, lines), labels, numbers))
    return pages


def word_matrix(pages: list[Page]):
    from scipy.sparse import csr_matrix

    rows = [hashed_words(line) for page in pages for line in page.lines]
    places = np.concatenate([np.array(row, int) for row in rows])
    pointers = np.cumsum([0] + [len(row) for row in rows])
    return csr_matrix((np.full(len(places), WORD_SCALE), places, pointers), shape=(len(rows), HASHED))


def fit(pages: list[Page]) -> ResidueModel:
    """Fit both models; the second learns from the first's verdicts on pages it was not fitted on."""
    measures = np.vstack([page.measures for page in pages])
    mean, scale = measures.mean(0), measures.std(0) + 1e-3
    labels = np.concatenate([page.labels for page in pages])
    groups = np.concatenate([[page.site] * len(page.lines) for page in pages])
    features = _first_features(pages, mean, scale)
    known = labels >= 0
    verdicts = np.zeros(len(labels), np.float32)
    for train, test in GroupKFold(FOLDS).split(labels, groups=groups):
        train = train[known[train]]
        fold = _regression(FIRST_STRENGTH).fit(features[train], labels[train])
        verdicts[test] = fold.decision_function(features[test])
    first = _regression(FIRST_STRENGTH).fit(features[known], labels[known])
    second_features, start = [], 0
    for page in pages:
        end = start + len(page.lines)
        second_features.append(verdict_features(verdicts[start:end], (page.measures - mean) / scale))
        start = end
    second = _regression(SECOND_STRENGTH).fit(np.vstack(second_features)[known], labels[known])
    dense = with_neighbours(np.zeros((1, measures.shape[1]), np.float32)).shape[1]
    return ResidueModel(
        mean.astype(np.float32),
        scale.astype(np.float32),
        first.coef_[0][:dense].astype(np.float32),
        (first.coef_[0][dense:] * WORD_SCALE).astype(np.float32),
        float(first.intercept_[0]),
        second.coef_[0].astype(np.float32),
        float(second.intercept_[0]),
    )


def _first_features(pages: list[Page], mean: np.ndarray, scale: np.ndarray):
    from scipy.sparse import csr_matrix, hstack

    dense = np.vstack([with_neighbours((page.measures - mean) / scale) for page in pages])
    return hstack([csr_matrix(dense), word_matrix(pages)]).tocsr()


def _regression(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, class_weight="balanced", max_iter=2000, random_state=0)


def cross_validate(pages: list[Page]) -> tuple[np.ndarray, np.ndarray]:
    """Return labels and out-of-fold probabilities of all labelled lines, folds by site."""
    truths, guesses = [], []
    sites = np.array([page.site for page in pages])
    for train, test in GroupKFold(FOLDS).split(pages, groups=sites):
        model = fit([pages[i] for i in train])
        for i in test:
            page = pages[i]
            known = page.labels >= 0
            truths.append(page.labels[known])
            guesses.append(residue_probabilities(model, page.measures, page.lines)[known])
    return np.concatenate(truths), np.concatenate(guesses)


def report(pages: list[Page]) -> None:
    truth, guess = cross_validate(pages)
    print(f"macro F1 at .5: {f1_score(truth, guess > 0.5, average='macro'):.3f}")
    for kept in (0.98, 0.99, 0.995):
        threshold = float(np.quantile(guess[truth == 0], kept))
        recall = float((guess[truth == 1] > threshold).mean())
        print(f"text kept {kept:.3f} at threshold {threshold:.3f}: residue recall {recall:.3f}")


def main() -> None:
    require_shared()
    whole, cropped = load_pages("T_dev"), load_pages("Tcrop_dev")
    for name, pages in (("whole pages", whole), ("cropped pages", cropped), ("both", whole + cropped)):
        print(name)
        report(pages)
    model = fit(whole + cropped)
    TARGET.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        TARGET,
        **{name: np.asarray(getattr(model, name), np.float32) for name in ResidueModel.__dataclass_fields__},
    )
    print(f"wrote {TARGET.relative_to(ROOT)}, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
