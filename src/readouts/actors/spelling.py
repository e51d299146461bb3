"""Compare a written name with a person of the table, word by word and sound by sound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from readouts.actors.fold import fold, is_foreign
from readouts.actors.sounds import consonants, korean_reading, likeness, may_be_alike, readings
from readouts.actors.table import ActorTable

# The table's names are English, pinyin or, for a neighbour's leader, as at home; a text may use any writing.
_KNOWN_AS = frozenset({"English", "Pinyin", "German", "Polish"})
_SAME_CONSONANTS = 0.9
_GIVEN_AGREES = 0.75
# Of a whole name the family name must be surer: Joe Britton is not Joe Biden. Chosen on benchmarks/names.py.
_FAMILY_AGREES = 0.84
# One letter of so few is a great part of a name (Ji for Xi).
_SHORT = 3
_WHOLE_AGREES = 0.85
_GIVEN_AGREES_SURELY, _FAMILY_HALF = 0.95, 0.5
_CUT_SHORT = 0.86
# A picture of a name read wrong: the letters differ, their shapes do not.
_MISREAD = 0.95
_SHORTEST_MISREAD = 4
_SHAPES = str.maketrans({"l": "i", "1": "i", "|": "i", "j": "i", "0": "o", "q": "g", "c": "e"})
# A given name in another script is that name when so much of its sound is left.
_GIVEN_IN_SCRIPT = 0.85
_SHORTEST_CUT = 4
_SHORTEST_WHOLE = 7
_WEIGHED = 2
# Words in Latin letters with less in common have never proved alike (benchmarks/names.py holds from 0.3 to 0.5).
_ROUGH = 0.4
_KOREAN = frozenset({"KOR", "PRK"})
_ROMAN = re.compile("[IVX]{2,}|V|X")
_GENERATIONS = frozenset({"jr", "sr"})
_SUFFIXES = frozenset("jr sr ii iii iv h e al el ibn bin".split())


@dataclass(frozen=True, slots=True)
class Match:
    """How like a person's name some words are (0 to 1), and in what way."""

    score: float
    how: str
    known: str


@dataclass(frozen=True, slots=True)
class _Spelt:
    """The words a person's name may be written with: those that stand alone, the others; whether it is Korean."""

    family: tuple[str, ...]
    given: tuple[str, ...]
    whole: tuple[str, ...]
    first: tuple[str, ...]
    korean: bool


def match(table: ActorTable, words: Sequence[str], person: str) -> Match:
    """Return how well `words` render the person's name; a score of 0 where they name somebody else."""
    spelt = spelling(table, person)
    parts = [part for word in words for part in fold_words(word)]
    words = [part for part in parts if fold(part) not in _GENERATIONS] or parts
    if not words or not spelt.family:
        return Match(0.0, "", person)
    if len(words) == 1:
        return _single(words[0], spelt, person)
    if _numeral(words) not in ("", _numeral(person.split())):
        return Match(0.0, "", person)
    best = Match(0.0, "", person)
    for at, word in enumerate(words):
        family = _closest(word, spelt.family, spelt.korean)
        if len(words[-1]) > 1 and family.score < (_FAMILY_AGREES if len(word) > _SHORT else _GIVEN_AGREES):
            continue
        rest = words[:at] + words[at + 1 :]
        given = [_given(other, spelt) for other in rest]
        agreeing = sum(score >= _GIVEN_AGREES for score in given)
        if not agreeing or agreeing * 2 < len(rest) or _other_given(rest, given, spelt):
            continue
        score = (2 * family.score + sum(sorted(given)[-agreeing:])) / (2 + agreeing)
        if score > best.score:
            best = Match(score, family.how, family.known)
    if len(words) == len(fold_words(person)):
        return best
    whole = _closest("".join(words), spelt.whole, spelt.korean)
    return whole if whole.score > best.score and whole.score >= _WHOLE_AGREES else best


def _other_given(rest: Sequence[str], given: Sequence[float], spelt: _Spelt) -> bool:
    """Say whether the given names are somebody else's: one of them strange, one of the person's own missing.

    "Juan Fernando" is not Juan Carlos, but "Mohammed bin Salman bin Abdulaziz" is Mohammed bin Salman.
    """
    strange = any(
        score < _GIVEN_AGREES and len(word) > 2 and fold(word) not in _SUFFIXES
        for word, score in zip(rest, given, strict=True)
    )
    return strange and any(max(alike(word, own).score for word in rest) < _GIVEN_AGREES for own in spelt.given)


def _numeral(words: Sequence[str]) -> str:
    """Return the number of a monarch: Harald III is not Harald V."""
    return next((word for word in words if _ROMAN.fullmatch(word)), "")


def _single(word: str, spelt: _Spelt, person: str) -> Match:
    family = _closest(word, spelt.family, spelt.korean)
    if len(spelt.given) and family.score < 1:
        given = max((alike(word, other) for other in spelt.given), key=lambda found: found.score)
        needed = _GIVEN_IN_SCRIPT if _foreign(word) and len(word) > _SHORTEST_CUT else 1.0
        if given.score >= needed and given.score > family.score and len(word) > 1:
            return Match(given.score, "given", person)
    key = fold(word)
    if family.score < _CUT_SHORT and len(key) >= _SHORTEST_CUT:
        begun = next((one for one in spelt.family if fold(one).startswith(key)), None)
        if begun:
            return Match(_CUT_SHORT, "cut", begun)
    if len(key) >= _SHORTEST_WHOLE or _foreign(word):
        whole = _closest(word, spelt.whole, spelt.korean)
        if whole.score > family.score and whole.score >= _WHOLE_AGREES:
            return whole
    return family


