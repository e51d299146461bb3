from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.errors import SpanOutsideText
from readouts.model import Anchor, Evidence, Reading, Span, respan


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_a_span_quotes_exactly_or_refuses(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    if span.end <= len(text):
        assert Anchor.at(span, text).exact == text[start : start + length]
        assert len(span) == length
    else:
        with pytest.raises(SpanOutsideText):
            span.of(text)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 2)])
def test_a_span_runs_forward_from_zero(start: int, end: int) -> None:
    with pytest.raises(SpanOutsideText):
        Span(start, end)


@given(st.text(alphabet=" \n\u00a0ab\u3000"), st.integers(0, 20), st.integers(0, 20))
def test_a_trimmed_span_has_the_words_without_the_white_space_beside_them(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    trimmed = span.trimmed(text)
    assert span.covers(trimmed)
    assert trimmed.of(text) == span.of(text).strip()


def test_overlap_and_cover() -> None:
    assert Span(0, 4).overlaps(Span(3, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 5).covers(Span(2, 5))
    assert not Span(0, 4).covers(Span(2, 5))


def test_respan_reaches_every_span_and_leaves_the_rest() -> None:
    value = (Reading((Span(0, 1), Span(2, 3))), Evidence(Span(4, 5), "kind"), "words", None)
    moved = respan(value, lambda span: Span(span.start + 10, span.end + 10))
    assert moved == (Reading((Span(10, 11), Span(12, 13))), Evidence(Span(14, 15), "kind"), "words", None)


def test_respan_returns_the_same_value_when_nothing_moves() -> None:
    value = Reading((Span(0, 1),))
    assert respan(value, lambda span: span) == value
