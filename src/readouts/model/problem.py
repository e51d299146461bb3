"""A fault found in data: anchored, shown to the user, never an exception."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.model.span import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """What is doubtful or wrong in what was read.

    `code` is stable and short (``unknown-date``), `message` is a sentence for a person, `spans` are the
    characters it rests on, empty when it concerns the whole document.
    """

    code: str
    message: str
    spans: tuple[Span, ...] = ()
