"""Mend a text's broken encoding, with a map that leads every offset back to the text as given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from readouts.model import Span
from readouts.text.offsets import OffsetMap, Replacement

# What shows nothing and stands in the middle of words: soft hyphens, spaces without width, signs of direction. Words
# are compared without them; joiners (U+200C, U+200D) stay, for they are spelling in Persian and in Indian scripts.
_UNSEEN = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
# What UTF-8 read as Latin-1, Windows-1252 or Windows-1251 begins with; a text without any is left alone,
# so ftfy is loaded only for texts that may need it.
_SUSPECT = re.compile("[\x80-\x9f]|[ÂÃÅâåæçèéïðãä][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[РС][°±‚ѓєѕ‹Ђ‡Џ»ѓ–—]")
_ODD = re.compile(f"{_SUSPECT.pattern}|{_UNSEEN.pattern}")
_SPACES = " \n\r\t"
_WORD = re.compile(r"[^ \n\r\t]+")
_RUN = re.compile("[^\x01-\x7f]+")
# spaCy and XML writers refuse lone surrogates; other control characters only confuse.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class MendedText:
    """The text the stages work on, and the map back to the text as given."""

    text: str
    to_given: OffsetMap


def mend(given: str) -> MendedText:
    """Repair mojibake word by word, take out what shows nothing, and replace unreadable characters one for one.

    What is taken out counts to the character before it, so that every character given has one that came of it.
    Typographic quotation marks, full-width forms, ligatures and line ends stay: they are the author's.
    """
    text = _UNREADABLE.sub(lambda m: "\ufffd" if m[0] >= "\ud800" else " ", given)
    return _mend_words(text) if _ODD.search(text) else MendedText(text, OffsetMap())


def _mend_words(text: str) -> MendedText:
    pieces: list[str] = []
    replacements: list[Replacement] = []
    copied = made_length = 0
    for word in _odd_words(text):
        for span, fixed in _fixes(word):
            pieces += [text[copied : span.start], fixed]
            made_start = made_length + span.start - copied
            made_length = made_start + len(fixed)
            replacements.append(Replacement(span, Span(made_start, made_length)))
            copied = span.end
    pieces.append(text[copied:])
    return MendedText("".join(pieces), OffsetMap(replacements))


def _odd_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words with anything to mend. Linear: no character is looked back at twice."""
    reached = 0
    for odd in _ODD.finditer(text):
        if odd.start() >= reached:
            before = max(text.rfind(space, reached, odd.start()) for space in _SPACES)
            word = _WORD.match(text, max(reached, before + 1))
            if word:
                yield word
                reached = word.end()


def _fixes(word: re.Match[str]) -> list[tuple[Span, str]]:
    """Return what to replace in one word."""
    seen = _UNSEEN.sub("", word[0])
    whole = Span(word.start(), word.end())
    if not seen:
        return [(whole, " " * len(whole))]
    if _SUSPECT.search(seen):
        return _mended(word) if seen == word[0] else [(whole, _decoder()(seen))]
    if seen == word[0]:
        return []
    return list(_without_unseen(word))


def _without_unseen(word: re.Match[str]) -> Iterator[tuple[Span, str]]:
    """Yield each character that something unseen follows, or that it opens the word with, alone."""
    reached = 0
    for unseen in _UNSEEN.finditer(word[0]):
        start, end = unseen.span()
        if start:
            start -= 1
            kept = word[0][start]
        else:
            kept = word[0][end]
            end += 1
            following = _UNSEEN.match(word[0], end)
            end = following.end() if following else end
        if start >= reached:
            yield Span(word.start() + start, word.start() + end), kept
        reached = end


def _mended(word: re.Match[str]) -> list[tuple[Span, str]]:
    """Return what mojibake of a word to replace: run by run where that gives the same, else the word whole."""
    fixed = _decoder()(word[0])
    if fixed == word[0]:
        return []
    runs = [
        (Span(word.start() + run.start(), word.start() + run.end()), _decoder()(run[0]))
        for run in _RUN.finditer(word[0])
    ]
    rest = _RUN.split(word[0])
    joined = rest[0] + "".join(made + after for (_, made), after in zip(runs, rest[1:], strict=True))
    return runs if joined == fixed else [(Span(word.start(), word.end()), fixed)]


@lru_cache(maxsize=1)
def _decoder() -> Callable[[str], str]:
    """Return what undoes mojibake and nothing else."""
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    return lambda broken: ftfy.fix_text(broken, config)
