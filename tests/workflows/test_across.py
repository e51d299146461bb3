"""What two accounts in another language both say is set beside the words it may stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from readouts.model import Document
from readouts.text import Models
from readouts.workflows.across import find_kept_meaning

MARCH = Document("march", "瓦罗表示，诺维亚独立自主作出判断。各方应该克制。天气很好。")
JUNE = Document("june", "双方谈了渡轮问题。诺维亚始终独立自主作出判断，各方应该对话。")


class _Meanings:
    """An encoder that takes what names the judgement for one thing, all else for another."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[1, 0] if "判断" in text or "judged" in text else [0, 1] for text in texts], np.float32)


def _kept(phrase: str, later: Document = JUNE, least: float = 0.5) -> list[str]:
    found = find_kept_meaning(MARCH, later, phrase, cast(Models, _Meanings()), least)
    return [use.passage.span.of(text.text) for use, text in zip(found or (), (MARCH, later), strict=False)]


def test_what_both_say_word_for_word_is_found_by_its_meaning() -> None:
    assert _kept("judged it by itself") == ["独立自主作出判断", "独立自主作出判断"]


def test_what_is_not_like_it_is_not_shown() -> None:
    assert _kept("judged it by itself", least=1.1) == []


def test_what_one_alone_says_is_not_found() -> None:
    assert _kept("judged it by itself", Document("other", "双方谈了渡轮问题，各方应该对话。")) == []
    assert _kept("judged it by itself", Document("empty", "")) == []
