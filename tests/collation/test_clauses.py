"""Where sentences are cut into the points they make, and which pieces meet."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readouts.collation.clauses import split_clauses
from readouts.collation.narrow import _pairs
from readouts.collation.points import find_points
from readouts.model import Reading, Relation
from tests.collation.conftest import row_with, words


@pytest.fixture(scope="module")
def pieces(witness):
    """The pieces of a text's only sentence; a star marks those that may stand by themselves."""

    def cut(text: str, language: str = "en") -> list[str]:
        one = witness(text, language=language)
        [point] = find_points(one)
        return [("*" if c.own else "") + c.span.of(text) for c in split_clauses(one.parse, point)]

    return cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Varo condemned the shelling of the northern harbour and urged Estmark to withdraw ships from "
            "the Skarne Strait.",
            [
                "*President Varo condemned the shelling of the northern harbour",
                "*and urged Estmark to withdraw ships from the Skarne Strait.",
            ],
        ),
        (
            "The parties agreed to set up a working group on counternarcotics; to resume military channels; and to "
            "restore more flights.",
            [
                "The parties agreed to set up a working group on counternarcotics",
                "*to resume military channels",
                "*and to restore more flights.",
            ],
        ),
        (
            "The ministers discussed the return of the sailors, noting that the talks had been useful.",
            ["The ministers discussed the return of the sailors", "noting that the talks had been useful."],
        ),
        # Short items, conditions, descriptions and quoted words stay with their point.
        ("They agreed to expand cooperation on energy, rail transport and cyber security.", None),
        ("Estmark will lift the measures once the survey of the shipping lane is complete.", None),
        ("She criticised the measures, which harm the ferries and endanger the fishermen of the coast.", None),
        ("Lind said: “We will open the strait; we will pay the crews; we will never close it again.”", None),
    ],
)
def test_english(pieces, text: str, expected: list[str] | None) -> None:
    found = pieces(text)
    assert [piece.lstrip("*") for piece in found] == [piece.lstrip("*") for piece in expected or [text]]
    if expected:
        assert found[1:] == expected[1:]


def test_chinese(pieces) -> None:
    text = (
        "双方同意尽快恢复联合渔业委员会的工作，希望两国外长五月在哈尔登就航运问题举行会晤；林德邀请瓦罗访问埃斯特马克。"
    )
    assert [piece.lstrip("*") for piece in pieces(text, "zh")] == [
        "双方同意尽快恢复联合渔业委员会的工作",
        "希望两国外长五月在哈尔登就航运问题举行会晤",
        "林德邀请瓦罗访问埃斯特马克。",
    ]


def test_what_leads_up_to_a_chinese_clause_is_not_cut_off(pieces) -> None:
    text = "林德指出，面对复杂多变的国际和地区形势，双方应该加强沟通协调。"
    assert pieces(text, "zh") == ["*" + text]


def test_russian(pieces) -> None:
    text = "Стороны обсудили открытие паромной линии между портами, а также договорились продолжить контакты."
    assert [piece.lstrip("*") for piece in pieces(text, "ru")] == [
        "Стороны обсудили открытие паромной линии между портами",
        "а также договорились продолжить контакты.",
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(alphabet='ab ,;，；。“”"()、的同意\n', max_size=80), language=st.sampled_from(["en", "zh", "ru", "fi"])
)
def test_pieces_hold_every_word_in_order(models, witness, text: str, language: str) -> None:
    one = witness(text, language=language)
    for point in find_points(one):
        spans = [clause.span for clause in split_clauses(one.parse, point)]
        assert spans == sorted(spans)
        assert (spans[0].start, spans[-1].end) == (point.span.start, point.span.end)
        for before, after in pairwise(spans):
            assert not any(sign.isalnum() for sign in text[before.end : after.start])


def test_pieces_that_meet() -> None:
    one_point = np.array([[0.9, 0.01], [0.0, 0.0]], np.float32)
    assert _pairs(one_point) == [(0, 0)]
    two_points = np.array([[0.02, 0.9], [0.1, 0.3]], np.float32)
    assert _pairs(two_points) == [(0, 1), (1, 0)]
    assert _pairs(np.zeros((2, 2), np.float32)) != []


def test_each_row_has_the_piece_that_makes_its_point(beside) -> None:
    texts = (
        "President Varo urged Estmark to reopen the Skarne Strait and thanked Prime Minister Lind for his good wishes "
        "on her birthday.",
        "Mr Lind congratulated Ms Varo on her birthday. Ms Varo urged Estmark to open the Skarne Strait again.",
    )
    collation = beside(*texts)
    assert [row.relation is Relation.ONLY for row in collation.rows] == [False, False]
    strait = row_with(collation, texts, "strait".title(), "Strait")
    assert "birthday" not in " ".join(words(strait, texts))
    birthday = row_with(collation, texts, "birthday", "birthday")
    assert "Strait" not in " ".join(words(birthday, texts))


def test_an_item_added_to_a_shared_point_is_no_row(beside) -> None:
    texts = (
        "The two sides agreed to exchange prisoners and to reopen the embassies.",
        "The two sides agreed to exchange prisoners.",
    )
    [row] = beside(*texts).rows
    assert all(isinstance(cell, Reading) for cell in row.cells)
    assert [str(difference.kind) for difference in row.differences] == ["detail"]


def test_a_point_of_its_own_within_a_shared_sentence_is_a_row(beside) -> None:
    texts = (
        "The two sides agreed to exchange prisoners and pledged to send five convoys of medicine to the northern "
        "provinces of Velmara.",
        "The two sides agreed to exchange prisoners.",
    )
    shared, alone = beside(*texts).rows
    assert words(shared, texts) == ["The two sides agreed to exchange prisoners", texts[1]]
    assert (alone.relation, alone.cells[0].spans[0].of(texts[0])[:11]) == (Relation.ONLY, "and pledged")
