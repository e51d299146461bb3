"""Tables and small models shipped with the package."""

from __future__ import annotations

from importlib.resources import files


def read_text(name: str) -> str:
    """Return the shipped text file `name` (a path below this folder, with slashes)."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """Return the shipped file `name` (a path below this folder, with slashes)."""
    return files(__name__).joinpath(name).read_bytes()
