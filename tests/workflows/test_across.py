"""What two accounts in another language both say is set beside the words it may stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from benchmarks import echoes_claims
from benchmarks.material import json_lines
from readouts.model import Document
from readouts.text import Models
from readouts.workflows.across import find_kept_meaning, find_meaning
from readouts.workflows.claimed import KEPT

MARCH = Document("march", "瓦罗表示，诺维亚独立自主作出判断。各方应该克制。天气很好。")
JUNE = Document("june", "双方谈了渡轮问题。诺维亚始终独立自主作出判断，各方应该对话。")


class _Meanings:
    """An encoder that takes what names the judgement for one thing, all else for another."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array(
            [[1, 0] if "判断" in text or "judged" in text else [0, 1] for text in texts], np.float32
        ).reshape(-1, 2)


def _kept(phrase: str, later: Document = JUNE, least: float = 0.5) -> list[str]:
    found = find_kept_meaning(MARCH, later, phrase, cast(Models, _Meanings()), least)
    return [use.passage.span.of(text.text) for use, text in zip(found or (), (MARCH, later), strict=False)]


def test_what_both_say_word_for_word_is_found_by_its_meaning() -> None:
    assert _kept("judged it by itself") == ["独立自主作出判断", "独立自主作出判断"]


def test_wording_said_to_return_is_found_where_it_does(models: Models) -> None:
    right, wrong = echoes_claims.found(list(json_lines(echoes_claims.GOLD)), models, KEPT)
    assert right >= 14
    assert wrong <= 1


def test_what_is_not_like_it_is_not_shown() -> None:
    assert _kept("judged it by itself", least=1.1) == []


def test_what_one_alone_says_is_not_found() -> None:
    assert _kept("judged it by itself", Document("other", "双方谈了渡轮问题，各方应该对话。")) == []
    assert _kept("judged it by itself", Document("empty", "")) == []


def _meant(phrase: str, *texts: str, encoder: object = None) -> list[tuple[str, float]]:
    documents = [Document(str(number), text) for number, text in enumerate(texts)]
    uses = find_meaning(documents, phrase, cast(Models, encoder or _Meanings()))
    return [(one.passage.span.of(texts[int(one.passage.document)]), one.similarity) for one in uses]


def test_what_the_glossary_has_for_a_phrase_is_looked_for_by_itself() -> None:
    found = _meant("the ceasefire", "双方同意立即停火。", "The judged matter rests; no truce.", "天气很好。")
    assert [(words, similarity < 1) for words, similarity in found if words == "停火"] == [("停火", True)]


def test_the_glossary_is_read_both_ways() -> None:
    assert ("ceasefire", 0.9) in _meant("停火", "They spoke of a ceasefire.")


def test_no_use_begins_inside_a_word() -> None:
    # 国安, state security, is no word of what China arranges.
    assert _meant("national security", "中国安排了渡轮。") == []
    assert _meant("national security", "国安部门说渡轮安全。")[0][0] == "国安"


def test_the_encoder_finds_words_of_about_the_length_of_the_phrase() -> None:
    [(words, similarity)] = set(_meant("judged freely", "诺维亚独立自主作出判断，各方应该克制。", "诺维亚作出判断。"))
    assert words.endswith("判断")
    assert similarity == 1


class _Scores:
    """An encoder that knows how like the phrase each wording is."""

    def __init__(self, scores: dict[str, float]) -> None:
        self.scores = scores

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[self.scores.get(text, 0.3), 0] if text != "phrase" else [1, 0] for text in texts], np.float32)


def test_the_likest_wording_sets_the_bar() -> None:
    texts = ("渡轮海峡", "海峡渡轮", "港口渔船")
    encoder = _Scores({"渡轮海峡": 0.9, "海峡渡轮": 0.88, "港口渔船": 0.8})
    assert [words for words, _ in _meant("phrase", *texts, encoder=encoder)] == ["渡轮海峡", "海峡渡轮"]
    assert [words for words, _ in _meant("phrase", texts[2], encoder=encoder)] == ["港口渔船"]
    assert _meant("phrase", "天气很好", encoder=encoder) == []


@given(st.text(alphabet="停火国安中的a b，。", max_size=40))
def test_uses_lie_in_their_texts(text: str) -> None:
    for words, similarity in [*_meant("ceasefire", text), *_meant("judged by itself", text)]:
        assert words
        assert words in text
        assert 0 < similarity <= 1
