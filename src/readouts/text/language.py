"""Which language a text is in, by script first and by function words where scripts do not tell."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 20_000
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN = re.compile("[ыэъёЫЭЪЁ]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "ka": re.compile("[\u10a0-\u10ff]"),
    "hy": re.compile("[\u0530-\u058f]"),
}
_ENGLISH = frozenset(
    "the of and to in that is was for on with as by at from his he it an be this which are not or its".split()
)
_ENGLISH_SHARE = 0.18


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's main language, None where there are too few letters."""
    sample = text[:_SAMPLE]
    counts = Counter(
        {
            "latin": len(_LATIN.findall(sample)),
            "cyrillic": len(_CYRILLIC.findall(sample)),
            # A Chinese character carries about as much as two letters.
            "han": 2 * len(_HAN.findall(sample)),
            "kana": 2 * len(_KANA.findall(sample)),
            "ko": 2 * len(_HANGUL.findall(sample)),
            **{code: len(pattern.findall(sample)) for code, pattern in _OTHER.items()},
        }
    )
    script, letters = counts.most_common(1)[0]
    if letters < 4:
        return None
    if script in ("han", "kana"):
        return "ja" if counts["kana"] > counts["han"] / 10 else "zh"
    if script == "cyrillic":
        return "uk" if len(_UKRAINIAN.findall(sample)) > len(_RUSSIAN.findall(sample)) else "ru"
    if script == "latin":
        return _latin_language(sample, letters)
    return script


def _latin_language(sample: str, letters: int) -> str | None:
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    if letters < 20:
        return None
    import py3langid

    # It knows languages that have no code of two letters too, in which no government publishes (Nigerian Pidgin).
    return next((str(code) for code, _ in py3langid.rank(sample) if len(code) == 2), None)
