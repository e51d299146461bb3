"""Find the entries of a table in a text, language by language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from readouts.model import Span

Key = TypeVar("Key")


class Found(NamedTuple, Generic[Key]):
    """An entry of a table, where it stands in a text."""

    span: Span
    key: Key


class Lexicon(Generic[Key]):
    """Words and phrases of several languages, each leading to a key.

    An English phrase counts as whole words, a ``*`` standing for any ending; a Chinese one wherever it stands; in
    other languages words begin with its parts. Where entries overlap the longer counts.
    """

    __slots__ = ("_keys", "_patterns")

    def __init__(self, entries: Iterable[tuple[str, str, Key]]) -> None:
        """Take (language, phrase, key); of two entries with one phrase the later counts."""
        phrases: dict[str, dict[str, Key]] = {}
        for language, phrase, key in entries:
            phrases.setdefault(language, {})[phrase.lower()] = key
        self._keys: dict[str, tuple[Key, ...]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        for language, known in phrases.items():
            longest = sorted(known, key=lambda phrase: (-len(phrase), phrase))
            body = "|".join(f"({_pattern(phrase, language)})" for phrase in longest)
            edge = "" if language in ("zh", "ja") else r"(?<!\w)"
            self._patterns[language] = re.compile(f"{edge}(?:{body})", re.IGNORECASE)
            self._keys[language] = tuple(known[phrase] for phrase in longest)

    def find(self, text: str, language: str | None, span: Span | None = None) -> list[Found[Key]]:
        """Return what stands in `text` (within `span`), in the order of the text; nothing for an unknown language."""
        pattern = self._patterns.get(language or "")
        if pattern is None:
            return []
        keys = self._keys[language or ""]
        start, end = (0, len(text)) if span is None else (span.start, span.end)
        return [
            Found(Span(match.start(), match.end()), keys[match.lastindex - 1])
            for match in pattern.finditer(text, start, end)
            if match.lastindex
        ]


def _pattern(phrase: str, language: str) -> str:
    parts = phrase.split("…") if language == "zh" else phrase.split()
    if language == "zh":
        return r"[^。！？；\n]{0,30}?".join(map(re.escape, parts))
    if language == "en":
        return r"\s+".join(
            re.escape(part[:-1]) + r"\w*" if part.endswith("*") else re.escape(part) for part in parts
        ) + ("" if phrase.endswith("*") else r"(?!\w)")
    return r"\s+".join(re.escape(part) + r"\w*" for part in parts)
