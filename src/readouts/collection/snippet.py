"""Where the words of a search stand in a text, and the passage that shows most of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from readouts.collection.fold import folded
from readouts.collection.query import Query, Term
from readouts.model import Span

# So many places of a term are looked at: the best passage is nearly always among them.
_ENOUGH = 12
_GAP = r"[\W_]*"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[^\W_]")
_RUN = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|[^\W_]")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of the text, and the hits in it; without hits it is the beginning (the title holds the words)."""

    passage: Span
    hits: tuple[Span, ...]


def snippet(text: str, query: Query, width: int = 200) -> Snippet:
    """Return the passage of about `width` characters that holds most of the terms."""
    found = _found(text, query, width)
    if not found:
        return Snippet(Span(0, _word_end(text, min(width, len(text)))), ())
    # Of one term every place is as good as the first.
    several = len(query.wanted) > 1
    best = max(range(len(found)), key=lambda first: (_terms_from(found, first, width), -first)) if several else 0
    start = found[best][0]
    last = max((end for _, end, _ in found[best:] if end <= start + width), default=found[best][1])
    slack = max(0, width - (last - start)) // 2
    passage = Span(
        min(start, _word_start(text, max(0, start - slack))),
        max(last, _word_end(text, min(len(text), max(last, start - slack + width)))),
    )
    inside = ((begin, end) for begin, end, _ in found if passage.start <= begin and end <= passage.end)
    return Snippet(passage, tuple(Span(*ends) for ends in dict.fromkeys(inside)))


def _found(text: str, query: Query, width: int) -> list[tuple[int, int, int]]:
    """Return where terms stand, in order, each with the number of its term: of one term the first passage is enough."""
    plain = text.lower()
    if len(query.wanted) > 1:
        return sorted(
            (start, end, at)
            for at, term in enumerate(query.wanted)
            for start, end in islice(_hits(text, plain, term), _ENOUGH)
        )
    found: list[tuple[int, int, int]] = []
    for start, end in _hits(text, plain, query.wanted[0]):
        if found and start > found[0][0] + width:
            break
        found.append((start, end, 0))
    return found


def _terms_from(found: Sequence[tuple[int, int, int]], first: int, width: int) -> int:
    start = found[first][0]
    return len({at for _, end, at in found[first : first + _ENOUGH] if end <= start + width})


def _hits(text: str, plain: str, term: Term) -> Iterator[tuple[int, int]]:
    """Yield where the term stands; `plain` is the text in lower case."""
    anywhere = False
    # Lower case of a few letters is longer than they are: offsets would not be those of the text.
    if len(plain) == len(text):
        begins_anywhere = bool(_CJK.match(term.words[0]))
        for found in _pattern(term).finditer(plain):
            start = found.start()
            if begins_anywhere or start == 0 or not _LETTER.match(plain, start - 1):
                anywhere = True
                yield start, found.end()
    if not anywhere and not text.isascii():
        yield from _folded_hits(text, term)


@lru_cache(maxsize=256)
def _pattern(term: Term) -> re.Pattern[str]:
    """Return what finds the term where it is written without accents, the start of a word not yet checked.

    A pattern that begins with plain letters is sought many times faster than one that begins with a condition.
    """
    inner = _GAP.join(map(re.escape, term.words))
    after = "" if term.prefix or _CJK.match(term.words[-1]) else r"(?![^\W_])"
    return re.compile(inner + after)


def _folded_hits(text: str, term: Term) -> Iterator[tuple[int, int]]:
    """Yield where the term stands once each word is folded; slower, for texts with accents."""
    whole = folded(text)
    if not all(word in whole for word in term.words):
        return
    tokens = [(folded(found[0]), found.start(), found.end()) for found in _RUN.finditer(text)]
    count = len(term.words)
    for at in range(len(tokens) - count + 1):
        window = tokens[at : at + count]
        *firsts, last = (word for word, _, _ in window)
        ends = last.startswith(term.words[-1]) if term.prefix else last == term.words[-1]
        if ends and tuple(firsts) == term.words[:-1]:
            yield window[0][1], window[-1][2]


def _word_start(text: str, at: int) -> int:
    """Return the start of the next word after `at`, so that a passage begins with a whole one."""
    if at == 0 or not (text[at - 1].isalnum() and text[at].isalnum()) or _CJK.match(text[at]):
        return at
    found = re.compile(r"\W+").search(text, at, at + 40)
    return found.end() if found else at


def _word_end(text: str, at: int) -> int:
    """Return the end of the last whole word before `at`."""
    if at >= len(text) or not (text[at - 1].isalnum() and text[at].isalnum()) or _CJK.match(text[at]):
        return at
    back = at
    while back > at - 40 and back > 0 and text[back - 1].isalnum():
        back -= 1
    return back if back > 0 and not text[back - 1].isalnum() else at
