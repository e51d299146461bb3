"""The wording table: contested terms, and the ladders of diplomatic force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from readouts.collation.lexicon import Found, Lexicon
from readouts.errors import BrokenTable
from readouts.model import Span
from readouts.resources import read_text

_SHIPPED = "collation/wording.tsv"
_COLUMNS = ("family", "variant", "step", "language", "words", "source")


@dataclass(frozen=True, slots=True)
class Wording:
    """A variant of a family of wording.

    `step` is 0 for terms, which have no order; on a ladder of force it counts from 1, the weakest.
    """

    family: str
    variant: str
    step: int
    source: str


class WordingTable:
    """The families of wording, and where a text uses them."""

    __slots__ = ("_steps", "_terms")

    def __init__(self, entries: list[tuple[str, str, Wording]]) -> None:
        self._terms = Lexicon(entry for entry in entries if not entry[2].step)
        families = dict.fromkeys(entry[2].family for entry in entries if entry[2].step)
        # Ladders share words ("would" hedges and commits), so each is sought by itself.
        self._steps = {
            family: Lexicon(entry for entry in entries if entry[2].step and entry[2].family == family)
            for family in families
        }

    def terms(self, text: str, language: str | None, span: Span | None = None) -> list[Found[Wording]]:
        """Return the contested terms in `text`, in the order of the text."""
        return self._terms.find(text, language, span)

    def steps(self, text: str, language: str | None, span: Span | None = None) -> dict[str, list[Found[Wording]]]:
        """Return the words of each ladder in `text`, by the ladder; only ladders that have any."""
        found = {family: lexicon.find(text, language, span) for family, lexicon in self._steps.items()}
        return {family: words for family, words in found.items() if words}


def load_wording(user_text: str | None = None, origin: str = "the wording table") -> WordingTable:
    """Return the shipped table; rows of `user_text`, in the same columns, add to it or override its words.

    Raises BrokenTable, naming `origin`, line and fault.
    """
    if user_text is None:
        return _shipped()
    return WordingTable([*_rows(read_text(_SHIPPED), _SHIPPED), *_rows(user_text, origin)])


@lru_cache(maxsize=1)
def _shipped() -> WordingTable:
    return WordingTable(list(_rows(read_text(_SHIPPED), _SHIPPED)))


def _rows(text: str, origin: str) -> Iterator[tuple[str, str, Wording]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != len(_COLUMNS) or not all(cells):
            raise BrokenTable(
                f"{origin}, line {number}: {len(_COLUMNS)} columns divided by tabs are expected, none empty: "
                f"{', '.join(_COLUMNS)}."
            )
        family, variant, step, language, words, source = cells
        if not step.isdecimal():
            raise BrokenTable(f"{origin}, line {number}: step must be a whole number from 0, not {step!r}.")
        for phrase in filter(None, map(str.strip, words.split(";"))):
            yield language, phrase, Wording(family, variant, int(step), source)
