"""Signs that a text is not the original's wording: a copy translated there and back, or read off a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readouts.model import Problem, Span

_LATIN_LANGUAGES = frozenset("en de fr es it pt nl pl cs sk sl hr ro hu fi sv da no nb et lv lt tr id vi".split())
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg"})
# Whole words of a script that the language is not written in; words of Chinese, Japanese and Korean are often quoted.
_BEYOND_LATIN = re.compile(r"(?<!\w)[\u0370-\u1fff\u2c00-\u2dff\ua980-\uabff]{2,}(?!\w)")
_BEYOND_CYRILLIC = re.compile(r"(?<!\w)[\u0370-\u03ff\u0530-\u1fff\u2c00-\u2dff\ua980-\uabff]{2,}(?!\w)")
_MIXED = re.compile(r"\b(?=\w{3,})(?=\w*[A-Za-z])(?=\w*[\u0400-\u04ff])\w{1,40}\b")
# What is said twice on purpose ("more and more") is left alone.
_TWICE = re.compile(
    r"\b(?!(?:more|over|less|fewer|further|better|again|many|years|days|time|times|thousands|hundreds|millions) )"
    r"(?P<word>[a-z]{4,}) (?:and|und|et|y|e|и) (?P=word)\b"
)
_CUT = re.compile(r"(?<= )(?:with|by|to|from|and) A\.(?= [A-Z])")
_DIGIT_IN_WORD = re.compile(r"\b[a-z]{2,20}[01][a-z]{2,20}\b")
_LETTERS_APART = re.compile(r"(?<!\S)(?:[^\W\d_] ){5,30}[^\W\d_](?!\S)")
# "Pre- and post-war" is no word broken at a line's end.
_BROKEN = re.compile(r"\b[a-z]{2,30}- (?!(?:and|or|to|und|oder|bis|et|ou|y|o|e|i|и|или)\b)[a-z]{2,30}\b")
_MOST_SHOWN = 12
# One sign alone may be the writer's own; so many places of one that nobody writes are not.
_ENOUGH = 3
_SCRIPT, _TWICE_SAID, _NAMES = "words of another script", "a word said twice", "names that fit nobody"
# One word broken in two is a slip.
_BROKEN_WORDS = "words broken in two"
_LEAST = {_BROKEN_WORDS: 3}
_MAY_BE_MEANT = frozenset({_SCRIPT, _TWICE_SAID})


def find_damage(text: str, language: str | None, repaired: Sequence[Span] = ()) -> tuple[Problem, ...]:
    """Return a warning, with its evidence, where signs of damage of different kinds stand together; else nothing.

    One kind alone is enough where it is met often and nobody writes so on purpose. `repaired` is where damaged
    names were restored, in characters of `text`. Linear in its length.
    """
    found = {words: list(spans) for words, spans in _signs(text, language)}
    if repaired:
        found[_NAMES] = list(repaired)
    found = {words: spans for words, spans in found.items() if len(spans) >= _LEAST.get(words, 1)}
    if len(found) < 2 and not any(
        len(spans) >= _ENOUGH for words, spans in found.items() if words not in _MAY_BE_MEANT
    ):
        return ()
    evidence = "; ".join(f"{words} ({_quoted(text, spans)})" for words, spans in found.items())
    message = (
        f"this seems to be a copy that was translated there and back, or read off a picture: {evidence}. "
        f"Do not quote it as the original."
    )
    every = sorted(span for spans in found.values() for span in spans)
    return (Problem("damaged-copy", message, tuple(every[:_MOST_SHOWN])),)


def _signs(text: str, language: str | None) -> Iterator[tuple[str, Iterator[Span]]]:
    if language in _LATIN_LANGUAGES:
        yield _SCRIPT, _all(_BEYOND_LATIN, text)
    elif language in _CYRILLIC_LANGUAGES:
        yield _SCRIPT, _all(_BEYOND_CYRILLIC, text)
    yield "letters of two scripts in one word", _all(_MIXED, text)
    yield _TWICE_SAID, _all(_TWICE, text)
    yield "digits inside words", _all(_DIGIT_IN_WORD, text)
    yield _BROKEN_WORDS, _all(_BROKEN, text)
    yield "letters set apart", _all(_LETTERS_APART, text)
    if language == "en":
        yield "sentences cut short", _all(_CUT, text)


def _all(sign: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(*found.span()) for found in sign.finditer(text))


def _quoted(text: str, spans: Sequence[Span]) -> str:
    words = dict.fromkeys(" ".join(text[span.start : min(span.end, span.start + 60)].split()) for span in spans)
    return ", ".join(f"“{word}”" for word in list(words)[:4])
