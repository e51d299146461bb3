"""Bytes in; documents out, and what in them is not the article."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.ingest.address import Web
    from readouts.ingest.damage import find_damage
    from readouts.ingest.publishers import (
        PublisherProfile,
        Publishers,
        known_profiles,
        parse_profiles,
        publisher_for,
    )
    from readouts.ingest.read import DEFAULT_LIMIT, Unread, read_documents, read_received
    from readouts.ingest.residue import SURE, mark_residue
    from readouts.ingest.source import Source

__all__ = [
    "DEFAULT_LIMIT",
    "SURE",
    "PublisherProfile",
    "Publishers",
    "Source",
    "Unread",
    "Web",
    "find_damage",
    "known_profiles",
    "mark_residue",
    "parse_profiles",
    "publisher_for",
    "read_documents",
    "read_received",
]
_ROOMS = ("source", "read", "publishers", "address", "damage", "residue")


def __getattr__(name: str) -> object:
    # Loaded when first asked for: the processes that read one risky file each need next to none of it.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    modules = (import_module(f"{__name__}.{room}") for room in _ROOMS)
    return next(getattr(module, name) for module in modules if hasattr(module, name))
