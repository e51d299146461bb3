"""A web page saved as HTML: the article's text, where each piece of it stands, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from readouts.ingest.content import SOFT_HYPHEN, Content, ContentBuilder
from readouts.ingest.days import day
from readouts.ingest.places import Places, block_of
from readouts.model import Place, Span

_HEAD = 200_000
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-zA-Z]{2})\b", re.I)
_META = re.compile(r"<meta\b[^>]{0,1000}>", re.I)
_PUBLISHED = re.compile(r"[\"'](?:article:published_time|datePublished|dc\.date(?:\.issued)?|pubdate|date)[\"']", re.I)
_CONTENT = re.compile(r"\bcontent\s*=\s*[\"']([^\"']{10,40})[\"']", re.I)
_SPACE = re.compile(r"\s+")
# A strict extraction shorter than this, and than this share of the page, is doubted; one so much longer is preferred.
_SHORT, _LITTLE, _MORE = 1500, 0.3, 1.5
_LONG_TAG = re.compile(r"<[^<>]{30000}")
_ORDINARY_SIZE, _ORDINARY_TAGS = 2_000_000, 40_000


def is_ordinary(html: str) -> bool:
    """Say whether a page is of a size that is read in no time; others are read apart, within limits."""
    return len(html) <= _ORDINARY_SIZE and html.count("<") <= _ORDINARY_TAGS and not _LONG_TAG.search(html)


def read_page(html: str) -> Content:
    """Extract the article of `html` (trafilatura); a page without one gives an empty text.

    Each paragraph's place is the path of its element in the page.
    """
    from trafilatura.utils import load_html

    page = load_html(html)
    places = Places(page) if page is not None else None
    found = _extracted(page, len(places.words)) if places else None
    if found is None or places is None:
        return Content("")
    builder = _article(found.body, places)
    head = html[:_HEAD]
    language = _LANGUAGE.search(head)
    return builder.content(
        title=found.title,
        published=_stated_day(head) or day(found.date),
        url=found.url,
        language=language[1].lower() if language else found.language,
        site=found.sitename or found.hostname,
    )


def _extracted(page: Any, letters: int) -> Any:
    """Extract strictly, and once more leniently where that keeps suspiciously little of a page of so many letters."""
    from trafilatura import bare_extraction

    strict, lenient = (
        partial(
            bare_extraction,
            page,
            include_comments=False,
            include_tables=True,
            favor_precision=precise,
            with_metadata=True,
        )
        for precise in (True, False)
    )
    found = strict()
    kept = len(found.raw_text or "") if found is not None else 0
    if kept >= _SHORT or kept > _LITTLE * letters:
        return found
    again = lenient()
    return again if again is not None and len(again.raw_text or "") > _MORE * kept else found


def text_of_fragment(html: str) -> str:
    """Return all the words of a piece of HTML, a line a block; nothing is judged."""
    from trafilatura.utils import load_html

    page = load_html(f"<html><body>{html}</body></html>")
    if page is None:
        return ""
    lines: list[str] = []
    block: Any = None
    for node in page.xpath("//body//text()[not(parent::script or parent::style)]"):
        around = block_of(node)
        if around is not block or not lines:
            lines.append("")
            block = around
        lines[-1] += node
    cleaned = (_SPACE.sub(" ", line.replace(SOFT_HYPHEN, "")).strip() for line in lines)
    return "\n\n".join(line for line in cleaned if line)


def _article(body: Any, places: Places) -> ContentBuilder:
    builder = ContentBuilder()
    for element in body:
        for words in _paragraphs(element):
            path = places.of(words)
            builder.add(
                words, [Place(Span(0, len(words)), element=path)] if path else [], heading=element.tag == "head"
            )
    return builder


def _paragraphs(element: Any) -> Iterator[str]:
    """Yield the paragraphs of one of trafilatura's elements: an item of a list and a row of a table are one each."""
    if element.tag == "list":
        parts = [element.text or "", *("".join(item.itertext()) for item in element)]
    elif element.tag == "table":
        parts = [" \t ".join("".join(cell.itertext()) for cell in row) for row in element.iter("row")]
    else:
        for lb in element.iter("lb"):
            lb.text = "\n"
        parts = "".join(element.itertext()).split("\n\n")
    for part in parts:
        lines = (_SPACE.sub(" ", line).strip() for line in part.replace(SOFT_HYPHEN, "").split("\n"))
        if words := "\n".join(line for line in lines if line):
            yield words


def _stated_day(head: str) -> date | None:
    """The day of publication a page states in its head, before anything is guessed from its text."""
    for meta in _META.finditer(head):
        if _PUBLISHED.search(meta[0]) and (content := _CONTENT.search(meta[0])):
            return day(content[1])
    return None
