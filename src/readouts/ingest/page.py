"""A web page saved as HTML: the article's text and what the page says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_START = 4096
_HEAD = 200_000
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-zA-Z]{2})\b", re.I)
_META = re.compile(r"<meta\b[^>]{0,1000}>", re.I)
_PUBLISHED = re.compile(r"[\"'](?:article:published_time|datePublished|dc\.date(?:\.issued)?|pubdate|date)[\"']", re.I)
_CONTENT = re.compile(r"\bcontent\s*=\s*[\"']([^\"']{10,40})[\"']", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """What was read off one page. `text` is what all offsets count in."""

    text: str
    title: str | None
    published: date | None
    url: str | None
    language: str | None
    site: str | None


def looks_like_html(text: str) -> bool:
    """Say whether a text begins as an HTML page does."""
    return _HTML.match(text[:_START]) is not None


def read_page(html: str) -> Page:
    """Extract the article of `html` (trafilatura); a page without one gives an empty text."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        html,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        deduplicate=False,
    )
    if found is None:
        return Page("", None, None, None, None, None)
    entry = found.as_dict()
    head = html[:_HEAD]
    language = _LANGUAGE.search(head)
    return Page(
        text=entry.get("raw_text") or entry.get("text") or "",
        title=entry.get("title"),
        published=_stated_day(head) or day(entry.get("date")),
        url=entry.get("url"),
        language=language[1].lower() if language else entry.get("language"),
        site=entry.get("sitename") or entry.get("hostname"),
    )


def _stated_day(head: str) -> date | None:
    """The day of publication a page states in its head, before anything is guessed from its text."""
    for meta in _META.finditer(head):
        if _PUBLISHED.search(meta[0]) and (content := _CONTENT.search(meta[0])):
            return day(content[1])
    return None


def day(value: object) -> date | None:
    """Return the day an ISO 8601 date or time names, None for anything else."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
