"""Where people hand texts over: accounts to compare, a report to read."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from readouts.web.forms import EMPTY, Filled, filled
from readouts.web.house import Here, House
from readouts.web.jobs import State
from readouts.web.pages import page
from readouts.web.tasks import Compare, Read, Task

router = APIRouter(include_in_schema=False)
_SHOWN = 8


@router.get("/")
def compare_form(request: Request, house: Here) -> Response:
    """Show the form for accounts, and what was compared last."""
    return _compare_form(request, house, EMPTY)


@router.get("/read")
def read_form(request: Request) -> Response:
    """Show the form for one report."""
    return page(request, "read_form.html.j2", form=EMPTY)


@router.post("/compare")
async def compare(request: Request, house: Here) -> Response:
    """Take accounts in and lead to their comparison."""
    form = await filled(request, house.settings)
    if faults := form.faults or _lacking(form):
        return _compare_form(request, house, Filled(form.places, faults=faults), 422)
    return under_way(house, Compare(form.supplied))


@router.post("/read")
async def read(request: Request, house: Here) -> Response:
    """Take a report in and lead to its reading."""
    form = await filled(request, house.settings)
    if faults := form.faults or (() if form.supplied else ("Paste a report, choose a file, or give an address.",)):
        return page(request, "read_form.html.j2", 422, form=Filled(form.places, faults=faults))
    return under_way(house, Read(house.settings.collection, form.supplied[0]))


def under_way(house: House, task: Task) -> Response:
    """Hand a task in and lead to where it can be followed."""
    return RedirectResponse(f"/jobs/{house.desk.submit(task).name}", 303)


def _lacking(form: Filled) -> tuple[str, ...]:
    """Say what a comparison lacks; one file of many documents is enough."""
    if not form.supplied:
        return ("No place is filled in: paste an account, choose a file, or give an address.",)
    if len(form.supplied) == 1 and ".jsonl" not in form.supplied[0].name.lower():
        return ("A comparison needs at least two accounts; only one place is filled in.",)
    return ()


def _compare_form(request: Request, house: House, form: Filled, status: int = 200) -> Response:
    done = [job for job in house.desk.latest(_SHOWN) if job.state is State.DONE]
    return page(request, "home.html.j2", status, form=form, jobs=done)
