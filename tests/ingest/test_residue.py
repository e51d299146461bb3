from __future__ import annotations

import re
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.ingest import lines as lines_of_text
from readouts.ingest import residue_model
from readouts.ingest.lines import split_lines
from readouts.ingest.openings import may_say, said_of_itself
from readouts.ingest.residue import SURE, mark_residue
from tests.timing import own_seconds

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


def test_a_chinese_sentence_is_no_menu_even_amid_menus() -> None:
    menus = ["Share this", "Home", "Login", "Newsletter"] * 6
    text = article(*menus, "瓦罗参加会见。", *menus)
    marked = {mark.span.of(text) for mark in mark_residue(text, "zh")[0]}
    assert {"Home", "Login"} <= marked
    assert "瓦罗参加会见。" not in marked


def test_a_release_of_one_paragraph_is_the_article_amid_menus() -> None:
    menus = ["Share this", "Home", "Login", "Newsletter", "Read more news", "Photo: Mara Holt"] * 2
    release = " ".join([PARAGRAPH] * 5)
    text = "\n\n".join([*menus, release, *menus])
    marked = [mark.span.of(text) for mark in mark_residue(text, "en")[0]]
    assert "Login" in marked
    assert release not in marked


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
    ("line", "left", "reason"),
    [
        ("They met with A. Talks in Halden He said the line would stay.", "Talks in Halden", "link text"),
        (
            "It crosses the new bridge. Second Tarn Railway Bridge On the border.",
            "Second Tarn Railway Bridge",
            "link text",
        ),
        (
            "They agreed on it. See also The harbour says soups can cause delight However the talks went on.",
            "See also The harbour says soups can cause delight",
            "related item",
        ),
        ("They agreed on it. Read more: Who pays for the ferry? They will meet.", None, "related item"),
        ("They agreed on it. Lesen Sie auch: Wer bezahlt die neue Fähre", None, "related item"),
        (PARAGRAPH + " (Photo: Mara Holt/The Harbour Post)", "(Photo: Mara Holt/The Harbour Post)", "caption"),
        ("[Ilsa Varo in Halden/Reuters] She spoke for an hour.", "[Ilsa Varo in Halden/Reuters]", "caption"),
        (PARAGRAPH + " Image credit: The Harbour Post", "Image credit: The Harbour Post", "caption"),
        (PARAGRAPH + " REUTERS/Mara Holt", "REUTERS/Mara Holt", "caption"),
        ("She spoke in Halden. Read More Lind answered in the evening.", "Read More", "navigation"),
        ("She spoke in Halden. Updated: 3 May 2031 Lind answered her.", "Updated: 3 May 2031", "boilerplate"),
        (
            "She spoke in Halden. Tags: ferry, harbour, Tarn The talks go on.",
            "Tags: ferry, harbour, Tarn",
            "boilerplate",
        ),
        (
            "She spoke in Halden. Subscribe to the Halden letter The talks go on.",
            "Subscribe to the Halden letter",
            "boilerplate",
        ),
    ],
)
def test_what_a_copy_left_inside_a_line(line: str, left: str | None, reason: str) -> None:
    text = article(line)
    [mark] = mark_residue(text, "en")[0]
    assert mark.reason == reason
    assert left is None or mark.span.of(text) == left
    assert mark.span.of(text) != line


@pytest.mark.parametrize(
    "line",
    [
        "They met on Monday. Mr. Lind thanked her. The talks will go on in Tarn.",
        "She graduated in 2001. Varo then worked with The Harbour Trust, a bank in Halden.",
        "He leads the ministry. Prime Minister Lind He said so himself.",
        "The parties agreed. See also Article 5 of the Treaty of Tarn.",
        "The parties agreed (see also the annex). Jill and I thank you.",
        "They agreed. That’s why I came to Halden. But what I can say is little.",
        "They spoke of the photo: it shows the strait (a picture of the port is annexed).",
        "He read more in the evening. Read more than once, the treaty is clear.",
        "The treaty is old. Published in 2019, it is still in force.",
        "The line is open. More on that was said in Tarn, where they met.",
    ],
)
def test_ordinary_sentences_hold_nothing_left(line: str) -> None:
    residue, _ = mark_residue(article(line), "en")
    assert residue == ()


@given(st.text("aA. !?“”()[]/:SeeReadmoreTheyPhoto\n\r", max_size=200))
def test_marks_inside_lines_do_not_overlap(text: str) -> None:
    residue, headings = mark_residue(text, "en")
    marks = sorted([*(mark.span for mark in residue), *(mark.span for mark in headings)])
    assert all(before.end <= after.start for before, after in pairwise(marks))
    assert not any(set("\n\r") & set(mark.of(text)) for mark in marks)


