"""Where people hand texts over: accounts to compare, a report to read."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from readouts.web.desk import Desk
from readouts.web.forms import EMPTY, Filled, filled
from readouts.web.jobs import State
from readouts.web.pages import page
from readouts.web.settings import Settings
from readouts.web.tasks import Compare, Read, Task

router = APIRouter(include_in_schema=False)
_SHOWN = 8


@router.get("/")
def compare_form(request: Request) -> Response:
    """Show the form for accounts, and what was compared last."""
    return _compare_form(request, EMPTY)


@router.get("/read")
def read_form(request: Request) -> Response:
    """Show the form for one report."""
    return page(request, "read_form.html.j2", form=EMPTY)


@router.post("/compare")
async def compare(request: Request) -> Response:
    """Take accounts in and lead to their comparison."""
    form = await filled(request, _settings(request))
    faults = form.faults
    if not faults and len(form.supplied) == 1 and not _may_hold_several(form):
        faults = ("A comparison needs at least two accounts; only one place is filled in.",)
    if not faults and not form.supplied:
        faults = ("No place is filled in: paste an account, choose a file, or give an address.",)
    if faults:
        return _compare_form(request, Filled(form.places, faults=faults), 422)
    return _under_way(request, Compare(form.supplied))


@router.post("/read")
async def read(request: Request) -> Response:
    """Take a report in and lead to its reading."""
    form = await filled(request, _settings(request))
    faults = form.faults or (() if form.supplied else ("Paste a report, choose a file, or give an address.",))
    if faults:
        return page(request, "read_form.html.j2", 422, form=Filled(form.places, faults=faults))
    return _under_way(request, Read(form.supplied[0]))


def _under_way(request: Request, task: Task) -> Response:
    desk: Desk = request.app.state.desk
    return RedirectResponse(f"/jobs/{desk.submit(task).name}", 303)


def _may_hold_several(form: Filled) -> bool:
    """Say whether the one file handed over is a list of documents."""
    return ".jsonl" in form.supplied[0].name.lower()


def _compare_form(request: Request, form: Filled, status: int = 200) -> Response:
    desk: Desk = request.app.state.desk
    done = [job for job in desk.latest(_SHOWN) if job.state is State.DONE]
    return page(request, "home.html.j2", status, form=form, jobs=done)


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings
