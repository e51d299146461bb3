"""What one sentence says of one contact, before the sentences of a document are put together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from readouts.contacts.clue import Clue
from readouts.model import ContactKind, Mention, Span


class Standing(Enum):
    """How the sentence speaks of the contact."""

    HELD = "held"
    PLANNED = "planned"
    REFERRED = "referred to"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One telling of a contact.

    `sentence` is the sentence's number, `cue` the words that make it a contact. `kind` is None where the words
    fit any kind ("speaking on …"). `sides` are the mentions of its parties, each side together: a contact of
    several sides of one party each is joint, `separate` says that the first side met each of the others alone.
    `ours` says that the speaker counts himself in ("we met", 我们), so that the parties of the contact told are meant;
    `yours` that he counts in whom he speaks to (你, 总统先生);
    `main` that the words are what the sentence is about; `titled` that only the title tells of it;
    `loose` that the kind is only the likeliest ("a conversation").
    """

    sentence: int
    cue: Span
    kind: ContactKind | None
    standing: Standing
    sides: tuple[tuple[Mention, ...], ...] = ()
    clues: tuple[Clue, ...] = ()
    place: tuple[str, Span] | None = None
    initiator: Mention | None = None
    separate: bool = False
    count: Span | None = None
    ours: bool = False
    yours: bool = False
    main: bool = False
    titled: bool = False
    loose: bool = False

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All the mentions of parties."""
        return tuple(mention for side in self.sides for mention in side)
