"""EDTF in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.report.dates import day_in_words, edtf_in_words, edtf_order


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-06", "6 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-02~", "about February 2031"),
        ("2031-02?", "February 2031 (uncertain)"),
        ("2031-05-XX", "a day in May 2031"),
        ("2031-XX-XX", "a day in 2031"),
        ("203X", "the 2030s"),
        ("2031-21", "spring 2031"),
        ("2031-01/2031-03", "January 2031 to March 2031"),
        ("2031-01/..", "from January 2031"),
        ("../2031", "until 2031"),
        (None, "date unknown"),
        ("", "date unknown"),
        ("2031-13", "2031-13"),
        ("soon", "soon"),
    ],
)
def test_dates_are_written_for_people(edtf: str | None, words: str) -> None:
    assert edtf_in_words(edtf) == words


@given(st.text(max_size=12))
def test_whatever_is_given_some_words_come_back(edtf: str) -> None:
    assert edtf_in_words(edtf)
    assert edtf_order(edtf)


def test_dates_in_order_with_the_unknown_last() -> None:
    dates = [None, "2031-05-06", "2031-05~", "2030", "2031-05-XX"]
    assert sorted(dates, key=edtf_order) == ["2030", "2031-05~", "2031-05-XX", "2031-05-06", None]


def test_no_day_no_words() -> None:
    assert day_in_words(None) == ""
    assert day_in_words(date(2031, 5, 6)) == "6 May 2031"
