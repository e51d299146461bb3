"""Statements in Chinese by rule, in Russian as far as it comes, elsewhere by quotation marks."""

from __future__ import annotations

from readouts.attribution import coverage
from readouts.attribution.chinese import extract_chinese
from readouts.model import Mode
from readouts.text import Models
from tests.attribution.conftest import Attribute, Tell

BY = {"by": "诺维亚总统府", "state": "NRV"}


def test_a_chinese_speech_runs_to_the_next_cue(tell: Tell) -> None:
    """瓦罗指出，海峡应当开放。渡轮必须通行。林德表示，调查尚未结束。"""
    assert tell("zh", **BY) == [
        ("瓦罗", "指出", "海峡应当开放。渡轮必须通行。"),
        ("林德", "表示", "调查尚未结束。"),
    ]


def test_chinese_parties_agree_together(attribute: Attribute) -> None:
    """瓦罗总统同林德总理通电话。双方同意恢复渔业委员会的工作。"""
    agreed = attribute("zh", **BY)[-1]
    assert agreed.act == "agree"


def test_a_person_named_may_speak_without_a_plain_cue(models: Models) -> None:
    text = "林德祝贺瓦罗就任总统，表示渡轮将恢复通行。"
    found = extract_chinese(models.parse(text, "zh"), ["林德"])
    assert [(e.source[0].of(text), e.cue[0].of(text), e.content[0].of(text)) for e in found] == [
        ("林德", "祝贺", "瓦罗就任总统"),
        ("林德", "表示", "渡轮将恢复通行"),
    ]
    assert extract_chinese(models.parse(text, "zh")) == ()


def test_chinese_cues_carry_their_force(attribute: Attribute) -> None:
    """瓦罗强调，条约有效。林德敦促各方保持克制。"""
    stressed = attribute("zh", **BY)[0]
    assert (stressed.act, stressed.force) == ("stress", 5)


def test_russian_verbs_report(attribute: Attribute) -> None:
    """Ильза Варов заявила, что пролив должен быть открыт."""
    said = [s for s in attribute("ru", by="Норвия", state="NRV") if s.cue]
    assert [s.act for s in said] == ["say"]


def test_other_languages_fall_back_to_quotation_marks(attribute: Attribute) -> None:
    """Präsidentin Varo sagte: „Wir werden im Mai wieder fahren können.“ Mehr sagte sie nicht."""
    [quoted] = attribute("de")
    assert (quoted.source, quoted.cue, quoted.mode) == ((), (), Mode.DIRECT)


def test_what_is_not_covered_is_said() -> None:
    assert coverage("en") is None
    assert coverage("zh") is None
    assert "Russian" in (coverage("ru") or "")
    assert "'de'" in (coverage("de") or "")
    assert "unknown" in (coverage(None) or "")
