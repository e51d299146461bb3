"""What the table of actors is built from: spells in office, and what is known of each person."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

# Where the family name is written first in the table's English names.
FAMILY_FIRST = frozenset("CHN HKG MAC TWN KOR PRK SGP KHM".split())
# Whose names are themselves Chinese characters: there a name without a point is whole. Elsewhere it is a family name.
HAN_NAMES = frozenset("CHN HKG MAC TWN JPN KOR PRK VNM SGP".split())
PARTICLES = frozenset("von van der den de da dos do di del la le al el bin ibn ben bint du af zu ter ten".split())
GENERATIONS = frozenset("Jr. Jr Sr. II III IV".split())


class Spell(NamedTuple):
    """One person's time in one office: dates as ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or ''."""

    state: str
    office: str
    person: str
    since: str
    until: str
    source: str


@dataclass(slots=True)
class Known:
    """What is known of one person beside their offices."""

    name: str
    born: str = ""
    wikidata: str = ""
    short: list[str] = field(default_factory=list)
    english: list[str] = field(default_factory=list)
    zh: list[str] = field(default_factory=list)
    ru: list[str] = field(default_factory=list)
    uk: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)

    def add(self, more: Known) -> None:
        """Add what another list knows of the same person."""
        self.born = self.born or more.born
        for mine, theirs in (
            (self.short, more.short),
            (self.english, more.english),
            (self.zh, more.zh),
            (self.ru, more.ru),
            (self.uk, more.uk),
            (self.other, more.other),
        ):
            mine += [form for form in theirs if form not in mine]


class People:
    """Everybody, by the table's one name."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known: dict[str, Known] = {}
        for person in known:
            first = self._known.setdefault(person.name, person)
            if first is not person:
                first.add(person)

    def names(self) -> set[str]:
        """Return everybody's name."""
        return set(self._known)

    def of(self, name: str) -> Known:
        """Return what is known of `name`, to be added to."""
        return self._known.setdefault(name, Known(name))


def short_forms(name: str, state: str) -> list[str]:
    """Return the form of a name that stands alone, by the custom of the state."""
    bare, _, _ = name.partition(" (")  # in brackets: what tells one bearer of a name from another
    words = [word for word in bare.split() if word not in GENERATIONS]
    if len(words) == 1:
        return words
    if state in FAMILY_FIRST and len(words) <= 3 and "-" not in words[0]:
        return [words[0]]
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    family = " ".join(words[at:])
    return [family] if family == words[-1] else [family, words[-1]]


def parted_chinese(forms: list[str], state: str) -> tuple[list[str], list[str]]:
    """Return a person's Chinese forms as whole names and as forms that stand alone."""
    whole = [form for form in forms if "·" in form or (state in HAN_NAMES and len(form) >= len(forms[0]))]
    return whole, [form for form in forms if form not in whole]


def plain(text: str) -> str:
    """Return letters only, without case and accents, to compare names by."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(letter for letter in bare if letter.isalpha() or letter == " ").strip()
