"""A Markdown file: its text as it stands, the headings in it, and what its front matter says."""

from __future__ import annotations

import re

from readouts.ingest.content import Content
from readouts.ingest.days import day
from readouts.model import Heading, Residue, ResidueReason, Span

_FRONT = re.compile(r"---[ \t]*\r?\n((?:[^\n]{0,1000}\n){0,60}?)---[ \t]*(?:\r?\n|$)")
_FIELD = re.compile(r"(title|date|url|publisher|lang)\s*:[ \t]*[\"']?([^\n\r]*?)[\"']?[ \t]*\r?$", re.I | re.M)
_HEADING = re.compile(r"^[ ]{0,3}(#{1,6})[ \t]+([^\n\r]{1,300}?)[ \t#]{0,300}\r?$", re.M)


def read_markdown(text: str) -> Content:
    """Read `text` in Markdown; offsets are of it as it stands, front matter is marked as no part of the article."""
    front = _FRONT.match(text)
    said = {field.lower(): value for field, value in _FIELD.findall(front[1])} if front else {}
    headings = [
        (heading[1], Span(*heading.span(2))) for heading in _HEADING.finditer(text, front.end() if front else 0)
    ]
    first = next((span.of(text) for level, span in headings if level == "#"), None)
    return Content(
        text=text,
        title=said.get("title") or first,
        published=day(said.get("date")),
        url=said.get("url") or None,
        language=said.get("lang", "").lower()[:2] or None,
        site=said.get("publisher") or None,
        residue=(Residue(Span(0, len(front[0].rstrip())), ResidueReason.BOILERPLATE),) if front else (),
        headings=tuple(Heading(span) for _, span in headings),
    )
