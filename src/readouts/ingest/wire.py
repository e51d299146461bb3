"""What a cell sends back: one line of JSON a text, or a message where there is none."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import Any

from readouts.errors import ReadoutsError, UnreadableInput
from readouts.ingest.content import Content
from readouts.ingest.days import day
from readouts.model import Heading, Place, Problem, Residue, Span


def written(found: Content | UnreadableInput) -> bytes:
    """Return the line that carries `found`."""
    if isinstance(found, UnreadableInput):
        return json.dumps({"unread": str(found)}).encode("ascii") + b"\n"
    line = {
        "text": found.text,
        "title": found.title,
        "published": found.published.isoformat() if found.published else None,
        "url": found.url,
        "language": found.language,
        "site": found.site,
        "identifier": found.identifier,
        "residue": [[r.span.start, r.span.end, r.reason, r.confidence] for r in found.residue],
        "headings": [[h.span.start, h.span.end] for h in found.headings],
        "places": [[p.span.start, p.span.end, p.element, p.page, p.box] for p in found.places],
        "problems": [[p.code, p.message] for p in found.problems],
        "raw": b64encode(found.raw).decode("ascii") if found.raw is not None else None,
        "media_type": found.media_type,
    }
    return json.dumps(line).encode("ascii") + b"\n"


def understood(line: bytes) -> Content | UnreadableInput:
    """Return what a line carries. Raises ValueError for a line that `written` did not make."""
    try:
        return _understood(json.loads(line))
    except (KeyError, TypeError, IndexError, RecursionError, ReadoutsError) as error:
        raise ValueError(f"no line of a cell: {error}") from None


def _understood(said: dict[str, Any]) -> Content | UnreadableInput:
    if "unread" in said:
        return UnreadableInput(str(said["unread"]))
    return Content(
        text=said["text"],
        title=said["title"],
        published=day(said["published"]),
        url=said["url"],
        language=said["language"],
        site=said["site"],
        identifier=said["identifier"],
        residue=tuple(Residue(Span(start, end), reason, sure) for start, end, reason, sure in said["residue"]),
        headings=tuple(Heading(Span(start, end)) for start, end in said["headings"]),
        places=tuple(
            Place(Span(start, end), element, page, (box[0], box[1], box[2], box[3]) if box else None)
            for start, end, element, page, box in said["places"]
        ),
        problems=tuple(Problem(code, message) for code, message in said["problems"]),
        raw=b64decode(said["raw"]) if said["raw"] is not None else None,
        media_type=said["media_type"],
    )
