"""Transcripts: each turn is a statement of whom its label names."""

from __future__ import annotations

import pytest

from readouts.attribution import find_asides
from readouts.attribution.transcript import find_turns
from tests.attribution.conftest import Attribute, Tell

TRANSCRIPT = """MODERATOR: Good evening, everyone.

SENIOR ADMINISTRATION OFFICIAL: The call was long. I think the survey will end.

Q Will the ferries sail?

SENIOR ADMINISTRATION OFFICIAL: In May, we expect."""


def test_every_turn_is_a_statement_of_its_label(attribute: Attribute) -> None:
    found = [s for s in attribute(text=TRANSCRIPT, by="Norvian Presidency", state="NRV") if s.source]
    labels = [s.source[0].of(TRANSCRIPT) for s in found]
    assert labels == ["MODERATOR", "SENIOR ADMINISTRATION OFFICIAL", "Q", "SENIOR ADMINISTRATION OFFICIAL"]
    assert found[1].content[0].of(TRANSCRIPT) == "The call was long. I think the survey will end."


def test_chinese_questions_and_answers(tell: Tell) -> None:
    """问：渡轮何时恢复？
    答：五月恢复。"""
    assert [source for source, _, _ in tell("zh", by="诺维亚", state="NRV")] == ["问", "答"]


def test_a_single_colon_makes_no_transcript() -> None:
    assert find_turns("The leaders discussed one thing: ferries.", "en") == ()


def test_headers_are_no_speakers() -> None:
    assert find_turns("Date: May 6\nLocation: Halden\nSubject: Ferries\n", "en") == ()


def test_a_transcript_within_a_report(tell: Tell) -> None:
    """Lind said on Sunday that the survey would take until May.

    "VARO: Will the ferries sail?

    "LIND: In May, we expect.

    "VARO: And not before?

    "LIND: Not before."

    He said on Tuesday that the harbour was closed."""
    found = tell()
    assert ("LIND", ":", "In May, we expect.") in found
    assert any((source, cue) == ("Lind", "said") for source, cue, _ in found)
    assert any((source, cue) == ("He", "said") for source, cue, _ in found)


def test_labels_and_what_is_asked_are_asides() -> None:
    asides = [span.of(TRANSCRIPT) for span in find_asides(TRANSCRIPT, "en")]
    official = "SENIOR ADMINISTRATION OFFICIAL:"
    assert asides == ["MODERATOR: Good evening, everyone.", official, "Q Will the ferries sail?", official]


@pytest.mark.parametrize(
    ("language", "text", "asides"),
    [
        ("zh", "问：渡轮何时恢复？\n答：五月恢复。", ["问：渡轮何时恢复？", "答："]),
        ("zh", "哈尔登日报记者：渡轮何时恢复？\n发言人：五月恢复。", ["哈尔登日报记者：渡轮何时恢复？", "发言人："]),
        ("ru", "Вопрос: Когда пойдут паромы?\nОтвет: В мае.", ["Вопрос: Когда пойдут паромы?", "Ответ:"]),
        ("en", "PRESS SECRETARY LIND: In May.\n\nQ And if not?", ["PRESS SECRETARY LIND:", "Q And if not?"]),
        ("en", "Question: And if not? Then in June.\nQuestion: Why? Ice.", ["Question:", "Question:"]),
        ("en", "Varo asked about the ferries. Lind answered: in May.", []),
        ("en", "", []),
    ],
)
def test_who_asks_in_several_languages(language: str, text: str, asides: list[str]) -> None:
    assert [span.of(text) for span in find_asides(text, language)] == asides
