"""Documents and contacts of the collection as lists show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from readouts.collection import Entry, Hit, RegisteredContact
from readouts.model import Publisher
from readouts.report.dates import day_in_words, edtf_in_words
from readouts.report.names import States, language_name, language_tag, party_name, publisher_name, web_address


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of the collection: its name, where its page is, and what is known of it."""

    name: str
    address: str
    title: str
    day: str
    publisher: str
    siglum: str
    language: str
    lang: str | None
    version: int
    latest: bool
    length: int
    url: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class ListedContact:
    """A contact of the register; `accounts` are the documents that tell of it."""

    id: str
    address: str
    kind: str
    day: str
    edtf: str
    place: str
    parties: tuple[str, ...]
    accounts: tuple[Listed, ...]
    sure: tuple[str, ...]
    why: str
    corrected: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a passage, `hit` when they are what was searched for."""

    words: str
    hit: bool


@dataclass(frozen=True, slots=True)
class ListedHit:
    """A document found, with the words in their context."""

    document: Listed
    parts: tuple[Part, ...]
    at: int


def document_address(name: str) -> str:
    """Return where the page of a document of the collection is."""
    return f"/documents/{quote(name, safe='')}"


def publisher_mark(publisher: Publisher | None) -> str:
    """Return the siglum a list shows beside a document, else the state's code; empty where neither is known."""
    return (publisher.siglum or publisher.state or "") if publisher else ""


def listed(entry: Entry) -> Listed:
    """Return how a document is shown in a list."""
    publisher = entry.publisher
    return Listed(
        name=entry.name,
        address=document_address(entry.name),
        title=entry.title or entry.id,
        day=day_in_words(entry.published) or "no date",
        publisher=publisher_name(publisher),
        siglum=publisher_mark(publisher),
        language=language_name(entry.language) if entry.language else "",
        lang=language_tag(entry.language),
        version=entry.version,
        latest=entry.latest,
        length=entry.length,
        url=entry.url,
        link=web_address(entry.url),
    )


def listed_contact(found: RegisteredContact, states: States) -> ListedContact:
    """Return how a contact is shown in a list."""
    contact = found.contact
    return ListedContact(
        id=found.id,
        address=f"/contacts/{quote(found.id, safe='')}",
        kind=str(contact.kind),
        day=edtf_in_words(contact.date),
        edtf=contact.date or "",
        place=contact.place or "",
        parties=tuple(party_name(party, states) for party in contact.parties),
        accounts=tuple(listed(account.entry) for account in found.accounts),
        sure=tuple(f"{account.confidence:.0%}" for account in found.accounts),
        why=found.why,
        corrected=found.corrected,
    )


def listed_hit(hit: Hit) -> ListedHit:
    """Return a passage cut at the words that were searched for."""
    passage, start = hit.passage.exact, hit.passage.span.start
    parts: list[Part] = []
    at = 0
    for span in hit.hits:
        begin, end = max(at, span.start - start), span.end - start
        parts += (Part(passage[at:begin], False), Part(passage[begin:end], True))
        at = max(at, end)
    parts.append(Part(passage[at:], False))
    return ListedHit(listed(hit.entry), tuple(part for part in parts if part.words), start)


def listed_all(entries: Sequence[Entry]) -> tuple[Listed, ...]:
    """Return documents as a list shows them."""
    return tuple(map(listed, entries))
