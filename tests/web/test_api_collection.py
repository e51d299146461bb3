"""The API of the collection says what the commands say, and is guarded like every other page."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from typer.testing import CliRunner

from readouts.cli.app import app
from readouts.web import Settings, api_collection_words, create_app
from tests.web.conftest import ACTORS

CALLS = [
    ("/api/search?q=ferries", api_collection_words.SearchFound),
    ("/api/register", api_collection_words.RegisterFound),
    ("/api/changes/norvia", api_collection_words.ChangesFound),
    ("/api/trace?phrase=human+rights", api_collection_words.UsageFound),
    ("/api/formulas?least=2", api_collection_words.FormulasFound),
]


def asked(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def commanded(client: TestClient, *words: str) -> list[Any]:
    where = client.app.state.house.settings.collection  # type: ignore[attr-defined]
    ran = CliRunner().invoke(app, [*words, "--json", "--collection", where])
    assert ran.exit_code == 0, ran.output
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.mark.parametrize(("path", "model"), CALLS)
def test_answers_are_as_described(client_with_past: TestClient, path: str, model: Any) -> None:
    model.model_validate(asked(client_with_past, path), strict=True)


def test_the_command_and_the_api_say_the_same(client_with_past: TestClient) -> None:
    client = client_with_past
    with_actors = ("--actors", ACTORS)
    assert asked(client, "/api/search?q=ferries")["hits"] == commanded(client, "search", "ferries", *with_actors)
    assert asked(client, "/api/register")["contacts"] == commanded(client, "contacts", *with_actors)
    assert asked(client, "/api/changes/norvia") == commanded(client, "changes", "norvia", *with_actors)[0]
    assert asked(client, "/api/trace?phrase=human+rights") == commanded(client, "trace", "human rights")[0]
    assert asked(client, "/api/formulas?least=2")["formulas"] == commanded(client, "formulas", "--least", "2")


def test_lists_are_narrowed(client_with_past: TestClient) -> None:
    every = asked(client_with_past, "/api/search?q=ferries")["total"]
    assert 0 < asked(client_with_past, "/api/search?q=ferries&publisher=NO&until=2031-03")["total"] < every
    assert asked(client_with_past, "/api/search?q=ferries&a=Estmark&limit=1&skip=1")["total"] == every
    assert [one["nth"] for one in asked(client_with_past, "/api/register?a=Norvia&b=Estmark")["contacts"]] == [1, 2]
    assert asked(client_with_past, "/api/trace?phrase=human+rights&since=2031-04")["uses"] == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/search", 422),
        ("/api/search?q=", 422),
        ("/api/search?q=-", 422),
        ("/api/search?q=ferries&since=soon", 422),
        ("/api/search?q=ferries&limit=1000000", 422),
        ("/api/search?q=" + "x" * 2_001, 422),
        ("/api/changes/nothing", 404),
        ("/api/changes/norvia?party=Costa+Brisa", 422),
        ("/api/trace?phrase=...", 422),
        ("/api/formulas?least=1", 422),
    ],
)
def test_what_cannot_be_answered_is_told_in_json(client_with_past: TestClient, path: str, status: int) -> None:
    answer = client_with_past.get(path)
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}


@pytest.mark.parametrize("path", [path for path, _ in CALLS])
def test_the_token_and_the_name_are_asked_for(settings: Settings, path: str) -> None:
    with TestClient(
        create_app(replace(settings, token="a token of Norvia")), base_url="http://127.0.0.1:8765"
    ) as client:
        assert client.get(path).status_code == 401
        assert client.get(path, headers={"Host": "elsewhere.example"}).status_code == 421


@pytest.mark.parametrize("path", ["search", "register", "trace", "formulas", "changes/{name}"])
def test_whatever_is_asked_is_answered_as_described(client_with_past: TestClient, path: str) -> None:
    call = schemathesis.openapi.from_dict(client_with_past.get("/openapi.json").json())[f"/api/{path}"]["GET"]
    modes = st.sampled_from([GenerationMode.POSITIVE, GenerationMode.NEGATIVE])

    @given(case=modes.flatmap(lambda mode: call.as_strategy(generation_mode=mode)))
    @hypothesis_settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    def answered(case: schemathesis.Case[Any]) -> None:
        answer = client_with_past.get(case.formatted_path, params=case.query)
        assert answer.status_code < 500
        if case.formatted_path != "/api/changes/":
            call.validate_response(answer)

    answered()
