"""The API speaks the JSON of the commands."""

from __future__ import annotations

import json
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from readouts.web import api_words
from tests.web.conftest import EXAMPLES

NORVIA = {
    "id": "no",
    "text": (EXAMPLES / "norvia.txt").read_text(encoding="utf-8"),
    "publisher": "Norvia",
    "lang": "en",
}
ESTMARK = {"id": "es", "text": (EXAMPLES / "estmark.txt").read_text(encoding="utf-8"), "date": "2031-05-06"}


def test_compare(client: TestClient) -> None:
    found = client.post("/api/compare", json={"documents": [NORVIA, ESTMARK]}).json()
    api_words.Compared.model_validate(found, strict=True)
    assert [account["id"] for account in found["accounts"]] == ["no", "es"]
    for row in found["rows"]:
        assert len(row["cells"]) == 2
        assert (row["relation"] == "differs") == bool(row["differences"])


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("/api/read", api_words.ReportRead),
        ("/api/clean", api_words.Cleaned),
        ("/api/actors", api_words.ActorsFound),
        ("/api/statements", api_words.StatementsFound),
        ("/api/contacts", api_words.ContactsFound),
    ],
)
def test_one_document(client: TestClient, path: str, model: Any) -> None:
    answer = client.post(path, json={"document": NORVIA})
    assert answer.status_code == 200
    model.model_validate(answer.json(), strict=True)
    assert answer.json()["id"] == "no"


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"{",
        b"[]",
        b'{"documents": []}',
        b'{"documents": [{"text": "One."}]}',
        b'{"documents": [{"text": "One."}, {}]}',
        b'{"documents": [{"text": "One."}, {"url": "file:///etc/passwd"}]}',
        b'{"documents": [{"text": "One."}, {"text": 2}]}',
        b'{"documents": [{"text": "One."}, {"text": "Two.", "date": "soon"}]}',
        b'{"documents": [{"text": "One."}, {"text": "Two.", "unknown": 1}]}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"documents": ' + b'[{"text": "x"},' * 50 + b"1" * 5_000 + b"]}",
    ],
    ids=range(13),
)
def test_what_cannot_be_read_is_refused_in_json(client: TestClient, sent: bytes) -> None:
    answer = client.post("/api/compare", content=sent, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
    assert set(answer.json()) == {"error"}


def test_a_lone_surrogate_comes_back_as_it_came(client: TestClient) -> None:
    sent = b'{"document": {"text": "The leaders \\ud800 spoke."}}'
    answer = client.post("/api/clean", content=sent, headers={"Content-Type": "application/json"})
    assert answer.status_code == 200
    assert "\\ud800" in answer.text


def test_too_long_a_text_is_refused(client: TestClient) -> None:
    answer = client.post("/api/clean", json={"document": {"text": "word " * 30_000}})
    assert answer.status_code == 422
    assert "more than the limit" in answer.json()["error"]


def test_the_reference_names_every_call_and_shape(client: TestClient) -> None:
    page = client.get("/api").text
    described = client.get("/openapi.json").json()
    for path in described["paths"]:
        assert path in page
    for shape in described["components"]["schemas"]:
        assert f'id="shape-{shape}"' in page


@pytest.mark.parametrize("path", ["compare", "read", "clean", "actors", "statements", "contacts"])
def test_whatever_is_sent_is_answered_as_described(client: TestClient, path: str) -> None:
    reference = client.get("/openapi.json").json()
    described = reference["paths"][f"/api/{path}"]["post"]["responses"]
    schema = schemathesis.openapi.from_dict(reference)
    call = schema[f"/api/{path}"]["POST"]
    modes = st.sampled_from([GenerationMode.POSITIVE, GenerationMode.NEGATIVE])

    @given(case=modes.flatmap(lambda mode: call.as_strategy(generation_mode=mode)))
    @hypothesis_settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    def answered(case: schemathesis.Case) -> None:
        sent = json.dumps(case.body, default=str)
        answer = client.post(f"/api/{path}", content=sent, headers={"Content-Type": "application/json"})
        assert str(answer.status_code) in described
        assert answer.status_code < 500
        call.validate_response(answer)

    answered()
