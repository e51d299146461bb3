"""Which lines of a copied page are not the article, on pages that the shipped model learned nothing from.

FOLDER is the copy of WCXB that `training/residue_pages.py` tells of; read are the articles of its second part from
sites that its first part has no page of, mostly in English, of which every line is labelled. Prints macro F1 over lines
of text and residue where marks are shown; the article's lines kept, and the residue found, where marks are left out of
reading; and the residue found where 99 of 100 lines of the article are kept. Beside all lines, those from the article's
first line to its last.
Run `python -m benchmarks.residue_pages FOLDER`.
"""

from __future__ import annotations

import numpy as np
from sklearn.metrics import f1_score

from benchmarks.material import check_floors
from readouts.ingest.lines import split_lines
from readouts.ingest.residue import SHOWN, SURE
from readouts.ingest.residue_model import load_residue_model, residue_probabilities
from training.residue_pages import TEXT, UNKNOWN, LabelledPage, folder_named, further_pages, sites_of

KEPT = 0.99


def judged(page: LabelledPage) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return labels and verdicts of the labelled lines of a page, and which of them stand within its article."""
    lines = split_lines("\n".join(page.lines))
    labels = np.array(page.labels)[[at for at, line in enumerate(page.lines) if line.strip()]]
    text = np.flatnonzero(labels == TEXT)
    at = np.arange(len(labels))
    within = (text[0] <= at) & (at <= text[-1])
    known = labels != UNKNOWN
    return labels[known], residue_probabilities(load_residue_model(), lines)[known], within[known]


def figures(name: str, truth: np.ndarray, guess: np.ndarray) -> dict[str, float]:
    """Return the figures of some lines."""
    text, residue = guess[truth == TEXT], guess[truth != TEXT]
    print(f"{name}: {len(text)} lines of articles, {len(residue)} of residue")
    return {
        f"{name}_macro_f1": float(f1_score(truth, guess > SHOWN, average="macro")),
        f"{name}_kept": float((text < SURE).mean()),
        f"{name}_found": float((residue >= SURE).mean()),
        f"{name}_found_at_99_kept": float((residue > np.quantile(text, KEPT)).mean()),
    }


def main() -> None:
    folder = folder_named()
    learned = sites_of(folder, "dev")
    articles = (page for page in further_pages(folder, "test") if page.kind == "article")
    pages = [judged(page) for page in articles if page.site not in learned]
    truth, guess, within = map(np.concatenate, zip(*pages, strict=True))
    print(f"{len(pages)} pages")
    check_floors("residue_pages", figures("all", truth, guess) | figures("within", truth[within], guess[within]))


if __name__ == "__main__":
    main()
