"""How far attribution reaches in each language, in words for the reader."""

from __future__ import annotations

_FULL = frozenset({"en", "zh"})


def coverage(language: str | None) -> str | None:
    """Return a sentence on what attribution cannot do in this language; None where it does what it should."""
    if language in _FULL:
        return None
    if language == "ru":
        return "Russian: statements are found by verbs and punctuation alone; some are missed, some run too far."
    name = f"the language {language!r}" if language else "a text of unknown language"
    return f"No rules for {name}: only longer quotations are found, without speaker or cue."
