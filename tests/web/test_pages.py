"""The pages as a program without script sees them."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import EXAMPLES

NORVIA = (EXAMPLES / "norvia.txt").read_text(encoding="utf-8")
ESTMARK = (EXAMPLES / "estmark.txt").read_text(encoding="utf-8")


def followed(client: TestClient, answer: Any) -> str:
    """Follow a job from where it is shown to where its outcome is, or why there is none; return that place."""
    deadline = time.monotonic() + 60
    while answer.status_code == 200 and answer.url.path.startswith("/jobs/") and time.monotonic() < deadline:
        time.sleep(0.05)
        answer = client.get(answer.url.path)
    return str(answer.url.path)


@pytest.fixture(scope="module")
def compared(client: TestClient) -> str:
    """A comparison of one pasted account with one handed over as a file."""
    form = {"publisher-1": "Norvia", "date-1": "2031-05-06", "text-1": NORVIA, "publisher-2": "Estmark"}
    answer = client.post("/compare", data=form, files={"file-2": ("estmark.txt", ESTMARK.encode(), "text/plain")})
    place = followed(client, answer)
    assert place.startswith("/comparisons/")
    return place


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/read",
        "/contacts",
        "/documents",
        "/search",
        "/search?q=fisheries",
        "/actors",
        "/actors?q=varo",
        "/decisions",
        "/api",
    ],
)
def test_every_room_is_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "<h1" in answer.text
    assert not re.search(r"""(?:src|href|action)=["']?(?:https?:)?//""", answer.text)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/jobs/nothing", 404),
        ("/comparisons/nothing", 404),
        ("/comparisons/nothing/readouts.csv", 404),
        ("/documents/nothing", 404),
        ("/contacts/nothing", 404),
        ("/static/../app.py", 404),
        ("/static/app.py", 404),
        ("/documents?since=tomorrow", 422),
        ("/contacts?kind=duel", 422),
        ("/documents?page=0", 422),
        ("/documents?page=99999999999", 422),
        ("/search?q=" + "x" * 300, 422),
        ("/search?q=%22%20-%22", 422),
    ],
)
def test_faults_are_told_in_a_page(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert '<main id="fault">' in answer.text


def test_accounts_are_set_side_by_side(client: TestClient, compared: str) -> None:
    page = client.get(compared).text
    assert "Two accounts of the call of 6 May 2031" in page
    assert "only in" in page
    assert "Estmark" in page


@pytest.mark.parametrize(
    ("file", "kind", "begins"),
    [
        ("readouts.csv", "text/csv", b"point,topic,relation,"),
        ("readouts.md", "text/markdown", b"# Two accounts"),
        ("readouts.docx", "application/vnd", b"PK"),
        ("readouts.json", "application/json", b'{"accounts"'),
        ("readouts.html", "text/html", b"<!doctype html>"),
    ],
)
def test_a_comparison_is_taken_away(client: TestClient, compared: str, file: str, kind: str, begins: bytes) -> None:
    answer = client.get(f"{compared}/{file}")
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["content-disposition"] == f'attachment; filename="{file}"'
    assert answer.content.startswith(begins)


def test_a_report_is_read(client: TestClient) -> None:
    answer = client.post("/read", data={"text-1": (EXAMPLES / "report.txt").read_text(encoding="utf-8")})
    place = followed(client, answer)
    assert place.startswith("/readings/")
    assert "It cites" in client.get(place).text
    assert client.get(f"{place}/readouts.json").json()["statements"]


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({}, "No place is filled in"),
        ({"text-1": "One."}, "at least two accounts"),
        ({"text-1": "One.", "text-2": "Two.", "address-2": "https://host.example/"}, "just one of them"),
        ({"text-1": "One.", "address-2": "file:///etc/passwd"}, "is not an address of the web"),
        ({"text-1": "One.", "address-2": "javascript:alert(1)"}, "is not an address of the web"),
        ({"text-1": "One.", "text-2": "Two.", "date-2": "6 May"}, "is not a day"),
    ],
)
def test_what_is_amiss_with_a_form_is_said_and_the_form_kept(
    client: TestClient, form: dict[str, str], says: str
) -> None:
    answer = client.post("/compare", data=form)
    assert answer.status_code == 422
    assert says in answer.text
    if "text-1" in form:
        assert "One.</textarea>" in answer.text


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\boot.ini", "/etc/shadow", "a\x00b.txt", "x" * 300 + ".txt", ".", ""]
)
def test_a_path_in_a_file_name_leads_nowhere(client: TestClient, name: str) -> None:
    answer = client.post("/read", files={"file-1": (name, b"The leaders spoke.", "text/plain")})
    place = followed(client, answer)
    if name:
        assert place.startswith("/readings/")
        assert "etc/" not in client.get(place).text


def test_a_file_that_is_no_text_is_refused_by_its_own_name(client: TestClient) -> None:
    answer = client.post("/read", files={"file-1": ("picture.txt", bytes(range(256)) * 50, "text/plain")})
    page = client.get(followed(client, answer))
    assert page.status_code == 422
    assert "picture.txt" in page.text
    assert "/tmp" not in page.text


def test_a_text_past_the_limit_is_refused(client: TestClient) -> None:
    answer = client.post("/read", data={"text-1": "word " * 30_000})
    page = client.get(followed(client, answer))
    assert page.status_code == 422
    assert "more than the limit" in page.text


def test_an_upload_past_the_limit_is_refused(client: TestClient) -> None:
    answer = client.post("/read", files={"file-1": ("big.txt", b"x" * 2_100_000, "text/plain")})
    assert answer.status_code == 413


def test_too_many_fields_are_refused(client: TestClient) -> None:
    assert client.post("/compare", data={f"text-{number}": "x" for number in range(500)}).status_code in (400, 422)


def test_static_files_may_be_kept_for_ever(client: TestClient) -> None:
    [address] = re.findall(r'href="(/static/style\.css\?\w+)"', client.get("/").text)
    answer = client.get(address)
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]


def test_documents_of_the_collection_are_compared(client: TestClient) -> None:
    answer = client.post("/documents/compare", data={"document": ["norvia", "estmark"]})
    place = followed(client, answer)
    assert "Two accounts" in client.get(place).text
    # The last ones are listed at the start.
    assert place.rpartition("/")[2] in client.get("/").text


@pytest.mark.parametrize("names", [[], ["norvia"], ["norvia", "norvia"]])
def test_one_document_is_not_compared(client: TestClient, names: list[str]) -> None:
    assert client.post("/documents/compare", data={"document": names}).status_code == 422


def test_a_document_shows_what_was_changed_after_publishing(client: TestClient) -> None:
    page = client.get("/documents/norvia").text
    assert "<del>" in page
    assert "45 minutes" in page


def test_an_odd_document_is_found_and_shown_as_text(client: TestClient) -> None:
    [address] = set(re.findall(r'href="(/documents/[^"]*odd[^"]*)"', client.get("/documents").text))
    page = client.get(address).text
    assert "&lt;i&gt;Odd&lt;/i&gt;" in page
    assert "<script>window" not in page


def test_search_shows_the_words_in_their_context(client: TestClient) -> None:
    page = client.get("/search?q=fisheries").text
    assert "<mark>Fisheries</mark>" in page


def test_paths_of_pages_do_not_reach_files(client: TestClient, tmp_path: Path) -> None:
    for path in ("/documents/..%2f..%2fetc%2fpasswd", "/static/%2e%2e%2fapp.py", "/documents/%00", "/contacts/%ff"):
        assert client.get(path).status_code in (404, 422)
