"""Articles out of web pages, beside trafilatura alone, on pages nobody here wrote.

Run `python -m benchmarks.pages_in FOLDER`, where FOLDER is a copy of scrapinghub/article-extraction-benchmark (MIT):
its `ground-truth.json` and `html/`. Scores are that benchmark's own: precision and recall over runs of four words. The
time is beside trafilatura with its metadata, which is what is read here too.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean

from benchmarks.material import check_floors
from readouts.ingest.page import read_page

_WORD = re.compile(r"\w+")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words[at : at + 4])


def scores(truths: list[str], guesses: list[str]) -> dict[str, float]:
    precisions, recalls = [], []
    for truth, guess in zip(truths, guesses, strict=True):
        right, said = shingles(truth), shingles(guess)
        shared = sum((right & said).values())
        if said:
            precisions.append(shared / sum(said.values()))
        if right:
            recalls.append(shared / sum(right.values()))
    precision, recall = mean(precisions), mean(recalls)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


def timed(extract: Callable[[str], str], pages: list[str]) -> tuple[list[str], float]:
    begun = time.process_time()
    texts = [extract(page) for page in pages]
    return texts, time.process_time() - begun


def main() -> None:
    from trafilatura import bare_extraction, extract

    if len(sys.argv) != 2:
        sys.exit("Name a folder with ground-truth.json and html/ of scrapinghub/article-extraction-benchmark.")
    folder = Path(sys.argv[1])
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    names = sorted(truth)
    pages = [gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8") for name in names]
    truths = [truth[name]["articleBody"] for name in names]
    read_page(pages[0])
    theirs, _ = timed(lambda page: extract(page, include_comments=False) or "", pages)
    _, their_seconds = timed(lambda page: str(bare_extraction(page, include_comments=False, with_metadata=True)), pages)
    ours, our_seconds = timed(lambda page: read_page(page).text, pages)
    mine, peer = scores(truths, ours), scores(truths, theirs)
    for name, figures in (("trafilatura", peer), ("readouts", mine)):
        print(name, " ".join(f"{key} {value:.4f}" for key, value in figures.items()))
    placed = [read_page(page) for page in pages]
    words = sum(len(content.text) for content in placed)
    check_floors(
        "pages_in",
        {
            "f1": mine["f1"],
            "f1_over_trafilatura": mine["f1"] - peer["f1"],
            "trafilatura_seconds_over_ours": their_seconds / our_seconds,
            "share_of_text_with_a_place": sum(len(p.span) for c in placed for p in c.places) / words,
        },
    )


if __name__ == "__main__":
    main()
