"""Style and script, and the door where a visitor shows the token."""

from __future__ import annotations

from hmac import compare_digest

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from readouts.web.guard import COOKIE, ENTRANCE
from readouts.web.house import Here
from readouts.web.pages import page, static

router = APIRouter(include_in_schema=False)
_LONGEST_TOKEN = 500


@router.get("/static/{name}")
def file(name: str) -> Response:
    """Give a file of style or script."""
    found = static(name)
    if found is None:
        raise HTTPException(404)
    return found


@router.get(ENTRANCE)
def door(request: Request) -> Response:
    """Ask for the token."""
    return page(request, "entrance.html.j2", wrong=False)


@router.post(ENTRANCE)
async def enter(request: Request, house: Here) -> Response:
    """Let in whoever shows the token."""
    form = await request.form(max_files=0, max_fields=1, max_part_size=_LONGEST_TOKEN)
    shown = str(form.get("token", "")).strip()
    if not compare_digest(shown.encode("utf-8", "replace"), (house.settings.token or "").encode("utf-8", "replace")):
        return page(request, "entrance.html.j2", 401, wrong=True)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(COOKIE, shown, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return answer
