"""Which lines of a copied page are not the article: cross-validated by site, and what it costs.

Reads the pages beside the checkout. Prints macro F1 over lines of text and residue, English and other languages
apart, the residue found where 99 of 100 lines of the article are kept, the lines of official releases that are marked,
and the time beside that of splitting the same text into lines and words. Run `python -m benchmarks.residue`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from benchmarks.material import SHARED, check_floors, collection, json_lines, require_shared
from readouts.ingest import SURE, mark_residue
from readouts.ingest.residue_model import residue_probabilities
from training.residue import FOLDS, Page, fit, load_pages, load_releases

KEPT = 0.99
_WORD = re.compile(r"\w+")
_SPEED_PAGES = 200
_LONG = 50_000_000


class Judged(NamedTuple):
    """Labels, verdicts and languages of some labelled lines."""

    truth: np.ndarray
    guess: np.ndarray
    english: np.ndarray


def cross_validate(kinds: list[list[Page]], more: list[Page]) -> list[Judged]:
    """Judge the labelled lines of each kind of page by models that saw nothing of their sites."""
    every = [page for pages in kinds for page in pages]
    sites = np.array([page.site for page in every])
    found: list[list[tuple[np.ndarray, np.ndarray, np.ndarray]]] = [[] for _ in kinds]
    for train, test in GroupKFold(FOLDS).split(every, groups=sites):
        model = fit([*(every[at] for at in train), *more])
        held = {every[at].site for at in test}
        for pages, judged in zip(kinds, found, strict=True):
            for page in (page for page in pages if page.site in held):
                known = page.labels >= 0
                guess = residue_probabilities(model, page.lines)[known]
                judged.append((page.labels[known], guess, np.full(len(guess), page.language == "en")))
    return [Judged(*map(np.concatenate, zip(*judged, strict=True))) for judged in found]


def figures(name: str, judged: Judged) -> dict[str, float]:
    """Print and return the figures of some lines."""
    found: dict[str, float] = {}
    for group, chosen in (("all", judged.truth >= 0), ("en", judged.english), ("other", ~judged.english)):
        truth, guess = judged.truth[chosen], judged.guess[chosen]
        f1 = [f1_score(truth, guess > threshold, average="macro") for threshold in np.arange(0.3, 0.75, 0.05)]
        sure = float(np.quantile(guess[truth == 0], KEPT))
        found[f"{name}_{group}_macro_f1"] = float(f1_score(truth, guess > 0.5, average="macro"))
        found[f"{name}_{group}_recall_at_99_kept"] = float((guess[truth == 1] > sure).mean())
        best, kept = int(np.argmax(f1)), float((guess[truth == 0] < SURE).mean())
        print(f"{name} {group}: {len(truth)} lines, best {f1[best]:.3f} at {0.3 + 0.05 * best:.2f}, 99% at {sure:.3f}")
        print(f"   kept at SURE {kept:.4f}, residue found there {(guess[truth == 1] >= SURE).mean():.3f}")
    return found


def releases_kept() -> float:
    """Return the share of characters of official releases, not those trained on, that stay unmarked."""
    marked = total = 0
    for name in ("whitehouse", "kremlin", "ukraine"):
        for entry in list(collection(name).values())[7::50]:
            residue, _ = mark_residue(entry["text"], "en")
            marked += sum(len(mark.span) for mark in residue)
            total += len(entry["text"])
    return 1 - marked / total


def speed() -> dict[str, float]:
    """Return how often the text is split in the time it takes to mark it."""
    pages = ["\n".join(entry["lines"]) for entry in json_lines(SHARED / "residue" / "T_dev.jsonl.gz")][:_SPEED_PAGES]
    releases = [entry["text"] for entry in list(collection("whitehouse").values())[:_SPEED_PAGES]]
    found = {}
    for name, texts in (("pages", pages), ("releases", releases)):
        found[f"marks_over_splits_{name}"] = _seconds(_mark, texts) / _seconds(_split, texts)
    long = "\n".join(releases)
    long = (long * (_LONG // len(long) + 1))[:_LONG]
    whole, tenth = _seconds(_mark, [long], 1), _seconds(_mark, [long[: _LONG // 10]], 1)
    found["marks_over_splits_long"] = whole / _seconds(_split, [long], 1)
    print(f"{_LONG:,} characters: {whole:.1f} s; a tenth of them: {tenth:.2f} s")
    found["marks_over_splits_tenth_over_whole"] = whole / (10 * tenth)
    return {f"splits_over_{name.removeprefix('marks_over_splits_')}": 1 / figure for name, figure in found.items()}


def _mark(text: str) -> object:
    return mark_residue(text, "en")


def _split(text: str) -> object:
    return [_WORD.findall(line) for line in text.splitlines()]


def _seconds(work: Callable[[str], object], texts: Sequence[str], times: int = 3) -> float:
    spent = []
    for _ in range(times):
        begun = time.process_time()
        for text in texts:
            work(text)
        spent.append(time.process_time() - begun)
    return min(spent)


def main() -> None:
    require_shared()
    whole, cropped = load_pages("T_dev"), load_pages("Tcrop_dev")
    of_whole, of_cropped = cross_validate([whole, cropped], load_releases())
    found = figures("whole", of_whole) | figures("cropped", of_cropped)
    check_floors("residue", {**found, "releases_kept": releases_kept(), **speed()})


if __name__ == "__main__":
    main()
