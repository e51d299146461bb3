"""Make `resources/collation/space.npz`: the mean sentence of official prose by language, and a whitening projection.

Data: sentences of the English and Chinese releases beside the checkout. Run `python -m training.space`.
"""

from __future__ import annotations

import numpy as np

from benchmarks.material import ROOT, collection, require_shared
from readouts.collation.language_space import SHIPPED, Vectors
from readouts.text import Models
from readouts.text.sentences import parse_by_rule

TARGET = ROOT / "src/readouts/resources" / SHIPPED
# Sentences of each collection, chosen evenly; more changes nothing that is measured.
SENTENCES = 4000
SOURCES = {"en": ("whitehouse", "kremlin", "ukraine"), "zh": ("cctv",)}
# How many directions are kept, and how far they are evened out (1: wholly), by `training.alignment`.
DIMENSIONS, EVENNESS = 256, 0.5


def sentences(name: str, language: str) -> list[str]:
    found = []
    for entry in collection(name).values():
        if name == "whitehouse" and "readout" not in entry["id"]:
            continue
        parse = parse_by_rule(entry["text"], language)
        found += [sentence.span.of(parse.text) for sentence in parse.sentences if len(sentence.span) > 15]
    return found[:: max(len(found) // SENTENCES, 1)][:SENTENCES]


def fit(vectors: dict[str, Vectors], dimensions: int, evenness: float) -> dict[str, Vectors]:
    means = {language: found.mean(axis=0) for language, found in vectors.items()}
    pooled = np.vstack([found - means[language] for language, found in vectors.items()])
    values, directions = np.linalg.eigh(np.cov(pooled.T.astype(np.float64)))
    order = np.argsort(values)[::-1][:dimensions]
    projection = directions[:, order] / values[order] ** (evenness / 2)
    return {**{f"mean_{language}": mean for language, mean in means.items()}, "projection": projection}


def main() -> None:
    require_shared()
    models = Models()
    vectors = {
        language: models.encode([text for name in names for text in sentences(name, language)])
        for language, names in SOURCES.items()
    }
    made = fit(vectors, DIMENSIONS, EVENNESS)
    np.savez_compressed(TARGET, **{name: value.astype(np.float16) for name, value in made.items()})
    print(f"{ {language: len(found) for language, found in vectors.items()} }, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
