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
    """What is shown of a contact, and the words that show it, each wording once."""

    why: str
    words: tuple[Words, ...]


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
    return ContactView(
        kind=str(contact.kind),
        day=edtf_in_words(contact.date),
        edtf=contact.date or "",
        year=edtf_order(contact.date)[0] if contact.date else "",
        parties=tuple(party_name(party, states) for party in contact.parties),
        place=contact.place or "",
        initiator=party_name(contact.initiator, states) if contact.initiator else "",
        told=contact.told,
        evidence=_evidence(contact, text),
        doubts=tuple(problem.message for problem in contact.problems),
    )


def _evidence(contact: Contact, text: str) -> tuple[EvidenceView, ...]:
    """Gather the evidence by what it shows, in the order in which that is first shown."""
    shown: dict[str, dict[str, Words]] = {}
    for one in contact.evidence:
        if len(one.span):
            words = one.span.of(text)
            shown.setdefault(one.why, {}).setdefault(words, Words(words, one.span.start))
    return tuple(EvidenceView(why, tuple(words.values())) for why, words in shown.items())
