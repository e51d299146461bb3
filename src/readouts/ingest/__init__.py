"""Bytes in; documents out, and what in them is not the article."""

from readouts.ingest.read import DEFAULT_LIMIT, Unread, read_documents
from readouts.ingest.source import Source

__all__ = ["DEFAULT_LIMIT", "Source", "Unread", "read_documents"]
