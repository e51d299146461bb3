"""What a database says is wrong, as the error the user should see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from readouts.errors import CollectionBusy, CollectionFault, CollectionFull, CollectionNotWritable, ReadoutsError

_FULL = ("database or disk is full", "no space left", "could not extend file", "disk i/o error")
_BUSY = ("database is locked", "database table is locked", "lock timeout", "deadlock detected")
_READ_ONLY = ("readonly database", "read-only", "permission denied")
_NO_DATABASE = ("file is not a database", "malformed", "file is encrypted")
_AWAY = ("unable to open database", "could not connect", "connection refused", "connection failed", "failed to resolve")


@contextmanager
def named_faults(where: str) -> Iterator[None]:
    """Turn what the database raises inside into a CollectionFault that names `where` and what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _named(where, str(error.orig)) from error
    except SQLAlchemyError as error:
        raise CollectionFault(f"The collection {where} could not be used: {error}") from error


def _named(where: str, said: str) -> ReadoutsError:
    low = said.lower()
    first = said.strip().splitlines()[0] if said.strip() else "no reason given"
    if any(words in low for words in _FULL):
        return CollectionFull(
            f"There is no room left for the collection {where}. What was being written was taken back; "
            f"free some room and give the same command again: it goes on from there."
        )
    if any(words in low for words in _BUSY):
        return CollectionBusy(f"Another program is writing to the collection {where}. Try again when it is done.")
    if any(words in low for words in _READ_ONLY):
        return CollectionNotWritable(
            f"The collection {where} may not be written. Check the rights of the file and folder."
        )
    if any(words in low for words in _NO_DATABASE):
        return CollectionFault(f"{where} is no collection, or it is damaged ({first}). Name another with --collection.")
    if any(words in low for words in _AWAY):
        return CollectionFault(f"The collection {where} could not be opened ({first}). Check the path or address.")
    return CollectionFault(f"The collection {where} could not be used: {first}")
