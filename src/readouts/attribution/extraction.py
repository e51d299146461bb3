"""One attribution as the text gives it, before anyone asks who the speaker is."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.model import Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """Source, cue and content spans; any of the first two may be empty.

    `cue_lemma` is the dictionary form of the cue's head ("call on"), '' where there is none;
    `confidence` is 0 to 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    cue_lemma: str
    confidence: float
