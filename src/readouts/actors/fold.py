"""One key for the ways a name is typed: case, accents, apostrophes and hyphens set aside."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

# Letters that Unicode does not take apart, by what is typed in their place.
_PLAIN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "e"}
_JOINERS = dict.fromkeys(map(ord, "-‐‑–·•・.,_"), " ") | dict.fromkeys(map(ord, "'’‘ʼʻ`´"), None)


@lru_cache(maxsize=100_000)
def fold(surface: str) -> str:
    """Return the key under which `surface` is looked up. Only Latin letters lose their accents."""
    if surface.isascii():
        folded = surface.casefold()
        if folded.isalpha():
            return folded
    else:
        folded = "".join(map(_plain_letter, unicodedata.normalize("NFC", surface).casefold()))
    return " ".join(folded.translate(_JOINERS).split())


def is_foreign(letter: str) -> bool:
    """Say whether a letter is of another script than Latin (with all the marks Latin letters bear)."""
    return letter > "\u036f" and not "\u1e00" <= letter <= "\u1eff" and letter.isalpha()


@cache
def _plain_letter(letter: str) -> str:
    plain = _PLAIN.get(letter)
    if plain is not None:
        return plain
    base = unicodedata.normalize("NFKD", letter)
    if base[:1].isascii():
        return "".join(mark for mark in base if not unicodedata.combining(mark))
    return letter
