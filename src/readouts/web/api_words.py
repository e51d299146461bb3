"""What the API takes and gives, as its reference describes it: the JSON of the command line."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from readouts.web.forms import checked_address
from readouts.workflows.supply import Supplied

_Words = Annotated[str, Field(max_length=2_000)]


class DocumentGiven(BaseModel):
    """One text, or the address of one, with what is known of it: a line of a ``.jsonl`` file."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(None, description="The text itself; without it, it is read from `url`.")
    id: _Words | None = None
    title: _Words | None = None
    date: datetime.date | None = Field(None, description="Day of publication.")
    url: _Words | None = None
    publisher: _Words | None = None
    lang: Annotated[str, Field(max_length=20)] | None = None

    def supplied(self, number: int) -> Supplied:
        """Return what was handed over; raise WrongCall when there is neither text nor an address."""
        address = checked_address(self.url or "") if self.text is None else None
        return Supplied(
            name=self.id or self.url or f"document {number}",
            text=self.text,
            address=address,
            title=self.title,
            publisher=self.publisher,
            published=self.date,
            language=self.lang,
            url=self.url,
        )


class ReadGiven(BaseModel):
    """One document to look at."""

    model_config = ConfigDict(extra="forbid")
    document: DocumentGiven


class CompareGiven(BaseModel):
    """Accounts of one contact, in the order of the columns."""

    model_config = ConfigDict(extra="forbid")
    documents: Annotated[list[DocumentGiven], Field(min_length=2, max_length=12)]


class Fault(BaseModel):
    """Why something was not done, in a sentence."""

    error: str


class Place(BaseModel):
    """Characters ``[start, end)`` of a text."""

    start: int
    end: int


class ResidueFound(Place):
    """Characters that are not the article."""

    reason: str


class MentionFound(Place):
    """Words that name an actor."""

    person: str | None
    state: str | None
    office: str | None
    repaired: bool
    why: str | None


class SpeakerFound(BaseModel):
    """Who speaks."""

    person: str | None
    state: str | None


class AccountOf(BaseModel):
    """By whose account."""

    publisher: str | None
    state: str | None


class StatementFound(BaseModel):
    """Source, cue and content, each a list of ``[start, end]``."""

    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]
    speaker: SpeakerFound | None
    account: AccountOf | None
    mode: Literal["direct", "indirect", "mixed"]
    act: str | None
    force: int | float | str | None


class PartyFound(SpeakerFound):
    """A participant."""

    office: str | None


class EvidenceFound(Place):
    """Words a contact rests on."""

    why: str


class ContactFound(BaseModel):
    """A contact; `date` is EDTF."""

    kind: str
    date: str | None
    parties: list[PartyFound]
    place: str | None
    told: bool
    evidence: list[EvidenceFound]


class AccountGiven(BaseModel):
    """One account of a comparison."""

    id: str
    publisher: str | None
    siglum: str
    lang: str | None


class AccountCited(AccountGiven):
    """An account that a report cites; `statements` are positions in the report's statements."""

    statements: list[int]


class DifferenceFound(BaseModel):
    """One difference, with the words it rests on in each account."""

    kind: str
    values: list[str | None]
    spans: list[list[Place]]


class RowFound(BaseModel):
    """One point; a cell is a list of places, empty for silence."""

    relation: Literal["same", "differs", "only"]
    topic: str | None
    cells: list[list[Place]]
    differences: list[DifferenceFound]
    confidence: float


class PassageFound(Place):
    """A passage of one document."""

    id: str


class EchoFound(BaseModel):
    """Passages that share wording, the earlier first."""

    passages: list[PassageFound]
    words: int
    similarity: float


class TermFound(Place):
    """A contested term."""

    family: str
    variant: str


class Cleaned(BaseModel):
    """What ``readouts clean`` finds."""

    id: str
    text: str
    residue: list[ResidueFound]
    headings: list[Place]


class ActorsFound(BaseModel):
    """What ``readouts actors`` finds."""

    id: str
    mentions: list[MentionFound]


class StatementsFound(BaseModel):
    """What ``readouts statements`` finds."""

    id: str
    statements: list[StatementFound]


class ContactsFound(BaseModel):
    """What ``readouts contacts`` finds."""

    id: str
    contacts: list[ContactFound]


class Compared(BaseModel):
    """What ``readouts compare`` finds."""

    accounts: list[AccountGiven]
    rows: list[RowFound]


class ReportRead(Cleaned):
    """What ``readouts read`` finds."""

    mentions: list[MentionFound]
    statements: list[StatementFound]
    contacts: list[ContactFound]
    accounts: list[AccountCited]
    rows: list[RowFound]
    echoes: list[EchoFound]
    terms: list[TermFound]
