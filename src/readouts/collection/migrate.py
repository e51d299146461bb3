"""Bring a collection of an older release up to date, by the migrations in `migrations/versions`."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from sqlalchemy import Engine

if TYPE_CHECKING:
    from alembic.config import Config


def configuration() -> Config:
    """Return Alembic's configuration; Alembic is imported only here, since most runs migrate nothing."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "readouts.collection:migrations")
    return config


def knows(revision: str) -> bool:
    """Say whether this release has a migration of that name."""
    from alembic.script import ScriptDirectory
    from alembic.util.exc import CommandError

    with contextlib.suppress(CommandError):
        return ScriptDirectory.from_config(configuration()).get_revision(revision) is not None
    return False


def to_newest(engine: Engine) -> None:
    """Run the migrations that are missing, all in one transaction."""
    from alembic import command

    if engine.dialect.name == "sqlite":
        # A property of the file, kept from then on; it cannot be set inside a transaction.
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA journal_mode=WAL")
    config = configuration()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
