"""Find the entries of a table in a text, language by language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from readouts.model import Span

Key = TypeVar("Key")
_WORD = re.compile(r"(?<!\w)\w")
_BEGINNINGS = {"zh": re.compile("[^\\s，。、；：！？]")}


class Found(NamedTuple, Generic[Key]):
    """An entry of a table, where it stands in a text."""

    span: Span
    key: Key


class Lexicon(Generic[Key]):
    """Words and phrases of several languages, each leading to a key.

    An English phrase counts as whole words, a ``*`` standing for any ending; a Chinese one wherever it stands; in
    other languages words begin with its parts. Where entries overlap the longer counts.
    """

    __slots__ = ("_buckets", "_patterns")

    def __init__(self, entries: Iterable[tuple[str, str, Key]]) -> None:
        """Take (language, phrase, key); of two entries with one phrase the later counts."""
        buckets: dict[tuple[str, str], dict[str, Key]] = {}
        for language, phrase, key in entries:
            buckets.setdefault((language, phrase[:2].lower()), {})[phrase.lower()] = key
        # One pattern for all would try hundreds of phrases at every word; its first letters leave a few.
        self._buckets: dict[str, dict[str, dict[str, Key]]] = {}
        for (language, letters), known in buckets.items():
            longest = sorted(known, key=lambda phrase: (-len(phrase), phrase))
            self._buckets.setdefault(language, {})[letters] = {phrase: known[phrase] for phrase in longest}
        # Patterns are compiled when first asked for: most first letters of a table stand in no text at hand.
        self._patterns: dict[tuple[str, str], tuple[re.Pattern[str], tuple[Key, ...]]] = {}

    def find(self, text: str, language: str | None, span: Span | None = None) -> list[Found[Key]]:
        """Return what stands in `text` (within `span`), in the order of the text; nothing for an unknown language."""
        if language is None or (buckets := self._buckets.get(language)) is None:
            return []
        at, end = (0, len(text)) if span is None else (span.start, span.end)
        found = []
        for begin in _BEGINNINGS.get(language, _WORD).finditer(text, at, end):
            start = begin.start()
            if start < at or (letters := text[start : start + 2].lower()) not in buckets:
                continue
            pattern, keys = self._pattern(language, letters)
            match = pattern.match(text, start, end)
            if match and match.lastindex:
                found.append(Found(Span(start, match.end()), keys[match.lastindex - 1]))
                at = match.end()
        return found

    def _pattern(self, language: str, letters: str) -> tuple[re.Pattern[str], tuple[Key, ...]]:
        """Return the pattern of all phrases with such first letters, and the keys of its groups."""
        made = self._patterns.get((language, letters))
        if made is None:
            known = self._buckets[language][letters]
            body = "|".join(f"({_pattern(phrase, language)})" for phrase in known)
            made = self._patterns[language, letters] = re.compile(body, re.IGNORECASE), tuple(known.values())
        return made


def _pattern(phrase: str, language: str) -> str:
    parts = phrase.split("…") if language == "zh" else phrase.split()
    if language == "zh":
        return r"[^。！？；\n]{0,30}?".join(map(re.escape, parts))
    if language == "en":
        return r"\s+".join(
            re.escape(part[:-1]) + r"\w*" if part.endswith("*") else re.escape(part) for part in parts
        ) + ("" if phrase.endswith("*") else r"(?!\w)")
    return r"\s+".join(re.escape(part) + r"\w*" for part in parts)
