"""What marking residue costs, beside splitting the same text into lines and words, and what it leaves of releases.

Reads the pages and releases beside the checkout and uses the shipped model. Prints how often a text could be split in
the time it takes to mark it, on pages, on short releases and on one long text, and the share of the characters of
official releases that stay unmarked. Run `python -m benchmarks.residue_cost`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence

from benchmarks.material import SHARED, check_floors, collection, json_lines, require_shared
from readouts.ingest import mark_residue

_WORD = re.compile(r"\w+")
_SPEED_PAGES = 200
_LONG = 50_000_000


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
        begun = time.thread_time()
        for text in texts:
            work(text)
        spent.append(time.thread_time() - begun)
    return min(spent)


def main() -> None:
    require_shared()
    check_floors("residue_cost", {"releases_kept": releases_kept(), **speed()})


if __name__ == "__main__":
    main()
