"""A server to ask, with a collection of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from readouts.collection import Received, open_collection, take_in
from readouts.model import Document, Publisher
from readouts.web import Settings, create_app
from readouts.workflows.keep import rebuild

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ACTORS = str(EXAMPLES / "actors.toml")
NORVIA = Publisher("Office of the President of Norvia", "NRV", "NO")
EARLIER = """President Ilsa Varo spoke by telephone today with Prime Minister Joren Lind of Estmark.

President Varo noted the closure of the Skarne Strait to Norvian ferries. She
reiterated Norvia's support for human rights.
"""


def filled_collection(path: Path, *more: Document) -> str:
    """Make a collection of the invented accounts, with one that was edited after publishing."""
    estmark = Publisher("Government of Estmark", "ESM", "ES")
    text = (EXAMPLES / "norvia.txt").read_text(encoding="utf-8")
    other = (EXAMPLES / "estmark.txt").read_text(encoding="utf-8")
    day, address = date(2031, 5, 6), "https://president.example/calls/1"
    documents = (
        Document("norvia", text.replace("40 minutes", "45 minutes"), "Call with Estmark", day, address, NORVIA, "en"),
        Document("norvia", text, "Call with Estmark", day, address, NORVIA, "en"),
        Document("estmark", other, "Telephone conversation", day, None, estmark, "en"),
        Document("<b>odd/id?#", "Words <script>window.ran=1</script> of nobody.", "<i>Odd</i>", None, None, None, None),
    )
    with open_collection(str(path), create=True) as collection:
        for one in (*documents, *more):
            take_in(collection, [Received(one)])
        for _ in rebuild(collection, ACTORS):
            pass
    return str(path)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A server on this machine with the invented table of actors."""
    path = tmp_path_factory.mktemp("web") / "collection.db"
    return Settings(filled_collection(path), actors_file=ACTORS, upload_limit=2_000_000, text_limit=100_000)


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[TestClient]:
    """Asks the server as a program does, without a browser's headers."""
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8765", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def client_with_past(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks a server whose collection also holds an earlier account of the same publisher's."""
    path = tmp_path_factory.mktemp("past") / "collection.db"
    earlier = Document("earlier", EARLIER, "Call with Estmark in March", date(2031, 3, 4), None, NORVIA, "en")
    settings = Settings(filled_collection(path, earlier), actors_file=ACTORS)
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8765", raise_server_exceptions=False) as client:
        yield client
