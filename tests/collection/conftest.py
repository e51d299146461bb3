"""One set of tests, run on a SQLite file and on a real PostgreSQL, which they start themselves."""

from __future__ import annotations

import os
import signal
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import psycopg
import pytest

from readouts.collection import Collection, open_collection
from readouts.collection.schema import metadata


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


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty collection in a file, to be copied: migrating takes most of a short test's time."""
    path = tmp_path_factory.mktemp("made") / "collection.db"
    open_collection(str(path), create=True).close()
    return path


@pytest.fixture(scope="session")
def made_database(postgresql: str) -> str:
    """A database with an empty collection in it, to be emptied again."""
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("CREATE DATABASE made")
    made = postgresql.replace("/postgres?", "/made?")
    open_collection(made, create=True).close()
    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Collection]:
    """An empty collection, in each kind of database."""
    if request.param == "sqlite":
        location = str(copy(request.getfixturevalue("made_file"), tmp_path / "collection.db"))
    else:
        location = request.getfixturevalue("made_database")
        with psycopg.connect(location, autocommit=True) as connection:
            connection.execute(f"TRUNCATE {', '.join(metadata.tables)}, words")
            connection.execute("ALTER SEQUENCE correction_number_seq RESTART")
    with open_collection(location) as opened:
        yield opened
