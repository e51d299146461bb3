"""Which lines of a copied page are not the article: cross-validated by site.

Reads the pages beside the checkout. Prints macro F1 over lines of text and residue, English and other languages
apart, and the residue found where 99 of 100 lines of the article are kept, at a threshold chosen on the lines judged
and at one chosen on the other folds. Needs torch, as `training/residue_network.py` says; what the shipped model costs
and keeps is measured without it, by `benchmarks.residue_cost`. Run `python -m benchmarks.residue FOLDER`, where FOLDER
is the copy of WCXB that `training/residue_pages.py` tells of.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from benchmarks.material import check_floors, require_shared
from readouts.ingest.residue import SHOWN, SURE
from readouts.ingest.residue_model import residue_probabilities
from training.residue import Page, fit, load_lessons, load_pages
from training.residue_pages import folder_named

FOLDS = 5
KEPT = 0.99


class Judged(NamedTuple):
    """Labels, verdicts, languages and folds of some labelled lines."""

    truth: np.ndarray
    guess: np.ndarray
    english: np.ndarray
    fold: np.ndarray


def cross_validate(kinds: Sequence[list[Page]], lessons: list[Page]) -> list[Judged]:
    """Judge the labelled lines of each kind of page by models that saw nothing of their sites."""
    sites = sorted({page.site for pages in kinds for page in pages})
    found: list[list[tuple[np.ndarray, ...]]] = [[] for _ in kinds]
    for fold, (_, test) in enumerate(GroupKFold(FOLDS).split(sites, groups=sites)):
        held = {sites[at] for at in test}
        model = fit([lesson for lesson in lessons if lesson.site not in held])
        for pages, judged in zip(kinds, found, strict=True):
            for page in (page for page in pages if page.site in held):
                known = page.labels >= 0
                guess = residue_probabilities(model, page.lines)[known]
                alike = np.full(len(guess), page.language == "en"), np.full(len(guess), fold)
                judged.append((page.labels[known], guess, *alike))
    return [Judged(*map(np.concatenate, zip(*judged, strict=True))) for judged in found]


def figures(name: str, judged: Judged) -> dict[str, float]:
    """Print and return the figures of some lines."""
    found: dict[str, float] = {}
    for group, chosen in (("all", judged.truth >= 0), ("en", judged.english), ("other", ~judged.english)):
        truth, guess = judged.truth[chosen], judged.guess[chosen]
        thresholds = np.arange(0.2, 0.85, 0.05)
        f1 = [f1_score(truth, guess > threshold, average="macro") for threshold in thresholds]
        sure = float(np.quantile(guess[truth == 0], KEPT))
        found[f"{name}_{group}_macro_f1"] = float(f1_score(truth, guess > SHOWN, average="macro"))
        found[f"{name}_{group}_recall_at_99_kept"] = float((guess[truth == 1] > sure).mean())
        best, kept = int(np.argmax(f1)), float((guess[truth == 0] < SURE).mean())
        print(f"{name} {group}: {len(truth)} lines, best {f1[best]:.3f} at {thresholds[best]:.2f}, 99% at {sure:.3f}")
        print(f"   kept at SURE {kept:.4f}, residue found there {(guess[truth == 1] >= SURE).mean():.3f}")
    kept, marked = _threshold_of_the_others(judged)
    print(f"{name}: threshold chosen on the other folds: kept {kept:.4f}, residue found {marked:.3f}")
    return found


def _threshold_of_the_others(judged: Judged) -> tuple[float, float]:
    """Return the share of text kept and of residue found where each fold's threshold is chosen on the others."""
    marked = np.zeros(len(judged.truth), bool)
    for fold in range(FOLDS):
        here = judged.fold == fold
        marked[here] = judged.guess[here] > np.quantile(judged.guess[~here & (judged.truth == 0)], KEPT)
    return float(1 - marked[judged.truth == 0].mean()), float(marked[judged.truth == 1].mean())


def main() -> None:
    require_shared()
    kinds = load_pages("T_dev"), load_pages("Tcrop_dev")
    whole, cropped = cross_validate(kinds, load_lessons(folder_named()))
    check_floors("residue", figures("whole", whole) | figures("cropped", cropped))


if __name__ == "__main__":
    main()
