"""The contacts a text tells of, in the order of their dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.model import Contact
from readouts.report.board import Words
from readouts.report.dates import edtf_in_words, edtf_order
from readouts.report.names import States, party_name


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Words a contact rests on, and what they show."""

    words: Words
    why: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact as shown. `edtf` is the date as it stands in the data."""

    kind: str
    day: str
    edtf: str
    year: str
    parties: tuple[str, ...]
    place: str
    initiator: str
    told: bool
    evidence: tuple[EvidenceView, ...]
    doubts: tuple[str, ...]


def timeline(contacts: Iterable[Contact], text: str, states: States) -> tuple[ContactView, ...]:
    """Return the contacts by date, those without a date last."""
    return tuple(
        _contact(contact, text, states) for contact in sorted(contacts, key=lambda contact: edtf_order(contact.date))
    )


def _contact(contact: Contact, text: str, states: States) -> ContactView:
    seen = dict.fromkeys((e.span, e.why) for e in contact.evidence if len(e.span))
    return ContactView(
        kind=str(contact.kind),
        day=edtf_in_words(contact.date),
        edtf=contact.date or "",
        year=edtf_order(contact.date)[0] if contact.date else "",
        parties=tuple(party_name(party, states) for party in contact.parties),
        place=contact.place or "",
        initiator=party_name(contact.initiator, states) if contact.initiator else "",
        told=contact.told,
        evidence=tuple(EvidenceView(Words(span.of(text), span.start), why) for span, why in seen),
        doubts=tuple(problem.message for problem in contact.problems),
    )
