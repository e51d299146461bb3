"""Which kind of file some bytes are: by what they begin with, and only then by their name."""

from __future__ import annotations

import re
from enum import StrEnum

from readouts.errors import UnreadableInput

HEAD = 4096


class Format(StrEnum):
    """A kind of file that can be read."""

    GZIP = "gzip"
    PDF = "pdf"
    OFFICE = "office"
    MAIL = "mail"
    FEED = "feed"
    WARC = "warc"
    SITEMAP = "sitemap"
    LINES = "jsonl"
    PAGE = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


# What may stand before the root of an XML or HTML file; each is passed over once, so that time stays linear.
_PROLOGUE = re.compile(rb"\s+|<\?[^>]*>|<!--.*?-->|<!doctype\s+(?!html)[^>\[]*(?:\[[^\]]*\]\s*)?>", re.I | re.S)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b", re.I)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.I)
_HEADER = re.compile(rb"[^\s:]+:[^\n]*\n(?:[ \t][^\n]*\n)*")
_MAIL = re.compile(rb"(?:MIME-Version|Message-ID|Received):", re.I)
_MARKS = (
    (b"\x1f\x8b", Format.GZIP),
    (b"WARC/", Format.WARC),
    (b"PK\x03\x04", Format.OFFICE),
)
_NAMES = {
    **dict.fromkeys((".jsonl", ".ndjson"), Format.LINES),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Format.PAGE),
    **dict.fromkeys((".rss", ".atom"), Format.FEED),
    **dict.fromkeys((".md", ".markdown"), Format.MARKDOWN),
    ".eml": Format.MAIL,
    ".warc": Format.WARC,
}
# What is often handed over and is not read, with what to do instead.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Office file. Save it as .docx or .odt."),
    (b"{\\rtf", "an RTF file. Save it as .docx or .odt."),
    (b"PK\x05\x06", "an empty archive. Unpack the files and name them."),
    (b"\x89PNG", "a picture. Save its text as .txt."),
    (b"\xff\xd8\xff", "a picture. Save its text as .txt."),
    (b"GIF8", "a picture. Save its text as .txt."),
    (b"RIFF", "a sound, film or picture. Save its text as .txt."),
    (b"7z\xbc\xaf", "an archive. Unpack it and name the files in it."),
    (b"Rar!", "an archive. Unpack it and name the files in it."),
    (b"BZh", "an archive. Unpack it and name the files in it."),
    (b"\xfd7zXZ", "an archive. Unpack it and name the files in it."),
    (b"\x28\xb5\x2f\xfd", "an archive. Unpack it and name the files in it."),
    (b"\x7fELF", "a program, not a text. Save its text as .txt, or its page as .html."),
    (b"SQLite format 3", "a database, not a text. Name it with --collection."),
)


def format_of(head: bytes, called: str, name: str) -> Format:
    """Return the format of a file that begins with `head` (its first `HEAD` bytes) and is called `called`.

    Raises UnreadableInput, naming `name`, for a kind of file that is known and not read, saying what to do instead.
    """
    for mark, kind in _OTHERS:
        if head.startswith(mark):
            raise UnreadableInput(f"{name} is {kind}")
    for mark, format_ in _MARKS:
        if head.startswith(mark):
            return format_
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    ending = _by_name(called)
    if ending in (Format.LINES, Format.MAIL):
        return ending
    start = _root(_without_wide_zeros(head))
    if _FEED.match(start):
        return Format.FEED
    if _SITEMAP.match(start):
        return Format.SITEMAP
    if _PAGE.match(start):
        return Format.PAGE
    if ending:
        return ending
    return Format.MAIL if _begins_as_mail(head) else Format.TEXT


def _by_name(called: str) -> Format | None:
    lower = called.lower()
    return next((format_ for ending, format_ in _NAMES.items() if lower.endswith(ending)), None)


def _without_wide_zeros(head: bytes) -> bytes:
    """Return the beginning of a file without byte order mark and without the zeros of UTF-16 and UTF-32."""
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00").replace(b"\x00", b"")


def _root(head: bytes) -> bytes:
    """Return a file's beginning from its first element on."""
    at = 0
    while passed := _PROLOGUE.match(head, at):
        at = passed.end()
    return head[at:]


def _begins_as_mail(head: bytes) -> bool:
    at = 0
    while header := _HEADER.match(head, at):
        if _MAIL.match(header[0]):
            return True
        at = header.end()
    return False
