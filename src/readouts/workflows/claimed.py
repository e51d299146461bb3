"""Where a report claims that wording returns: that wording in the accounts of the contact it names, if we hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from readouts.collection import Collection, ContactFilter, days_of, list_contacts
from readouts.echoes import find_wording
from readouts.model import (
    Contact,
    ContactKind,
    Document,
    Echo,
    EchoClaim,
    Passage,
    Problem,
    Span,
    Statement,
    WordingUse,
)
from readouts.text import Models, detect_language
from readouts.workflows.across import find_kept_meaning, find_meaning
from readouts.workflows.kept import kept_documents
from readouts.workflows.register import up_to_date
from readouts.workflows.study import Study
from readouts.workflows.usage import articles, in_time

# Where a text says that wording returns, less likeness across languages is believed than where nobody says so.
_CLAIMED = 0.7
KEPT = 0.5
"""What both accounts say word for word returns whatever it means; so still less, by benchmarks/echoes_claims.py."""
_CALLS = {ContactKind.CALL, ContactKind.VIDEO_CALL}


@dataclass(frozen=True, slots=True)
class Returned:
    """The echoes found for the claims of a report, the documents they lie in besides it, what was not found and why."""

    echoes: tuple[Echo, ...] = ()
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_claimed(study: Study, claims: Sequence[EchoClaim], collection: Collection, models: Models) -> Returned:
    """Look for the wording of each claim in the accounts of the contact it names.

    Each echo has the wording in an account of that contact, in one of the contact the report tells of where it is
    there too, and in the report, in this order. Accounts in other languages are searched by meaning. Claims are in
    offsets of the mended text, what is returned in those of the texts as given.
    """
    up_to_date(collection)
    found = [_look(study, claim, collection, models) for claim in claims]
    return Returned(
        tuple(echo for one in found for echo in one.echoes),
        tuple({document.id: document for one in found for document in one.documents}.values()),
        tuple(problem for one in found for problem in one.problems),
    )


def _look(study: Study, claim: EchoClaim, collection: Collection, models: Models) -> Returned:
    sentence = next((s.span for s in study.parse.sentences if s.span.overlaps(claim.claim)), claim.claim)
    named = _named(study.contacts, sentence, claim.claim)
    if named is None:
        return _nothing(study, claim, "which contact it was used in before is not said, or not understood")
    whose = _whose(study.statements, sentence)
    earlier = _accounts(collection, named, whose)
    if not earlier:
        return _nothing(study, claim, f"the collection holds no account of {_called(named)}")
    told = next((contact for contact in study.contacts if contact.told), None)
    now = _accounts(collection, told, whose) if told else []
    now = [document for document in now if document.id not in {one.id for one in earlier}]
    echoes = tuple(_echoes(study, claim, articles(earlier), articles(now), models))
    if not echoes:
        return _nothing(study, claim, f"none of its wording was found in the accounts held of {_called(named)}")
    used = {passage.document for echo in echoes for passage in echo.passages}
    return Returned(echoes, tuple(document for document in (*earlier, *now) if document.id in used))


def _named(contacts: Iterable[Contact], sentence: Span, claim: Span) -> Contact | None:
    """Return the contact that the sentence of the claim names with a date, the nearest behind the claim first."""
    near = [
        (one.span.start < claim.start, abs(one.span.start - claim.end), number, contact)
        for number, contact in enumerate(contacts)
        for one in contact.evidence
        if not contact.told and contact.date and one.span.overlaps(sentence)
    ]
    return min(near, key=lambda one: one[:3])[3] if near else None


def _whose(statements: Iterable[Statement], sentence: Span) -> str | None:
    """Return the state whose words the sentence gives."""
    for statement in statements:
        if any(span.overlaps(sentence) for span in statement.content):
            for state in (statement.account and statement.account.state, statement.speaker and statement.speaker.state):
                if state:
                    return state
    return None


def _accounts(collection: Collection, contact: Contact, whose: str | None) -> list[Document]:
    """Return the accounts held of a contact: those of one state where it gave any, else all, the earliest first."""
    first, last = days_of(contact.date)
    parties = [frozenset(filter(None, (party.person, party.state))) for party in contact.parties]
    wanted = ContactFilter(tuple(filter(None, parties)), first, last)
    # A reporter's call is a government's video call.
    held = [
        of
        for one in list_contacts(collection, wanted)
        if one.contact.kind == contact.kind or {one.contact.kind, contact.kind} <= _CALLS
        for of in one.accounts
    ]
    own = [of.entry for of in held if whose and of.entry.publisher and of.entry.publisher.state == whose]
    return in_time(kept_documents(collection, own or [of.entry for of in held]))


def _echoes(
    study: Study, claim: EchoClaim, earlier: list[Document], now: list[Document], models: Models
) -> Iterator[Echo]:
    for wording in claim.wording:
        words = wording.of(study.parse.text)
        language = study.document.language
        uses = [use for documents in (earlier, now) if (use := _best(documents, words, language, models))]
        if not uses or uses[0].passage.document not in {document.id for document in earlier}:
            uses = _kept(earlier, now, words, language, models)
        if uses:
            here = Passage(study.document.id, study.given(wording))
            passages = (*(use.passage for use in uses), here)
            yield Echo(passages, len(words.split()), min(1.0, uses[0].similarity))


def _best(documents: list[Document], words: str, language: str | None, models: Models) -> WordingUse | None:
    """Return the likest use of the words in the documents, the earliest of equals."""
    own = [one for one in documents if _language(one) == language]
    foreign = [one for one in documents if one not in own]
    uses = [*find_wording(own, words), *find_meaning(foreign, words, models, _CLAIMED)]
    return max(uses, key=lambda use: use.similarity, default=None)


def _kept(
    earlier: list[Document], now: list[Document], words: str, language: str | None, models: Models
) -> list[WordingUse]:
    """Return what an earlier and a later account in one other language say word for word, likest to the words."""
    found = [
        find_kept_meaning(one, other, words, models, KEPT)
        for one in earlier
        for other in now
        if _language(one) == _language(other) != language
    ]
    return list(max(filter(None, found), key=lambda uses: uses[0].similarity, default=()))


def _language(document: Document) -> str | None:
    return document.language or detect_language(document.text)


def _called(contact: Contact) -> str:
    parties = " and ".join(filter(None, (party.person or party.state for party in contact.parties)))
    return f"the {contact.kind} of {contact.date}" + (f" ({parties})" if parties else "")


def _nothing(study: Study, claim: EchoClaim, why: str) -> Returned:
    given = replace(claim, claim=study.given(claim.claim))
    message = f"{study.document.id}: the text says wording returns (at {given.claim.start}), but {why}."
    return Returned(problems=(Problem("echo-not-found", message, (given.claim,)),))
