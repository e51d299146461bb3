"""From files on disk to rows: the whole way on the examples stands written down in `tests/golden`."""

from __future__ import annotations

import pytest

from readouts.workflows import Tools, load_tools
from tests.whole_way import EXAMPLES, GOLDEN, comparison_told, report_told


@pytest.fixture(scope="module")
def tools() -> Tools:
    return load_tools(str(EXAMPLES / "actors.toml"))


def test_three_accounts_side_by_side(tools: Tools) -> None:
    assert comparison_told(tools) == (GOLDEN / "comparison.txt").read_text(encoding="utf-8")


def test_a_damaged_report(tools: Tools) -> None:
    assert report_told(tools) == (GOLDEN / "report.txt").read_text(encoding="utf-8")
