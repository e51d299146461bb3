"""Where the words of a search stand in a text, and the passage that shows most of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from readouts.collection.fold import folded
from readouts.collection.query import Query, Term
from readouts.model import Span

_ENOUGH = 40
_GAP = r"[\W_]*"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_RUN = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|[^\W_]")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of the text, and the hits in it; without hits it is the beginning (the title holds the words)."""

    passage: Span
    hits: tuple[Span, ...]


def snippet(text: str, query: Query, width: int = 200) -> Snippet:
    """Return the passage of about `width` characters that holds most of the terms."""
    found = sorted(
        ((span, at) for at, term in enumerate(query.wanted) for span in islice(_hits(text, term), _ENOUGH)),
        key=lambda one: one[0],
    )
    if not found:
        return Snippet(Span(0, _word_end(text, min(width, len(text)))), ())
    best = max(range(len(found)), key=lambda first: (_terms_from(found, first, width), -first))
    start = found[best][0].start
    inside = [span for span, _ in found[best:] if span.end <= start + width] or [found[best][0]]
    slack = max(0, width - (inside[-1].end - start)) // 2
    passage = Span(
        min(start, _word_start(text, max(0, start - slack))),
        max(inside[-1].end, _word_end(text, min(len(text), max(inside[-1].end, start - slack + width)))),
    )
    return Snippet(passage, tuple(dict.fromkeys(span for span, _ in found if passage.covers(span))))


def _terms_from(found: list[tuple[Span, int]], first: int, width: int) -> int:
    start = found[first][0].start
    return len({at for span, at in found[first : first + _ENOUGH] if span.end <= start + width})


def _hits(text: str, term: Term) -> Iterator[Span]:
    plain = _pattern(term).finditer(text)
    first = next(plain, None)
    if first is not None:
        yield Span(first.start(), first.end())
        yield from (Span(found.start(), found.end()) for found in plain)
    elif not text.isascii():
        yield from _folded_hits(text, term)


@lru_cache(maxsize=256)
def _pattern(term: Term) -> re.Pattern[str]:
    """Return what finds the term where it is written without accents."""
    inner = _GAP.join(map(re.escape, term.words))
    before = "" if _CJK.match(term.words[0]) else r"(?<![^\W_])"
    after = "" if term.prefix or _CJK.match(term.words[-1]) else r"(?![^\W_])"
    return re.compile(before + inner + after, re.IGNORECASE)


def _folded_hits(text: str, term: Term) -> Iterator[Span]:
    """Yield where the term stands once each word is folded; slower, for texts with accents."""
    tokens = [(folded(found[0]), found.start(), found.end()) for found in _RUN.finditer(text)]
    count = len(term.words)
    for at in range(len(tokens) - count + 1):
        window = tokens[at : at + count]
        *firsts, last = (word for word, _, _ in window)
        ends = last.startswith(term.words[-1]) if term.prefix else last == term.words[-1]
        if ends and tuple(firsts) == term.words[:-1]:
            yield Span(window[0][1], window[-1][2])


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
