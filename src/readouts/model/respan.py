"""Carry every span inside a value from one text into another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from readouts.model.span import Span

V = TypeVar("V")


def respan(value: V, carry: Callable[[Span], Span]) -> V:
    """Return `value` with `carry` applied to each Span in it, however deep in dataclasses and tuples."""
    return cast(V, _respan(value, carry))


def _respan(value: Any, carry: Callable[[Span], Span]) -> Any:
    if isinstance(value, Span):
        return carry(value)
    if isinstance(value, tuple):
        return tuple(_respan(item, carry) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in fields(value):
            old = getattr(value, field.name)
            new = _respan(old, carry)
            if new is not old:
                changes[field.name] = new
        return replace(value, **changes) if changes else value
    return value
