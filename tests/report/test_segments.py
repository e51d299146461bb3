"""Cutting a text at the borders of its marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.errors import SpanOutsideText
from readouts.model import Span
from readouts.report.segments import Mark, MarkKind, lines, segments

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(" \n\r\t")), max_size=60)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(place, place), max_size=12))
    kinds = st.sampled_from(list(MarkKind))
    return text, [Mark(Span(min(pair), max(pair)), draw(kinds), number) for number, pair in enumerate(pairs)]


@given(marked_texts())
def test_nothing_of_the_text_is_lost(marked: tuple[str, list[Mark]]) -> None:
    text, marks = marked
    assert "".join(segment.text for segment in segments(text, marks)) == text
    assert "".join(segment.text for line in lines(text, marks) for segment in line.segments) == text


@given(marked_texts())
def test_each_character_lies_under_exactly_its_marks(marked: tuple[str, list[Mark]]) -> None:
    text, marks = marked
    for segment in segments(text, marks):
        for at in range(segment.span.start, segment.span.end):
            expected = {mark.number for mark in marks if mark.span.start <= at < mark.span.end}
            assert {mark.number for mark in segment.marks} == expected


@given(marked_texts())
def test_a_mark_begins_and_ends_once(marked: tuple[str, list[Mark]]) -> None:
    text, marks = marked
    found = segments(text, marks)
    for mark in marks:
        under = [(segment, m) for segment in found for m in segment.marks if m.number == mark.number]
        assert sum(segment.begins(m) for segment, m in under) == (1 if len(mark.span) else 0)
        assert sum(segment.ends(m) for segment, m in under) == (1 if len(mark.span) else 0)


@given(marked_texts(), st.data())
def test_a_window_shows_its_own_characters(marked: tuple[str, list[Mark]], data: st.DataObject) -> None:
    text, marks = marked
    start = data.draw(st.integers(0, len(text)))
    window = Span(start, data.draw(st.integers(start, len(text))))
    assert "".join(segment.text for segment in segments(text, marks, window)) == window.of(text)


def test_a_blank_line_stands_before_a_line_apart() -> None:
    found = lines("one\ntwo\n\nthree\r\n\r\nfour", ())
    assert [line.apart for line in found] == [False, False, True, True]


def test_a_mark_past_the_text_is_refused() -> None:
    with pytest.raises(SpanOutsideText):
        segments("short", [Mark(Span(2, 9), MarkKind.HEADING)])


def test_ten_thousand_marks_on_a_long_line() -> None:
    text = "word " * 200_000
    marks = [Mark(Span(at * 50, at * 50 + 70), MarkKind.CONTENT, at) for at in range(10_000)]
    assert "".join(segment.text for line in lines(text, marks) for segment in line.segments) == text
