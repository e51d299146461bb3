"""Content words of a passage, cut down to their stems, and how rare they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from readouts.model import Span
from readouts.resources import read_text

# Letters, not Chinese signs: those have words of their own.
_LETTERS = r"[^\W\d_\u3400-\u9fff\uf900-\ufaff]+"
_WORD = re.compile(rf"{_LETTERS}(?:[-'’]{_LETTERS})*")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_VOWELS = frozenset("aeiouy")
# Endings of English words, longest first: what is left must keep a vowel and four letters.
_ENDINGS = (
    *("ations", "itions", "ements", "ation", "ition", "ement", "ments", "ively", "ities", "ings", "ions", "ness"),
    *("ment", "ates", "ated", "ives", "ally", "ized", "ised", "izes", "ises", "able", "ible", "ance", "ence", "ity"),
    *("ing", "ion", "ive", "ies", "ied", "ize", "ise", "ate", "ers", "ors", "ily", "ed", "es", "er", "or", "al", "ly"),
    *("s", "y"),
)
# Words that say too little to join two passages, and those every account of a contact uses.
STOP = frozenset(
    """the a an and or of to in on at by for from with as is are was were be been being has have had having it its this
    that these those he she they them their his her him we us our ours i me my you your who whom which what when where
    how why not no nor so than then there here also both each all any some other others such more most very just only
    own same will would shall should can could may might must do does did done about into over under between among
    during after before until while if but because through against per via upon within without along up down out off
    again further mr mrs ms dr jr well many much including include regarding whether one two since today""".split()
)


# Words of how a thing is said and who says it, of no help in telling what is said; as stems.
_FRAME = """president prime minister ministers leader leaders side sides party parties countries country foreign
    said stressed emphasised emphasized underlined underscored noted discussed agreed agreement welcomed thanked
    expressed raised stated reaffirmed reiterated affirmed confirmed called urged importance important need issue issues
    question questions views exchanged exchange spoke talked told talks discussion discussions conversation matter
    matters point points regard regarding related continue continued ready support supported chinese"""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Cut an English word down to what its forms share: escalated, escalation → escal."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    for _ in range(2):
        for ending in _ENDINGS:
            rest = word[: -len(ending)]
            if word.endswith(ending) and len(rest) >= 4 and _VOWELS.intersection(rest):
                word = rest
                break
        else:
            break
    trimmed = word.rstrip("e")
    return trimmed if len(trimmed) >= 3 else word


@lru_cache(maxsize=1)
def frame() -> frozenset[str]:
    """Return the stems of words of how a thing is said and who says it."""
    return frozenset(map(stem, _FRAME.split()))


def english_words(text: str) -> list[tuple[str, str]]:
    """Return the content words of an English passage, in order, a compound's parts each, with their stems."""
    return [
        (part, stem(part))
        for word in _WORD.findall(text)
        for part in word.split("-")
        if len(part) > 1 and part.lower() not in STOP
    ]


def english_stems(text: str) -> list[str]:
    """Return the stems of the content words of an English passage, in order."""
    return [found for _, found in english_words(text)]


@dataclass(frozen=True, slots=True)
class Translation:
    """A word of one language as an English stem, and how often it is rendered so (0 to 1)."""

    stem: str
    weight: float


class WordTable:
    """Chinese words with their English stems, and how rare stems are in official prose.

    The stems are those of a glossary written by hand, which weigh 1, and those learned from press conferences in both
    languages (``training.words``).
    """

    __slots__ = ("_common", "_longest", "_rarity", "_words", "translated")

    def __init__(self, translations: str, rarities: str, glossary: str) -> None:
        found: dict[str, dict[str, float]] = {}
        for word, english in (line.split("\t") for line in _lines(glossary)):
            found[word] = dict.fromkeys(english_stems(english), 1.0)
        for word, english, weight in (line.split("\t") for line in _lines(translations)):
            found.setdefault(word, {}).setdefault(english, float(weight))
        self._words = {
            word: [Translation(english, weight) for english, weight in stems.items()]
            for word, stems in found.items()
            if stems
        }
        self._longest = max(map(len, self._words), default=1)
        self.translated = frozenset(t.stem for found in self._words.values() for t in found)
        self._rarity = {word: float(value) for word, value in (line.split("\t") for line in _lines(rarities))}
        self._common = max(self._rarity.values(), default=1.0)

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of a stem or a Chinese word; unknown ones are as rare as the rarest."""
        return self._rarity.get(word, self._common)

    def chinese_words(self, text: str) -> list[tuple[Span, str]]:
        """Return the words of the table that stand in a Chinese passage: the longest at each place."""
        found = []
        for run in _HAN.finditer(text):
            at = run.start()
            while at < run.end():
                for length in range(min(self._longest, run.end() - at), 1, -1):
                    if text[at : at + length] in self._words:
                        found.append((Span(at, at + length), text[at : at + length]))
                        at += length
                        break
                else:
                    at += 1
        return found

    def english(self, word: str) -> Sequence[Translation]:
        """Return the English stems a Chinese word is rendered by, the commonest first."""
        return self._words.get(word, ())


@lru_cache(maxsize=1)
def load_words() -> WordTable:
    """Return the shipped table."""
    return WordTable(*(read_text(f"collation/{name}.tsv") for name in ("translations", "rarities", "glossary")))


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]
