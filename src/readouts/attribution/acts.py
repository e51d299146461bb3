"""What a cue does, and how strongly: the table of speech acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from readouts.errors import BrokenTable
from readouts.resources import read_text

_SHIPPED = "attribution/acts.tsv"
_COLUMNS = 7
_NONE = "-"
# How many words may stand between the parts of a phrase ("expressed his deep gratitude").
_GAP = 3


@dataclass(frozen=True, slots=True)
class Act:
    """A speech act on its ladder. `force` is the step, 0 where there is no ladder.

    `plover` is the code of the PLOVER ontology where one fits; `source` names who ordered the steps.
    """

    name: str
    ladder: str | None
    force: int
    plover: str | None
    source: str


class ActTable:
    """Acts by the words that perform them, language by language."""

    __slots__ = ("_ordered", "_phrases", "_words")

    def __init__(self, rows: Iterable[tuple[str, str, Act]]) -> None:
        self._words: dict[tuple[str, str], Act] = {}
        self._phrases: dict[tuple[str, str], dict[tuple[str, ...], Act]] = {}
        self._ordered: dict[str, tuple[str, ...]] = {}
        for words, language, act in rows:
            first, *rest = words.split()
            if rest:
                self._phrases.setdefault((language, first), {})[first, *rest] = act
            else:
                self._words[language, words] = act

    def of(self, lemma: str, language: str) -> Act | None:
        """Return the act of a word or of a phrase written with single spaces; None for words not in the table."""
        if " " not in lemma:
            return self._words.get((language, lemma))
        wanted = tuple(lemma.split())
        return self._phrases.get((language, wanted[0]), {}).get(wanted)

    def within(self, lemmas: Sequence[str], language: str, starts: int) -> Act | None:
        """Return the act of the longest phrase of the table that begins in the first `starts` of the lemmas.

        A few words may stand between its parts ("expressed his deep gratitude").
        """
        found: tuple[int, Act] | None = None
        for at, lemma in enumerate(lemmas[:starts]):
            for words, act in self._phrases.get((language, lemma), {}).items():
                if (found is None or len(words) > found[0]) and _follows(lemmas, at, words):
                    found = (len(words), act)
        return found[1] if found else None

    def spelled(self, words: str, language: str) -> Act | None:
        """Return the act of the longest word of the table that stands in `words`: for scripts without spaces."""
        longest = (word for word in self._longest_first(language) if word in words)
        return next((self._words[language, word] for word in longest), None)

    def words(self, language: str) -> tuple[str, ...]:
        """Return the single words of one language, in the order of the table."""
        return tuple(word for known, word in self._words if known == language)

    def _longest_first(self, language: str) -> tuple[str, ...]:
        if language not in self._ordered:
            self._ordered[language] = tuple(sorted(self.words(language), key=lambda word: (-len(word), word)))
        return self._ordered[language]


def _follows(lemmas: Sequence[str], at: int, words: tuple[str, ...]) -> bool:
    for word in words[1:]:
        try:
            at = lemmas.index(word, at + 1, at + 2 + _GAP)
        except ValueError:
            return False
    return True


def load_acts(user_text: str | None = None, origin: str = "the table of acts") -> ActTable:
    """Return the shipped table; rows of `user_text`, in the same columns, add to it or override it.

    Raises BrokenTable, naming `origin`, line and fault.
    """
    if user_text is None:
        return _shipped()
    return ActTable([*_rows(read_text(_SHIPPED), _SHIPPED), *_rows(user_text, origin)])


@lru_cache(maxsize=1)
def _shipped() -> ActTable:
    return ActTable(_rows(read_text(_SHIPPED), _SHIPPED))


def _rows(text: str, origin: str) -> Iterator[tuple[str, str, Act]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != _COLUMNS:
            raise BrokenTable(
                f"{origin}, line {number}: {len(cells)} columns where {_COLUMNS} are expected, divided by tabs: "
                "lemma, language, act, ladder, force, PLOVER code, source."
            )
        lemma, language, name, ladder, force, plover, source = cells
        if not lemma or not language or not name:
            raise BrokenTable(f"{origin}, line {number}: lemma, language and act must not be empty.")
        if not force.isdecimal():
            raise BrokenTable(f"{origin}, line {number}: force must be a whole number from 0, not {force!r}.")
        yield lemma, language, Act(name, _known(ladder), int(force), _known(plover), source)


def _known(cell: str) -> str | None:
    return None if cell in ("", _NONE) else cell
