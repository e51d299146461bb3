"""Where a text names an actor, and how a damaged name was restored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from readouts.model.actor import Person
from readouts.model.span import Span


class MentionKind(StrEnum):
    """What the words are that name the actor."""

    NAME = "name"
    OFFICE = "office"
    STATE = "state"
    METONYM = "metonym"
    PRONOUN = "pronoun"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Repair:
    """The rule that restored a damaged name, in words, and how sure it is (0 to 1)."""

    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a person, a state or both.

    `person` is the table's one name, or the name as written for somebody not in the table whose office the
    text gives. `state` is ISO 3166-1 alpha-3, `office` the table's word for the office ("president").
    `actor` is the table's entry when there is one (it carries the day of birth).
    A group ("the two leaders", 两国元首) has `members` instead, each a mention of the same span.
    """

    span: Span
    kind: MentionKind
    person: str | None = None
    state: str | None = None
    office: str | None = None
    repair: Repair | None = None
    actor: Person | None = None
    members: tuple[Mention, ...] = ()
