"""All words that name somebody, from the table of actors, in one trie that is walked along a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from readouts.actors.fold import fold
from readouts.actors.table import ActorTable
from readouts.actors.words import BLOCKED, COLLECTIVES, GROUPS, HOME_OFFICES, INSTITUTIONS, Group
from readouts.model import State

_IDEOGRAPHS = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# Signs that belong to the letter before them and are no letters to `re`: Hebrew, Arabic, Indic, Thai, Burmese, Khmer.
_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
    + r"\u0e31-\u0e4e\u0eb1-\u0ecd\u1000-\u109f\u1780-\u17d3"
)
_PIECE = rf"[^\W_{_IDEOGRAPHS}](?:[^\W_{_IDEOGRAPHS}]|[{_MARKS}])*"
# A word; an ideograph is a word by itself, an apostrophe belongs to a word unless it cuts off an s.
WORD = re.compile(rf"[{_IDEOGRAPHS}]|{_PIECE}(?:['’ʼʻ‘`´](?![sS]\b){_PIECE})*")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# Case endings of Russian and Ukrainian names, adjectives and office words; what is left is compared.
_ENDING = re.compile(
    r"(?<=[^\W\d_]{3})(?:ского|скому|ским|ском|ский|ській|ського|ському|ським|ську|ською|ской|скую|ская|ська|ские|"
    r"ого|ої|ому|ого|ему|его|ыми|ими|ями|ами|ові|еві|єві|ою|ею|єю|ый|ий|ій|ой|ей|ым|им|ім|їм|ом|ем|єм|ам|ям|ах|ях|"
    r"ая|яя|ую|юю|ые|ие|ое|ее|ия|ію|ия|ии|ию|ів|ов(?=$)|[аяоуюеєёиіїыйь])$"
)

_SOFT = re.compile("[а-яі][аеу]й$")


@dataclass(slots=True)
class Entry:
    """What one form can mean: names of persons, codes of states, the table's words for offices."""

    full: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    group: Group | None = None
    institution: bool = False
    collective: bool = False
    blocked: bool = False


@dataclass(slots=True)
class Node:
    """One step of the trie: where the next word leads, and what ends here."""

    next: dict[str, Node] = field(default_factory=dict)
    entry: Entry | None = None


class Lexicon:
    """The trie of one table."""

    def __init__(self, table: ActorTable) -> None:
        self.root = Node()
        self._add_persons(table)
        for state in table.states.values():
            self._add_state(state)
        self._add_sides(table)
        for office in table.offices.values():
            for name in (office.name, *office.names):
                self._put(name, "offices", office.name)
        for name, code in HOME_OFFICES.items():
            if code in table.states:
                self._put(name, "home", code)
        for name, group in GROUPS.items():
            self._entry(name).group = group
        for name in INSTITUTIONS:
            self._entry(name).institution = True
        for name in COLLECTIVES:
            self._entry(name).collective = True
        for name in BLOCKED:
            entry = self._entry(name)
            entry.blocked = not (entry.full or entry.states or entry.offices)

    def _add_persons(self, table: ActorTable) -> None:
        for person in table.persons.values():
            shorts = set(person.short)
            family_first = any(person.name.startswith(short + " ") for short in shorts)
            for name in (person.name, *person.names):
                # A name of one word names its owner no better than a family name does.
                self._put(name, "full" if len(steps(name)) > 1 else "short", person.name)
                shorts |= set(_family_names(name, family_first))
            for name in shorts:
                self._put(name, "short", person.name)

    def _add_state(self, state: State) -> None:
        for name in (state.name, *state.names):
            self._put(name, "states", state.code)
        for name in state.demonyms:
            self._put(name, "demonyms", state.code)
            if name.isascii() and name[-1] not in "sh":
                self._put(name + "s", "demonyms", state.code)
        for name in state.capitals:
            self._put(name, "capitals", state.code)
        for name in state.metonyms:
            self._put(name, "metonyms", state.code)
        for sign in state.signs:
            self._put(sign, "signs", state.code)
            self._put(sign + "方", "states", state.code)

    def _add_sides(self, table: ActorTable) -> None:
        """Let 巴方 mean any state whose name begins so, unless the sign is one state's alone (中方, 美方)."""
        owners = Counter(sign for state in table.states.values() for sign in state.signs)
        for state in table.states.values():
            for name in state.names:
                if _HAN.match(name) and owners[name[0]] != 1:
                    self._put(name[0] + "方", "states", state.code)

    def _put(self, name: str, kind: str, value: str) -> None:
        if _SOFT.search(name):
            # "Китай" declines as no adjective does that ends like it.
            for ending in ("я", "ю", "ем", "е", "єм", "ї"):
                self._put(name[:-1] + ending, kind, value)
        entry = self._entry(name)
        values: tuple[str, ...] = getattr(entry, kind)
        if value not in values:
            setattr(entry, kind, (*values, value))

    def _entry(self, name: str) -> Entry:
        node = self.root
        for step in steps(name):
            found = node.next.get(step)
            if found is None:
                found = node.next[step] = Node()
            node = found
        if node.entry is None:
            node.entry = Entry()
        return node.entry


@lru_cache(maxsize=4)
def lexicon_of(table: ActorTable) -> Lexicon:
    """Return the table's lexicon, made once a table."""
    return Lexicon(table)


def steps(name: str) -> list[str]:
    """Return the keys of a name's words, one a step of the trie."""
    return [key for match in WORD.finditer(name) for key in word_key(match[0]).split()]


@lru_cache(maxsize=50_000)
def word_key(word: str) -> str:
    """Return what a word is looked up by: folded, and without case endings in Russian and Ukrainian."""
    key = fold(word)
    return _ENDING.sub("", key) if _CYRILLIC.search(key) else key


def _family_names(name: str, family_first: bool) -> Iterator[str]:
    """Yield the family names of Chinese and Cyrillic renderings, which the table gives only in full."""
    if _HAN.search(name) and "·" in name:
        yield name.rsplit("·", 1)[1]
    elif _CYRILLIC.search(name) and " " in name and not family_first:
        yield name.rsplit(" ", 1)[1]
