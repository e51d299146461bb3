"""The small functions: numbers, days, lists in Chinese, rows from links."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from readouts.collation.differences.chinese_items import find_items
from readouts.collation.links import joined
from readouts.collation.parts import split_parts
from readouts.collation.quantities import find_days, find_quantities
from readouts.collation.rows import group
from readouts.collation.whens import agree, find_whens
from readouts.model import Span


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("some 30,000 commuters", "en", [30_000]),
        ("two and a half million euros, 3.5 billion", "en", [2.0, 3.5e9]),
        ("twenty-five ships and a dozen boats", "en", [25, 12]),
        ("the two leaders", "en", []),
        ("The two agreed; the two bridges reopened", "en", [2]),
        ("one of them", "en", []),
        ("growth of 12 percent", "en", [12]),
        ("增长9%，派遣五百名士兵", "zh", [9, 500]),
        ("双方一致认为两国", "zh", []),
        ("18日晚通电话", "zh", []),
        ("on May 20", "en", []),
    ],
)
def test_numbers(text: str, language: str, values: list[float]) -> None:
    assert [found.value for found in find_quantities(text, language, whole(text))] == values


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("on May 20 and 3 June", "en", ["05-20", "06-03"]),
        ("on June 23–24", "en", ["06-23"]),
        ("5月21日", "zh", ["05-21"]),
        ("Министры встретятся 21 мая и 3 июня.", "ru", ["05-21", "06-03"]),
        ("may 20 ships", "en", ["05-20"]),
    ],
)
def test_days(text: str, language: str, days: list[str]) -> None:
    assert [found.day for found in find_days(text, language, whole(text))] == days


def test_times_that_may_be_one_agree() -> None:
    def first(text: str):
        return find_whens(text, "en", whole(text))[0]

    assert agree(first("in June"), first("in the summer"))
    assert agree(first("before the end of June"), first("in the autumn")) is False
    assert agree(first("on Monday"), first("on 3 June")) is None


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("扩大在能源、贸易和旅游领域的合作", ["能源", "贸易", "旅游"]),
        ("中美关系中的战略性问题以及重大全球和地区问题", []),
        ("双方同意", []),
    ],
)
def test_items_of_chinese_lists(text: str, items: list[str]) -> None:
    assert [item.of(text) for item in find_items(text, [whole(text)])] == items


def test_parts_hold_every_word_in_order() -> None:
    text = "They agreed to set up a working group on counternarcotics; to resume military channels; and to fly more."
    parts = split_parts(text, "en", whole(text))
    assert len(parts) > 1
    between = [text[one.end : other.start] for one, other in pairwise(parts)]
    assert not any(character.isalnum() for gap in between for character in gap.replace("and", ""))


def test_each_others_likeliest_are_joined_from_a_lower_probability() -> None:
    probable = np.array([[0.3, 0.1], [0.2, 0.05]], np.float32)
    assert joined(probable, 0.5, 0.25).tolist() == [[True, False], [False, False]]
    assert joined(np.zeros((0, 3), np.float32), 0.5, 0.2).shape == (0, 3)
    assert joined(np.array([[0.3]], np.float32), 0.5, 0.2).all()


def test_a_passage_that_makes_two_points_stands_in_two_rows() -> None:
    texts = {(0, 0): "both", (1, 0): "one", (2, 0): "other", (1, 1): "alone"}
    rows = group({((0, 0), (1, 0)): 0.9, ((0, 0), (2, 0)): 0.8}, texts)
    assert sorted(row.members for row in rows) == [((0, 0), (1, 0)), ((0, 0), (2, 0)), ((1, 1),)]
