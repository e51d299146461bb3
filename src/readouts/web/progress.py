"""How far an analysis is; when it is done, the way to what came of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from readouts.model import Comparison, ReportReading
from readouts.web.house import Here
from readouts.web.jobs import Job, State
from readouts.web.pages import page
from readouts.web.used import Formulas, Traced

router = APIRouter(include_in_schema=False)
_ROOMS = {Comparison: "comparisons", ReportReading: "readings", Traced: "traces", Formulas: "formulas"}


def the_job(house: Here, name: str) -> Job:
    """Return the job of this name; answer 404 when there is none."""
    if job := house.desk.job(name):
        return job
    raise HTTPException(404)


Named = Annotated[Job, Depends(the_job)]


def place_of(job: Job) -> str:
    """Return where the outcome of a finished job is shown."""
    return f"/{_ROOMS[type(job.outcome)]}/{job.name}"


@router.get("/jobs/{name}")
def whole(request: Request, job: Named) -> Response:
    """Show how far a job is, or lead to what came of it."""
    if job.state is State.DONE:
        return RedirectResponse(place_of(job), 303)
    return page(request, "progress.html.j2", _status(job), job=job)


@router.get("/jobs/{name}/progress")
def part(request: Request, job: Named) -> Response:
    """Give the part of the page that changes; script fetches it twice a second."""
    if job.finished.is_set():
        return Response(headers={"HX-Redirect": place_of(job) if job.state is State.DONE else f"/jobs/{job.name}"})
    return page(request, "progress_part.html.j2", job=job)


def _status(job: Job) -> int:
    return {State.REFUSED: 422, State.FAILED: 500}.get(job.state, 200)
