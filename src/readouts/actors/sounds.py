"""How alike two written names sound: readings of a form, and a distance between readings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from readouts.actors.fold import is_foreign
from readouts.actors.orthographies import KOREAN, LETTER_NAMES, READERS

# Letters whose marks change the sound in some way of writing; other marks are dropped before reading.
_KEPT = frozenset("šžčćđłóżźśńřçşğıñüéïßäöå")
_LONGEST = 40
_VOWELS = "aeiou"
_GLIDE = re.compile("(?<=[aeou])i+|i+(?=[aeou])")
_DOUBLED = re.compile(r"(.)\1+")
# A Hebrew pe that opens a word is p, elsewhere f, which anyascii writes everywhere.
_HEBREW_PE = re.compile("^פ")
_INDIC = re.compile("[\u0900-\u0dff]")
_BARE_CONSONANT = re.compile(
    "[\u0915-\u0939\u0995-\u09b9\u0a15-\u0a39\u0a95-\u0ab9\u0b95-\u0bb9\u0c15-\u0c39\u0c95-\u0cb9\u0d15-\u0d39](?=\\w)"
)
_UNSOUNDED = re.compile(r"[^a-zA-Z]+")

# What confusing two sounds costs, in parts of a wholly different sound. Chosen on benchmarks/names.py.
_OTHER, _VOWEL_LOST, _WEAK_LOST, _KIN, _NEAR = 1.0, 0.4, 0.4, 0.35, 0.5
_VOWEL_NEAR, _VOWEL_FAR = 0.2, 0.4
_NEAR_VOWELS = frozenset("ie ei ae ea oa ao ou uo eo oe".split())
_KIN_GROUPS = ("pb", "td", "kgx", "fv", "sz", "SZCJ", "cz", "cs", "cC", "nN", "mn", "xh", "Ss", "Zz", "lr", "vb")
_KIN_PAIRS = frozenset((a, b) for group in _KIN_GROUPS for a in group for b in group if a != b)
_NEAR_PAIRS = frozenset((a, b) for group in ("SJcszZCx", "kCxc", "JZg", "vu", "hg") for a in group for b in group)
_WEAK = frozenset("hx")
# Sorts of consonants so wide that only within one is a confusion cheaper than a whole sound.
_SORT = {sound: sort[0] for sort in ("pbvf", "td", "kgCcsSzZJ", "nmN", "lr") for sound in sort} | {"y": "y", "w": "w"}
_LEAST_LIKE = 0.7


@lru_cache(maxsize=20_000)
def readings(form: str) -> dict[str, str]:
    """Return the sounds of one word by the way of writing that gives them, English first, none twice.

    A single Latin letter is read by its name. Words in other scripts are romanised first.
    """
    lowered = unicodedata.normalize("NFC", form[:_LONGEST]).lower()
    if len(lowered) == 1 and lowered in LETTER_NAMES:
        return {"letter": LETTER_NAMES[lowered]}
    if not lowered.isascii() and any(map(is_foreign, lowered)):
        lowered = _HEBREW_PE.sub("p", lowered)
        lowered = anyascii(_with_inherent_vowels(lowered)).lower()
    marked = "".join(letter if letter in _KEPT else _bare(letter) for letter in lowered)
    found: dict[str, str] = {}
    seen: set[str] = set()
    for name, read in READERS.items():
        sounds = _plain(read(marked))
        if sounds and sounds not in seen:
            seen.add(sounds)
            found[name] = sounds
    return found


@lru_cache(maxsize=20_000)
def korean_reading(form: str) -> str:
    """Return the sounds of one word of a Korean name in Latin letters."""
    return _plain(KOREAN("".join(map(_bare, form[:_LONGEST].lower()))))


@lru_cache(maxsize=100_000)
def likeness(first: str, second: str) -> float:
    """Return how alike two strings of sounds are, 0 to 1."""
    if first == second:
        return 1.0
    longest = max(len(first), len(second))
    return max(0.0, 1 - _distance(first, second) / longest) if first and second else 0.0


def may_be_alike(first: str, second: str) -> bool:
    """Say cheaply whether two strings of sounds may be as alike as any use asks; nearly all pairs may not."""
    most = int(max(len(first), len(second)) * (1 - _LEAST_LIKE))
    # Each consonant of another sort costs a whole sound.
    return OSA.distance(_sorts(first), _sorts(second), score_cutoff=most) <= most


@lru_cache(maxsize=50_000)
def _sorts(sounds: str) -> str:
    return "".join(_SORT.get(sound, "") for sound in sounds)


def consonants(sounds: str) -> str:
    """Return the sounds without vowels and voice: all that scripts without vowels keep of a name."""
    return "".join(_UNVOICED.get(sound, sound) for sound in sounds if sound not in _VOWELS)


_UNVOICED = {"b": "p", "d": "t", "g": "k", "v": "f", "z": "s", "Z": "S", "J": "C"}


def _with_inherent_vowels(word: str) -> str:
    """Write out the *a* that a consonant of an Indic script carries when no sign on it says otherwise."""
    if not _INDIC.search(word):
        return word
    return _BARE_CONSONANT.sub(r"\g<0>a", word)


def _bare(letter: str) -> str:
    if letter.isascii():
        return letter
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if part.isascii())


def _plain(sounds: str) -> str:
    """Drop what ways of writing disagree on without meaning it: doubling, glides beside vowels."""
    if not sounds.isascii():
        sounds = "".join(map(_bare, sounds))
    if not sounds.isalpha():
        sounds = _UNSOUNDED.sub("", sounds)
    sounds = _DOUBLED.sub(r"\1", sounds)
    shorter = _DOUBLED.sub(r"\1", _GLIDE.sub("", sounds))
    return shorter if len(shorter) > 2 else sounds


def _distance(first: str, second: str) -> float:
    above = [0.0]
    for sound in second:
        above.append(above[-1] + _lost(sound))
    before = above
    for row, sound in enumerate(first, 1):
        current = [before[0] + _lost(sound)]
        for column, other in enumerate(second, 1):
            best = min(
                before[column] + _lost(sound),
                current[-1] + _lost(other),
                before[column - 1] + _changed(sound, other),
            )
            if row > 1 and column > 1 and sound == second[column - 2] and other == first[row - 2]:
                best = min(best, above[column - 2] + _KIN)
            current.append(best)
        above, before = before, current
    return before[-1]


def _lost(sound: str) -> float:
    if sound in _VOWELS:
        return _VOWEL_LOST
    return _WEAK_LOST if sound in _WEAK else _OTHER


def _changed(sound: str, other: str) -> float:
    if sound == other:
        return 0.0
    if sound in _VOWELS and other in _VOWELS:
        return _VOWEL_NEAR if sound + other in _NEAR_VOWELS else _VOWEL_FAR
    if (sound, other) in _KIN_PAIRS:
        return _KIN
    if (sound, other) in _NEAR_PAIRS:
        return _NEAR
    return _OTHER
