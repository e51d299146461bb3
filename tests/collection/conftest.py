"""One set of tests, run on a SQLite file and on a real PostgreSQL, which they start themselves."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from readouts.collection import Collection, open_collection

_NUMBER = count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server, started for the run; the test is skipped where none can be started."""
    pgserver = pytest.importorskip("pgserver", reason="PostgreSQL is not tested: the package pgserver is not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            server = pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        except Exception as error:
            pytest.skip(f"PostgreSQL is not tested: it could not be started ({type(error).__name__}: {error})")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def new_database(request: pytest.FixtureRequest) -> str:
    """The address of an empty database on the server."""
    import psycopg

    server: str = request.getfixturevalue("postgresql")
    name = f"test_{next(_NUMBER)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty collection can be made, in each kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "collection.db")
    found: str = request.getfixturevalue("new_database")
    return found


@pytest.fixture
def collection(location: str) -> Iterator[Collection]:
    """An empty collection, in each kind of database."""
    with open_collection(location, create=True) as opened:
        yield opened
