"""Trace: every use of a wording and its close variants, in other languages too when asked."""

from __future__ import annotations

from collections.abc import Iterable

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
        own = detect_language(phrase) or "en"
        foreign = [one for one in read if (one.language or detect_language(one.text) or own) != own]
        found = sorted([*found, *find_meaning(foreign, phrase, models)], key=_place)
    return usage_of(phrase, found, ordered)


def _place(use: WordingUse) -> tuple[int, int]:
    return int(use.passage.document), use.passage.span.start
