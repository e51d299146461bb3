"""Wording that returns: where a phrase is used, and the formulas of the collection."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from readouts.errors import WrongCall
from readouts.web.home import under_way
from readouts.web.house import Here
from readouts.web.pages import page
from readouts.web.plots import can_plot, plot
from readouts.web.progress import Named
from readouts.web.sieve import Sent, Sieved
from readouts.web.tasks import FindFormulas, Trace
from readouts.web.used import Formulas, Traced, Wording
from readouts.workflows.plots import usage_svg

router = APIRouter(include_in_schema=False)
# More rows than this nobody compares on one plot.
_PLOTTED = 5


@router.get("/trace")
def trace_form(request: Request, sieve: Sieved) -> Response:
    """Show the form for a wording."""
    return page(request, "trace.html.j2", sieve=sieve, across=False, traced=None, plot="")


@router.post("/trace")
async def trace(request: Request, house: Here, sieve: Sent) -> Response:
    """Look for a wording in the collection."""
    if not sieve.q:
        raise WrongCall("Say which wording to trace.")
    across = bool((await request.form()).get("across"))
    return under_way(house, Trace(sieve, across, sieve.documents(house.tools), house.settings.collection))


@router.get("/traces/{name}")
def traced(request: Request, job: Named) -> Response:
    """Show where a wording is used."""
    task, outcome = job.task, job.outcome
    if not (isinstance(task, Trace) and isinstance(outcome, Traced)):
        raise HTTPException(404)
    drawn = f"{request.url.path}/plot.svg" if can_plot() and outcome.wording.by_month else ""
    return page(request, "trace.html.j2", sieve=task.sieve, across=task.across, traced=outcome, plot=drawn)


@router.get("/formulas")
def formulas_form(request: Request, sieve: Sieved) -> Response:
    """Show the form for formulas."""
    return page(request, "formulas.html.j2", sieve=sieve, formulas=None, plot="")


@router.post("/formulas")
def find(house: Here, sieve: Sent) -> Response:
    """Look for the formulas of the collection."""
    return under_way(house, FindFormulas(sieve, sieve.documents(house.tools), house.settings.collection))


@router.get("/formulas/{name}")
def found(request: Request, job: Named) -> Response:
    """Show the formulas found."""
    task, outcome = job.task, job.outcome
    if not (isinstance(task, FindFormulas) and isinstance(outcome, Formulas)):
        raise HTTPException(404)
    drawn = f"{request.url.path}/plot.svg" if can_plot() and outcome.found else ""
    return page(request, "formulas.html.j2", sieve=task.sieve, formulas=outcome, plot=drawn)


@router.get("/traces/{name}/plot.svg")
@router.get("/formulas/{name}/plot.svg")
def by_month(job: Named) -> Response:
    """Draw the use of a wording, or of the first formulas, by month."""
    shown: tuple[Wording, ...]
    if isinstance(job.outcome, Traced):
        shown = (job.outcome.wording,)
    elif isinstance(job.outcome, Formulas):
        shown = job.outcome.found[:_PLOTTED]
    else:
        raise HTTPException(404)
    return plot(lambda: usage_svg(shown, "Documents by month"))
