from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.echoes import find_wording
from readouts.model import Document


def _found(phrase: str, *texts: str) -> list[str]:
    documents = [Document(str(number), text) for number, text in enumerate(texts)]
    uses = find_wording(documents, phrase)
    assert all(0 < use.similarity <= 1 for use in uses)
    return [use.passage.span.of(texts[int(use.passage.document)]) for use in uses]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She wants a lasting solution now.", ["lasting solution"]),
        ("LASTING\nSOLUTION", ["LASTING\nSOLUTION"]),
        ("Lasting solutions were found.", ["Lasting solutions"]),
        ("a lasting, proper solution", ["lasting, proper solution"]),
        ("a lasting peace, no solution", []),
        ("lasting solution lasting solution", ["lasting solution", "lasting solution"]),
        ("a solution that lasts", []),
        ("", []),
    ],
)
def test_a_phrase_and_its_variants(text: str, found: list[str]) -> None:
    assert _found("lasting solution", text) == found


def test_in_a_longer_phrase_a_word_may_be_another() -> None:
    phrase = "a free and open Skarne Strait"
    texts = ("For a free and safe Skarne Strait!", "a closed Strait", f"He said: {phrase}.")
    assert _found(phrase, *texts) == ["a free and safe Skarne Strait", phrase]


def test_the_use_itself_is_told_from_variants() -> None:
    documents = [Document("0", "open the strait now"), Document("1", "opening the strait now")]
    assert [use.similarity for use in find_wording(documents, "Open the Strait now")] == [1.0, 0.9375]


def test_writing_without_spaces() -> None:
    assert _found("重新开放海峡", "他说要重新开放海峡。", "重新打开海峡", "关闭海峡") == [
        "重新开放海峡",
        "重新打开海峡",
    ]


def test_no_use_reaches_from_one_document_into_the_next() -> None:
    assert _found("open the Skarne Strait to the ferries of Estmark", "open the Skarne", "Strait to the ferries") == []


def test_endless_phrases_and_texts() -> None:
    began = time.process_time()
    _found("Norvia " * 5000, "Norvia " * 100_000)
    assert len(_found("Norvia Norvia", "Norvia " * 100_000, "Norvia Norvia")) == 1001
    assert _found("!?", "Norvia") == []
    assert time.process_time() - began < 10


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(["the", "Strait", "İ", "海", "ferries"]), min_size=1, max_size=6).map(" ".join),
    st.text(max_size=30),
    st.text(max_size=30),
)
def test_a_phrase_is_found_where_it_stands(phrase: str, before: str, after: str) -> None:
    text = f"{before} {phrase} {after}"
    assert phrase in _found(phrase, text)
