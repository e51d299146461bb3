"""Text from a document as a terminal may safely show it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readouts.model import Span

_SPACE = re.compile(r"\s+")
# Terminal escapes, control characters and marks that reorder the line must not reach the screen.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_GAP = " … "


def safe(text: str) -> str:
    """Return `text` on one line, with what could command the terminal replaced."""
    return _UNSAFE.sub("\ufffd", _SPACE.sub(" ", text)).strip()


def quoted(text: str, spans: Iterable[Span]) -> str:
    """Return the words at `spans` of `text`, with a mark where something between them is left out."""
    return _GAP.join(safe(span.of(text)) for span in spans)


def shortened(text: str, most: int = 160) -> str:
    """Return `text`, cut after `most` characters with a mark."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
