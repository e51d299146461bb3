"""Words that are missing from English sentences, by a model of what stands between words.

The model is logistic, over the two words before and behind a gap; `training/dropped.py` makes it from sentences
out of which words were taken. One gap tells little; what all gaps tell together is weighed as the likelihood of a
text that lost one word in twenty over that of one that lost none.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.gaps import gaps_in, split_words
from readouts.model import Span
from readouts.resources import read_bytes


class Enough(NamedTuple):
    """How much gaps must tell together, and more for each of them, to be a sign beside others, and one alone.

    Alone there must be so many `places` to show.
    """

    beside: float
    alone: float
    a_gap: float
    places: int


# Chosen by `benchmarks.damage`.
WORDS, ENDS = Enough(0.0, 1.2, 0.03, 3), Enough(0.0, 0.9, 0.1, 2)
KNOWN_WORDS = 6000
"""The weights know so many of the commonest words; what is rarer is known by its form."""
_LOST = 0.05
_EXTREME = 6.0
# A gap is shown where a word is missing in one of three such, in a text that lost words.
_SHOWN = float(np.log((1 - _LOST) / _LOST / 2))


@dataclass(frozen=True, slots=True)
class Missing:
    """Where something seems to be missing, the likeliest first, and whether that alone tells of a damaged copy."""

    spans: tuple[Span, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class GapModel:
    """Weights a feature (`step` times a small number), and what each gap begins with.

    `common` tells how common a word is, 0 the commonest; `rank` the same of those the weights know.
    """

    weights: NDArray[np.int8]
    step: float
    bias: float
    rank: dict[str, int]
    common: dict[str, int]

    def judge(self, features: NDArray[np.int32]) -> NDArray[np.float64]:
        """Return how likely a word is missing in each gap: the logarithm of the odds over those of any gap."""
        odds: NDArray[np.float64] = self.weights[features].sum(1, dtype=np.float64) * self.step + self.bias
        return odds


@lru_cache(maxsize=1)
def gap_model() -> GapModel:
    """Return the shipped model, loaded once."""
    with np.load(io.BytesIO(read_bytes("damage/gaps.npz"))) as kept:
        words = bytes(kept["words"]).decode("utf-8").split(" ")
        common = {word: place for place, word in enumerate(words)}
        rank = {word: common[word] for word in words[:KNOWN_WORDS]}
        return GapModel(kept["weights"], float(kept["step"]), float(kept["bias"]), rank, common)


def find_dropped(text: str, passed_over: Sequence[Span] = ()) -> tuple[Missing, Missing]:
    """Return where words seem to be missing in an English text, and where the ends of sentences.

    So much as chance would give is nothing. What lies in `passed_over` (in order) does not count. Linear in the
    length of the text.
    """
    model = gap_model()
    edges = np.array([edge for span in passed_over for edge in (span.start, span.end)], np.int64)
    words, ends = _Weighed(), _Weighed()
    for piece in split_words(text):
        gaps = gaps_in(piece.words, piece.lines, model.rank)
        if not len(gaps.before):
            continue
        starts, until = piece.starts[gaps.before], piece.ends[gaps.before + 1]
        # Between an odd and an even number of edges lies what is passed over.
        counted = np.searchsorted(edges, starts, side="right") % 2 == 0
        odds = model.judge(gaps.features)
        for weighed, here in ((words, counted & ~gaps.at_stop), (ends, counted & gaps.at_stop)):
            weighed.add(odds[here], starts[here], until[here])
    return words.missing(WORDS), ends.missing(ENDS)


class _Weighed:
    """What the gaps of one kind tell together, while they are read."""

    def __init__(self) -> None:
        self._told, self._count = 0.0, 0
        self._likely: list[tuple[float, Span]] = []

    def add(self, odds: NDArray[np.float64], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> None:
        """Add gaps: each tells how much likelier it is in a text that lost words."""
        self._told += float(np.log1p(_LOST * (np.exp(np.minimum(odds, _EXTREME)) - 1)).sum())
        self._count += len(odds)
        for at in np.flatnonzero(odds > _SHOWN):
            self._likely.append((float(odds[at]), Span(int(starts[at]), int(ends[at]))))

    def missing(self, enough: Enough) -> Missing:
        """Return what is shown."""
        over = self._told - enough.a_gap * self._count
        if over < enough.beside:
            return Missing()
        spans = tuple(span for _, span in sorted(self._likely, key=lambda pair: -pair[0]))
        return Missing(spans, len(spans) >= enough.places and over >= enough.alone)