def given_agrees(table: ActorTable, words: Sequence[str], person: str) -> float:
    """Return how well `words` before a known family name fit the person's other names; an initial fits."""
    spelt = spelling(table, person)
    parts = [part for word in words for part in fold_words(word)]
    return max((_given(word, spelt) for word in parts), default=0.0)


def whole_likeness(table: ActorTable, words: Sequence[str], person: str) -> float:
    """Return how alike a whole name is that agrees as a whole, or in its given name and half in the other; else 0."""
    spelt = spelling(table, person)
    parts = [part for word in words for part in fold_words(word)]
    together = _closest("".join(parts), spelt.whole, spelt.korean).score
    best = together if together >= _WHOLE_AGREES else 0.0
    for one, other in ((parts[:1], parts[1:]), (parts[-1:], parts[:-1])):
        given = max((_given(word, spelt) for word in one if len(word) >= _SHORTEST_CUT), default=0.0)
        letters = [OSA.normalized_similarity(fold("".join(other)), fold(known)) for known in spelt.family]
        family = max([*letters, _closest("".join(other), spelt.family, spelt.korean).score], default=0.0)
        if given >= _GIVEN_AGREES_SURELY and family >= _FAMILY_HALF:
            best = max(best, (given + family) / 2)
    return best


def _given(word: str, spelt: _Spelt) -> float:
    if len(word) == 1:
        return 0.8 if any(fold(other).startswith(word.lower()) for other in spelt.given) else 0.0
    # The family name is another word of the same name; only itself may stand here, nothing that is merely like it.
    if any(fold(word) == fold(other) for other in spelt.given + spelt.family):
        return 1.0
    if len(word) < 3:
        return 0.0
    # A further name may be the father's, which many share; it must be the same, not merely like it.
    return max((alike(word, other, spelt.korean).score for other in spelt.first), default=0.0)


def _closest(word: str, known: Sequence[str], korean: bool = False) -> Match:
    return max((alike(word, one, korean) for one in known), key=lambda found: found.score, default=Match(0.0, "", ""))


@lru_cache(maxsize=100_000)
def alike(word: str, known: str, korean: bool = False) -> Match:
    """Return how alike two words sound in the way of writing that brings them closest; `korean`: of a Korean's name."""
    if fold(word) == fold(known):
        return Match(1.0, "", known)
    if korean and not _foreign(word) and korean_reading(word) == korean_reading(known):
        return Match(1.0, "Korean", known)
    sounds, others = readings(word), readings(known)
    least = 0.0 if _foreign(word) else _ROUGH
    pairs = [
        (rough, name, said, other)
        for name, said in sounds.items()
        for other_name, other in others.items()
        if (other_name in _KNOWN_AS or other_name == name)
        and (rough := OSA.normalized_similarity(said, other, score_cutoff=least)) >= least
        and may_be_alike(said, other)
    ]
    pairs.sort(key=lambda pair: -pair[0])
    # The closest letter by letter are, with few exceptions, the closest by sound; only those are weighed.
    best, how = max(
        ((likeness(said, other), name) for _, name, said, other in pairs[:_WEIGHED]),
        key=lambda found: found[0],
        default=(0.0, ""),
    )
    if best < _SAME_CONSONANTS and _foreign(word):
        skeleton = consonants(next(iter(sounds.values()), ""))
        if len(skeleton) > 2 and any(consonants(other) == skeleton for other in others.values()):
            best = _SAME_CONSONANTS
    if _foreign(word):
        how = "script"
    elif best < _MISREAD and len(word) >= _SHORTEST_MISREAD and shape(word) == shape(known):
        return Match(_MISREAD, "misread", known)
    elif best < 1 and how != "letter":
        how = ""
    return Match(best, how, known)


def shape(word: str) -> str:
    """Return a word without what is mistaken in a picture of it: rn for m, vv for w, l for i, q for g, c for e."""
    return fold(word).replace("rn", "m").replace("vv", "w").replace("lc", "k").translate(_SHAPES)


def _foreign(word: str) -> bool:
    return not word.isascii() and any(map(is_foreign, word))


@lru_cache(maxsize=20_000)
def spelling(table: ActorTable, person: str) -> _Spelt:
    """Return the words of a person's names in Latin letters."""
    known = table.persons[person]
    family: dict[str, None] = {}
    given: dict[str, None] = {}
    whole: dict[str, None] = {}
    first: dict[str, None] = {}
    for form in known.short:
        if not _foreign(form):
            family[form] = None
            for part in fold_words(form):
                if len(part) > 3 or form == part:
                    family[part] = None
    for form in (known.name, *known.names):
        if _foreign(form):
            continue
        parts = fold_words(form)
        whole["".join(parts)] = whole["".join(reversed(parts))] = None
        if not known.short and parts:
            family[parts[-1]] = None
        own = [
            part
            for part in parts
            if len(part) > 1 and fold(part) not in _SUFFIXES and not any(fold(part) == fold(one) for one in family)
        ]
        given |= dict.fromkeys(own)
        # Who is called by either of two names alone ("Shinzo", "Abe") has a given name all the same.
        first |= dict.fromkeys(own[:1] or parts[: len(parts) - 1])
    korean = any(tenure.state in _KOREAN for tenure in table.tenures_of(person))
    return _Spelt(tuple(family), tuple(given), tuple(whole), tuple(first), korean)


def fold_words(form: str) -> list[str]:
    """Return a form's words; a hyphen joins the syllables of one name, as in Wade-Giles and Korean."""
    for mark, instead in (("-", ""), ("‐", ""), ("‑", ""), ("·", " "), ("•", " "), ("・", " "), (".", " "), (",", " ")):
        form = form.replace(mark, instead)
    return form.split()
