"""The addresses a site lists of its own pages (sitemaps.org protocol 0.9)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import IO

from readouts.ingest.address import is_url
from readouts.ingest.days import day

MOST = 50_000
"""How many addresses one sitemap may list, by its protocol; further ones are passed over."""
_MOST_BYTES = 50_000_000
_MARK = re.compile(r"<(?:\w+:)?(loc|lastmod)\b[^<>]*>\s*(?:<!\[CDATA\[)?([^<>\]]*)|</(?:\w+:)?(?:url|sitemap)\s*>")


@dataclass(frozen=True, slots=True)
class Listed:
    """An address of a sitemap, and the day on which, as the site says, what is there last changed."""

    url: str
    changed: date | None = None


def read_sitemap(file: IO[bytes]) -> Iterator[Listed]:
    """Yield the addresses listed, each once, in order: of pages or, in an index, of further sitemaps.

    Read by its marks alone, without a parser that entities could make large.
    """
    once: dict[str, Listed] = {}
    for listed in _listed(file.read(_MOST_BYTES).decode("utf-8", "replace")):
        if is_url(listed.url) and listed.url not in once:
            once[listed.url] = listed
            yield listed
            if len(once) == MOST:
                return


def _listed(text: str) -> Iterator[Listed]:
    now: Listed | None = None
    for found in _MARK.finditer(text):
        name, value = found[1], html.unescape(found[2] or "").strip()
        if name == "lastmod":
            now = now and replace(now, changed=now.changed or day(value))
            continue
        if now is not None:
            yield now
        now = Listed(value) if name else None
    if now is not None:
        yield now
