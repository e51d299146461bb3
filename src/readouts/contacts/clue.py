"""Words that date a contact, and the day or days they amount to once a day of reference is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from readouts.contacts.when import When
from readouts.model import Span

Reader = Callable[[date | None], When | None]
Place = Callable[[date | None], str | None]


@dataclass(frozen=True, slots=True)
class Clue:
    """One dating expression.

    `read` takes the day the text speaks from, None where it is unknown, and returns the days meant, None where they
    cannot be told. `weekday` (Monday is 0) is what the words say of the day even without a day of reference.
    `place` takes the same day and returns where the event named was held; None where the words name none.
    `sure` is false for words that date something near the contact. `following` is true for words that date it by the
    contact told before it ("the same day", 随后), which `read` cannot tell.
    """

    span: Span
    why: str
    read: Reader
    weekday: int | None = None
    place: Place | None = None
    sure: bool = True
    following: bool = False


def following(span: Span, words: str, *, sure: bool) -> Clue:
    """Return a clue that dates a contact by the one told before it: to the day where `sure`, else to about that day."""
    return Clue(span, f"date: {words}", lambda _reference: None, sure=sure, following=True)
