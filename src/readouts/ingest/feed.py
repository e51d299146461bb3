"""The items of a feed (RSS, Atom): each a text with its address, title and day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO, Any

import feedparser

from readouts.errors import UnreadableInput
from readouts.ingest.content import Content
from readouts.ingest.page import text_of_fragment

_MARKUP = frozenset({"text/html", "application/xhtml+xml"})


def read_feed(file: IO[bytes]) -> Iterator[Content]:
    """Yield a text an item: its full content where the feed carries it, else its summary."""
    feed = feedparser.parse(file.read(), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo and not feed.entries:
        raise UnreadableInput(f"The feed cannot be read: {feed.get('bozo_exception', 'no items')}.")
    language = str(feed.feed.get("language") or "").lower()[:2] or None
    for number, entry in enumerate(feed.entries, 1):
        url = entry.get("link")
        value, is_page = _text(entry)
        yield Content(
            text=text_of_fragment(value) if is_page else value,
            title=entry.get("title") or None,
            published=_day(entry),
            url=url,
            language=language,
            site=feed.feed.get("title") or None,
            identifier=str(entry.get("id") or url or number),
            raw=value.encode("utf-8", "surrogatepass") if is_page else None,
            media_type="text/html" if is_page else "text/plain",
        )


def _text(entry: Any) -> tuple[str, bool]:
    """Return what an item says, and whether it is written as a page."""
    for part in (*entry.get("content", ()), entry.get("summary_detail") or {}):
        if value := part.get("value"):
            return value, part.get("type") in _MARKUP or "<" in value
    return "", False


def _day(entry: Any) -> date | None:
    stated = entry.get("published_parsed") or entry.get("updated_parsed")
    return date(*stated[:3]) if stated else None
