"""The application: its pages, its API, and how faults are answered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from readouts.collection import open_collection
from readouts.errors import NotInCollection, ReadoutsError
from readouts.web import (
    actors,
    api,
    api_collection,
    changes,
    contacts,
    decisions,
    documents,
    entrance,
    home,
    progress,
    reference,
    results,
    say,
    wording,
)
from readouts.web.desk import Desk, TooBusy
from readouts.web.guard import Guard
from readouts.web.house import House
from readouts.web.settings import Settings
from readouts.workflows import load_tools

_ABOUT = "Sets governments' accounts of one call or meeting side by side. Offsets are characters of the text as given."


def create_app(settings: Settings) -> FastAPI:
    """Return the application; its worker processes start with it and end with it.

    The collection is made when there is none yet. Raises CollectionFault when it cannot be used.
    """
    tools = load_tools(settings.actors_file)
    collection = open_collection(settings.collection, create=True)

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        desk = Desk(settings)
        app.state.house = House(settings, desk, collection, tools)
        yield
        desk.close()
        collection.close()

    app = FastAPI(title="Readouts", description=_ABOUT, lifespan=running, docs_url=None, redoc_url=None)
    for room in (
        home,
        progress,
        decisions,
        results,
        contacts,
        documents,
        changes,
        wording,
        actors,
        entrance,
        reference,
        api,
        api_collection,
    ):
        app.include_router(room.router)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(ReadoutsError, _faulty)
    app.add_middleware(Guard, settings=settings)
    return app


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return say.fault(request, error.status_code, str(error.detail), error.headers)


def _malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    # What was sent is not repeated: it may not even be encodable.
    found = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    return say.fault(request, 422, "; ".join(found[:5]))


def _faulty(request: Request, error: Exception) -> Response:
    status = 503 if isinstance(error, TooBusy) else 404 if isinstance(error, NotInCollection) else 422
    return say.fault(request, status, str(error))
