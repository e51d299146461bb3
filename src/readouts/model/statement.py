"""Who said what, by whose account."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from readouts.model.document import Publisher
from readouts.model.span import Span


class Mode(StrEnum):
    """Whether the content stands in the speaker's words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom the source words name, so far as it is known."""

    person: str | None
    state: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Source, cue and content spans; any of the first two may be empty.

    `speakers` are all whom the source names ("the two leaders" names two). `account` is whose account the
    statement stands in; None when the text gives none. `act` and `force` come from the table of acts:
    force is the step on its ladder, 0 when the act has no ladder.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speakers: tuple[Speaker, ...] = ()
    account: Publisher | None = None
    mode: Mode = Mode.INDIRECT
    act: str | None = None
    force: int = 0

    @property
    def speaker(self) -> Speaker | None:
        """The one speaker, or None when the source names nobody or several."""
        return self.speakers[0] if len(self.speakers) == 1 else None
