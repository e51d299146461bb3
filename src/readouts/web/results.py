"""What came of analyses: comparison and reading pages, and everything to take away from them."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from readouts.collection import corrections
from readouts.model import Comparison, ReportReading
from readouts.report import comparison_html, reading_html
from readouts.report.comparison import comparison_view
from readouts.report.names import States
from readouts.report.page import Download
from readouts.report.reading import reading_view
from readouts.report.tables import as_csv, as_docx, as_markdown, table
from readouts.web.decisions import amending, with_decisions
from readouts.web.house import Here
from readouts.web.pages import page
from readouts.web.progress import Named
from readouts.workflows import contract
from readouts.workflows.amend import amended, amended_reading

router = APIRouter(include_in_schema=False)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FILES = {
    "readouts.csv": "CSV",
    "readouts.md": "Markdown",
    "readouts.docx": "Word",
    "readouts.json": "JSON",
    "readouts.html": "the page as one file",
}


@router.get("/comparisons/{name}")
def comparison(request: Request, house: Here, job: Named) -> Response:
    """Show accounts side by side."""
    if not isinstance(job.outcome, Comparison):
        raise HTTPException(404)
    view = comparison_view(amended(job.outcome, corrections(house.collection)), house.states)
    amend = amending(job.outcome, house, request.url.path)
    return page(request, "comparison.html.j2", page=view, downloads=_downloads(request), amend=amend)


@router.get("/readings/{name}")
def reading(request: Request, house: Here, job: Named) -> Response:
    """Show a report, read."""
    if not isinstance(job.outcome, ReportReading):
        raise HTTPException(404)
    view = reading_view(amended_reading(job.outcome, corrections(house.collection)), house.states)
    amend = amending(job.outcome, house, request.url.path)
    return page(request, "reading.html.j2", page=view, downloads=_downloads(request), amend=amend)


@router.get("/comparisons/{name}/{file}")
@router.get("/readings/{name}/{file}")
def download(request: Request, house: Here, job: Named, file: str) -> Response:
    """Give a comparison or a reading in another form."""
    states, outcome = house.states, job.outcome
    if file not in _FILES or not isinstance(outcome, Comparison | ReportReading):
        raise HTTPException(404)
    content, kind = _made(with_decisions(outcome, house), states, file)
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{file}"'})


def _made(outcome: Comparison | ReportReading, states: States, file: str) -> tuple[bytes, str]:
    """Return the bytes of a download and their media type."""
    if file == "readouts.html":
        html = comparison_html(outcome, states) if isinstance(outcome, Comparison) else reading_html(outcome, states)
        return html.encode(), "text/html; charset=utf-8"
    if file == "readouts.json":
        found = contract.compare(outcome) if isinstance(outcome, Comparison) else contract.read(outcome)
        return contract.line(found).encode(), "application/json"
    view = comparison_view(outcome, states) if isinstance(outcome, Comparison) else reading_view(outcome, states)
    whole = table(view.title, view.board)
    if file == "readouts.docx":
        return as_docx(whole), _WORD
    if file == "readouts.md":
        return as_markdown(whole).encode(), "text/markdown; charset=utf-8"
    return as_csv(whole).encode(), "text/csv; charset=utf-8"


def _downloads(request: Request) -> tuple[Download, ...]:
    return tuple(Download(label, file, f"{request.url.path}/{file}") for file, label in _FILES.items())
