from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.echoes import find_formulas
from readouts.model import Document


def _documents(*texts: str) -> list[Document]:
    return [Document(str(number), text) for number, text in enumerate(texts)]


def _found(least: int, *texts: str) -> dict[str, int]:
    formulas = list(find_formulas(_documents(*texts), least))
    for formula in formulas:
        quotes = {use.span.of(texts[int(use.document)]).casefold() for use in formula.uses}
        assert len({"".join(filter(str.isalnum, quote)) for quote in quotes}) == 1
    first = [formula.uses[0] for formula in formulas]
    counts = [len({use.document for use in formula.uses}) for formula in formulas]
    return {use.span.of(texts[int(use.document)]): count for use, count in zip(first, counts, strict=True)}


def _noise(seed: int) -> str:
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("abcdefghijklmnop", k=7)) for _ in range(20))


def test_only_the_longest_of_a_family() -> None:
    texts = [f"{_noise(n)} a free and open Skarne Strait for all {_noise(n + 50)}" for n in range(6)]
    assert _found(3, *texts) == {"a free and open Skarne Strait for all": 6}


def test_a_shorter_formula_used_much_more_stands_by_itself() -> None:
    texts = [f"{_noise(n)} the free and open Strait {_noise(n + 50)}" for n in range(10)]
    texts += [f"{_noise(n)} he praised the free and open Strait of ours {_noise(n + 50)}" for n in range(20, 24)]
    assert _found(3, *texts) == {"the free and open Strait": 14, "he praised the free and open Strait of ours": 4}


def test_longer_wording_in_too_few_documents_does_not_hide_a_formula() -> None:
    texts = [f"{_noise(n)} the free and open Strait of ours {_noise(n + 50)}" for n in range(2)]
    texts += [f"{_noise(9)} the free and open Strait {_noise(99)}"]
    assert _found(3, *texts) == {"the free and open Strait": 3}


def test_a_phrase_neither_begins_nor_ends_with_a_word_that_only_joins() -> None:
    texts = [f"{_noise(n)} and open the Skarne Strait to the {_noise(n + 50)}" for n in range(4)]
    texts += [f"{_noise(n)} will open the Skarne Strait. {_noise(n + 50)}" for n in range(60, 62)]
    assert _found(3, *texts) == {"open the Skarne Strait": 6}


def test_what_is_too_short_without_words_that_only_join_is_none() -> None:
    assert _found(3, *(f"{_noise(n)} and the Skarne Strait was {_noise(n + 50)}" for n in range(6))) == {}


def test_a_longer_formula_that_says_little_more_belongs_to_the_family() -> None:
    texts = [f"{_noise(n)} open the Skarne Strait {_noise(n + 50)}" for n in range(10)]
    texts += [f"{_noise(n)} surely open the Skarne Strait {_noise(n + 50)}" for n in range(20, 25)]
    assert _found(3, *texts) == {"open the Skarne Strait": 15}


def test_of_formulas_that_begin_alike_two_are_enough() -> None:
    ends = ["greet"] * 3 + ["stress"] * 4 + ["mention"] * 5 + ["thank the people who keep harbours open"] * 3
    texts = [f"{_noise(n)} Varo would like to {end} {_noise(n + 50)}" for n, end in enumerate(ends)]
    assert _found(3, *texts) == {
        "Varo would like to mention": 5,
        "Varo would like to stress": 4,
        "Varo would like to thank the people who keep harbours open": 3,
    }


def test_no_formula_reaches_over_the_end_of_a_sentence() -> None:
    texts = [f"{_noise(n)} the Strait stays open. Ferries sail every hour {_noise(n + 50)}" for n in range(6)]
    assert _found(3, *texts) == {"the Strait stays open": 6, "Ferries sail every hour": 6}
    texts = [f"{chr(0x5000 + n)}重新开放海峡航线。渡轮每小时一班次{chr(0x6000 + n)}" for n in range(5)]
    assert _found(3, *texts) == {"重新开放海峡航线": 5, "渡轮每小时一班次": 5}


def test_names_come_behind_phrases() -> None:
    name, phrase = "the Ministry of Ferries and Harbours of Norvia", "the harbours stay open to every ferry"
    texts = [f"{_noise(n)} {name} {_noise(n + 50)}" for n in range(6)]
    texts += [f"{_noise(n)} {phrase} {_noise(n + 50)}" for n in range(20, 24)]
    assert list(_found(3, *texts)) == [phrase, name]


@pytest.mark.parametrize("before", [["上", "下"], ["瓦方", "林方"], ["两国", "各国"]])
def test_a_word_is_not_cut_where_writing_has_no_spaces(before: list[str]) -> None:
    wording = "人民尽快重新开放海峡航线"
    texts = [
        f"{chr(0x5000 + n)}{before[n % 2]}{'午' * (before[0] == '上')}{wording}{chr(0x6000 + n)}" for n in range(8)
    ]
    assert list(_found(3, *texts)) == [wording]


def test_characters_that_nearly_all_go_on_with_are_not_cut_off() -> None:
    texts = [f"{chr(0x5000 + n)}尽快重新开放海峡航线{chr(0x6000 + n)}" for n in range(9)]
    texts.append("尽快重新开放海峡航道")
    assert list(_found(9, *texts)) == ["尽快重新开放海峡航线"]
    assert _found(10, *texts) == {}


def test_three_words_or_two_documents_are_none() -> None:
    assert _found(3, *(f"{_noise(n)} the Skarne Strait {_noise(n + 50)}" for n in range(6))) == {}
    assert _found(3, *(f"{_noise(n)} open the Skarne Strait {_noise(n + 50)}" for n in range(2))) == {}


def test_characters_of_writing_without_spaces_count_half() -> None:
    texts = [f"{chr(0x5000 + n)}尽快重新开放海峡航线{chr(0x6000 + n)}" for n in range(5)]
    assert _found(3, *texts) == {"尽快重新开放海峡航线": 5}
    assert _found(3, *(text.replace("航线", "") for text in texts)) == {"尽快重新开放海峡": 5}
    assert _found(3, *(text.replace("峡航线", "") for text in texts)) == {}


def test_text_that_repeats_itself_stays_linear() -> None:
    began = time.process_time()
    _found(3, *["Norvia " * 200_000] * 3)
    _found(3, *["中" * 200_000] * 3)
    _found(3, *[f"{_noise(1)} " * 50] * 1000)
    assert time.process_time() - began < 8


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["the", "Strait", "İ", "海", "峡", "is", "open"]), max_size=40), max_size=6))
def test_uses_say_the_same(texts: list[list[str]]) -> None:
    _found(2, *map(" ".join, texts))
