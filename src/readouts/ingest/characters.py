"""What kind of character each one is, in tables that numpy looks up for a whole text at once."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

import numpy as np
from numpy.typing import NDArray

SORTS = 15
(SPACE, SMALL, CAPITAL, DIGIT, IDEOGRAPH, MARK, STOP, CLOSING, COMMA, DIVIDER, SLASH, SIGN, PRICE, COLON, CASELESS) = (
    range(SORTS)
)
LETTERS = (SMALL, CAPITAL, IDEOGRAPH, CASELESS)
MARKS = (MARK, STOP, CLOSING, COMMA, DIVIDER, SLASH, SIGN, PRICE, COLON)
# Beyond the basic plane stand mostly pictures; all of it is looked up as one mark.
_PLANE = 0x10000
_ELSEWHERE = 0xFFFD
_IDEOGRAPHS = ((0x3040, 0x3100), (0x3400, 0xA000))
_HANGUL = (0xAC00, 0xD7A4)
_MARKS = {
    STOP: ".!?…。！？",
    CLOSING: "\"'”’」』)]",
    COMMA: ",，、",
    DIVIDER: "|›»·•→",
    SLASH: "/",
    SIGN: "@©#",
    PRICE: "€$%£",
    COLON: ":：",
}


class Tables(NamedTuple):
    """`sorts` is what each character is, `lower` its small letter."""

    sorts: NDArray[np.uint8]
    lower: NDArray[np.uint16]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the tables, made once in a process."""
    unknown = 255
    sorts = np.full(_PLANE, unknown, np.uint8)
    lower = np.arange(_PLANE, dtype=np.uint16)
    for start, end in _IDEOGRAPHS:
        sorts[start:end] = IDEOGRAPH
    sorts[slice(*_HANGUL)] = CASELESS
    for code in np.flatnonzero(sorts == unknown).tolist():
        character = chr(code)
        sorts[code] = _sort(character)
        small = character.lower()
        if len(small) == 1:
            lower[code] = ord(small)
    for sort, characters in _MARKS.items():
        for character in characters:
            sorts[ord(character)] = sort
    return Tables(sorts, lower)


def codes_of(text: str) -> NDArray[np.uint16]:
    """Return the code of each character, those beyond the basic plane as one and the same."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if text.isascii():
        return codes.astype(np.uint16)
    return np.where(codes < _PLANE, codes, _ELSEWHERE).astype(np.uint16)


def _sort(character: str) -> int:
    if character.isspace():
        return SPACE
    kind = category(character)
    if kind[0] in "LM":
        return CAPITAL if kind in ("Lu", "Lt") else SMALL if kind == "Ll" else CASELESS
    return DIGIT if kind[0] == "N" else MARK
