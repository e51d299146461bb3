"""A person's decisions laid over what was found."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.collection import Correction
from readouts.model import Comparison, Reading, Relation, Residue, Row, Silence, Span
from readouts.workflows.amend import (
    BY_HAND,
    DISMISS,
    FIX,
    JOIN,
    MARK,
    NAME,
    PART,
    RESIDUE,
    ROW,
    amended,
    amended_reading,
    concerns,
    row_value,
    span_value,
    target_of,
)
from readouts.workflows.export_decisions import decisions_page
from tests.report import world


def on_rows(comparison: Comparison, action: str, *places: int) -> Correction:
    """Return a decision on the rows at these places."""
    rows = [comparison.collation.rows[place] for place in places]
    value = row_value(rows, comparison.collation.accounts, comparison.analyses)
    return Correction(1, "2031-05-07T10:00:00Z", ROW, action, "sha256:x", value)


def on_words(comparison: Comparison, text: int, words: str, kind: str, action: str, **said: str) -> Correction:
    """Return a decision on words of one text."""
    analysis = comparison.analyses[text]
    value = span_value(world.span(analysis.document.text, words), analysis, **said)
    return Correction(1, "2031-05-07T10:00:00Z", kind, action, target_of(analysis.document), value)


@pytest.fixture
def comparison() -> Comparison:
    return world.comparison()


def test_a_dismissed_row_is_gone_and_comes_back_when_it_is_undone(comparison: Comparison) -> None:
    decision = on_rows(comparison, DISMISS, 2)
    assert amended(comparison, [decision]).collation.rows == (
        *comparison.collation.rows[:2],
        *comparison.collation.rows[3:],
    )
    assert amended(comparison, []) == comparison


def test_parted_accounts_stand_alone(comparison: Comparison) -> None:
    rows = amended(comparison, [on_rows(comparison, PART, 1)]).collation.rows
    assert len(rows) == len(comparison.collation.rows) + 1
    for row, place in zip(rows[1:3], (0, 1), strict=True):
        assert (row.relation, row.differences, row.decided) == (Relation.ONLY, (), True)
        assert row.cells[place] == comparison.collation.rows[1].cells[place]
        assert isinstance(row.cells[1 - place], Silence)


def test_joined_rows_are_one(comparison: Comparison) -> None:
    rows = amended(comparison, [on_rows(comparison, JOIN, 2, 3)]).collation.rows
    assert len(rows) == len(comparison.collation.rows) - 1
    assert rows[2].cells == (comparison.collation.rows[3].cells[0], comparison.collation.rows[2].cells[1])
    assert (rows[2].relation, rows[2].decided) == (Relation.SAME, True)


def test_joining_keeps_the_differences(comparison: Comparison) -> None:
    rows = amended(comparison, [on_rows(comparison, JOIN, 1, 4)]).collation.rows
    assert rows[1].relation is Relation.DIFFERS
    assert rows[1].differences == comparison.collation.rows[1].differences


def test_a_decision_holds_where_the_machine_cuts_a_little_differently(comparison: Comparison) -> None:
    decision = on_rows(comparison, DISMISS, 2)
    row = comparison.collation.rows[2]
    [span] = row.cells[1].spans
    shifted = replace(row, cells=(row.cells[0], Reading((Span(span.start + 3, span.end),))))
    rows = (*comparison.collation.rows[:2], shifted, *comparison.collation.rows[3:])
    again = replace(comparison, collation=replace(comparison.collation, rows=rows))
    assert shifted not in amended(again, [decision]).collation.rows


def test_a_decision_on_another_text_changes_nothing(comparison: Comparison) -> None:
    decision = on_rows(comparison, DISMISS, 2)
    first, second = comparison.analyses
    other = replace(second, document=replace(second.document, text=second.document.text + " "))
    elsewhere = replace(comparison, analyses=(first, other))
    assert amended(elsewhere, [decision]).collation == comparison.collation
    assert concerns(decision, comparison.analyses)
    assert not concerns(decision, (other,))


def test_a_name_is_fixed_as_a_person_said(comparison: Comparison) -> None:
    decision = on_words(comparison, 0, "Var0", NAME, FIX, person="Ilsa Varo the Younger")
    [mention] = amended(comparison, [decision]).analyses[0].mentions
    assert (mention.person, mention.state) == ("Ilsa Varo the Younger", "NVA")
    assert mention.repair is not None
    assert (mention.repair.rule, mention.repair.confidence) == ("a person said so on 2031-05-07", 1.0)


def test_residue_takes_its_passages_out_of_the_rows(comparison: Comparison) -> None:
    words = "She noted the storms of last winter."
    decision = on_words(comparison, 0, words, RESIDUE, MARK)
    found = amended(comparison, [decision])
    assert Residue(world.span(world.NORVIAN_TEXT, words), BY_HAND) in found.analyses[0].residue
    assert len(found.collation.rows) == len(comparison.collation.rows) - 1


def test_a_shared_point_becomes_one_of_one_account_when_the_other_side_is_residue(comparison: Comparison) -> None:
    words = "双方同意春季在哈尔登会晤。"
    row = amended(comparison, [on_words(comparison, 1, words, RESIDUE, MARK)]).collation.rows[4]
    assert row.relation is Relation.ONLY
    assert isinstance(row.cells[1], Silence)


def test_a_report_is_amended_too() -> None:
    reading = world.report()
    value = row_value(reading.collation.rows[:1], reading.collation.accounts, [reading.analysis] * 2)
    decision = Correction(1, "2031-05-07T10:00:00Z", ROW, DISMISS, target_of(reading.analysis.document), value)
    assert amended_reading(reading, [decision]).collation.rows == reading.collation.rows[1:]


def test_decisions_are_web_annotations(comparison: Comparison) -> None:
    decisions = [on_rows(comparison, JOIN, 2, 3), on_words(comparison, 0, "Var0", NAME, FIX, person="Ilsa Varo")]
    page = decisions_page(decisions)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    joined, named = page["items"]
    assert [one["selector"][1]["exact"] for one in joined["target"]] == [
        "林德总理表示，渔业争端不应同航线挂钩。",
        "She noted the storms of last winter.",
    ]
    assert named["motivation"] == "identifying"
    assert named["created"] == "2031-05-07T10:00:00Z"


@st.composite
def rows_and_decisions(draw: st.DrawFn) -> tuple[Comparison, list[Correction]]:
    comparison = world.comparison()
    ends = [len(analysis.document.text) for analysis in comparison.analyses]

    def cell(place: int) -> Any:
        cuts = draw(st.lists(st.integers(0, ends[place]), min_size=2, max_size=4, unique=True).map(sorted))
        return Reading(tuple(Span(a, b) for a, b in itertools.pairwise(cuts))) if draw(st.booleans()) else Silence()

    found = []
    for _ in range(draw(st.integers(1, 6))):
        cells = (cell(0), cell(1))
        if any(isinstance(one, Reading) for one in cells):
            both = all(isinstance(one, Reading) for one in cells)
            found.append(Row(Relation.SAME if both else Relation.ONLY, None, cells))
    comparison = replace(comparison, collation=replace(comparison.collation, rows=tuple(found)))
    decisions = []
    for _ in range(draw(st.integers(0, 4)) if found else 0):
        action = draw(st.sampled_from([JOIN, PART, DISMISS]))
        places = draw(st.lists(st.integers(0, len(found) - 1), min_size=1, max_size=2))
        decisions.append(on_rows(comparison, action, *places))
    return comparison, decisions


@given(rows_and_decisions())
def test_whatever_is_decided_rows_stay_whole(given_: tuple[Comparison, list[Correction]]) -> None:
    comparison, decisions = given_
    for row in amended(comparison, decisions).collation.rows:
        telling = [cell for cell in row.cells if isinstance(cell, Reading)]
        assert telling
        assert (row.relation is Relation.ONLY) == (len(telling) == 1)
        for cell, analysis in zip(row.cells, comparison.analyses, strict=True):
            for span in cell.spans if isinstance(cell, Reading) else ():
                span.of(analysis.document.text)
