"""The reference of the API, written out from its OpenAPI description; nothing is fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from readouts.web.pages import page

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A key of an object, what it holds, and a word about it."""

    name: str
    kind: str
    needed: bool
    about: str


@dataclass(frozen=True, slots=True)
class Shape:
    """An object of the API, by name."""

    name: str
    about: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """One thing the API does."""

    method: str
    path: str
    about: str
    parameters: tuple[Field, ...]
    takes: str
    answers: tuple[tuple[str, str, str], ...]


@router.get("/api")
def reference(request: Request) -> Response:
    """Show every call and every shape."""
    described = request.app.openapi()
    shapes = described.get("components", {}).get("schemas", {})
    return page(
        request,
        "reference.html.j2",
        about=described["info"].get("description", ""),
        calls=tuple(_calls(described["paths"])),
        shapes=tuple(_shape(name, shape) for name, shape in sorted(shapes.items())),
    )


def _calls(paths: Mapping[str, Any]) -> Iterator[Call]:
    for path, methods in sorted(paths.items()):
        for method, call in methods.items():
            yield Call(
                method.upper(),
                path,
                call.get("description", ""),
                tuple(
                    Field(one["name"], _kind(one["schema"]), one.get("required", False), one.get("description", ""))
                    for one in call.get("parameters", ())
                ),
                _content(call.get("requestBody", {})),
                tuple((status, one.get("description", ""), _content(one)) for status, one in call["responses"].items()),
            )


def _content(described: Mapping[str, Any]) -> str:
    return next((_kind(one.get("schema", {})) for one in described.get("content", {}).values()), "")


def _shape(name: str, shape: Mapping[str, Any]) -> Shape:
    needed = shape.get("required", ())
    fields = (
        Field(key, _kind(one), key in needed, one.get("description", ""))
        for key, one in shape.get("properties", {}).items()
    )
    return Shape(name, shape.get("description", ""), tuple(fields))


def _kind(schema: Mapping[str, Any]) -> str:
    """Return what a value is, in words: ``list of Place``, ``string or null``."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(map(_kind, schema["anyOf"])))
    if "enum" in schema:
        return " or ".join(f"“{value}”" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or "anything")
