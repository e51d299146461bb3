"""Tracing a wording and looking for formulas in the collection, as pages."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from readouts.web.plots import can_plot
from tests.web.test_pages import followed


@pytest.fixture(scope="module")
def traced(client_with_past: TestClient) -> str:
    place = followed(client_with_past, client_with_past.post("/trace", data={"q": "Prime Minister Joren Lind"}))
    assert place.startswith("/traces/")
    return place


def test_uses_stand_in_their_sentences_the_earliest_first(client_with_past: TestClient, traced: str) -> None:
    answer = client_with_past.get(traced).text
    assert answer.count("<mark>Prime Minister Joren Lind</mark>") >= 3
    assert answer.index("Call with Estmark in March") < answer.index("Telephone conversation")
    assert "first on 4 March 2031" in answer
    assert 'href="/documents/earlier"' in answer


def test_a_wording_that_is_not_used_is_said_to_be_none(client_with_past: TestClient) -> None:
    place = followed(client_with_past, client_with_past.post("/trace", data={"q": "an entirely other wording <b>"}))
    answer = client_with_past.get(place).text
    assert "Not used in any of" in answer
    assert "<b>" not in answer


def test_a_phrase_without_words_is_refused(client_with_past: TestClient) -> None:
    assert client_with_past.post("/trace", data={"q": "  "}).status_code == 422
    answer = client_with_past.post("/trace", data={"q": "…"})
    assert followed(client_with_past, answer).startswith("/jobs/")


def test_days_narrow_what_is_looked_through(client_with_past: TestClient) -> None:
    place = followed(client_with_past, client_with_past.post("/trace", data={"q": "Joren Lind", "until": "2031-03"}))
    assert "in 1 of 1 document," in client_with_past.get(place).text
    assert client_with_past.post("/trace", data={"q": "Joren Lind", "until": "soon"}).status_code == 422


def test_formulas_of_the_collection(client_with_past: TestClient) -> None:
    place = followed(client_with_past, client_with_past.post("/formulas", data={}))
    assert place.startswith("/formulas/")
    answer = client_with_past.get(place)
    assert answer.status_code == 200
    assert re.search(
        r'<td class="wording" dir="auto">[^<]*Prime Minister Joren Lind[^<]*</td>', answer.text, re.IGNORECASE
    )


@pytest.mark.skipif(not can_plot(), reason="needs the extra `plots`")
def test_the_use_by_month_is_drawn(client_with_past: TestClient, traced: str) -> None:
    answer = client_with_past.get(f"{traced}/plot.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text.startswith("<svg")


@pytest.mark.parametrize("path", ["/trace", "/formulas"])
def test_the_forms_are_there(client_with_past: TestClient, path: str) -> None:
    assert client_with_past.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/traces/nothing", "/formulas/nothing", "/traces/nothing/plot.svg"])
def test_what_is_not_there_is_not_found(client_with_past: TestClient, path: str) -> None:
    assert client_with_past.get(path).status_code == 404
