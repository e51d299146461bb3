"""The report of the seed beside the two accounts it quotes: which rows are quotations, and how they drifted."""

from __future__ import annotations

import pytest

from benchmarks.material import SHARED
from readouts.model import DifferenceKind, Reading
from readouts.workflows import Said, compare, gather, load_tools

REPORT = SHARED / "seed" / "xi-putin-call-2022-06-15.txt"


@pytest.mark.skipif(not REPORT.is_file(), reason="needs the report and releases kept beside the checkout (../shared)")
def test_a_report_beside_the_account_it_quotes() -> None:
    documents = list(gather([f"CNN={REPORT}", f"{SHARED / 'kremlin' / 'releases.jsonl.gz'}#68658"], Said()))
    rows = compare(documents, load_tools()).collation.rows
    quoted = [row for row in rows if row.quotation]
    assert len(quoted) >= 5
    assert {pair for row in quoted for pair in row.quotation} == {(0, 1)}
    assert all(isinstance(cell, Reading) for row in quoted for cell in row.cells)
    drifted = [d for row in quoted for d in row.differences if d.kind is DifferenceKind.TERM]
    assert len(drifted) >= 7
