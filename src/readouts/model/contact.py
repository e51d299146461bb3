"""A call, meeting, visit or letter between parties, dated as far as the text allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from readouts.model.problem import Problem
from readouts.model.span import Span


class ContactKind(StrEnum):
    """What sort of contact it was; talks at a summit are a meeting."""

    CALL = "call"
    VIDEO_CALL = "video call"
    MEETING = "meeting"
    VISIT = "visit"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Party:
    """One participant. A state alone only where no person is named."""

    person: str | None
    state: str | None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words a contact rests on, and what they show ("kind", "date: birthday of …", "party")."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact a document tells of. `date` is EDTF (``2022-06-15``, ``2022-02~``), None when unknown.

    `told` is true of the one contact the document is an account of.
    """

    kind: ContactKind
    date: str | None
    parties: tuple[Party, ...]
    place: str | None = None
    initiator: Party | None = None
    told: bool = False
    evidence: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()
