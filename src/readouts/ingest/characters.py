"""What kind of character each one is, in tables that numpy looks up for a whole text at once."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

import numpy as np
from numpy.typing import NDArray

SORTS = 15
# Letters follow one another, what a line has few of stands last, and marks stand as they are measured: each is told by
# one comparison.
(SPACE, SMALL, CASELESS, CAPITAL, IDEOGRAPH, DIGIT, MARK, COMMA, STOP, SLASH, DIVIDER, COLON, SIGN, PRICE, CLOSING) = (
    range(SORTS)
)
LETTERS = (SMALL, CASELESS, CAPITAL, IDEOGRAPH)
FEW = CAPITAL
# Beyond the basic plane stand mostly pictures; all of it is looked up as the plane's last place, a mark.
_PLANE = 0x10000
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
    """`sorts` is what each character is, `numbers` a number drawn for its small letter, 0 for what is no letter."""

    sorts: NDArray[np.uint8]
    numbers: NDArray[np.uint64]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the tables, made once in a process."""
    unknown = 255
    sorts = np.full(_PLANE, unknown, np.uint8)
    lower = np.arange(_PLANE)
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
    numbers = np.random.default_rng(1).integers(1, 2**63, _PLANE, dtype=np.uint64)[lower]
    return Tables(sorts, np.where(np.isin(sorts, LETTERS), numbers, 0))


def codes_of(text: str) -> NDArray[np.intp]:
    """Return the code of each character; tables are asked with `mode="clip"`, for those beyond the basic plane."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.intp)


def sorts_of(characters: NDArray[np.intp]) -> NDArray[np.uint8]:
    """Return what each character is."""
    return tables().sorts.take(characters, mode="clip")


def _sort(character: str) -> int:
    if character.isspace():
        return SPACE
    kind = category(character)
    if kind[0] in "LM":
        return CAPITAL if kind in ("Lu", "Lt") else SMALL if kind == "Ll" else CASELESS
    return DIGIT if kind[0] == "N" else MARK
