"""Make `resources/residue/lines.npz`: which lines of a copied page are not the article.

Data: `residue/T_dev.jsonl.gz` and `Tcrop_dev.jsonl.gz` of the material beside the checkout (labels from the
evaluation set of trafilatura, Apache-2.0; the pages are their publishers' and are not redistributed);
`residue_lines.tsv`, numbers of further lines of those pages, read and labelled for this project; the first part of WCXB
(see `residue_pages.py`), of which FOLDER is a copy; and official releases, of which every line is the article. Run
`python -m training.residue FOLDER`; `python -m benchmarks.residue FOLDER` measures.
Both need torch (see `residue_network.py`); run twice on one machine they give the same.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

import numpy as np

from benchmarks.material import ROOT, SHARED, collection, json_lines, require_shared
from readouts.ingest.lines import Lines, split_lines
from readouts.ingest.measures import measure
from readouts.ingest.residue_model import ResidueModel, brought_to_one_size, word_rows
from training.residue_network import Sample, around, as_shipped, fit_network, weights_of
from training.residue_pages import TEXT, UNKNOWN, folder_named, further_pages

# What a line counts beside one labelled in the evaluation set: one labelled here, one of WCXB, one of a release. Chosen
# by `benchmarks.residue` and, the second, by `benchmarks.residue_pages`.
READ_HERE, FURTHER, RELEASED = 0.05, 0.03, 0.3
# So many of WCXB's pages are cut closely around their article, with up to so many lines above it and below.
CLOSELY, ABOVE, BELOW = 0.5, 12, 20
RELEASES, RELEASE_LINES, CUTS = 100, 80, 3
READ = ROOT / "training/residue_lines.tsv"
TARGET = ROOT / "src/readouts/resources/residue/lines.npz"


@dataclass(frozen=True)
class Page:
    """One page. `labels` is 1 for residue, 0 for text, -1 for unknown; `weights` what each counts, 1 where given."""

    identifier: str
    site: str
    language: str
    lines: Lines
    labels: np.ndarray
    weights: np.ndarray
    measures: np.ndarray


def load_pages(name: str) -> list[Page]:
    """Return the pages of `residue/NAME.jsonl.gz`, with the labels given there."""
    return [_page(entry, entry["lines"], _labels(entry)) for entry in _entries(name)]


def load_lessons(folder: Path) -> list[Page]:
    """Return what is learned from: pages, the same cut in other ways, with lines labelled here; WCXB; releases."""
    read = _read_here()
    chance = np.random.default_rng(5)
    lessons = load_pages("Tcrop_dev")
    for entry in _entries("T_dev"):
        labels = _labels(entry)
        weights = np.where(labels >= 0, 1.0, 0.0)
        for number, label in read.get(entry["id"], {}).items():
            if labels[number] < 0:
                labels[number], weights[number] = label, READ_HERE
        lessons.append(_page(entry, entry["lines"], labels, weights))
        for kept in _cuts(labels, weights, chance):
            lessons.append(_page(entry, [entry["lines"][at] for at in kept], labels[kept], weights[kept]))
    sites = {page.site.removeprefix("www.") for page in lessons}
    return [*(page for page in lessons if (page.labels >= 0).any()), *_further(folder, sites), *_releases()]


def _entries(name: str) -> Iterator[dict]:
    return json_lines(SHARED / "residue" / f"{name}.jsonl.gz")


def _labels(entry: dict) -> np.ndarray:
    codes = {"residue": 1, "text": 0, None: -1}
    return np.array([codes[label] for label in entry["labels"]])


def _page(entry: dict, texts: Sequence[str], labels: np.ndarray, weights: np.ndarray | None = None) -> Page:
    lines = split_lines("\n".join(texts))
    starts = np.cumsum([0] + [len(text) + 1 for text in texts])
    numbers = np.searchsorted(starts, lines.starts, side="right") - 1
    labels = np.asarray(labels)[numbers]
    counted = np.where(labels >= 0, 1.0, 0.0) if weights is None else weights[numbers]
    site = urlparse(entry["url"]).netloc or entry["id"]
    return Page(entry["id"], site, entry.get("lang", "en"), lines, labels, counted, measure(lines))


def _read_here() -> dict[str, dict[int, int]]:
    """Return the labels of `residue_lines.tsv` by page and by number in its lines, blank ones counted."""
    filled = {
        entry["id"]: [at for at, line in enumerate(entry["lines"]) if line.strip()] for entry in _entries("T_dev")
    }
    found: dict[str, dict[int, int]] = {}
    with READ.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            numbers = filled[row["page"]]
            for label, ranges in enumerate((row["text"], row["residue"])):
                for first, _, last in (stretch.partition("-") for stretch in ranges.split()):
                    for at in range(int(first), int(last or first) + 1):
                        found.setdefault(row["page"], {})[numbers[at]] = label
    return found


def _cuts(labels: np.ndarray, weights: np.ndarray, chance: np.random.Generator) -> Iterator[np.ndarray]:
    """Cut a page in other places, as people copy them: some of its head and foot, at times without blank lines."""
    given = np.flatnonzero(weights == 1)
    if not len(given):
        return
    text = np.flatnonzero((weights == 1) & (labels == 0))
    inner = text if len(text) else given
    for number in range(CUTS):
        if number < CUTS - 1:
            first = int(chance.integers(0, given[0] + 1))
            last = int(chance.integers(given[-1] + 1, len(labels) + 1))
        else:
            first = max(0, inner[0] - int(chance.integers(0, 8)))
            last = min(len(labels), inner[-1] + 1 + int(chance.integers(0, 12)))
        kept = np.arange(first, last)
        if number == 1 and len(kept) > 10:
            gone = int(chance.integers(0, len(kept) - 3))
            size = int(chance.integers(1, len(kept) // 5 + 1))
            out = (np.arange(len(kept)) >= gone) & (np.arange(len(kept)) < gone + size) & (weights[kept] < 1)
            kept = kept[~out]
        yield kept


def _further(folder: Path, known: set[str]) -> Iterator[Page]:
    """Yield the articles of WCXB's first part, but those of known sites, which would be learned from twice."""
    chance = np.random.default_rng(3)
    for page in further_pages(folder, "dev"):
        if page.kind != "article" or page.site.removeprefix("www.") in known:
            continue
        lines, labels = page.lines, np.array(page.labels)
        if chance.random() < CLOSELY:
            text = np.flatnonzero(labels == TEXT)
            first = max(0, text[0] - int(chance.integers(0, ABOVE)))
            last = text[-1] + 1 + int(chance.integers(0, BELOW))
            lines, labels = lines[first:last], labels[first:last]
        entry = {"id": page.identifier, "url": f"http://{page.site}"}
        yield _page(entry, lines, labels, np.where(labels == UNKNOWN, 0, FURTHER))


