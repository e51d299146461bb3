"""The pages people read: self-contained HTML from the values of a comparison or a reading."""

from __future__ import annotations

from readouts.model import Comparison, ReportReading
from readouts.report.board import Board
from readouts.report.comparison import comparison_view
from readouts.report.names import States
from readouts.report.page import Download, inlined, render
from readouts.report.reading import reading_view
from readouts.report.tables import as_csv, as_docx, as_markdown, table

__all__ = ["comparison_html", "reading_html"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def comparison_html(comparison: Comparison, states: States) -> str:
    """Return the comparison page: one file that makes no request, every text escaped; `states` by code."""
    view = comparison_view(comparison, states)
    return render("comparison.html.j2", view, _downloads(view.title, view.board))


def reading_html(reading: ReportReading, states: States) -> str:
    """Return the page of one report: its text annotated, its contacts, the accounts it cites side by side."""
    view = reading_view(reading, states)
    return render("reading.html.j2", view, _downloads(view.title, view.board))


def _downloads(title: str, board: Board) -> tuple[Download, ...]:
    if not board.topics:
        return ()
    whole = table(title, board)
    return (
        inlined("CSV", "readouts.csv", "text/csv;charset=utf-8", as_csv(whole).encode()),
        inlined("Markdown", "readouts.md", "text/markdown;charset=utf-8", as_markdown(whole).encode()),
        inlined("Word", "readouts.docx", _WORD, as_docx(whole)),
    )
