"""How close passages are token by token."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from readouts.collation.closeness import closeness
from readouts.collation.features import NAMES, READ, measure
from readouts.collation.language_space import load_space
from readouts.collation.links import by_features, load_links
from tests.collation.conftest import sides

FIRST = "President Varo welcomed the offer to host talks. They will let six grain ships sail before winter."
SECOND = "Before the frosts half a dozen vessels with wheat may leave port. Lind proposed that talks be held in Tarn."


def test_paraphrases_are_closer_than_their_rivals(models, witness) -> None:
    odds = closeness(*sides(models, witness, FIRST, SECOND))
    assert odds is not None
    assert odds[0, 1] > odds[0, 0]
    assert odds[1, 0] > odds[1, 1]


def test_it_is_the_same_from_either_side(models, witness) -> None:
    first, second = sides(models, witness, FIRST, SECOND)
    there, back = closeness(first, second), closeness(second, first)
    assert there is not None
    assert back is not None
    np.testing.assert_allclose(there, back.T, atol=1e-3)


def test_what_is_cut_off_stands_with_the_last_token(models, witness) -> None:
    long = "They agreed on " + ", ".join(f"the ferry to port {at}" for at in range(90)) + "; and on talks in Tarn."
    first, second = sides(models, witness, long, SECOND)
    assert first.tokens is not None
    assert first.begins.max() < len(first.tokens.starts)
    odds = closeness(first, second)
    assert odds is not None
    assert np.isfinite(odds).all()


def test_accounts_that_are_not_read_have_weights_of_their_own(models, witness) -> None:
    first, second = sides(models, witness, FIRST, SECOND)
    unread, model = replace(first, tokens=None), load_links()
    assert closeness(unread, second) is None
    assert model.weights(unread, second) is model.same_unread
    assert model.weights(first, second) is model.same
    features = measure(unread, second, load_space(), None)
    assert not features[..., [NAMES.index(name) for name in READ]].any()
    assert model.probabilities(unread, second).shape == (2, 2)


def test_what_is_sure_by_closeness_is_no_less_likely() -> None:
    features = np.zeros((1, 2, len(NAMES)), np.float32)
    features[0, :, NAMES.index("closeness odds")] = 1.5, 0.9
    found = by_features(features, replace(load_links().same, of=np.zeros(len(NAMES), np.float32), intercept=-5.0))
    assert found[0, 0] > 0.8
    assert found[0, 1] < 0.01


def test_a_passage_whose_tokens_weigh_nothing_is_found_nowhere(models, witness) -> None:
    first, second = sides(models, witness, FIRST, SECOND)
    assert second.tokens is not None
    weightless = replace(second, tokens=replace(second.tokens, weights=np.zeros_like(second.tokens.weights)))
    odds, none = closeness(first, second), closeness(first, weightless)
    assert odds is not None
    assert none is not None
    assert np.isfinite(none).all()
    assert (none < odds).all()
