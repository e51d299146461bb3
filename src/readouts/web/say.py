"""Faults, told in the form the caller reads: a page, or JSON on the API."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from readouts.report.glyphs import visible
from readouts.web.pages import page

_WORDS = {404: "There is nothing at this address. What was compared here may no longer be kept."}


def fault(request: Request, status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """Answer that something was not done, and why."""
    plain = HTTPStatus(status).phrase
    words = visible(_WORDS.get(status, plain) if message == plain else message)
    extra = dict(headers or {})
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": words}, status, extra)
    return page(request, "fault.html.j2", status, extra, title=plain, message=words)
