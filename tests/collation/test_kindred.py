"""Passages are alike in words that official prose uses alike, and in who is heard on what."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readouts.collation.features import NAMES, measure
from readouts.collation.kindred import load_kindred
from readouts.collation.language_space import LanguageSpace, load_space
from readouts.collation.words import english_stems
from readouts.text import Models
from tests.collation.conftest import Read, sides

VOICES = [NAMES.index(name) for name in ("topic carried on", "voice on topic", "sole voice on topic")]


def alike(one: str, other: str) -> float:
    vectors = load_kindred().of([dict.fromkeys(english_stems(text), 1.0) for text in (one, other)])
    return float(vectors[0] @ vectors[1])


def test_words_in_like_company_are_kindred() -> None:
    assert alike("sanctions", "restrictions") > alike("sanctions", "harvest") + 0.2
    assert alike("ceasefire", "truce") > alike("ceasefire", "tariffs") + 0.2


def test_who_says_it_and_unknown_words_count_nothing() -> None:
    assert alike("the president said", "the president said") == 0.0
    assert alike("Qwzxv", "Qwzxv") == 0.0


@given(st.lists(st.dictionaries(st.text(max_size=12), st.floats(0.1, 1.0), max_size=8), max_size=5))
def test_vectors_are_of_length_one_or_zero(passages: list[dict[str, float]]) -> None:
    lengths = np.linalg.norm(load_kindred().of(passages), axis=1)
    assert all(abs(length - 1) < 1e-4 or length == 0 for length in lengths)


def test_topic_and_speaker_are_carried_over(models: Models, witness: Read) -> None:
    first = "President Varo discussed sanctions. She called them unjust."
    second = "President Varo discussed sanctions. Prime Minister Lind spoke of his dog."
    found = measure(*sides(models, witness, first, second), load_space(), None)
    assert found[1, 0, VOICES].tolist() == found[0, 0, VOICES].tolist()
    assert found[1, 0, VOICES[0]] == 1.0
    assert found[1, 0, VOICES[2]] == 0.5  # Of the two passages on sanctions in which she is heard.
    assert found[1, 1, VOICES[1:]].tolist() == [0.0, 0.0]


def test_what_is_measured_does_not_depend_on_the_order(models: Models, witness: Read) -> None:
    first, second = sides(
        models, witness, "President Varo raised tariffs. They agreed to meet.", "Tariffs were raised."
    )
    there, back = measure(first, second, load_space(), None), measure(second, first, load_space(), None)
    np.testing.assert_allclose(there, back.transpose(1, 0, 2), atol=1e-5)


def test_a_language_without_a_projection_is_compared_in_that_of_english() -> None:
    vectors = np.eye(3, dtype=np.float32)
    zero = np.zeros(3, np.float32)
    space = LanguageSpace({"en": zero, "xx": zero}, {"en": np.eye(3, dtype=np.float32)})
    np.testing.assert_allclose(space.project(vectors, "xx"), space.project(vectors, "en"))
