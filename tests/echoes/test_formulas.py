from __future__ import annotations

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.echoes import find_formulas
from readouts.model import Document


def _documents(*texts: str) -> list[Document]:
    return [Document(str(number), text) for number, text in enumerate(texts)]


def _found(least: int, *texts: str) -> dict[str, int]:
    formulas = find_formulas(_documents(*texts), least)
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
