"""Which words of a sentence are a person's name: known forms with the words that belong to them, and unknown ones."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from readouts.actors.fold import is_foreign
from readouts.actors.lexicon import Entry
from readouts.actors.scan import Atom, Line, Word
from readouts.actors.words import NOT_NAMES, PARTICLES, SOUNDS_IN_CHINESE, TITLES
from readouts.model import Span

_NO_ENTRY = Entry()
_MOST_WORDS = 5
# A foreign name ends before a mark or before what its bearer does.
_PARTED = re.compile(
    r"[\u3400-\u9fff]{1,6}(?:·[\u3400-\u9fff]{1,8}?){1,4}"
    r"(?=[^\u3400-\u9fff·]|[的等和与及在于一率来说指并就]|表示|举行|会见|会谈|通电话|强调|会晤|进行|共同|$)"
)
# One of a single word is known by being written with nothing but the characters that give foreign sounds.
_SOUNDED = re.compile(
    rf"[{SOUNDS_IN_CHINESE}]{{2,8}}"
    r"(?=[^\u3400-\u9fff·]|[的等和与同及将就在于一率来说应分出抵访会进致并]|表示|举行|通电话|强调|指出|共同|$)"
)
_FUNCTION_TAGS = frozenset("PRP PRP$ DT IN CC CD MD WP WDT WRB TO EX WP$ PDT UH POS".split())


@dataclass(frozen=True, slots=True)
class Name:
    """Words `[first, last]` taken for a name. `known` is the known form in them, `before` and `after` its neighbours.

    A wholly unknown name has no `known` words; all of them stand in `before`.
    """

    first: int
    last: int
    span: Span
    entry: Entry
    written: str
    known: tuple[Word, ...] = ()
    before: tuple[Word, ...] = ()
    after: tuple[Word, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        """All its words in order."""
        return self.before + self.known + self.after


def names_in(text: str, line: Line, spoken: frozenset[str] = frozenset()) -> list[Name]:
    """Return the names of a sentence, known and unknown, in order and without overlap.

    `spoken` are unknown names to be found in a script without capitals.
    """
    free = _free_words(text, line)
    names: list[Name] = []
    used: set[int] = set()
    for atom in line.atoms:
        if _is_person(atom, line) and not used.intersection(range(atom.first, atom.last + 1)):
            name = _with_neighbours(text, line, atom, free - used)
            names.append(name)
            used |= set(range(name.first, name.last + 1))
    names += _unknown(text, line, free - used)
    names += _parted(text, line)
    if spoken:
        names += _spoken(text, line, spoken)
    return sorted(names, key=lambda name: name.first)


def _is_person(atom: Atom, line: Line) -> bool:
    entry = atom.entry
    if entry.blocked or not (entry.full or entry.short):
        return False
    first = line.words[atom.first]
    if not first.capital and atom.first == atom.last:
        return False
    if not entry.full and (_is_lone_character(atom, line) or _is_given_name(atom, line)):
        return False
    if first.token is None and not entry.full and (entry.states or entry.offices):
        return False
    if entry.full or first.token is None or is_foreign(first.text[0]):
        return True
    tags = {word.token.tag for word in line.words[atom.first : atom.last + 1] if word.token}
    if not tags & {"NNP", "NNPS", "NN", "FW", "JJ", "NNS"} and not _is_entity(first, "PERSON"):
        return False
    if entry.states or entry.demonyms or entry.metonyms or entry.capitals or entry.offices:
        return _is_entity(first, "PERSON")
    if _opens_organisation(line, atom):
        return False
    # A word such as "May" or "March" is a name only where the parser takes it for one.
    return not _is_entity(first, "DATE") and (bool(tags & {"NNP", "NNPS", "FW"}) or _is_entity(first, "PERSON"))


def _is_lone_character(atom: Atom, line: Line) -> bool:
    """Say whether a family name of one character stands otherwise than between an office and the end of a word."""
    if len(atom.span) > 1 or line.words[atom.first].token is not None or not is_foreign(line.words[atom.first].text):
        return False
    at = bisect_left(line.atoms, atom.first, key=lambda other: other.first)
    before = line.atoms[at - 1] if at else None
    titled = before is not None and before.span.end == atom.span.start and bool(before.entry.offices)
    following = line.words[atom.last + 1] if atom.last + 1 < len(line.words) else None
    return not titled or (following is not None and following.start == atom.span.end)


def _is_given_name(atom: Atom, line: Line) -> bool:
    """Say whether "bin" makes a lone name a given one: "Khalid bin …" is nobody whose family name is Khalid."""
    return atom.last + 1 < len(line.words) and line.words[atom.last + 1].key in ("bin", "ibn", "bint")


def _opens_organisation(line: Line, atom: Atom) -> bool:
    """Say whether a family name is only the first word of a firm's or a street's name ("Varo Ltd")."""
    token = line.words[atom.first].token
    place = line.words[atom.last].place + 1
    tokens = line.sentence.tokens
    if token is None or not token.entity.endswith(("ORG", "FAC", "PRODUCT", "WORK_OF_ART")):
        return False
    return place < len(tokens) and tokens[place].entity.startswith("I-") and tokens[place].tag == "NNP"


def _is_entity(word: Word, label: str) -> bool:
    return word.token is not None and word.token.entity.endswith(label)


def _free_words(text: str, line: Line) -> set[int]:
    """Return the words that may belong to an unknown name."""
    held = [atom for atom in line.atoms if not _is_only_part(atom, line)]
    taken = {at for atom in held for at in range(atom.first, atom.last + 1)} - _second_names(text, line)
    free: set[int] = set()
    for at, word in enumerate(line.words):
        # "Chin-p'ing": what a hyphen joins to a name belongs to it in lower case too.
        joined = at - 1 in free and text[line.words[at - 1].end : word.start] == "-"
        if at not in taken and (joined or _may_be_name(word, at == 0)):
            free.add(at)
    return free


def _is_only_part(atom: Atom, line: Line) -> bool:
    """Say whether a family name is only part of a longer name that is not known: "Khalid bin …", "Klaus Iohanis"."""
    known = atom.entry
    if known.full or not known.short:
        return False
    return _is_given_name(atom, line) or (known == Entry(short=known.short) and _opens_organisation(line, atom))


def _second_names(text: str, line: Line) -> set[int]:
    """Return the words that are some family name by themselves but part of the name before them ("Xi Chen")."""
    second: set[int] = set()
    for before, atom in pairwise(line.atoms):
        gap = text[before.span.end : atom.span.start]
        follows = atom.first == before.last + 1 and atom.first == atom.last and gap == " "
        if follows and before.entry.short and not before.entry.full and _is_person(atom, line):
            token = line.words[atom.first].token
            if token is not None and token.entity.startswith("I-"):
                second.add(atom.first if _is_person(before, line) else before.first)
    return second


def _may_be_name(word: Word, opens: bool) -> bool:
    letter = word.text[0]
    if not letter.isalpha() or word.key in NOT_NAMES or word.key in TITLES:
        return False
    if letter.isupper():
        if word.token is None:
            return not opens
        if (
            word.token.tag in ("NNPS", "NNS")
            and not word.token.entity.endswith("PERSON")
            and not word.key.endswith("es")
        ):
            return False
        return word.token.tag in ("NNP", "FW", "NN") or (not opens and word.token.tag not in _FUNCTION_TAGS)
    # Other scripts in an English text have no case; Georgian has one, which names do not use.
    georgian = "\u10d0" <= letter <= "\u10ff"
    return word.token is not None and is_foreign(letter) and (georgian or not letter.islower())


def _with_neighbours(text: str, line: Line, atom: Atom, free: set[int]) -> Name:
    first, last = atom.first, atom.last
    words = line.words
    if atom.entry.full and atom.first != atom.last:
        # "Mohammad Abdul Hamid": what the parser takes for the same name belongs to it.
        while first - 1 in free and _is_inside(words[first]) and _adjacent(text, words[first - 1], words[first]):
            first -= 1
    else:
        while first - 1 in free and atom.first - first < 3 and _before_belongs(text, words, first):
            first -= 1
        while last + 1 in free and last - atom.last < 2 and _after_belongs(text, words, last):
            last += 1
    end = atom.span.end if last == atom.last else words[last].end
    return Name(
        first,
        last,
        Span(words[first].start, end),
        atom.entry,
        text[words[first].start : end],
        words[atom.first : atom.last + 1],
        words[first : atom.first],
        words[atom.last + 1 : last + 1],
    )


def _is_inside(word: Word) -> bool:
    return word.token is not None and word.token.entity == "I-PERSON"


def _before_belongs(text: str, words: tuple[Word, ...], first: int) -> bool:
    before, word = words[first - 1], words[first]
    if not _adjacent(text, before, word):
        return False
    if word.token is None or before.token is None:
        return True
    if not word.token.entity.startswith("I-") and (
        word.token.entity.startswith("B-") or before.token.entity.endswith(("GPE", "ORG", "NORP", "DATE", "LOC"))
    ):
        return False
    return before.token.tag in ("NNP", "NNPS", "FW")


def _after_belongs(text: str, words: tuple[Word, ...], last: int) -> bool:
    word, after = words[last], words[last + 1]
    if not _adjacent(text, word, after):
        return False
    if word.token is None or after.token is None:
        return len(word.text) <= 3
    return after.token.entity == "I-PERSON" or (
        len(word.text) <= 3
        and not after.token.entity
        and not word.token.entity
        and after.token.tag == "NNP"
        and word.token.dep == "compound"
    )


def _unknown(text: str, line: Line, free: set[int]) -> Iterator[Name]:
    words = line.words
    at = 0
    while at < len(words):
        if at not in free:
            at += 1
            continue
        last = at
        while last + 1 < len(words) and last - at < _MOST_WORDS:
            following = last + 1
            while following < len(words) and words[following].key in PARTICLES and following - last < 3:
                following += 1
            if following not in free or not all(
                _adjacent(text, words[k], words[k + 1]) for k in range(last, following)
            ):
                break
            if _begins_person(words[following]) and not _begins_person(words[at]):
                break
            last = following
        span = Span(words[at].start, words[last].end)
        yield Name(at, last, span, _NO_ENTRY, span.of(text), before=words[at : last + 1])
        at = last + 1


def _begins_person(word: Word) -> bool:
    return word.token is not None and word.token.entity == "B-PERSON"


def _parted(text: str, line: Line) -> Iterator[Name]:
    """Yield the foreign names in Chinese right behind an office: by the point between their parts or their signs."""
    taken = {at for atom in line.atoms if atom.entry.full for at in range(atom.first, atom.last + 1)}
    last = -1
    for atom in line.atoms:
        if not atom.entry.offices or atom.last + 1 in taken or atom.last < last:
            continue
        end = line.sentence.span.end
        found = _PARTED.match(text, atom.span.end, end) or _SOUNDED.match(text, atom.span.end, end)
        if not found:
            continue
        first = last = atom.last + 1
        while last + 1 < len(line.words) and line.words[last + 1].end <= found.end():
            last += 1
        yield Name(first, last, Span(*found.span()), _NO_ENTRY, found[0], before=line.words[first : last + 1])


def _spoken(text: str, line: Line, spoken: frozenset[str]) -> Iterator[Name]:
    words = line.words
    taken = {at for atom in line.atoms for at in range(atom.first, atom.last + 1) if not atom.entry.signs}
    lengths = sorted({len(name) for name in spoken}, reverse=True)
    at = 0
    while at < len(words):
        start = words[at].start
        form = next((text[start : start + n] for n in lengths if text[start : start + n] in spoken), None)
        last = at + len(form) - form.count("·") - 1 if form else at
        if form and last < len(words) and not any(k in taken for k in range(at, last + 1)):
            yield Name(at, last, Span(start, words[last].end), _NO_ENTRY, form, before=words[at : last + 1])
        at = last + 1


def _adjacent(text: str, before: Word, after: Word) -> bool:
    gap = text[before.end : after.start]
    if gap == "-" and before.text[0].isupper():
        return True
    if "." in gap and len(before.text) > 2:
        return False
    return len(gap) <= 2 and not gap.strip(" \u00a0-‐‑–·•・.")
