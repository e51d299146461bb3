"""Tables for use elsewhere."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from readouts.model import Comparison
from readouts.report.comparison import comparison_view
from readouts.report.glyphs import visible
from readouts.report.tables import Table, as_csv, as_docx, as_markdown, table
from tests.report.world import STATES


@pytest.fixture
def points(comparison: Comparison) -> Table:
    view = comparison_view(comparison, STATES)
    return table(view.title, view.board)


def test_a_line_a_point_with_the_exact_words(points: Table) -> None:
    read = list(csv.reader(StringIO(as_csv(points))))
    assert read[0] == ["point", "topic", "relation", "NO", "ES", "differences"]
    assert len(read) == 1 + 6
    assert read[2][3] == "The President urged Estmark to reopen the ferry line within 30 days."
    assert read[2][5] == "force: NO urged, ES suggested; number: NO 30 days, ES 60 days"
    assert read[3][3] == "—"


def test_markdown_ends_with_whose_accounts_they_are(points: Table) -> None:
    assert as_markdown(points).splitlines()[-2:] == [
        "- NO: Office of the President of Norvia, Readout of the call, 6 May 2031, https://president.example/no-1",
        "- ES: 埃斯特马克外交部, es-1, javascript:alert(1)",
    ]


def test_word_holds_the_same_table(points: Table) -> None:
    [grid] = Document(BytesIO(as_docx(points))).tables
    assert [tuple(cell.text for cell in row.cells) for row in grid.rows] == [points.head, *points.lines]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_run_as_a_formula(words: str) -> None:
    [[_], [cell]] = csv.reader(StringIO(as_csv(Table("", "", ("a",), ((words,),), ()))))
    assert cell == f"'{words}"


@given(st.lists(st.text(), min_size=3, max_size=3))
def test_any_words_make_one_line_of_markdown_and_a_document(words: list[str]) -> None:
    shown = tuple(map(visible, words))
    given = Table(shown[0], shown[1], shown, (shown,), shown[:1])
    lines = as_markdown(given).splitlines()
    assert len([line for line in lines if line.startswith("|")]) == 3
    assert as_docx(given).startswith(b"PK")
