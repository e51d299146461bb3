"""What a person types into a search: words that must all occur, "a phrase", the start of a word*, -not this."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.collection.fold import words
from readouts.errors import WrongCall

_PIECE = re.compile(r"""(?P<minus>-?)(?:["“”„](?P<phrase>[^"“”]*)["“”]?|(?P<word>[^\s"“”]+))""")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow one another; of the last only the start counts when `prefix` is true."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that must all occur, and terms that must not."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()

    @classmethod
    def of(cls, typed: str) -> Query:
        """Understand what a person typed; raise WrongCall when nothing in it can be searched for."""
        wanted: list[Term] = []
        unwanted: list[Term] = []
        for piece in _PIECE.finditer(typed):
            said = piece["phrase"] if piece["phrase"] is not None else piece["word"]
            if term := tuple(words(said)):
                is_start = piece["word"] is not None and said.endswith("*")
                (unwanted if piece["minus"] else wanted).append(Term(term, is_start))
        if not wanted:
            raise WrongCall('Name at least one word to search for: words, "a phrase", the start of a word*, -not this.')
        return cls(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))
