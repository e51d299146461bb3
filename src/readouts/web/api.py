"""The API: the commands' JSON over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from readouts.model import Analysis, Comparison, ReportReading
from readouts.web import api_words as words
from readouts.web.house import Here, House
from readouts.web.jobs import State
from readouts.web.tasks import Analyse, Compare, Read, Task
from readouts.web.used import Told
from readouts.workflows import Depth, contract

T = TypeVar("T", Comparison, ReportReading, Analysis, Told)

FAULTS: dict[int | str, dict[str, Any]] = {
    413: {"model": words.Fault, "description": "The request is larger than the server takes."},
    422: {"model": words.Fault, "description": "The request, or a text it names, cannot be read."},
    500: {"model": words.Fault, "description": "The analysis failed."},
    503: {"model": words.Fault, "description": "Too many analyses are waiting."},
    504: {"model": words.Fault, "description": "The analysis took longer than the server allows."},
}
router = APIRouter(prefix="/api", responses=FAULTS)


def answers(model: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    """Describe what a call answers when all went well."""
    return {200: {"model": model}}


@router.post("/compare", responses=answers(words.Compared))
def compare(house: Here, given: words.CompareGiven) -> Response:
    """Set two or more accounts of one contact side by side."""
    supplied = tuple(document.supplied(number) for number, document in enumerate(given.documents, start=1))
    return done(house, Compare(supplied), Comparison, contract.compare)


@router.post("/read", responses=answers(words.ReportRead))
def read(house: Here, given: words.ReadGiven) -> Response:
    """Read one report: residue, names, statements, contacts, and the accounts it cites side by side."""
    return done(house, Read(house.settings.collection, given.document.supplied(1)), ReportReading, contract.read)


@router.post("/clean", responses=answers(words.Cleaned))
def clean(house: Here, given: words.ReadGiven) -> Response:
    """Find what of a copied page is not the article."""
    return _analysed(house, given, Depth.RESIDUE, contract.clean)


@router.post("/actors", responses=answers(words.ActorsFound))
def actors(house: Here, given: words.ReadGiven) -> Response:
    """Find who is named where, damaged names restored."""
    return _analysed(house, given, Depth.MENTIONS, contract.actors)


@router.post("/statements", responses=answers(words.StatementsFound))
def statements(house: Here, given: words.ReadGiven) -> Response:
    """Find who says what by whose account."""
    return _analysed(house, given, Depth.STATEMENTS, contract.statements)


@router.post("/contacts", responses=answers(words.ContactsFound))
def contacts(house: Here, given: words.ReadGiven) -> Response:
    """Find the contacts a text tells of."""
    return _analysed(house, given, Depth.CONTACTS, contract.contacts)


def _analysed(
    house: House, given: words.ReadGiven, depth: Depth, write: Callable[[Analysis], contract.Json]
) -> Response:
    return done(house, Analyse(depth, given.document.supplied(1)), Analysis, write)


def done(house: House, task: Task, kind: type[T], write: Callable[[T], contract.Json]) -> Response:
    """Have a task done and answer with what came of it, written by `write`."""
    job = house.desk.submit(task)
    job.finished.wait()
    if isinstance(job.outcome, kind):
        return Response(contract.line(write(job.outcome)).encode(), media_type="application/json")
    status = 422 if job.state is State.REFUSED else 504 if job.late else 500
    return JSONResponse({"error": job.message}, status)
