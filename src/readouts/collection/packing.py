"""Values of the model as bytes and back, by their type: every field, nothing lost."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter


def to_json(value: Any, kind: Any) -> Any:
    """Return the value, of type `kind`, as plain JSON values: dataclasses as objects, days as ISO 8601."""
    return _adapter(kind).dump_python(value, mode="json")


def from_json(plain: Any, kind: Any) -> Any:
    """Undo `to_json`; raise ValueError when `plain` is no such value."""
    return _adapter(kind).validate_python(plain)


def pack(value: Any, kind: Any) -> bytes:
    """Return the value as ASCII JSON, so that a lone surrogate in it survives."""
    return json.dumps(to_json(value, kind), separators=(",", ":")).encode("ascii")


def unpack(packed: bytes, kind: Any) -> Any:
    """Undo `pack`."""
    return from_json(json.loads(packed), kind)


@lru_cache(maxsize=64)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
