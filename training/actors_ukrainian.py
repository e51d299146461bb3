"""Ukrainian forms of foreign names, read off the Russian ones by the practical transcription both languages share.

The letters answer each other nearly one to one. Slavic names have forms of their own (Володимир, Сергій, Вучич): they
are written by hand in `actors/names-*.txt`, and what is written there stands.
"""

from __future__ import annotations

import re

SLAVIC = frozenset("BGR BIH BLR CZE HRV MKD MNE POL RUS SRB SVK SVN UKR".split())

# After a hushing consonant Ukrainian keeps «и», after a vowel it is «ї», elsewhere the Russian «и» of a name is «і».
_KEPT_I = re.compile("(?<=[жчшщ])и", re.IGNORECASE)
_GLIDING_I = re.compile("(?<=[аеёиоуыэюя])и")
_ADJECTIVE = re.compile(r"(?<=[сц])к(?:ий|ая)\b")
_SOFT_O = re.compile("(?<=[бвгджзклмнпрстфхцчшщ])ё", re.IGNORECASE)
# «Е» sounds with a glide at the start of a word and after a vowel or a soft sign.
_GLIDING_E = re.compile(r"\bйе|(?<![^\W\d_])е|(?<=[аеёиоуыэюяь])е", re.IGNORECASE)
_AFTER_LABIAL = re.compile("(?<=[бпвмф])ь(?=[яюєї])", re.IGNORECASE)
_KEPT = "\x00"
_LETTERS = str.maketrans(
    {"и": "і", "И": "І", "ы": "и", "Ы": "И", "э": "е", "Э": "Е", "ё": "йо", "Ё": "Йо", "ъ": "’", _KEPT: "и"}
)


def ukrainian(russian: str) -> str:
    """Return how Ukrainian writes a foreign name that Russian writes so: Халид Исмаил, Халід Ісмаїл."""
    text = _ADJECTIVE.sub(lambda found: f"ьк{_KEPT}й" if found[0] == "кий" else "ька", russian)
    text = _KEPT_I.sub(_KEPT, text)
    text = _GLIDING_I.sub("ї", text)
    text = _SOFT_O.sub("ьо", text)
    text = _GLIDING_E.sub(lambda found: "Є" if found[0][0].isupper() else "є", text)
    return _AFTER_LABIAL.sub("’", text).translate(_LETTERS)
