"""Mend a text's broken encoding, with a map that leads every offset back to the text as given."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from readouts.model import Span
from readouts.text.offsets import OffsetMap, Replacement

# What UTF-8 read as Latin-1, Windows-1252 or Windows-1251 begins with; a text without any is left alone,
# so ftfy is loaded only for texts that may need it.
_SUSPECT = re.compile("[\x80-\x9f]|[ÂÃÅâåæçèéïðãä][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[РС][°±‚ѓєѕ‹Ђ‡Џ»ѓ–—]")
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
    """Repair mojibake word by word and replace unreadable characters one for one.

    Typographic quotation marks, full-width forms, ligatures and line ends stay: they are the author's.
    """
    text = _UNREADABLE.sub(lambda m: "\ufffd" if m[0] >= "\ud800" else " ", given)
    if not _SUSPECT.search(text):
        return MendedText(text, OffsetMap())
    return _mend_words(text)


def _mend_words(text: str) -> MendedText:
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
    pieces: list[str] = []
    replacements: list[Replacement] = []
    copied = made_length = 0
    for word in _WORD.finditer(text):
        if not _SUSPECT.search(word[0]):
            continue
        for span, fixed in _fixes(word, lambda broken: ftfy.fix_text(broken, config)):
            pieces += [text[copied : span.start], fixed]
            made_start = made_length + span.start - copied
            made_length = made_start + len(fixed)
            replacements.append(Replacement(span, Span(made_start, made_length)))
            copied = span.end
    pieces.append(text[copied:])
    return MendedText("".join(pieces), OffsetMap(replacements))


def _fixes(word: re.Match[str], fix: Callable[[str], str]) -> list[tuple[Span, str]]:
    """Return what to replace in one word: run by run where that gives the same, else the word whole."""
    fixed = fix(word[0])
    if fixed == word[0]:
        return []
    runs = [(Span(word.start() + run.start(), word.start() + run.end()), fix(run[0])) for run in _RUN.finditer(word[0])]
    rest = _RUN.split(word[0])
    joined = rest[0] + "".join(made + after for (_, made), after in zip(runs, rest[1:], strict=True))
    return runs if joined == fixed else [(Span(word.start(), word.end()), fixed)]