def test_lines_are_found_to_the_character() -> None:
    text = "  Varo met Lind. \r\n\r\n\tThey agreed\r\nLast"
    lines = split_lines(text)
    assert [lines.span(at).of(text) for at in range(len(lines))] == ["Varo met Lind.", "They agreed", "Last"]
    assert lines.blanks.tolist() == [0, 1, 0]
    assert lines.words.tolist() == [3, 2, 1]


@given(st.text(max_size=400))
def test_lines_are_those_of_the_text(text: str) -> None:
    lines = split_lines(text)
    expected = [line.strip() for line in re.split("[\n\r]", text) if line.strip()]
    assert [lines.span(at).of(text) for at in range(len(lines))] == expected


@pytest.mark.parametrize("unit", ["x", "Varo met Lind. ", "a\n", "See also A", "“", "(Photo: ", "[a/", ". Aa a a "])
def test_time_is_linear(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        return own_seconds(lambda: mark_residue(text, "en"))

    seconds(1000)
    # Eight times the text; the better of two, for other work on the machine slows single runs.
    assert min(seconds(200_000), seconds(200_000)) < 20 * max(seconds(25_000), 0.02)


def test_the_seed_report(shared: Path) -> None:
    text = (shared / "seed" / "xi-putin-call-2022-06-15.txt").read_text(encoding="utf-8")
    residue, headings = mark_residue(text, "en")
    reasons = ["link text", "link text", "related item", "caption", "comment form", "comment form"]
    assert [r.reason for r in residue] == reasons
    assert len(headings) == 3


def test_a_line_is_judged_the_same_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = split_lines(article("Home", "Sport", "Subscribe to our newsletter", *["Trade relations", PARAGRAPH] * 40))
    model = residue_model.load_residue_model()
    whole = residue_model.residue_probabilities(model, lines)
    monkeypatch.setattr(residue_model, "_AT_ONCE", 7)
    assert np.allclose(whole, residue_model.residue_probabilities(model, lines), atol=1e-5)


def test_each_layer_sets_a_line_beside_those_some_steps_away() -> None:
    """What a far line says reaches a line through the layers, and not from beyond their reach."""
    model = residue_model.load_residue_model()
    width = model.enter.shape[1]
    quiet = np.zeros((200, width), np.float32)
    heard = quiet.copy()
    heard[100] = 1
    seen = residue_model._beside_neighbours(model, heard) - residue_model._beside_neighbours(model, quiet)
    reached = np.flatnonzero(np.abs(seen).max(1) > 0)
    assert 100 - residue_model.REACH <= reached.min() < 100 < reached.max() <= 100 + residue_model.REACH


def test_words_that_differ_in_their_ending_share_a_head() -> None:
    lines = split_lines("the harbours and the harbour")
    own, heads = lines.places.T
    assert own[1] != own[4]
    assert heads[4] == split_lines("a b harbours").places[2, 1]
    assert heads[0] != heads[3]  # The first opens the line.
    assert own[0] == own[3]


def test_long_lines_are_found_to_the_character() -> None:
    text = " " * 3000 + "Varo " * 900 + " " * 3000 + "\nLind"
    assert [split_lines(text).span(at).of(text) for at in range(2)] == [("Varo " * 900).strip(), "Lind"]


def test_lines_are_read_the_same_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    text = article("Home", "", "• Sport", *["Trade relations", PARAGRAPH] * 40)
    whole = split_lines(text)
    monkeypatch.setattr(lines_of_text, "_PIECE", 300)
    for name in (field.name for field in fields(whole)):
        assert np.array_equal(getattr(whole, name), getattr(split_lines(text), name)), name


@pytest.mark.parametrize("text", [article("<!--page.body.begin-->"), article(PARAGRAPH + " <!-- ad -->")])
def test_a_comment_of_the_markup_is_left_out_of_reading(text: str) -> None:
    [mark] = mark_residue(text, "en")[0]
    assert mark.span.of(text).startswith("<!--")
    assert mark.reason == "boilerplate"
    assert mark.confidence >= SURE


def test_every_first_word_that_says_what_a_line_is_is_looked_for() -> None:
    for line in ("Leave a reply", "Don’t miss this", "12 comments", "À lire aussi : le port", "相关阅读"):
        lines = split_lines(line)
        assert may_say(lines).all()
        assert said_of_itself(line, 0, len(line))
    assert not may_say(split_lines("The talks were long")).any()
