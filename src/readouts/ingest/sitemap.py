"""The addresses a site lists of its own pages (sitemaps.org protocol 0.9)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import IO

from readouts.ingest.address import is_url

MOST = 50_000
"""How many addresses one sitemap may list, by its protocol; further ones are passed over."""
_MOST_BYTES = 50_000_000
_ADDRESS = re.compile(r"<(?:\w+:)?loc\b[^<>]*>\s*(?:<!\[CDATA\[)?([^<>\]]*)")


def read_sitemap(file: IO[bytes]) -> Iterator[str]:
    """Yield the addresses listed, each once, in order: of pages or, in an index, of further sitemaps.

    Read by its marks alone, without a parser that entities could make large.
    """
    text = file.read(_MOST_BYTES).decode("utf-8", "replace")
    listed = (html.unescape(found[1]).strip() for found in _ADDRESS.finditer(text))
    for number, url in enumerate(dict.fromkeys(listed)):
        if number == MOST:
            return
        if is_url(url):
            yield url
