"""A count that grows with every change the register depends on."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from readouts.collection.schema import made

_CHANGES, _REGISTER = "changes", "register"


def note_change(connection: Connection) -> None:
    """Say that findings, versions or corrections changed."""
    _set(connection, _CHANGES, str(int(_get(connection, _CHANGES) or 0) + 1))


def register_basis(connection: Connection, rule: str) -> str:
    """Return what the register would be made from now: the state of the collection and the rule of matching."""
    return f"{_get(connection, _CHANGES) or 0} {rule}"


def made_from(connection: Connection) -> str | None:
    """Return what the register was made from; None when it never was."""
    return _get(connection, _REGISTER)


def note_made(connection: Connection, basis: str) -> None:
    """Say what the register has just been made from."""
    _set(connection, _REGISTER, basis)


def _get(connection: Connection, what: str) -> str | None:
    found: str | None = connection.execute(select(made.c.basis).where(made.c.what == what)).scalar()
    return found


def _set(connection: Connection, what: str, basis: str) -> None:
    if not connection.execute(update(made).where(made.c.what == what).values(basis=basis)).rowcount:
        connection.execute(insert(made), {"what": what, "basis": basis})
