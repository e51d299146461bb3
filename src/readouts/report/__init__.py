"""The pages people read: self-contained HTML from the values of a comparison or a reading."""

from __future__ import annotations

from readouts.model import Comparison, ReportReading
from readouts.report.comparison import comparison_view
from readouts.report.names import States
from readouts.report.page import render
from readouts.report.reading import reading_view

__all__ = ["comparison_html", "reading_html"]


def comparison_html(comparison: Comparison, states: States) -> str:
    """Return the comparison page: one file that makes no request, every text escaped; `states` by code."""
    return render("comparison.html.j2", comparison_view(comparison, states))


def reading_html(reading: ReportReading, states: States) -> str:
    """Return the page of one report: its text annotated, its contacts, the accounts it cites side by side."""
    return render("reading.html.j2", reading_view(reading, states))
