"""Many documents in one file, an object of JSON a line (.jsonl)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import IO, Any

from readouts.errors import UnreadableInput
from readouts.ingest.content import Content
from readouts.ingest.days import day


def read_json_lines(file: IO[bytes], name: str, most: int | None) -> Iterator[Content | UnreadableInput]:
    """Yield the text of each line, and what could not be read in its place.

    A line is ``{"id", "text", "title"?, "date"?, "url"?, "publisher"?, "lang"?}``; null means absent. Without an
    id it is called by its line number. `most` is the greatest length of a line in bytes.
    """
    number = 0
    while line := _line(file, name, most):
        number += 1
        called = f"{name}, line {number}"
        if most is not None and len(line) > most:
            yield UnreadableInput(f"{called} is longer than {most:,} bytes. Raise the limit with --max-size.")
            while line and not line.endswith(b"\n"):
                line = _line(file, name, most)
        elif line.strip():
            try:
                yield _content(line, called)
            except UnreadableInput as error:
                yield error


def _line(file: IO[bytes], name: str, most: int | None) -> bytes:
    try:
        return file.readline(-1 if most is None else most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableInput(f"{name} breaks off: {error}") from None


def _content(line: bytes, called: str) -> Content:
    try:
        # Python's json refuses raw surrogates in bytes, so that decoding goes first.
        entry = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"{called} is not a JSON object: {error}") from None
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise UnreadableInput(f'{called} is not a JSON object with a "text".')
    identifier = entry.get("id")
    return Content(
        text=entry["text"],
        title=_said(entry, "title"),
        published=day(entry.get("date")),
        url=_said(entry, "url"),
        language=_said(entry, "lang"),
        site=_said(entry, "publisher"),
        identifier=str(identifier) if isinstance(identifier, str | int) else called,
    )


def _said(entry: dict[str, Any], field: str) -> str | None:
    value = entry.get(field)
    return value if isinstance(value, str) else None
