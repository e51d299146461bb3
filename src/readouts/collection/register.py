"""The register: contacts and the documents that are accounts of them, as it was last made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select

from readouts.collection.changed import made_from, note_made, register_basis
from readouts.collection.days import days_of
from readouts.collection.entry import COLUMNS, Entry, entry_of
from readouts.collection.schema import account, contact, contact_party, document, party, told
from readouts.collection.store import Collection
from readouts.errors import NotInCollection
from readouts.model import Contact, ContactKind, Party


@dataclass(frozen=True, slots=True)
class AccountOf:
    """A document that is an account of a contact, with how sure that is (0 to 1; 1.0 where a person said so)."""

    entry: Entry
    confidence: float


@dataclass(frozen=True, slots=True)
class RegisteredContact:
    """One contact of the register with its accounts, the earliest published first.

    `why` says in words what joins the accounts; `corrected` is true where a person had a hand in it.
    """

    id: str
    contact: Contact
    accounts: tuple[AccountOf, ...]
    confidence: float
    why: str
    corrected: bool


@dataclass(frozen=True, slots=True)
class ContactFilter:
    """Narrows the register: parties as in `Filter`, days of the contact, at least so many accounts."""

    between: tuple[frozenset[str], ...] = ()
    since: date | None = None
    until: date | None = None
    kind: ContactKind | None = None
    accounts: int = 1


def told_contacts(collection: Collection) -> list[tuple[Entry, Contact]]:
    """Return each latest document that is an account of a contact, with that contact (without its evidence).

    A document that tells of several held one after another stands there with each, the first first.
    """
    with collection.reading() as connection:
        parties: dict[tuple[int, int], list[Party]] = defaultdict(list)
        order = (party.c.document, party.c.place_in_text, party.c.place_in_list)
        for row in connection.execute(select(party).where(party.c.told).order_by(*order)):
            parties[row.document, row.place_in_text].append(Party(row.person, row.state, row.office))
        told_columns = [column.label(f"told_{column.name}") for column in told.c]
        rows = connection.execute(
            select(*COLUMNS, *told_columns)
            .join(told, told.c.document == document.c.number)
            .where(told.c.told, document.c.latest)
            .order_by(document.c.number, told.c.place_in_text)
        ).all()
    found = []
    for row in rows:
        of = tuple(parties[row.number, row.told_place_in_text])
        held = Contact(ContactKind(row.told_kind), row.told_date, of, row.told_place, told=True)
        found.append((entry_of(row), held))
    return found


def register_is_made(collection: Collection, rule: str) -> tuple[bool, str]:
    """Say whether the register is up to date under a rule of matching, and the basis to keep it under when made now."""
    with collection.reading() as connection:
        basis = register_basis(connection, rule)
        return made_from(connection) == basis, basis


def keep_register(collection: Collection, contacts: Iterable[RegisteredContact], basis: str) -> None:
    """Write the register in the place of the older one."""
    rows: dict[str, list[dict[str, Any]]] = {"contact": [], "party": [], "account": []}
    for one in contacts:
        first, last = days_of(one.contact.date)
        held = one.contact
        rows["contact"].append(
            {
                "id": one.id,
                "kind": str(held.kind),
                "date": held.date,
                "first": first,
                "last": last,
                "place": held.place,
                "confidence": one.confidence,
                "why": one.why,
                "corrected": one.corrected,
            }
        )
        rows["party"] += [
            {"contact": one.id, "place_in_list": at, "person": p.person, "state": p.state, "office": p.office}
            for at, p in enumerate(held.parties)
        ]
        rows["account"] += [
            {"contact": one.id, "document": of.entry.number, "confidence": of.confidence} for of in one.accounts
        ]
    with collection.writing() as connection:
        for table in (account, contact_party, contact):
            connection.execute(delete(table))
        for table, name in ((contact, "contact"), (contact_party, "party"), (account, "account")):
            if rows[name]:
                connection.execute(insert(table), rows[name])
        note_made(connection, basis)


def list_contacts(collection: Collection, wanted: ContactFilter | None = None) -> list[RegisteredContact]:
    """Return the contacts that pass the filter, the earliest first, those without a date last."""
    narrowing = wanted or ContactFilter()
    query = select(contact).where(*_conditions(narrowing)).order_by(contact.c.first.asc().nulls_last(), contact.c.id)
    with collection.reading() as connection:
        found = _registered(connection, connection.execute(query).all())
    return [one for one in found if len(one.accounts) >= narrowing.accounts]


def page_of_contacts(collection: Collection, wanted: ContactFilter, page: slice) -> tuple[list[RegisteredContact], int]:
    """Return a page of the contacts that pass the filter, the latest first, and how many pass in all.

    Those without a date stand last; how many accounts a contact has narrows nothing here.
    """
    conditions = _conditions(wanted)
    order = (contact.c.first.desc().nulls_last(), contact.c.id)
    query = select(contact).where(*conditions).order_by(*order).offset(page.start).limit(page.stop - page.start)
    with collection.reading() as connection:
        total = connection.execute(select(func.count()).select_from(contact).where(*conditions)).scalar_one()
        return _registered(connection, connection.execute(query).all()), int(total)


def find_contact(collection: Collection, identifier: str) -> RegisteredContact:
    """Return the contact of that id, or the contact a document of that id is an account of.

    Raises NotInCollection when there is neither.
    """
    with collection.reading() as connection:
        rows = connection.execute(select(contact).where(contact.c.id == identifier)).all()
        if not rows:
            of_document = select(account.c.contact).join(document).where(document.c.id == identifier)
            rows = connection.execute(select(contact).where(contact.c.id.in_(of_document))).all()
        found = _registered(connection, rows)
    if not found:
        raise NotInCollection(f"The register has no contact {identifier}. See: readouts contacts")
    return found[0]


def _conditions(wanted: ContactFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for names in wanted.between:
        is_party = or_(contact_party.c.person.in_(sorted(names)), contact_party.c.state.in_(sorted(names)))
        found.append(contact.c.id.in_(select(contact_party.c.contact).where(is_party)))
    if wanted.since:
        found.append(contact.c.last >= wanted.since)
    if wanted.until:
        found.append(contact.c.first <= wanted.until)
    if wanted.kind:
        found.append(contact.c.kind == str(wanted.kind))
    return found


def _registered(connection: Connection, rows: Sequence[Any]) -> list[RegisteredContact]:
    """Return contacts with their parties and accounts, a few queries for all of them."""
    parties: dict[str, list[Party]] = defaultdict(list)
    accounts: dict[str, list[AccountOf]] = defaultdict(list)
    ids = [row.id for row in rows]
    for at in range(0, len(ids), 500):
        some = ids[at : at + 500]
        of = select(contact_party).where(contact_party.c.contact.in_(some))
        for row in connection.execute(of.order_by(contact_party.c.contact, contact_party.c.place_in_list)):
            parties[row.contact].append(Party(row.person, row.state, row.office))
        holding = select(*COLUMNS, account.c.contact, account.c.confidence).join(
            account, and_(account.c.document == document.c.number, account.c.contact.in_(some))
        )
        for row in connection.execute(holding.order_by(document.c.published.nulls_last(), document.c.number)):
            accounts[row.contact].append(AccountOf(entry_of(row), row.confidence))
    return [
        RegisteredContact(
            row.id,
            Contact(ContactKind(row.kind), row.date, tuple(parties[row.id]), row.place, told=True),
            tuple(accounts[row.id]),
            row.confidence,
            row.why,
            row.corrected,
        )
        for row in rows
    ]
