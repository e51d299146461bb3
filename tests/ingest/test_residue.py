from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.ingest.residue import mark_residue

PARAGRAPH = (
    "President Ilsa Varo spoke with Prime Minister Joren Lind about the ferry line between Halden and Tarn, "
    "which both governments said they want to keep open through the winter."
)


def article(*lines: str) -> str:
    return "\n\n".join([PARAGRAPH, *lines, PARAGRAPH, PARAGRAPH, PARAGRAPH])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("See also  Ten soups for a cold harbour evening", "related item"),
        ("Read more: the winter timetable of the Halden ferries", "related item"),
        ("Subscribe to our newsletter", "boilerplate"),
    ],
)
def test_a_line_that_says_what_it_is(line: str, reason: str) -> None:
    text = article(line)
    residue, _ = mark_residue(text, "en")
    assert [(r.span.of(text), r.reason) for r in residue] == [(line, reason)]


def test_a_comment_form_at_the_end() -> None:
    text = article() + "\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *"
    residue, _ = mark_residue(text, "en")
    assert {r.reason for r in residue} == {"comment form"}
    assert text[residue[0].span.start :].startswith("Leave a Reply")


def test_a_headline_glued_to_a_paragraph() -> None:
    glued = "Is the Skarne survey ship really at anchor in Tarn?"
    text = article(glued + "\n" + PARAGRAPH, PARAGRAPH, PARAGRAPH)
    residue, _ = mark_residue(text, "en")
    assert [r.span.of(text) for r in residue] == [glued]


def test_headings_of_the_article_are_not_residue() -> None:
    text = article("Trade relations")
    residue, headings = mark_residue(text, "en")
    assert residue == ()
    assert [h.span.of(text) for h in headings] == ["Trade relations"]


@given(st.text(max_size=300))
def test_marks_lie_in_the_text_in_order(text: str) -> None:
    residue, headings = mark_residue(text, None)
    for marks in (residue, headings):
        ends = [0]
        for mark in marks:
            assert mark.span.of(text).strip()
            assert ends[-1] <= mark.span.start
            ends.append(mark.span.end)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Earlier that year they met with A. Talks in Halden He said the line would stay.", "Talks in Halden"),
        ("It crosses the new bridge. Second Tarn Railway Bridge On the border.", "Second Tarn Railway Bridge"),
    ],
)
def test_the_text_of_a_link_left_in_a_line(line: str, left: str) -> None:
    residue, _ = mark_residue(article(line), "en")
    assert [(r.span.of(article(line)), r.reason) for r in residue] == [(left, "link text")]


@pytest.mark.parametrize(
    "line",
    [
        "They met on Monday. Mr. Lind thanked her. The talks will go on in Tarn.",
        "She graduated in 2001. Varo then worked with The Harbour Trust, a bank in Halden.",
        "He leads the ministry. Prime Minister Lind He said so himself.",
    ],
)
def test_ordinary_sentences_hold_no_text_of_a_link(line: str) -> None:
    residue, _ = mark_residue(article(line), "en")
    assert residue == ()


def test_the_seed_report(shared: Path) -> None:
    text = (shared / "seed" / "xi-putin-call-2022-06-15.txt").read_text(encoding="utf-8")
    residue, headings = mark_residue(text, "en")
    reasons = ["link text", "link text", "related item", "caption", "comment form", "comment form"]
    assert [r.reason for r in residue] == reasons
    assert len(headings) == 3
