"""Pages from templates: the report's own, in the frame of the web, and the web's."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from readouts.report.page import asset, environment

_FOUND_IN_REPORT = ("style.css", "script.js")
_KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
_STATIC = ("style.css", "script.js", "web.css", "decide.js", "htmx.min.js")


def page(
    request: Request, template: str, status: int = 200, headers: dict[str, str] | None = None, **values: object
) -> HTMLResponse:
    """Answer with a page; `values` are what its template prints."""
    frame = {
        "layout": "web.html.j2",
        "static": _addresses(),
        "here": request.url.path,
    }
    words = environment("readouts.web").get_template(template).render(**frame, **values)
    return HTMLResponse(words, status, headers)


def static(name: str) -> Response | None:
    """Answer with a file of style or script, None when there is none of this name."""
    if name not in _STATIC:
        return None
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(_content(name), media_type=_KINDS[name.rpartition(".")[2]], headers=kept)


@lru_cache
def _content(name: str) -> str:
    if name in _FOUND_IN_REPORT:
        return asset(name)
    return files(__package__).joinpath("static", name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _addresses() -> dict[str, str]:
    """Return where each file is; the address changes with what it holds, so that browsers may keep it."""
    return {name: f"/static/{name}?{sha256(_content(name).encode()).hexdigest()[:12]}" for name in _STATIC}