def _releases() -> list[Page]:
    """Return beginnings and ends of official releases, in which nothing is residue; not of those measured with."""
    pages = []
    for name in ("whitehouse", "kremlin", "ukraine"):
        entries = [entry for at, entry in enumerate(collection(name).values()) if at % 50 != 7]
        for at, entry in enumerate(entries[:: len(entries) // RELEASES]):
            texts = entry["text"].split("\n")
            texts = texts[:RELEASE_LINES] if at % 2 else texts[-RELEASE_LINES:]
            nothing = np.zeros(len(texts), int)
            pages.append(_page({"id": entry["id"], "url": ""}, texts, nothing, nothing + RELEASED))
    return [page for page in pages if len(page.lines)]


def fit(lessons: Sequence[Page]) -> ResidueModel:
    """Fit the network to the labelled lines of pages, each amid the lines around it."""
    every = np.hstack([page.measures for page in lessons if page.weights.max() == 1])
    mean, scale = as_shipped(every.mean(1)), as_shipped(every.std(1) + 1e-3)
    return weights_of(fit_network([around(_sample(page, mean, scale)) for page in lessons]), mean, scale)


def _sample(page: Page, mean: np.ndarray, scale: np.ndarray) -> Sample:
    lines = page.lines
    line = np.arange(len(lines)).repeat(lines.words)
    measures = brought_to_one_size(page.measures, mean, scale)
    return Sample(
        measures, line, word_rows(lines.places).astype(int), np.maximum(page.labels, 0).astype(float), page.weights
    )


def main() -> None:
    require_shared()
    model = fit(load_lessons(folder_named()))
    np.savez_compressed(
        TARGET, **{name: np.asarray(getattr(model, name), np.float16) for name in ResidueModel.__dataclass_fields__}
    )
    print(f"wrote {TARGET.relative_to(ROOT)}, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
