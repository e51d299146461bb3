"""Tokens read beside their neighbours."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.model import Span
from readouts.text import Models
from readouts.text.contextual import LONGEST, MOST_PASSAGES, ContextualEncoder, load_contextual

TALKS = "She welcomed the offer to host talks."


@pytest.fixture(scope="module")
def encoder() -> ContextualEncoder:
    return load_contextual()


def spans_of(*passages: str) -> tuple[str, list[Span]]:
    text, spans = "", []
    for passage in passages:
        spans.append(Span(len(text), len(text) + len(passage)))
        text += passage + " "
    return text, spans


@given(st.lists(st.text(min_size=1, max_size=60), max_size=4))
@settings(max_examples=40, deadline=None)
def test_tokens_stand_in_order_in_their_passages(passages: list[str]) -> None:
    text, spans = spans_of(*passages)
    tokens = load_contextual().read(text, spans)
    count = len(tokens.starts)
    assert len(tokens.states) == len(tokens.vectors) == len(tokens.weights) == count
    assert np.all(np.diff(tokens.starts) >= 0)
    assert all(any(span.start <= at < span.end for span in spans) for at in tokens.starts.tolist())
    np.testing.assert_allclose(np.linalg.norm(tokens.vectors, axis=1), np.ones(count), atol=1e-4)
    assert np.all((tokens.weights > 0) & (tokens.weights < 1))


def test_a_token_is_read_beside_its_neighbours(encoder: ContextualEncoder) -> None:
    alone = encoder.read(*spans_of(TALKS))
    after = encoder.read(*spans_of("President Varo spoke of the war.", TALKS))
    assert not np.allclose(alone.states, after.states[-len(alone.states) :], atol=1e-2)


def test_windows_do_not_see_one_another(encoder: ContextualEncoder) -> None:
    filler = " ".join(["grain"] * LONGEST)
    one = encoder.read(*spans_of(filler, filler, TALKS))
    other = encoder.read(*spans_of(filler.replace("grain", "steel"), filler, TALKS))
    np.testing.assert_allclose(one.states[-5:], other.states[-5:], atol=1e-4)


def test_of_a_long_passage_the_beginning_is_read(encoder: ContextualEncoder) -> None:
    assert len(encoder.read(*spans_of("grain " * 500)).starts) == LONGEST


def test_nothing_is_read_of_other_languages_or_without_words() -> None:
    models = Models()
    assert models.read(TALKS, "ru", [Span(0, len(TALKS))]) is None
    assert models.read(TALKS, None, [Span(0, len(TALKS))]) is None
    assert models.read(TALKS, "en", []) is None
    assert models.read(TALKS, "en", [Span(0, len(TALKS))] * (MOST_PASSAGES + 1)) is None
    assert models.read(TALKS, "en-GB", [Span(0, len(TALKS))]) is not None
