"""Reading from the web, against a server on this machine; nothing here leaves it."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from readouts.errors import UnreadableInput
from readouts.ingest import Source, Unread, Web, read_documents
from readouts.ingest.address import is_url, resolve
from readouts.ingest.web import fetch
from readouts.model import Document

PAGE = Path(__file__).resolve().parents[2].joinpath("examples/norvia.html").read_bytes()


class Handler(BaseHTTPRequestHandler):
    asked: ClassVar[list[tuple[str, str]]] = []
    rules: ClassVar[bytes | None] = None
    rules_status: ClassVar[int] = 200

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        answer: dict[str, Callable[[], None]] = {
            "/robots.txt": self.send_rules,
            "/page": lambda: self.send(PAGE, "text/html; charset=utf-8"),
            "/old": lambda: self.send("Президент Варо".encode("cp1251"), "text/plain; charset=windows-1251"),
            "/on": lambda: self.send_on("/page"),
            "/round": lambda: self.send_on("/round"),
            "/inside": lambda: self.send_on("http://169.254.169.254/latest/meta-data"),
            "/file": lambda: self.send_on("file:///etc/passwd"),
            "/big": lambda: self.send(b"x" * 300_000, "text/plain"),
            "/bomb": lambda: self.send(gzip.compress(bytes(3_000_000)), "text/plain", encoding="gzip"),
            "/slow": self.drip,
            "/slow-head": lambda: self.drip(b"HTTP/1.0 200 OK\r\nX-"),
            "/lying-length": lambda: self.send(PAGE, "text/html", length=10**15),
            "/short-length": lambda: self.send(b"x" * 1000, "text/plain", length=100),
            "/many-headers": lambda: self.wfile.write(b"HTTP/1.0 200 OK\r\n" + b"X: y\r\n" * 100_000),
            "/long-header": lambda: self.wfile.write(b"HTTP/1.0 200 OK\r\nX: " + b"y" * 1_000_000),
            "/no-http": lambda: self.wfile.write(b"\x00\x01\x02" * 500),
            "/broken-gzip": lambda: self.send(b"no gzip", "text/plain", encoding="gzip"),
            "/nowhere": lambda: self.send_on("http://"),
            "/user": lambda: self.send_on("http://president.nv:x@127.0.0.1/"),
            "/data": lambda: self.send_on("data:text/html,x"),
            "/private/page": lambda: self.send(PAGE, "text/html"),
        }
        answer.get(self.path, lambda: self.send_error(404))()

    def send(self, body: bytes, kind: str, encoding: str | None = None, length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(body)

    def send_on(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def send_rules(self) -> None:
        if self.rules is None or self.rules_status != 200:
            self.send_error(404 if self.rules is None else self.rules_status)
        else:
            self.send(self.rules, "text/plain")

    def drip(self, head: bytes = b"HTTP/1.0 200 OK\r\n\r\n") -> None:
        self.wfile.write(head)
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    Handler.asked.clear()
    Handler.rules, Handler.rules_status = None, 200
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


HERE = Web(allow_private=True)


def test_a_page_is_read_with_its_address(site: str) -> None:
    [document] = read_documents(Source.named(f"Norvia={site}/page"), web=HERE)
    assert isinstance(document, Document)
    assert document.publisher is not None
    assert (document.url, document.publisher.name, document.language) == (f"{site}/page", "Norvia", "en")
    assert "urged Estmark to lift the closure" in document.text


def test_the_reader_says_who_it_is_and_asks_for_the_rules_first(site: str) -> None:
    list(read_documents(Source(f"{site}/page"), web=HERE))
    assert [path for path, _ in Handler.asked] == ["/robots.txt", "/page"]
    assert all(agent.startswith("Readouts/") for _, agent in Handler.asked)


def test_redirects_are_followed(site: str) -> None:
    with fetch(f"{site}/on", HERE).file as file:
        assert file.read() == PAGE


def test_the_encoding_stated_is_kept(site: str) -> None:
    [document] = read_documents(Source(f"{site}/old"), web=HERE)
    assert isinstance(document, Document)
    assert document.text == "Президент Варо"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/round", "sends on more than"),
        ("/file", "only http and https"),
        ("/nothing", "answered 404"),
        ("/big", "larger than"),
        ("/bomb", "larger than"),
        ("/slow", "takes too long"),
        ("/slow-head", "takes too long"),
        ("/lying-length", "could not be read"),
        ("/many-headers", "could not be read"),
        ("/long-header", "could not be read"),
        ("/no-http", "could not be read"),
        ("/broken-gzip", "could not be read"),
        ("/nowhere", "sends on more than"),
        ("/user", "with a password"),
        ("/data", "only http and https"),
    ],
)
def test_what_is_refused(site: str, path: str, message: str) -> None:
    begun = time.monotonic()
    web = Web(allow_private=True, seconds=1, size=200_000)
    [unread] = read_documents(Source(site + path), web=web)
    assert isinstance(unread, Unread)
    assert message in unread.message
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://127.0.0.1/",
            "http://localhost/",
            "http://[::1]/",
            "http://0.0.0.0/",
            "http://10.1.2.3/",
            "http://127.1/",
        ),
        *("http://169.254.169.254/latest", "http://[fe80::1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/"),
        *("http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://192.168.0.1:8080/", "http://224.0.0.1/"),
        *("http://0x7f.1/", "http://0177.0.0.1/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://0/"),
        *("http://[fec0::1]/", "http://[fd00::1]/", "http://[64:ff9b:1::1]/", "http://192.0.0.192/", "http://[::]/"),
        *("http://100.64.0.1/", "http://127。0。0。1/", "http://127.0.0.1#@president.nv/", "http://localhost./"),
    ],
)
def test_private_addresses_are_refused(url: str) -> None:
    with pytest.raises(UnreadableInput, match=r"private or local|not known"):
        resolve(url, allow_private=False)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "ftp://president.nv/",
            "file:///etc/passwd",
            "gopher://x/",
            "http://",
            "http://[",
            "http://a b/",
            "http://x:0/",
        ),
        *("http://president.nv@127.0.0.1/", "http://president.nv\\@127.0.0.1/", "http://[fe80::1%25eth0]/"),
        *("http://user:secret@president.nv/", "javascript://x", "http://x\r\nHost: y/", "http://" + "a" * 5000),
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(UnreadableInput):
        resolve(url, allow_private=True)


def test_a_redirect_inside_is_refused_where_private_addresses_are(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host is let through as a public one would be; where it sends on to is looked at again."""
    from readouts.ingest import address

    real = address._is_public
    monkeypatch.setattr(address, "_is_public", lambda found: found == "127.0.0.1" or real(found))
    [unread] = read_documents(Source(f"{site}/inside"), web=Web())
    assert isinstance(unread, Unread)
    assert "169.254.169.254" in unread.message


