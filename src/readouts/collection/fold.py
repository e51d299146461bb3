"""Text as it is searched: words without case and accents; a Chinese or Japanese character is a word of its own."""

from __future__ import annotations

import re
import unicodedata

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHARACTER = re.compile(f"([{_CJK}])")
_WORD = re.compile(r"[^\W_]+")
# Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic: people search without them.
_ACCENT = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670]")
_LONGEST = 64


def folded(text: str) -> str:
    """Return `text` without case and accents, compatible forms made plain."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFKD", text.casefold())))


def words(text: str) -> list[str]:
    """Return the words of `text` in order, folded."""
    plain = folded(text)
    if not plain.isascii():
        plain = _CHARACTER.sub(r" \1 ", plain)
    found = _WORD.findall(plain)
    return [word if len(word) <= _LONGEST else word[:_LONGEST] for word in found]
