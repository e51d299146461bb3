"""Bytes to text: by byte order mark, as UTF-8, as declared, else by the likeliest older encoding."""

from __future__ import annotations

import codecs
import re

from readouts.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSED_FROM = 200_000
# The older encodings official pages are met in.
_OLDER = ["cp1252", "cp1251", "koi8_r", "gb18030", "big5", "shift_jis", "euc_kr", "cp1256", "cp1255", "cp1250"]
# What a page may declare; other names are codecs that would run or unpack something.
_DECLARABLE = re.compile(
    r"(?:iso8859-\d+|cp125\d|cp866|cp874|koi8-[ru]|gb2312|gbk|gb18030|big5(?:hkscs)?|shift_jis|euc_jp|iso2022_jp|"
    r"euc_kr|utf-16(?:-[lb]e)?|mac-(?:cyrillic|roman))$"
)
_STATED = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{2,40})|<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_STATED_WITHIN = 2048
_NO_TEXT = "is not a text file. Save its text as .txt, or its page as .html."


def decode(raw: bytes, name: str, declared: str | None = None) -> str:
    """Return the text of `raw`, line ends untouched; raise UnreadableInput, naming `name`, when it is no text.

    `declared` is the encoding that the sender states; it counts only where the bytes are no UTF-8.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    wide = _wide(raw)
    try:
        # WTF-8: a surrogate that somebody wrote out is kept, and mended later.
        text = raw.decode(wide or "utf-8", "replace" if wide else "surrogatepass")
    except UnicodeDecodeError:
        text = _declared(raw, declared) or _guess(raw, name)
    if text.count("\x00") > len(text) / 100:
        raise UnreadableInput(f"{name} {_NO_TEXT}")
    return text


def charset_of(content_type: str | None) -> str | None:
    """Return the encoding a Content-Type header states."""
    stated = _STATED.search((content_type or "").encode("ascii", "replace"))
    return stated[1].decode("ascii") if stated and stated[1] else None


def _wide(raw: bytes) -> str | None:
    """Return UTF-16's name where every other byte of a text without byte order mark is zero."""
    start = raw[:_STATED_WITHIN]
    if len(start) < 4 or len(raw) % 2:
        return None
    for encoding, zeros, letters in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if zeros.count(0) > 0.6 * len(zeros) and not letters.count(0):
            return encoding
    return None


def _declared(raw: bytes, declared: str | None) -> str | None:
    """Decode by what the sender or the page itself states, None where that is nothing or not true."""
    if declared is None and (stated := _STATED.search(raw[:_STATED_WITHIN])):
        declared = (stated[1] or stated[2]).decode("ascii")
    try:
        encoding = codecs.lookup(declared or "").name
        return raw.decode(encoding) if _DECLARABLE.match(encoding) else None
    except (LookupError, UnicodeDecodeError):
        return None


def _guess(raw: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_GUESSED_FROM], cp_isolation=_OLDER).best()
    if best is None:
        raise UnreadableInput(f"{name} is text in no encoding that could be recognised. Save it as UTF-8.")
    return raw.decode(best.encoding, "replace")
