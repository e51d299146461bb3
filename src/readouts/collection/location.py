"""Where a collection lies: what the user names, as an address SQLAlchemy understands."""

from __future__ import annotations

import os
import re
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from readouts.errors import WrongCall

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+]+://")
_POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")
ENVIRONMENT = "READOUTS_COLLECTION"


def default_location() -> str:
    """Return the collection used when none is named: ``READOUTS_COLLECTION``, else a file of the user's own."""
    if named := os.environ.get(ENVIRONMENT):
        return named
    data = os.environ.get("XDG_DATA_HOME")
    folder = Path(data) if data else Path.home() / ".local" / "share"
    return str(folder / "readouts" / "collection.db")


def database_url(location: str) -> URL:
    """Return the database address of a path, ``sqlite:///PATH`` or ``postgresql://…``.

    Raises WrongCall for an address of another kind of database, or none at all.
    """
    if not _SCHEME.match(location):
        if not location.strip() or "\x00" in location:
            raise WrongCall("A collection needs a path or an address; name one with --collection.")
        return URL.create("sqlite", database=location)
    try:
        url = make_url(location)
    except (ArgumentError, ValueError):
        raise WrongCall(f"{_hidden(location)} is not an address of a database.") from None
    if url.drivername in _POSTGRESQL:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database:
        return url
    raise WrongCall(
        f"A collection lies in a file or in PostgreSQL, not in {url.drivername}; name a path or postgresql://…"
    )


def shown(url: URL) -> str:
    """Return the address as it may be shown: without its password, a file as its path."""
    return url.database or "" if url.drivername == "sqlite" else url.render_as_string(hide_password=True)


def _hidden(location: str) -> str:
    return re.sub(r"//[^/@]*@", "//…@", location)
