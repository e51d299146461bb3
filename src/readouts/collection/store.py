"""A collection open for use: one database, reading and writing in whole transactions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text

from readouts.collection import migrate
from readouts.collection.faults import named_faults
from readouts.collection.location import database_url, shown
from readouts.collection.schema import REVISION
from readouts.collection.words import WordIndex, word_index
from readouts.errors import CollectionFault, CollectionNotWritable, NewerCollection, NotInCollection, WrongCall

# How long to wait for another program that is writing, in seconds.
PATIENCE = 30
_WRITERS = 7_226_347_001


class Collection:
    """An open collection; made by `open_collection`, used as a context manager or closed with `close`.

    Every function of this package takes one. Reading sees one state of the whole collection; writing happens whole or
    not at all, and one writer waits for another.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self.where = where
        self.words: WordIndex = word_index(engine.dialect.name)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state of the collection."""
        with named_faults(self.where), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are kept together at the end, or not at all when an error leaves it.

        Raises CollectionBusy when another writer does not finish within half a minute.
        """
        with named_faults(self.where), self._engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin():
                if self._engine.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS})
                yield connection

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_collection(location: str, *, create: bool = False, patience: float = PATIENCE) -> Collection:
    """Open the collection at a path or database address; bring an older one up to date.

    Raises NotInCollection when there is none and `create` is false, NewerCollection when a later release made it, and
    CollectionFault (or a finer one) when the database cannot be used.
    """
    url = database_url(location)
    where = shown(url)
    if url.drivername == "sqlite":
        _look_at_file(Path(where), create)
        url = _as_far_as_allowed(url, Path(where))
    with named_faults(where):
        engine = _engine(url, patience)
        _set_up(engine)
        try:
            _bring_up_to_date(engine, where, create)
        except BaseException:
            engine.dispose()
            raise
    return Collection(engine, where)


def _look_at_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise CollectionFault(f"{path} is a folder. Name a file in it.")
    if path.exists():
        return
    if not create:
        raise NotInCollection(f"There is no collection at {path} yet. Make one with: readouts add FILE…")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CollectionNotWritable(f"{path.parent} cannot be made: {error.strerror}.") from None


def _as_far_as_allowed(url: URL, path: Path) -> URL:
    """Return the address of a file that may only be read so that it can be: SQLite makes files beside it otherwise."""
    writable = os.access(path if path.exists() else path.parent, os.W_OK) and os.access(path.parent, os.W_OK)
    if writable or url.query:
        return url
    log = Path(f"{path}-wal").exists()
    options = {"mode": "ro", "uri": "true", **({} if log else {"immutable": "1"})}
    return URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query=options)


def _engine(url: URL, patience: float) -> Engine:
    try:
        return create_engine(url, **_options(url, patience))
    except ImportError:
        raise WrongCall(
            "A collection in PostgreSQL needs the extra postgresql: pip install 'readouts[postgresql]'."
        ) from None


def _options(url: URL, patience: float) -> dict[str, Any]:
    if url.drivername == "sqlite":
        return {"connect_args": {"timeout": patience}}
    # What the address itself says comes last, and holds.
    said = " ".join(url.normalized_query.get("options", ()))
    return {"connect_args": {"options": f"-c lock_timeout={int(patience * 1000)} {said}"}, "pool_pre_ping": True}


def _set_up(engine: Engine) -> None:
    """Let transactions begin as said: for writing, SQLite takes its lock at the start, so that nobody fails midway."""
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def _connected(connection: Any, record: Any) -> None:
            connection.isolation_level = None
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute("PRAGMA cache_size=-32000")

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            writes = connection.get_execution_options().get("writes")
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    else:

        @event.listens_for(engine, "begin")
        def _begin_reading(connection: Connection) -> None:
            if not connection.get_execution_options().get("writes"):
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


def _bring_up_to_date(engine: Engine, where: str, create: bool) -> None:
    found = _revision(engine)
    if found == REVISION:
        return
    if found is None and _holds_other_things(engine):
        raise CollectionFault(f"{where} is a database, but no collection. Name another with --collection.")
    if found is None and not create:
        raise NotInCollection(f"There is no collection in {where} yet. Make one with: readouts add FILE…")
    if found is not None and not migrate.knows(found):
        raise NewerCollection(
            f"The collection {where} was made by a later release of Readouts (its schema is {found}, this release "
            f"knows {REVISION}). Nothing was changed; install the later release to use it."
        )
    migrate.to_newest(engine)


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found


def _holds_other_things(engine: Engine) -> bool:
    with engine.connect() as connection:
        return bool(inspect(connection).get_table_names())
