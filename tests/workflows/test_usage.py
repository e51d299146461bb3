"""A use of a wording stands in its sentence, cut between words where that is long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readouts.model import Document, Span
from readouts.workflows.usage import Use


def shown(text: str, words: str) -> str:
    start = text.index(words)
    return Use(Document("a", text), Span(start, start + len(words))).sentence.of(text)


def test_the_sentence_around_a_use() -> None:
    text = "They met. Varo said that the strait is free. Lind left."
    assert shown(text, "the strait") == "Varo said that the strait is free."


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
