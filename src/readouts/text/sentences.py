"""Sentences and words by rule, for languages without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readouts.model import Span
from readouts.text.parse import Parse, Sentence, Token

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_CLOSERS = "”’»」』）)\\]】〉》\"'"
_IDEOGRAPHIC_END = re.compile(f"[。！？!?…]+[{_CLOSERS}]*")
# A stop ends a sentence before white space and something that may begin one.
_SPACED_END = re.compile(rf"[.!?…]+[{_CLOSERS}]*(?=\s+[\"'«„“‘(\[—–-]*\s*[^\W\d_a-zа-яіїєґё]|\s*$)")
_ABBREVIATION = re.compile(
    r"(?:\b[A-ZА-ЯІЇЄҐ]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Jr|Sr|No|vs|г|гг|им|ул|тыс|млн|млрд|руб|долл|т|д|п|р|м|ст|проф|Hr|Fr|Nr|M))\.$"
)
_WORD = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff]|[^\W\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff]+(?:[-'’][^\W\u3400-\u9fff]+)*|[^\w\s]"
)

IDEOGRAPHIC = frozenset({"zh", "ja"})


def parse_by_rule(text: str, language: str | None) -> Parse:
    """Cut `text` into sentences at its language's marks and line ends, and into words by script."""
    end_mark = _IDEOGRAPHIC_END if language in IDEOGRAPHIC else _SPACED_END
    sentences = tuple(
        Sentence(span, tuple(_tokens(text, span)), block)
        for block, line in enumerate(_LINE.finditer(text))
        for span in _sentences_of_line(text, line.start(), line.end(), end_mark)
    )
    return Parse(text, language, sentences, parsed=False)


def _sentences_of_line(text: str, start: int, end: int, end_mark: re.Pattern[str]) -> Iterator[Span]:
    begin = start
    for mark in end_mark.finditer(text, start, end):
        # Only the last few characters can hold an abbreviation: looking further back would be quadratic.
        if end_mark is _SPACED_END and _ABBREVIATION.search(text, max(begin, mark.end() - 8), mark.end()):
            continue
        yield from _stripped(text, begin, mark.end())
        begin = mark.end()
    yield from _stripped(text, begin, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _tokens(text: str, span: Span) -> Iterator[Token]:
    for index, word in enumerate(_WORD.finditer(text, span.start, span.end)):
        yield Token(word.start(), word.end(), word[0], word[0].lower(), "", "", "", index, "")
