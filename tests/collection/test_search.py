"""Search finds words, phrases and starts of words in any script, and shows them where they stand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.collection import Collection, Filter, search
from readouts.collection.fold import words
from readouts.collection.query import Query
from readouts.collection.snippet import snippet
from readouts.errors import WrongCall
from tests.collection.world import ESTMARK, analysed, document, put

TEXTS = {
    "strait": "President Varo urged Prime Minister Lind to reopen the Skarne Strait to ferries.",
    "fish": "The Prime Minister of Estmark noted that fisheries and the strait’s ferry lines matter.",
    "zh": "瓦罗总统同林德总理通电话，讨论斯卡恩海峡的渡轮问题。",
    "accents": "La présidente Varó a appelé à la désescalade; Ёлка и Йод.",
    "other": "Minister prime and the reverse.",
}


@pytest.fixture
def filled(collection: Collection) -> Collection:
    put(collection, *(document(name, text, published="2031-05-06") for name, text in TEXTS.items()))
    return collection


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("strait", {"strait", "fish"}),
        ("STRAIT ferries", {"strait"}),
        ('"prime minister"', {"strait", "fish"}),
        ('"minister prime"', {"other"}),
        ("“prime minister” -skarne", {"fish"}),
        ("ferr*", {"strait", "fish"}),
        ("ferr", set()),
        ("strait's", {"fish"}),
        ("海峡", {"zh"}),
        ("峡海", set()),
        ('"斯卡恩海峡"', {"zh"}),
        ("presidente varo desescalade", {"accents"}),
        ("елка йод", {"accents"}),
        ('minister -"prime minister" -nobody', {"other"}),
        ("nobody", set()),
    ],
)
def test_what_is_found(filled: Collection, typed: str, expected: set[str]) -> None:
    answer = search(filled, typed)
    assert {hit.entry.id for hit in answer.hits} == expected
    assert answer.total == len(expected)


def test_a_hit_is_shown_in_its_context(filled: Collection) -> None:
    [hit] = search(filled, '"skarne strait" ferries', width=60).hits
    text = TEXTS["strait"]
    assert hit.passage.span.of(text) == hit.passage.exact
    assert [span.of(text) for span in hit.hits] == ["Skarne Strait", "ferries"]
    assert len(hit.passage.exact) <= 60
    [hit] = search(filled, "desescalade").hits
    assert [span.of(TEXTS["accents"]) for span in hit.hits] == ["désescalade"]


@pytest.mark.parametrize("typed", ["", "   ", "-strait", '"', "*", "-", '""', "…"])
def test_nothing_to_search_for_is_a_wrong_call(collection: Collection, typed: str) -> None:
    with pytest.raises(WrongCall, match="at least one word"):
        search(collection, typed)


@pytest.mark.parametrize(
    "typed",
    [
        'qq" OR "b',
        "words:qq",
        "NEAR(qq b)",
        "qq'; DROP TABLE document; --",
        "(qq",
        "qq & !b | c",
        "qq:*",
        "\x00qq",
        "\\'qq",
    ],
)
def test_what_is_typed_is_no_command(filled: Collection, typed: str) -> None:
    assert search(filled, typed).total == 0


def test_the_title_counts_and_pages_are_cut(collection: Collection) -> None:
    put(
        collection,
        document("in text", "The ferry " * 3 + "and so on " * 30),
        document("in title", "Nothing of it here, at all. " * 10, title="On the ferry"),
        *(document(f"more {n}", f"A ferry, {n} " + "and others " * 20) for n in range(28)),
    )
    answer = search(collection, "ferry")
    assert answer.hits[0].entry.id == "in title"
    assert answer.hits[0].hits == ()
    assert (answer.total, len(answer.hits)) == (30, 10)
    rest = search(collection, "ferry", page=slice(10, 40))
    assert (rest.total, len(rest.hits)) == (30, 20)
    assert not {hit.entry.id for hit in rest.hits} & {hit.entry.id for hit in answer.hits}
    assert search(collection, "ferry", page=slice(40, 60)).total == 30


def test_a_search_is_narrowed(collection: Collection) -> None:
    put(
        collection,
        document("a", "call 2031-05-06 Ilsa Varo/NVA Joren Lind/EST. On ferries.", published="2031-05-06"),
        document("b", "call 2031-06-06 Ilsa Varo/NVA Ana Sol/CBR. On ferries.", ESTMARK, published="2031-06-07"),
        document("c", "Of ferries, without a date."),
    )
    analysed(collection)

    def found(**narrowing: object) -> set[str]:
        return {hit.entry.id for hit in search(collection, "ferries", Filter(**narrowing)).hits}

    assert found() == {"a", "b", "c"}
    assert found(publisher="es") == found(publisher="EST") == found(publisher="government of estmark") == {"b"}
    assert found(parties=(frozenset({"EST"}),)) == {"a"}
    assert found(parties=(frozenset({"NVA"}), frozenset({"Ana Sol", "Nobody"}))) == {"b"}
    assert found(since=date(2031, 5, 7)) == {"b"}
    assert found(until=date(2031, 5, 6)) == {"a"}
    assert found(language="zh") == set()
    newest = search(collection, "ferries", newest=True)
    assert [hit.entry.id for hit in newest.hits] == ["b", "a", "c"]


def test_words_far_apart_in_a_long_text(collection: Collection) -> None:
    filler = "and the other words of it "
    put(collection, document("long", f"Alpha {filler * 4000} the beta gamma {filler * 4000} omega."))
    assert search(collection, "alpha omega").total == 1
    assert search(collection, '"the beta gamma"').total == 1
    assert search(collection, '"beta omega"').total == 0
    [hit] = search(collection, "omega").hits
    assert hit.hits


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=400), at=st.integers(0, 400), length=st.integers(1, 30), width=st.integers(20, 200))
def test_a_snippet_lies_in_its_text_and_holds_its_hits(text: str, at: int, length: int, width: int) -> None:
    term = words(text[at : at + length])
    if not term:
        return
    query = Query.of(f'"{" ".join(term)}"')
    shown = snippet(text, query, width)
    assert 0 <= shown.passage.start <= shown.passage.end <= len(text)
    for hit in shown.hits:
        assert shown.passage.covers(hit)
        assert hit.of(text).strip()


@given(st.text(max_size=200))
def test_folded_words_are_letters_and_digits(text: str) -> None:
    for word in words(text):
        assert word.isalnum()
        assert words(word) == [word] or len(words(word)) > 0
