"""What goes into the full-text index."""

from __future__ import annotations

from typing import NamedTuple


class Indexed(NamedTuple):
    """One document as it goes into the index."""

    number: int
    title: str
    text: str
