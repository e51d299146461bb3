"""Make `resources/collation/kindred.npz`: vectors of English stems, near where official prose uses the stems alike.

Method: how much oftener two stems stand within five content words of each other than chance has it (positive pointwise
mutual information, contexts smoothed), cut down to its strongest directions (Levy, Goldberg and Dagan 2015,
"Improving distributional similarity with lessons learned from word embeddings"). Data: the releases and press
conferences in English beside the checkout. Only stems and numbers ship. Run `python -m training.kindred`, then
`python -m training.alignment`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds

from benchmarks.material import ROOT, SHARED, collection, json_lines, require_shared
from readouts.collation.kindred import SHIPPED
from readouts.collation.words import english_stems

TARGET = ROOT / "src/readouts/resources" / SHIPPED
# Chosen by the log-loss of `training.alignment`, which hardly moves from 100 to 300 directions or 5 to 15 words.
DIRECTIONS, WINDOW = 150, 5
STEMS, SIGHTINGS = 15_000, 5
# The power that context counts are raised to.
SMOOTHING = 0.75


def sentences() -> Iterator[list[str]]:
    names = ("whitehouse", "transcripts", "kremlin", "ukraine")
    texts = [entry["text"] for name in names for entry in collection(name).values()]
    texts += [entry["en"] for entry in json_lines(SHARED / "mfa" / "press_conferences.jsonl.gz")]
    for text in texts:
        for sentence in re.split(r"(?<=[.!?;])\s+|\n+", text):
            yield english_stems(sentence)


def neighbours(found: list[list[str]], stems: list[str]) -> csr_matrix:
    """Return how often each two stems stand near each other, the nearer counting more; symmetric."""
    place = {stem: at for at, stem in enumerate(stems)}
    # One run of numbers for all sentences, with a gap between two that no window bridges.
    gap = [-1] * WINDOW
    run = np.array([at for sentence in found for at in (*(place.get(s, -1) for s in sentence), *gap)], np.int32)
    total = csr_matrix((len(stems), len(stems)), dtype=np.float64)
    for distance in range(1, WINDOW + 1):
        one, other = run[:-distance], run[distance:]
        kept = (one >= 0) & (other >= 0) & (one != other)
        counts = np.full(int(kept.sum()), 1 / distance)
        total = total + coo_matrix((counts, (one[kept], other[kept])), shape=total.shape).tocsr()
    return csr_matrix(total + total.T)


def vectors(together: csr_matrix) -> np.ndarray:
    totals = np.asarray(together.sum(axis=1)).ravel()
    contexts = totals**SMOOTHING / (totals**SMOOTHING).sum()
    pairs = together.tocoo()
    told = np.log(pairs.data / (totals[pairs.row] * contexts[pairs.col]))
    kept = told > 0
    positive = csr_matrix((told[kept].astype(np.float32), (pairs.row[kept], pairs.col[kept])), shape=together.shape)
    left, strengths, _ = svds(positive, k=DIRECTIONS, v0=np.ones(len(totals), np.float32), solver="arpack")
    found = left * np.sqrt(strengths)
    # The sign of a direction is arbitrary: fixed, so that making them again gives the same file.
    return found * np.sign(found[np.abs(found).argmax(axis=0), np.arange(DIRECTIONS)])


def main() -> None:
    require_shared()
    found = list(sentences())
    counts = Counter(stem for sentence in found for stem in sentence)
    stems = sorted(stem for stem, count in counts.most_common(STEMS) if count >= SIGHTINGS)
    made = vectors(neighbours(found, stems))
    whole = np.round(127 * made / np.maximum(np.abs(made).max(axis=1, keepdims=True), 1e-9)).astype(np.int8)
    np.savez_compressed(TARGET, stems=np.frombuffer("\n".join(stems).encode(), np.uint8), vectors=whole)
    print(f"{len(stems):,} stems, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
