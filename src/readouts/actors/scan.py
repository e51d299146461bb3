"""Walk a sentence along the lexicon: which of its words are known forms, the longest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from readouts.actors.lexicon import WORD, Entry, Lexicon, word_key
from readouts.actors.words import PARTICLES
from readouts.model import Span
from readouts.text import Parse, Sentence, Token

_JOINERS = " \u00a0\u202f\t-‐‑–·•・.,'’"
_LONGEST_GAP = 3
_OPENING, _CLOSING = '“"‘(', '”"’)'
# What makes 方 the beginning of another word: a plan, a form, a direction, a course, a side.
_SIDE_NO_MORE = tuple("案式针位程便")
_ASIDE = _JOINERS + _OPENING + _CLOSING
_GLUED = frozenset("./@_=&")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence, with its token (and the token's place) where the sentence is parsed."""

    start: int
    end: int
    text: str
    key: str
    token: Token | None
    place: int

    @property
    def capital(self) -> bool:
        """Say whether it begins with a letter that is not lower case (scripts without case count as such)."""
        return not self.text[0].islower()


@dataclass(frozen=True, slots=True)
class Atom:
    """Words `[first, last]` of a sentence that are a known form."""

    first: int
    last: int
    span: Span
    entry: Entry


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its words and the known forms among them."""

    sentence: Sentence
    words: tuple[Word, ...]
    atoms: tuple[Atom, ...]

    def without(self, marked: Callable[[Span], bool]) -> Line:
        """Return the line without the words and atoms that `marked` says are none of the text's."""
        kept = [not marked(Span(word.start, word.end)) for word in self.words]
        if all(kept):
            return self
        if not any(kept):
            return Line(self.sentence, (), ())
        place = list(accumulate(kept, initial=0))
        atoms = tuple(
            Atom(place[a.first], place[a.last], a.span, a.entry) for a in self.atoms if all(kept[a.first : a.last + 1])
        )
        return Line(self.sentence, tuple(w for w, keep in zip(self.words, kept, strict=True) if keep), atoms)


def scan(parse: Parse, sentence: Sentence, lexicon: Lexicon) -> Line:
    """Return the sentence's words and atoms. Linear: a form has a bounded number of words."""
    words = tuple(_words(parse, sentence))
    atoms: list[Atom] = []
    at = 0
    while at < len(words):
        atom = _longest(parse.text, words, at, lexicon)
        if atom is not None:
            atoms.append(atom)
            at = atom.last + 1
        else:
            at += 1
    return Line(sentence, words, tuple(atoms))


def _words(parse: Parse, sentence: Sentence) -> Iterator[Word]:
    tokens = sentence.tokens
    if not parse.parsed:
        for token in tokens:
            if WORD.match(token.text):
                yield Word(token.start, token.end, token.text, word_key(token.text), None, -1)
        return
    place = 0
    for match in WORD.finditer(parse.text, sentence.span.start, sentence.span.end):
        while place + 1 < len(tokens) and tokens[place].end <= match.start():
            place += 1
        yield Word(match.start(), match.end(), match[0], word_key(match[0]), tokens[place], place)


def _longest(text: str, words: tuple[Word, ...], first: int, lexicon: Lexicon) -> Atom | None:
    """Return the longest form that begins at a word; a name in lower case is none, an office is one."""
    before = text[max(0, words[first].start - 2) : words[first].start]
    if before[-1:] in _GLUED and before[:1].isalnum():
        return None  # Inside an address: "welcome.us".
    node = lexicon.root
    found: Atom | None = None
    skipped = False
    for at in range(first, len(words)):
        word = words[at]
        # "Susan E. Rice", "Benjamin “Benny” Gantz": the name may be known without.
        aside = at > first and not skipped and word.key not in node.next and _is_aside(text, word)
        joiners = _ASIDE if aside or skipped else _JOINERS
        if at > first and not _joined(text, words[at - 1].end, word.start, joiners):
            break
        if aside:
            skipped = True
            continue
        # A word such as "U.S" may hold several steps.
        for step in word.key.split():
            following = node.next.get(step)
            if following is None:
                return found
            node = following
        entry = node.entry
        if skipped and entry is not None and not entry.full:
            continue
        if entry is not None and _fits(entry, words[first], at > first) and not _is_no_side(text, words, first, at):
            found = Atom(first, at, Span(words[first].start, _end(text, words[first].start, word)), entry)
    return found


def _is_aside(text: str, word: Word) -> bool:
    """Say whether a word within a name is an initial or a nickname in quotation marks."""
    after = text[word.end : word.end + 1]
    if len(word.text) == 1:
        return after == "." and word.text.isupper()
    return after in _CLOSING and text[word.start - 1] in _OPENING and bool(after)


def _end(text: str, start: int, word: Word) -> int:
    """Return where a form ends: the point of "U.S." and "Jr." belongs to it."""
    abbreviated = (len(word.text) == 1 and "." in text[start : word.start]) or word.key == "jr"
    return word.end + 1 if abbreviated and text[word.end : word.end + 1] == "." else word.end


def _joined(text: str, end: int, start: int, joiners: str) -> bool:
    return start - end <= _LONGEST_GAP and not text[end:start].strip(joiners)


def _is_no_side(text: str, words: tuple[Word, ...], first: int, last: int) -> bool:
    """Say whether 方 after a sign belongs to the word behind it (中方案), so that no side (中方) is meant."""
    if last != first + 1 or words[last].text != "方":
        return False
    after = text[words[last].end : words[last].end + 2]
    return after[:1] in _SIDE_NO_MORE or (after[:1] == "面" and after[1:] not in ("临", "对", "向"))


def _fits(entry: Entry, word: Word, several: bool) -> bool:
    if entry.offices or entry.group or entry.institution or entry.collective or entry.blocked or word.capital:
        return True
    # Particles open a name in lower case: "von der Leyen", "bin Salman".
    return several and word.key in PARTICLES and bool(entry.full or entry.short)
