"""The two shipped linear-chain models of news: which words are cues, and what belongs to each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

import pycrfsuite

from readouts.resources import read_bytes

HEAD, CUE, SOURCE, CONTENT, OTHER = "Q", "U", "S", "C", "O"
CUES_FILE, SPANS_FILE = "attribution/news_cues.crfsuite", "attribution/news_spans.crfsuite"


class Labeller:
    """A linear-chain conditional random field in CRFsuite's own format."""

    __slots__ = ("_data", "_lock", "_tagger")

    def __init__(self, data: bytes) -> None:
        self._data = data  # the tagger reads this memory for as long as it lives
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(data)
        self._lock = Lock()

    def marginals(self, features: Sequence[Sequence[str]], labels: Sequence[str]) -> list[list[float]]:
        """Return for each label the probability that each token bears it."""
        if not features:
            return [[] for _ in labels]
        with self._lock:
            self._tagger.set(pycrfsuite.ItemSequence(features))
            return [[self._tagger.marginal(label, at) for at in range(len(features))] for label in labels]


class NewsModel:
    """The models of cues and of spans, which are used together."""

    __slots__ = ("cues", "spans")

    def __init__(self, cues: bytes, spans: bytes) -> None:
        self.cues, self.spans = Labeller(cues), Labeller(spans)


@lru_cache(maxsize=1)
def load_news_model() -> NewsModel:
    """Return the shipped models."""
    return NewsModel(read_bytes(CUES_FILE), read_bytes(SPANS_FILE))
