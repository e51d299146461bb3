"""Bytes to text: by byte order mark, as UTF-8, else by the likeliest older encoding."""

from __future__ import annotations

import codecs

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
_OLDER = [
    "cp1252",
    "cp1251",
    "koi8_r",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
    "cp1256",
    "cp1255",
    "cp1250",
]
_BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"MZ",
)


def decode(raw: bytes, name: str) -> str:
    """Return the text of `raw`, line ends untouched; raise UnreadableInput, naming `name`, when it is no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    if raw.startswith(_BINARY):
        raise UnreadableInput(f"{name} is not a text file. Save its text as .txt, or its page as .html.")
    try:
        # WTF-8: a surrogate that somebody wrote out is kept, and mended later.
        text = raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = _guess(raw, name)
    if text.count("\x00") > len(text) / 100:
        raise UnreadableInput(f"{name} is not a text file. Save its text as .txt, or its page as .html.")
    return text


def _guess(raw: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_GUESSED_FROM], cp_isolation=_OLDER).best()
    if best is None:
        raise UnreadableInput(f"{name} is text in no encoding that could be recognised. Save it as UTF-8.")
    return raw.decode(best.encoding, "replace")
