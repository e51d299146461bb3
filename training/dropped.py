"""Make `resources/damage/gaps.npz`: where words are missing from English sentences.

Data: official releases and news texts of the material beside the checkout, without those `benchmarks.damage` reads;
common words are taken out at random, and the model learns the gaps they leave. Only weights and the commonest
words are kept. Run `python -m training.dropped`; `python -m benchmarks.damage` measures.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import average_precision_score

from benchmarks.damage import GRAMMAR, clean_texts
from benchmarks.material import ROOT, require_shared
from readouts.ingest.dropped import KNOWN_WORDS, GapModel
from readouts.ingest.gaps import HASHED, STOP, gaps_in, split_words

TARGET = ROOT / "src/readouts/resources/damage/gaps.npz"
KEPT_WORDS = 20_000


class Taken(NamedTuple):
    """Which share is taken out of the words of grammar and of other small words, and at which words sentences end."""

    grammar: float
    others: float = 0.004
    ends: float = 0.002


TAKEN = (Taken(0.04), Taken(0.08), Taken(0.2))
# A news text teaches as much as three releases, of which there are many more, and so do pages about other matters.
NEWS_COUNT, PAGES_COUNT = 3, 4
# More releases of the White House teach nothing further.
MOST_RELEASES = 4000
STEPS = (0.2, 0.15, 0.1, 0.05, 0.02)
AT_ONCE = 200_000
SEED = 1

Rows = tuple[NDArray[np.int32], NDArray[np.int64]]


def gaps_left(text: str, rank: dict[str, int], taken: Taken, chance: random.Random) -> Iterator[Rows]:
    """Take words out of a text, and the ends of sentences; yield the gaps of each piece, and which ones that left."""
    for piece in split_words(text):
        kept: list[str] = []
        lines: list[int] = []
        left: list[int] = []
        cut = False
        for word, line in zip(piece.words, piece.lines.tolist(), strict=True):
            if word == STOP and cut and left and kept[-1] != STOP:
                left[-1], cut = 1, False
            elif cut and lines and line != lines[-1]:
                cut = False
            cut = cut or (word.isalpha() and chance.random() < taken.ends)
            share = taken.grammar if word.lower() in GRAMMAR else taken.others if word.islower() else 0
            if cut or chance.random() < share:
                if left and not cut:
                    left[-1] = 1
                continue
            kept.append(word)
            lines.append(line)
            left.append(0)
        found = gaps_in(kept, np.array(lines, np.int64), rank)
        if len(found.before):
            yield found.features, np.array(left, np.int64)[found.before]


def train(texts: list[str], rank: dict[str, int]) -> tuple[NDArray[np.float64], float, float]:
    """Return the weights, what every gap begins with, and the share of gaps that words left."""
    chance = random.Random(SEED)
    model = SGDClassifier(loss="log_loss", alpha=2e-7, learning_rate="constant", eta0=STEPS[0], random_state=SEED)
    left = count = 0
    for step in STEPS:
        model.eta0 = step
        batch: list[Rows] = []
        for at, text in enumerate(texts):
            batch += gaps_left(text, rank, chance.choice(TAKEN), chance)
            if sum(len(labels) for _, labels in batch) > AT_ONCE or at == len(texts) - 1:
                labels = np.concatenate([labels for _, labels in batch])
                model.partial_fit(_matrix(np.concatenate([rows for rows, _ in batch])), labels, [0, 1])
                left, count = left + int(labels.sum()), count + len(labels)
                batch = []
    return model.coef_[0], float(model.intercept_[0]), left / count


def _matrix(rows: NDArray[np.int32]) -> csr_matrix:
    ends = np.arange(0, rows.size + 1, rows.shape[1])
    return csr_matrix((np.ones(rows.size, np.float32), rows.ravel(), ends), (len(rows), HASHED))


def main() -> None:
    require_shared()
    learned = {name: texts[:MOST_RELEASES] for name, (_, texts) in clean_texts().items()}
    learned["news"] *= NEWS_COUNT
    learned["pages"] *= PAGES_COUNT
    counts = Counter(
        word.lower()
        for texts in learned.values()
        for text in texts
        for piece in split_words(text)
        for word in piece.words
        if word[0].isalpha()
    )
    words = [word for word, _ in counts.most_common(KEPT_WORDS)]
    rank = {word: place for place, word in enumerate(words[:KNOWN_WORDS])}
    texts = [text for texts in learned.values() for text in texts]
    random.Random(SEED).shuffle(texts)
    weights, intercept, share = train(texts, rank)
    step = float(np.abs(weights).max()) / 127
    small = np.round(weights / step).astype(np.int8)
    bias = intercept - float(np.log(share / (1 - share)))
    TARGET.parent.mkdir(exist_ok=True)
    with TARGET.open("wb") as file:
        np.savez_compressed(
            file, weights=small, step=step, bias=bias, words=np.frombuffer(" ".join(words).encode(), np.uint8)
        )
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes, {share:.3f} of the gaps left by words")
    model = GapModel(small, step, bias, rank, rank)
    for name, (held_out, _) in clean_texts().items():
        chance = random.Random(SEED)
        rows = [row for text in held_out for row in gaps_left(text, rank, Taken(0.07, 0), chance)]
        odds = np.concatenate([model.judge(features) for features, _ in rows])
        print(f"{name:10} average precision {average_precision_score(np.concatenate([y for _, y in rows]), odds):.3f}")


if __name__ == "__main__":
    main()
