"""Column types that keep what a hostile text may hold: any string, days, packed bytes."""

from __future__ import annotations

import re
import zlib
from datetime import date
from typing import Any

from sqlalchemy import LargeBinary, String
from sqlalchemy.types import TypeDecorator

# PostgreSQL takes no NUL in a string and no encoding takes a lone surrogate: each is written as this mark, which is
# no character of any text (a noncharacter of Unicode), and four hexadecimal digits; so is the mark itself.
_MARK = "\U0010ffff"
_UNSTORABLE = re.compile(f"[\x00\ud800-\udfff{_MARK}]")
_STORED = re.compile(f"{_MARK}([0-9a-f]{{6}})")


def storable(text: str) -> str:
    """Return `text` as every database can hold it."""
    return _UNSTORABLE.sub(lambda found: f"{_MARK}{ord(found[0]):06x}", text)


def restored(text: str) -> str:
    """Undo `storable`."""
    return _STORED.sub(lambda found: chr(int(found[1], 16)), text) if _MARK in text else text


class Exact(TypeDecorator[str]):
    """A string that comes back exactly as it was given."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        """Make it storable."""
        return None if value is None else storable(value)

    def process_result_value(self, value: str | None, dialect: Any) -> str | None:
        """Restore it."""
        return None if value is None else restored(value)


class Day(TypeDecorator[date]):
    """A day as ISO 8601 text: it sorts as it should in every database, and is quick to read."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Any) -> str | None:
        """Write it."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Any) -> date | None:
        """Read it."""
        return None if value is None else date.fromisoformat(value)


class Packed(TypeDecorator[bytes]):
    """Bytes, compressed."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Any) -> bytes | None:
        """Compress."""
        return None if value is None else zlib.compress(value, 6)

    def process_result_value(self, value: bytes | None, dialect: Any) -> bytes | None:
        """Decompress."""
        return None if value is None else zlib.decompress(value)


class PackedText(TypeDecorator[str]):
    """A text, compressed; lone surrogates are kept as their three-byte form."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> bytes | None:
        """Compress."""
        return None if value is None else zlib.compress(value.encode("utf-8", "surrogatepass"), 6)

    def process_result_value(self, value: bytes | None, dialect: Any) -> str | None:
        """Decompress."""
        return None if value is None else zlib.decompress(value).decode("utf-8", "surrogatepass")
