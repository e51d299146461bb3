"""The tokens of an account as vectors that know their neighbours, by a small transformer that numpy reads.

The network is an encoder as in BERT (Devlin et al. 2019): six of the twelve layers of multilingual-e5-small (Wang et
al. 2024, MIT licence), its vocabulary cut down to English and Chinese, fitted by ``training.contextual`` so that two
sentences that make one point are near token by token ("late interaction", Khattab and Zaharia 2020).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from readouts.model import Span
from readouts.resources import read_bytes
from readouts.text.subwords import Piece, Subwords
from readouts.text.vectors import Matrix, unit

SHIPPED = "text/contextual.npz"
# The languages it was fitted for; of others it knows hardly a word.
LANGUAGES = frozenset(("en", "zh"))
# How many pieces are read together, and how many of one passage: as it was fitted.
WINDOW, LONGEST = 200, 110
# Accounts of more passages are not read: each takes some ten milliseconds.
MOST_PASSAGES = 1000
BEGIN, END, UNKNOWN = 0, 2, 3
HEADS = 12
# The sigmoid of so many times x stands for the distribution function of the normal one (Hendrycks and Gimpel 2016).
STEEPNESS = 1.702
# Beyond this a power of e is no number of four bytes.
_MOST = np.float32(80)
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of passages of a text, in order.

    `starts` are where they begin in the text, `states` what the network makes of them, shape ``(n, 384)``, `vectors`
    unit vectors to compare them by, ``(n, 96)``, and `weights` how much each counts, up to 1.
    """

    starts: NDArray[np.intp]
    states: Matrix
    vectors: Matrix
    weights: Matrix


@dataclass(frozen=True, slots=True)
class _Layer:
    """The weights of one layer: of attention (three in one), of its outcome, of the wide layer, and back."""

    attend: tuple[Matrix, Matrix]
    gather: tuple[Matrix, Matrix]
    widen: tuple[Matrix, Matrix]
    narrow: tuple[Matrix, Matrix]
    norm: Matrix


class ContextualEncoder:
    """Reads passages of a text beside one another. `arrays` are as ``training.contextual`` writes them."""

    __slots__ = ("_compare", "_layers", "_norm", "_places", "_subwords", "_weigh", "_words")

    def __init__(self, arrays: Mapping[str, NDArray[Any]], subwords: Subwords) -> None:
        def floats(name: str) -> Matrix:
            return np.asarray(arrays[name], np.float32)

        def weights(name: str) -> tuple[Matrix, Matrix]:
            # Each few numbers beneath one another have a scale of their own.
            whole, scales = floats(name), floats(f"{name}.scale")
            blocks = whole.reshape(len(scales), -1, whole.shape[1]) * scales[:, None]
            return blocks.reshape(whole.shape), floats(f"{name}.shift")

        self._subwords = subwords
        self._words = arrays["words"], floats("words.scale")
        self._places, self._norm = floats("places"), floats("norm")
        self._compare, self._weigh = floats("compare"), floats("weigh")
        self._layers = [
            _Layer(
                weights(f"{at}.attend"),
                weights(f"{at}.gather"),
                weights(f"{at}.widen"),
                weights(f"{at}.narrow"),
                floats(f"{at}.norm"),
            )
            for at in range(sum(name.endswith(".attend") for name in arrays))
        ]

    def read(self, text: str, passages: Sequence[Span]) -> Tokens:
        """Return the tokens of `passages`, which are spans of `text` in its order."""
        cut = [self._subwords.cut(text, span.start, span.end, LONGEST) for span in passages]
        pieces = [piece for passage in cut for piece in passage]
        read = [self._run([piece.number for piece in window]) for window in _windows(cut)]
        states = np.vstack(read) if read else np.zeros((0, self._places.shape[1]), np.float32)
        return Tokens(
            np.array([piece.start for piece in pieces], np.intp),
            states,
            unit(states @ self._compare),
            np.asarray(1 / (1 + np.exp(-(states @ self._weigh[:-1] + self._weigh[-1]))), np.float32),
        )

    def _run(self, numbers: Sequence[int]) -> Matrix:
        """Return the states of one window's pieces."""
        framed = [BEGIN, *numbers, END]
        words, scale = self._words
        states = words[framed] * scale[framed, None] + self._places[: len(framed)]
        states = _normal(np.asarray(states, np.float32), self._norm[0], self._norm[1])
        for layer in self._layers:
            states = _normal(states + _attended(states, layer), layer.norm[0], layer.norm[1])
            wide = states @ layer.widen[0] + layer.widen[1]
            wide /= 1 + np.exp(np.minimum(np.float32(-STEEPNESS) * wide, _MOST))
            told = np.asarray(wide @ layer.narrow[0] + layer.narrow[1], np.float32)
            states = _normal(states + told, layer.norm[2], layer.norm[3])
        return states[1:-1]


def _windows(passages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """Put passages together, in order, as long as a window has room for them."""
    windows: list[list[Piece]] = []
    for passage in passages:
        if not windows or len(windows[-1]) + len(passage) + 2 > WINDOW:
            windows.append([])
        windows[-1] += passage
    return [window for window in windows if window]


def _attended(states: Matrix, layer: _Layer) -> Matrix:
    """Return what each piece takes from all pieces of its window."""
    count, size = states.shape
    mixed = (states @ layer.attend[0] + layer.attend[1]).reshape(count, 3, HEADS, size // HEADS)
    asked, answered, told = mixed.transpose(1, 2, 0, 3)
    heed = asked @ answered.transpose(0, 2, 1) / np.float32((size // HEADS) ** 0.5)
    heed = np.exp(heed - heed.max(axis=-1, keepdims=True))
    heed /= heed.sum(axis=-1, keepdims=True)
    return np.asarray((heed @ told).transpose(1, 0, 2).reshape(count, size) @ layer.gather[0] + layer.gather[1])


def _normal(states: Matrix, scale: Matrix, shift: Matrix) -> Matrix:
    """Return states evened out, piece by piece, to mean 0 and variance 1, then scaled and shifted."""
    centred = states - states.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", centred, centred)[:, None] / states.shape[1] + np.float32(_TINY))
    return np.asarray(centred / spread * scale + shift, np.float32)


@lru_cache(maxsize=1)
def load_contextual() -> ContextualEncoder:
    """Return the shipped encoder."""
    with np.load(BytesIO(read_bytes(SHIPPED)), allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    pieces = arrays["pieces"].tobytes().decode("utf-8").split("\n")
    scores = arrays["scores"].tolist()
    known = {piece: (at, score) for at, (piece, score) in enumerate(zip(pieces, scores, strict=True)) if at > UNKNOWN}
    return ContextualEncoder(arrays, Subwords(known, UNKNOWN))
