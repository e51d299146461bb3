"""Trace: every use of a wording and its close variants, in other languages too when asked."""

from __future__ import annotations

from collections.abc import Iterable

from readouts.echoes import find_wording
from readouts.errors import WrongCall
from readouts.model import Document, WordingUse
from readouts.text import Models, detect_language
from readouts.workflows.across import find_meaning
from readouts.workflows.usage import Usage, in_time, usage_of


def trace_wording(documents: Iterable[Document], phrase: str, models: Models | None = None) -> Usage:
    """Return the uses of a phrase and of its close variants, the earliest first, each with its similarity.

    With `models` passages in other languages that mean about the same are found too, by the sentence encoder.
    Raises WrongCall for a phrase without a word.
    """
    if not any(character.isalnum() for character in phrase):
        raise WrongCall("A phrase to trace needs a word at least.")
    ordered = in_time(documents)
    found = find_wording(ordered, phrase)
    if models is not None:
        own = detect_language(phrase) or "en"
        foreign = [one for one in ordered if (one.language or detect_language(one.text) or own) != own]
        found = _merged(ordered, found, find_meaning(foreign, phrase, models))
    return usage_of(phrase, found, ordered)


def _merged(ordered: list[Document], one: list[WordingUse], other: list[WordingUse]) -> list[WordingUse]:
    place = {document.id: number for number, document in enumerate(ordered)}
    return sorted((*one, *other), key=lambda use: (place[use.passage.document], use.passage.span))
