"""What every request must pass and every answer carries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from readouts.errors import WrongCall
from readouts.web.guard import HEADERS, Guard
from readouts.web.settings import Settings, is_local

TOKEN = "a token that is long enough"


def asked(settings: Settings) -> TestClient:
    """Return a client of a bare application behind the guard."""
    app = FastAPI()

    @app.post("/do")
    async def do(request: Request) -> int:
        return len(await request.body())

    @app.get("/see")
    def see() -> str:
        return "seen"

    app.add_middleware(Guard, settings=settings)
    return TestClient(app, base_url=f"http://{settings.host}:8765", follow_redirects=False)


@pytest.fixture
def local() -> TestClient:
    return asked(Settings("collection.db", upload_limit=1_000))


@pytest.fixture
def open_to_all() -> TestClient:
    return asked(Settings("collection.db", host="0.0.0.0", token=TOKEN))


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "localhost"])
def test_its_own_names_are_answered(local: TestClient, host: str) -> None:
    assert local.get("/see", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "", "[", "localhost.evil.example"]
)
def test_a_foreign_name_that_points_here_is_not(local: TestClient, host: str) -> None:
    assert local.get("/see", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:8765"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "null"},
        {"Origin": ""},
    ],
)
def test_a_form_of_another_site_does_nothing(local: TestClient, headers: dict[str, str]) -> None:
    assert local.post("/do", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://127.0.0.1:8765"}],
)
def test_our_own_forms_and_programs_do(local: TestClient, headers: dict[str, str]) -> None:
    assert local.post("/do", headers=headers).status_code == 200


def test_reading_from_another_site_is_harmless_and_allowed(local: TestClient) -> None:
    assert local.get("/see", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_too_much_is_refused_before_it_is_read(local: TestClient) -> None:
    assert local.post("/do", content=b"x" * 1_000).json() == 1_000
    assert local.post("/do", content=b"x" * 1_001).status_code == 413


@pytest.mark.parametrize("length", ["-1", "many", "1e9", "99999999999999999999"])
def test_a_length_that_is_none_is_refused(local: TestClient, length: str) -> None:
    assert local.post("/do", headers={"Content-Length": length}).status_code == 413


def test_too_much_without_a_length_is_refused_while_it_is_read(local: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(20):
            yield b"x" * 100

    assert local.post("/do", content=endless()).status_code == 413


@pytest.mark.parametrize("path", ["/see", "/nowhere"])
def test_every_answer_carries_the_headers(local: TestClient, path: str) -> None:
    answer = local.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["Cache-Control"] == "no-store"


def test_refusals_carry_them_too(local: TestClient) -> None:
    answer = local.post("/do", headers={"Origin": "https://evil.example"})
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


def test_the_policy_allows_no_inline_script_and_no_other_host() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert not any(word in policy for word in ("unsafe", "http", "*", "blob"))


def test_elsewhere_a_token_is_demanded(open_to_all: TestClient) -> None:
    assert open_to_all.get("/see").headers["location"] == "/enter"
    assert open_to_all.post("/do").status_code == 401
    assert open_to_all.get("/api/see").status_code == 401
    for shown in (TOKEN[:-1], TOKEN + "x", "", "\u00e9"):
        assert open_to_all.post("/do", headers={"Authorization": f"Bearer {shown}".encode()}).status_code == 401
    assert open_to_all.post("/do", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "readouts.example"])
def test_without_a_token_it_listens_here_only(host: str) -> None:
    with pytest.raises(WrongCall, match="--token"):
        Settings("collection.db", host=host)


def test_a_short_token_is_refused() -> None:
    with pytest.raises(WrongCall, match="16"):
        Settings("collection.db", token="short")


def test_what_is_this_machine() -> None:
    assert all(map(is_local, ("127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]")))
    assert not any(map(is_local, ("0.0.0.0", "::", "10.0.0.1", "localhost.example", "", "127.0.0.1.example")))
