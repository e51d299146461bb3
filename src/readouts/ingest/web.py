"""Pages read from the web: politely, within limits, and never from inside the reader's own network."""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from threading import Timer
from typing import IO
from urllib.parse import quote, urljoin, urlsplit

import urllib3
from protego import Protego

from readouts.errors import UnreadableInput
from readouts.ingest.address import Address, Web, resolve
from readouts.ingest.decode import charset_of

_NAME = "Readouts"
_REDIRECTS = 5
_PIECE = 65_536
_MOST_RULES = 500_000
_KEPT_RULES = 256
_LONGEST_WAIT = 10
_IN_MEMORY = 10_000_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: a file at its beginning, the address in the end, and the encoding stated."""

    file: IO[bytes]
    url: str
    charset: str | None


def fetch(url: str, web: Web) -> Fetched:
    """Ask for a page. Raises UnreadableInput, naming the address, when it does not come or may not be asked."""
    until = time.monotonic() + web.seconds
    for _ in range(_REDIRECTS + 1):
        address = resolve(_written(url), web.allow_private)
        if web.keep_rules:
            _keep_rules(address, web)
        with _asked(address, until) as answer:
            onward = answer.get_redirect_location()
            if onward:
                url = urljoin(address.url, onward)
                continue
            if answer.status != 200:
                raise UnreadableInput(f"{url}: the site answered {answer.status} {answer.reason or ''}".rstrip() + ".")
            return Fetched(
                _received(answer, address.url, web.size, until),
                address.url,
                charset_of(answer.headers.get("Content-Type")),
            )
    raise UnreadableInput(f"{url}: the site sends on more than {_REDIRECTS} times. Check the address.")


@contextmanager
def _asked(address: Address, until: float) -> Iterator[urllib3.BaseHTTPResponse]:
    left = until - time.monotonic()
    if left <= 0:
        raise UnreadableInput(f"{address.url} takes too long. Save the page and name the file.")
    timeout = urllib3.Timeout(connect=min(10, left), read=min(10, left))
    pool: urllib3.HTTPConnectionPool
    if address.secure:
        pool = urllib3.HTTPSConnectionPool(
            address.network_address,
            address.port,
            server_hostname=address.host,
            assert_hostname=address.host,
            timeout=timeout,
        )
    else:
        pool = urllib3.HTTPConnectionPool(address.network_address, address.port, timeout=timeout)
    headers = {
        "Host": urlsplit(address.url).netloc,
        "User-Agent": f"{_NAME}/{version('readouts')} (reads public statements, one page at a time)",
        "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.5",
        "Accept-Encoding": "gzip",
    }
    with pool, _ended_at(pool, until):
        try:
            answer = pool.request(
                "GET", address.path, headers=headers, redirect=False, retries=False, preload_content=False
            )
            yield answer
            answer.close()
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise UnreadableInput(f"{address.url} could not be read: {_reason(error, until)}.") from None


@contextmanager
def _ended_at(pool: urllib3.HTTPConnectionPool, until: float) -> Iterator[None]:
    """Break off what the pool's connection is doing when its time is over, however slowly bytes drip in."""
    sockets: list[socket.socket] = []
    plain = pool.ConnectionCls

    class Watched(plain):  # type: ignore[valid-type, misc]
        def connect(self) -> None:
            super().connect()
            sockets.append(self.sock)

    def end() -> None:
        for connected in sockets:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)

    pool.ConnectionCls = Watched
    overdue = Timer(max(0.0, until - time.monotonic()), end)
    overdue.start()
    try:
        yield
    finally:
        overdue.cancel()


def _received(answer: urllib3.BaseHTTPResponse, url: str, most: int, until: float) -> IO[bytes]:
    """Keep what comes, up to `most` bytes after unpacking, in a file."""
    file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller reads and closes it
    late = False
    while (piece := answer.read1(_PIECE, decode_content=True)) and not late:
        file.write(piece)
        if file.tell() > most:
            raise UnreadableInput(f"{url} is larger than {most:,} bytes. Save the page and cut it.")
        late = time.monotonic() > until
    # A connection broken off when its time was over looks as if it had ended.
    if late or time.monotonic() > until:
        raise UnreadableInput(f"{url} takes too long. Save the page and name the file.")
    file.seek(0)
    return file


def _keep_rules(address: Address, web: Web) -> None:
    """Wait as long as the site asks; raise UnreadableInput when it asks programs not to read this page."""
    root = f"{'https' if address.secure else 'http'}://{urlsplit(address.url).netloc}"
    rules = _rules(root, web)
    if not rules.can_fetch(address.url, _NAME):
        raise UnreadableInput(
            f"{address.url}: the site asks programs not to read this page. Save it and name the file."
        )
    time.sleep(min(_LONGEST_WAIT, rules.crawl_delay(_NAME) or 0))


@lru_cache(maxsize=_KEPT_RULES)
def _rules(root: str, web: Web) -> Protego:
    """Return a site's robots.txt (RFC 9309): none allows everything, a site in trouble nothing."""
    until = time.monotonic() + web.seconds
    url = f"{root}/robots.txt"
    for _ in range(_REDIRECTS + 1):
        with _asked(resolve(url, web.allow_private), until) as answer:
            if onward := answer.get_redirect_location():
                url = urljoin(url, onward)
                continue
            if answer.status >= 500:
                return Protego.parse("User-agent: *\nDisallow: /")
            if answer.status != 200:
                break
            with _received(answer, url, _MOST_RULES, until) as file:
                return Protego.parse(file.read().decode("utf-8", "replace"))
    return Protego.parse("")


def _written(url: str) -> str:
    """Return `url` without its fragment, its letters beyond ASCII escaped."""
    return quote(url.partition("#")[0].strip(), safe="%/:=&?~#+!$,;'@()*[]")


def _reason(error: Exception, until: float) -> str:
    if isinstance(error, urllib3.exceptions.TimeoutError) or time.monotonic() >= until:
        return "it takes too long"
    if isinstance(error, urllib3.exceptions.SSLError):
        return "its certificate is not sound"
    words = str(error).rpartition(": ")[2]
    return words[:200] or type(error).__name__
