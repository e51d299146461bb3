"""What changed since last time, as a page."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_what_an_account_dropped_and_added(client_with_past: TestClient) -> None:
    answer = client_with_past.get("/changes/norvia")
    assert answer.status_code == 200
    assert "Call with Estmark in March" in answer.text
    assert "human rights" in answer.text.partition("<del>")[2].partition("</del>")[0]
    assert "in the earlier account" in answer.text
    assert '<ins><a href="/documents/norvia" dir="auto">sovereignty</a></ins>' in answer.text


def test_the_first_account_has_nothing_to_be_set_against(client_with_past: TestClient) -> None:
    answer = client_with_past.get("/changes/earlier")
    assert answer.status_code == 200
    assert "holds no earlier account" in answer.text


def test_only_with_one_party(client_with_past: TestClient) -> None:
    assert client_with_past.get("/changes/norvia?a=Estmark").status_code == 200
    assert client_with_past.get("/changes/norvia?a=Costa+Brisa").status_code == 422


def test_what_is_no_account_is_told(client_with_past: TestClient) -> None:
    assert client_with_past.get("/changes/nothing").status_code == 404
    answer = client_with_past.get("/changes/%3Cb%3Eodd/id%3F%23")
    assert answer.status_code == 422
    assert "<b>odd" not in answer.text
