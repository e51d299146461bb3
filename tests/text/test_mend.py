from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.model import Span
from readouts.text import mend

BROKEN = st.text(st.sampled_from("ab .\n—é“”’Ж习\u00ad\u200b\ufeff"), max_size=40).map(
    lambda text: text.encode("utf-8").decode("latin-1")
)
UNSEEN = st.text(st.sampled_from("ab .\n\u00ad\u200b\u202e\ufeffâ€™"), max_size=40)


@pytest.mark.parametrize(
    ("given_text", "made"),
    [
        ("He said donâ€™t â€œgoâ€\x9d now", "He said don’t “go” now"),
        ("ordinary text, “quoted”", "ordinary text, “quoted”"),
        ("全角，标点。", "全角，标点。"),
        ("ﬁne ligatures stay", "ﬁne ligatures stay"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("nul\x00 and bell\x07", "nul  and bell "),
        ("Nor\u00advia\u00ads min\u200bister, \u202eVaro\u202c", "Norvias minister, Varo"),
        ("\u200b\u2060Lind\ufeff and \u200b alone", "Lind and   alone"),
        ("Va\u00adroâ€™s", "Varo’s"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("line\r\nends\rstay\n", "line\r\nends\rstay\n"),
    ],
)
def test_what_is_mended(given_text: str, made: str) -> None:
    assert mend(given_text).text == made


def test_a_mended_mark_leads_back_to_what_stood_for_it() -> None:
    given_text = "Lind: donâ€™t"
    mended = mend(given_text)
    at = mended.text.index("’")
    assert mended.to_given.back(Span(at, at + 1)).of(given_text) == "â€™"
    assert mended.to_given.back(Span(at + 1, at + 2)).of(given_text) == "t"


def test_what_shows_nothing_counts_to_what_stands_before_it() -> None:
    given_text = "Nor\u00advia said"
    mended = mend(given_text)
    assert mended.to_given.back(Span(0, 6)).of(given_text) == "Nor\u00advia"
    assert mended.to_given.back(Span(0, 3)).of(given_text) == "Nor\u00ad"
    assert mended.to_given.back(Span(3, 6)).of(given_text) == "via"


@given(st.one_of(st.text(), BROKEN, UNSEEN))
def test_the_map_loses_nothing(given_text: str) -> None:
    """Every character given is reached, in order, by the characters made of it; ends meet ends."""
    mended = mend(given_text)
    whole = mended.to_given.back(Span(0, len(mended.text)))
    assert whole == Span(0, len(given_text)) or not mended.text
    reached = 0
    for at in range(len(mended.text)):
        span = mended.to_given.back(Span(at, at + 1))
        assert span.start <= reached <= span.end or span.start == reached
        reached = max(reached, span.end)
    assert reached == len(given_text) or not mended.text


@given(st.one_of(st.text(), BROKEN, UNSEEN), st.data())
def test_an_untouched_word_comes_back_as_it_was(given_text: str, data: st.DataObject) -> None:
    mended = mend(given_text)
    start = data.draw(st.integers(0, len(mended.text)))
    end = data.draw(st.integers(start, len(mended.text)))
    back = mended.to_given.back(Span(start, end))
    if mended.to_given.is_identity:
        assert back == Span(start, end)
    assert 0 <= back.start <= back.end <= len(given_text)


@given(st.one_of(st.text(), BROKEN, UNSEEN), st.data())
def test_there_and_back_covers_where_it_began(given_text: str, data: st.DataObject) -> None:
    mended = mend(given_text)
    start = data.draw(st.integers(0, len(given_text)))
    end = data.draw(st.integers(start, len(given_text)))
    there = mended.to_given.forward(Span(start, end))
    assert there.end <= len(mended.text)
    back = mended.to_given.back(there)
    assert start == end or not there.of(mended.text) or (back.start <= start and end <= back.end)