def test_no_more_is_read_than_the_length_stated(site: str) -> None:
    with fetch(f"{site}/short-length", HERE).file as file:
        assert file.read() == b"x" * 100


def test_a_site_whose_rules_send_inside_is_not_followed(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from readouts.ingest import address

    monkeypatch.setattr(address, "_is_public", lambda found: found == "127.0.0.1")
    monkeypatch.setattr(Handler, "send_rules", lambda self: self.send_on("http://169.254.169.254/robots.txt"))
    [unread] = read_documents(Source(f"{site}/page"), web=Web())
    assert isinstance(unread, Unread)
    assert "169.254.169.254" in unread.message


def test_a_name_that_changes_its_address_leads_nowhere_else(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to the address that was checked, however often the name is looked up."""
    port = int(site.rpartition(":")[2])
    looked_up: list[str] = []

    def changing(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        if host in ("127.0.0.1", "127.0.0.2"):
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        looked_up.append(host)
        found = "127.0.0.1" if len(looked_up) <= 2 else "127.0.0.2"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, port))]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    with fetch(f"http://president.nv:{port}/page", Web(allow_private=True)).file as file:
        assert file.read() == PAGE
    assert looked_up == ["president.nv", "president.nv"]


def test_the_rules_of_the_site_are_kept(site: str) -> None:
    Handler.rules = b"User-agent: *\nDisallow: /private/*\n"
    [unread] = read_documents(Source(f"{site}/private/page"), web=HERE)
    assert isinstance(unread, Unread)
    assert "asks programs not to read" in unread.message
    assert [path for path, _ in Handler.asked] == ["/robots.txt"]
    [document] = read_documents(Source(f"{site}/page"), web=HERE)
    assert isinstance(document, Document)


def test_a_site_in_trouble_is_left_alone(site: str) -> None:
    Handler.rules, Handler.rules_status = b"", 503
    [unread] = read_documents(Source(f"{site}/page"), web=HERE)
    assert isinstance(unread, Unread)


def test_what_is_an_address() -> None:
    assert is_url("https://president.nv/a")
    assert not is_url("notes/https")
    assert Source.named("Norvia=https://president.nv/a?b=c#d").path == "https://president.nv/a?b=c"
