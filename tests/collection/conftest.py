"""One set of tests, run on a SQLite file and on a real PostgreSQL, which they start themselves."""

from __future__ import annotations

import os
import signal
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from readouts.collection import Collection, open_collection


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
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            # What the tests write need not outlive a loss of power.
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
        # At once: an orderly stop would first write out what is thrown away.
        os.kill(server.get_pid(), signal.SIGQUIT)
        server.cleanup()


@pytest.fixture
def new_database(postgresql: str) -> str:
    """The address of the server's database, emptied."""
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return postgresql


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
