"""Trace: every use of a wording and its close variants, in other languages too when asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from readouts.echoes import find_wording
from readouts.errors import WrongCall
from readouts.model import Document, WordingUse
from readouts.text import Models, detect_language
from readouts.workflows.across import find_meaning
from readouts.workflows.usage import Usage, in_time, numbered, usage_of


def trace_wording(documents: Iterable[Document], phrase: str, models: Models | None = None) -> Usage:
    """Return the uses of a phrase and of its close variants, the earliest first, each with its similarity.

    With `models` passages in other languages that mean about the same are found too, by the sentence encoder.
    Raises WrongCall for a phrase without a word.
    """
    if not any(character.isalnum() for character in phrase):
        raise WrongCall("A phrase to trace needs a word at least.")
    ordered = in_time(documents)
    read = numbered(ordered)
    found = find_wording(read, phrase)
    if models is not None:
        languages = [one.language or detect_language(one.text) for one in read]
        own = _language(phrase, [languages[int(use.passage.document)] for use in found], languages)
        foreign = [one for one, language in zip(read, languages, strict=True) if (language or own) != own]
        found = sorted([*found, *find_meaning(foreign, phrase, models)], key=_place)
    return usage_of(phrase, found, ordered)


def _language(phrase: str, used: Sequence[str | None], languages: Collection[str | None]) -> str:
    """Return the language of a phrase: that of most texts which use it; what a few words alone tell is little."""
    for language, _ in Counter(filter(None, used)).most_common(1):
        return language
    seems = detect_language(phrase)
    return seems if seems and seems in languages else "en"


def _place(use: WordingUse) -> tuple[int, int]:
    return int(use.passage.document), use.passage.span.start
