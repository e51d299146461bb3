"""What every request must pass and every answer carries, whatever page it is for."""

from __future__ import annotations

from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from readouts.web.settings import Settings, is_local

COOKIE = "readouts_token"
ENTRANCE = "/enter"
_SAFE = ("GET", "HEAD", "OPTIONS")
# Without these nobody could be shown the entrance.
_OPEN = (ENTRANCE, "/static/")

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """ASGI middleware: known host, own origin, token, size; strict headers on every answer."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._refusal(scope, Headers(scope=scope)) or self._app
        await answer(scope, self._counted(receive), _guarded(send))

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        settings = self._settings
        host = _name(f"//{headers.get('host', '')}")
        # A foreign name that points at this machine (DNS rebinding) must not reach it.
        if settings.local and not (host == settings.host or is_local(host)):
            return PlainTextResponse("This server answers to its own name only.\n", 421)
        if scope["method"] not in _SAFE and not _own(headers):
            return PlainTextResponse("This came from another site and was not done.\n", 403)
        if not scope["path"].startswith(_OPEN) and not self._known(headers):
            return _entrance(scope)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > settings.upload_limit:
            return PlainTextResponse(self._too_large, 413)
        return None

    def _known(self, headers: Headers) -> bool:
        token = self._settings.token
        if token is None:
            return True
        shown = headers.get("authorization", "").removeprefix("Bearer ") or _cookie(headers)
        return compare_digest(shown.encode("utf-8", "replace"), token.encode("utf-8", "replace"))

    def _counted(self, receive: Receive) -> Receive:
        """Refuse a request that says no length or a wrong one when it grows past the limit."""
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._settings.upload_limit:
                raise HTTPException(413, self._too_large)
            return message

        return counted

    @property
    def _too_large(self) -> str:
        return f"This is too large: {self._settings.upload_limit / 1_000_000:g} MB is the most one request may hold."


def _guarded(send: Send) -> Send:
    """Send answers with the headers that every one carries."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return guarded


def _own(headers: Headers) -> bool:
    """Say whether a request comes from our own pages or from no browser at all.

    Browsers say with every POST where it comes from, in Sec-Fetch-Site or, older ones, in Origin.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")


def _entrance(scope: Scope) -> Response:
    if scope["path"].startswith("/api/") or scope["method"] not in _SAFE:
        return PlainTextResponse("Show the token of this server: Authorization: Bearer TOKEN\n", 401)
    return RedirectResponse(ENTRANCE, 303)


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _name(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
