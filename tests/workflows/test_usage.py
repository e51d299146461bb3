"""A use of a wording stands in its sentence, cut between words where that is long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.model import Document, Residue, Span
from readouts.workflows.echoes import echoes
from readouts.workflows.formulas import find_formulas
from readouts.workflows.trace import trace_wording
from readouts.workflows.usage import Use, articles


def shown(text: str, words: str) -> str:
    start = text.index(words)
    return Use(Document("a", text), Span(start, start + len(words))).sentence.of(text)


def test_the_sentence_around_a_use() -> None:
    text = "They met. Varo said that the strait is free. Lind left."
    assert shown(text, "the strait") == "Varo said that the strait is free."


def test_a_point_of_an_abbreviation_ends_no_sentence() -> None:
    text = "They met. President J. R. Varo, Jr. of the U.S. Strait Board said that the strait is free. Lind left."
    assert (
        shown(text, "the strait") == "President J. R. Varo, Jr. of the U.S. Strait Board said that the strait is free."
    )


def around(text: str, words: str) -> tuple[str, str]:
    start = text.index(words)
    return Use(Document("a", text), Span(start, start + len(words))).around


def test_a_mark_says_where_the_sentence_goes_on() -> None:
    assert around("They met. Varo said the strait is free.", "the strait") == ("Varo said ", " is free.")
    assert around("A headline on the strait\n\nVaro spoke.", "the strait") == ("A headline on ", "")
    before, after = around("ferries and harbours " * 40 + "the strait " + "fisheries or tariffs " * 40, "the strait")
    assert before.startswith("…")
    assert after.endswith("…")


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "ferries and harbours " * 40 + "the strait " + "fisheries or tariffs " * 40
    cut = shown(text, "the strait")
    assert len(cut) < 700
    assert set(cut.split()) == set(text.split())


@given(st.text(alphabet="ab. \n。", min_size=1, max_size=900), st.data())
def test_the_use_lies_in_its_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    sentence = Use(Document("a", text), span).sentence
    assert sentence.start <= span.start
    assert span.end <= sentence.end <= len(text)


MENU = "Home News Speeches Visits Archive Contact the press office of Norvia"
STRAIT = "the Skarne Strait is to be open to all ferries before the end of the summer"


def _page(number: int, sure: float) -> Document:
    """A page of which the menu is residue."""
    text = f"{MENU}\nVisitor {number} said that {STRAIT}."
    return Document(f"page {number}", text, residue=(Residue(Span(0, len(MENU)), "navigation", sure),))


def test_what_is_residue_of_a_page_returns_nowhere() -> None:
    pages = [_page(number, 1.0) for number in range(5)]
    for passages in [echo.passages for echo in echoes(pages)]:
        assert all(passage.span.start > len(MENU) for passage in passages)
    assert {found.wording for found in find_formulas(pages)} == {STRAIT}
    assert trace_wording(pages, "Speeches Visits").uses == ()
    [use, *_] = trace_wording(pages, STRAIT).uses
    assert use.wording == STRAIT
    assert use.document.text == pages[0].text


@pytest.mark.parametrize(
    "wording", ["built the “green harbour”", "the Agency for Free Harbours (AFH)", "the ferries of the N.E.S."]
)
def test_a_formula_is_shown_with_the_mark_that_closes_it(wording: str) -> None:
    documents = [Document(str(n), f"{'abcdef'[n] * 7} {wording}, {'ghijkl'[n] * 7}") for n in range(5)]
    assert [found.wording for found in find_formulas(documents)] == [wording]


def test_a_formula_is_shown_as_most_write_it() -> None:
    texts = ["OPEN THE SKARNE STRAIT", "open the Skarne Strait", "open the\nSkarne Strait"]
    documents = [Document(str(n), f"{'abc'[n] * 7} {text} {'def'[n] * 7}") for n, text in enumerate(texts)]
    assert [found.wording for found in find_formulas(documents)] == ["open the Skarne Strait"]


def test_what_may_be_residue_is_read() -> None:
    doubtful = [_page(number, 0.5) for number in range(5)]
    assert len(trace_wording(doubtful, "Speeches Visits").uses) == 5


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=5))
def test_residue_moves_no_offset(text: str, ranges: list[tuple[int, int]]) -> None:
    spans = [Span(*sorted((min(one, len(text)), min(other, len(text))))) for one, other in ranges]
    [article] = articles([Document("a", text, residue=tuple(Residue(span, "navigation") for span in spans))])
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert article.text == "".join("\n" if at in covered else letter for at, letter in enumerate(text))
