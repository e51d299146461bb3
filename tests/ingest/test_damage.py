from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.ingest import find_damage
from readouts.model import Span

CLEAN = (
    "President Ilsa Varo spoke with Prime Minister Joren Lind about the ferry line between Halden and Tarn. "
    "They spoke at length of pre- and post-war treaties, said more and more ships call at Tarn, and quoted 瓦罗."
)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("In a call with President Ilsa. வாரோ said it was fair and fair, for the pleasure of all.", "வாரோ"),
        ("They met with A. Talks in Halden. The line is safe and safe for all of them.", "with A."),
        (
            "The rninister spoke of the agree1nent and of the ferry, the har0our, the fisher1es and the bor1er.",
            "agree1nent",
        ),
        ("The gov- ernment said the agree- ment on the ferry was a mile- stone for both coun- tries.", "gov- ernment"),
        ("The V a r o g o v e r n m e n t met, and the line is safe and safe.", "V a r o"),
        ("Лinд met her, and the talks were good and good.", "Лinд"),
    ],
)
def test_a_damaged_copy_is_told_with_its_evidence(text: str, evidence: str) -> None:
    [problem] = find_damage(text, "en")
    assert problem.code == "damaged-copy"
    assert evidence in problem.message
    assert any(evidence in span.of(text) for span in problem.spans)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (CLEAN, "en"),
        ("The word வாரோ is Tamil for Varo.", "en"),
        ("The line must be safe and safe again.", "en"),
        ("Президент Варо говорила с Линдом о паромной линии.", "ru"),
        ("瓦罗总统同林德首相通电话。", "zh"),
        ("", None),
    ],
)
def test_a_clean_text_has_none(text: str, language: str | None) -> None:
    assert find_damage(text, language) == ()


def test_the_examples_have_none() -> None:
    for path in EXAMPLES.glob("*.txt"):
        assert find_damage(path.read_text(encoding="utf-8"), "en") == (), path.name


def test_names_that_had_to_be_repaired_are_evidence() -> None:
    text = "Ji spoke with Lind. G said the line was safe and safe."
    [problem] = find_damage(text, "en", [Span(0, 2), Span(20, 21)])
    assert "“Ji”" in problem.message
    assert "“safe and safe”" in problem.message


def test_the_seed_report_is_damaged(shared: Path) -> None:
    text = (shared / "seed" / "xi-putin-call-2022-06-15.txt").read_text(encoding="utf-8")
    [problem] = find_damage(text, "en")
    assert len(problem.spans) >= 3


@given(st.text(max_size=300), st.sampled_from(["en", "ru", "zh", None]))
def test_evidence_lies_in_the_text(text: str, language: str | None) -> None:
    for problem in find_damage(text, language):
        assert all(span.of(text) for span in problem.spans)


NEWS = (
    "President Ilsa Varo spoke by telephone on Monday with Prime Minister Joren Lind of Estmark. The two leaders "
    "discussed the situation in the strait and agreed that the ferries should be able to run again before the end of "
    "the month. The President stressed that the closure is a violation of the treaty, and asked the Prime Minister to "
    "order it lifted without delay. The Prime Minister said that his government would study the request and give an "
    "answer within a week. They also exchanged views on the talks that are to be held in the spring."
)


def test_of_a_long_text_the_beginning_is_read() -> None:
    damaged = "The rninister spoke of the agree1nent, the har0our, the fisher1es and the bor1er.\n"
    long = "President Ilsa Varo spoke with Prime Minister Joren Lind about the ferry line.\n" * 5000
    assert find_damage(long + damaged, "en", residue=[Span(len(long), len(long) + 5)]) == ()
    [problem] = find_damage(damaged + long, "en", repaired=[Span(len(long), len(long) + 5)])
    assert all(span.of(damaged) for span in problem.spans)


def test_dropped_words_are_told_where_they_are_missing() -> None:
    assert find_damage(NEWS, "en") == ()
    copy = re.sub(r"\b(?:the|a|to|of|that|is|would|be) (?=\w)", "", NEWS)
    [problem] = find_damage(copy, "en")
    assert "words dropped" in problem.message
    shown = [span.of(copy) for span in problem.spans]
    assert len(shown) >= 3
    assert all(words not in NEWS for words in shown[:3])


def test_what_is_residue_is_no_evidence() -> None:
    menu = "Go to the and. Send to an. A letter to their. "
    assert find_damage(menu + NEWS, "en") != ()
    assert find_damage(menu + NEWS, "en", (), [Span(0, len(menu))]) == ()


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("President G told Prime Minister Lind so on Tuesday.", "President G"),
        ("They spoke to President வாரோ about it.", "President வாரோ"),
        ("The outside minister met the joined nations envoy.", "outside minister"),
        ("The govemment and the rninister of Norvia were not told.", "govemment"),
        ("President Varo met Minister Renn. President Vero and Minister Rann left, Varo and Renn said.", "Vero"),
    ],
)
def test_what_nobody_writes_is_told_alone(text: str, evidence: str) -> None:
    [problem] = find_damage(text, "en")
    assert evidence in [span.of(text) for span in problem.spans]


@given(st.text("aTheof. \n“G1ñ", max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_evidence_lies_outside_the_residue(text: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    residue = [Span(start, end)] if end > start else []
    for problem in find_damage(text, "en", (), residue):
        assert all(span.of(text).strip() for span in problem.spans)
        assert not any(start <= span.start < end for span in problem.spans)
