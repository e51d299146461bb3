"""Bytes in; documents out, and what in them is not the article."""

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
