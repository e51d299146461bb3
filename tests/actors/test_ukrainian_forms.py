"""Ukrainian forms of foreign names are read off the Russian ones."""

from __future__ import annotations

import pytest

from training.actors_ukrainian import ukrainian


@pytest.mark.parametrize(
    ("russian", "expected"),
    [
        ("Махмуд Джибриль", "Махмуд Джибріль"),
        ("Хавьер Эрнандес", "Хав’єр Ернандес"),
        ("Йенс Мёллер", "Єнс Мьоллер"),
        ("Алихан Смаилов", "Аліхан Смаїлов"),
        ("Любчо Тасевский", "Любчо Тасевський"),
        ("Чиро Эспозито", "Чиро Еспозіто"),
        ("Ын Чхан", "Ин Чхан"),
    ],
)
def test_the_letters_answer_each_other(russian: str, expected: str) -> None:
    assert ukrainian(russian) == expected
