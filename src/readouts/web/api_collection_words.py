"""What the API says of the collection, as its reference describes it: the JSON of the commands."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from readouts.web.api_words import PartyFound, PassageFound, Place


class Quoted(Place):
    """Characters ``[start, end)`` of a text, and what stands there."""

    text: str


class QuotedOf(PassageFound):
    """A passage of one document, and what stands there."""

    text: str


class HitFound(BaseModel):
    """A document that answers a search; `hits` are places of its text and lie in the passage."""

    id: str
    title: str | None
    date: str | None
    publisher: str | None
    lang: str | None
    passage: Quoted
    hits: list[Place]


class SearchFound(BaseModel):
    """How many documents answer, and a page of them: each what ``readouts search`` prints."""

    total: int
    hits: list[HitFound]


class UsedBy(BaseModel):
    """In how many documents a publisher uses a wording."""

    publisher: str | None
    documents: int


class UsedIn(BaseModel):
    """In how many documents a wording is used in a month (YYYY-MM)."""

    month: str
    documents: int


class UseFound(QuotedOf):
    """One use of a wording, with its sentence."""

    publisher: str | None
    date: str | None
    similarity: float
    sentence: Quoted


class UsageFound(BaseModel):
    """What ``readouts trace`` prints of its phrase, ``readouts formulas`` of each formula."""

    wording: str
    documents: int
    publishers: list[UsedBy]
    first: str | None
    last: str | None
    months: list[UsedIn]
    uses: list[UseFound]


class FormulasFound(BaseModel):
    """The formulas, those that say most first."""

    formulas: list[UsageFound]


class WordingChanged(QuotedOf):
    """Standing wording dropped or added; `earlier` are the accounts that use it, `others` counts other texts."""

    change: Literal["dropped", "added"]
    earlier: list[str]
    others: int


class TopicChanged(BaseModel):
    """A topic dropped or added, and the words that are signs of it."""

    change: Literal["dropped", "added"]
    topic: str
    earlier: int
    passages: list[QuotedOf]


class StepTaken(QuotedOf):
    """A step on a ladder of force."""

    variant: str
    step: int


class ForceChanged(BaseModel):
    """Another step on one ladder than in the latest earlier account, speaking of the same topics."""

    change: Literal["stronger", "weaker"]
    ladder: str
    topics: list[str]
    before: StepTaken
    now: StepTaken


class ChangesFound(BaseModel):
    """What ``readouts changes`` prints."""

    id: str
    contact: str
    parties: list[PartyFound]
    earlier: list[str]
    formulas: list[WordingChanged]
    topics: list[TopicChanged]
    force: list[ForceChanged]


class AccountKept(BaseModel):
    """A document that is an account of a contact."""

    id: str
    publisher: str | None
    siglum: str | None
    date: str | None
    lang: str | None
    confidence: float


class ContactKept(BaseModel):
    """A contact of the register; `nth` counts within the answer, the earliest first."""

    id: str
    kind: str
    date: str | None
    parties: list[PartyFound]
    place: str | None
    nth: int | None
    nth_of_kind: int | None
    accounts: list[AccountKept]
    confidence: float
    why: str
    corrected: bool


class RegisterFound(BaseModel):
    """What ``readouts contacts`` prints without FILE."""

    contacts: list[ContactKept]
