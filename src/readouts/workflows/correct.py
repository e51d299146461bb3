"""A person's corrections of the register: join accounts, part them, fix a date.

They name documents, not contacts, so that they hold however the register is made again.
"""

from __future__ import annotations

from readouts.collection import (
    Collection,
    Correction,
    Entry,
    RegisteredContact,
    correct,
    days_of,
    find_contact,
    find_entry,
)
from readouts.errors import NotInCollection, WrongCall
from readouts.workflows.register import CONTACT, DATE, JOIN, PART, up_to_date


def join(collection: Collection, one: str, other: str, note: str = "") -> Correction:
    """Say that two are the same contact; each is a contact's id or a document's.

    Raises NotInCollection for a name of neither, WrongCall when they are one already.
    """
    up_to_date(collection)
    first, second = _documents(collection, one), _documents(collection, other)
    if set(first) & set(second):
        raise WrongCall(f"{one} and {other} are one contact already.")
    return correct(collection, CONTACT, JOIN, first[0], {"documents": second[:1]}, note)


def part(collection: Collection, contact: str, document: str, note: str = "") -> Correction:
    """Say that a document is no account of a contact. Raises WrongCall when it is none by the register."""
    up_to_date(collection)
    entry = find_entry(collection, document)
    members = _members(find_contact(collection, contact))
    if entry.id not in members:
        raise WrongCall(f"{entry.id} is no account of {contact}.")
    if len(members) == 1:
        raise WrongCall(f"{entry.id} is the only account of {contact}; there is nothing to part it from.")
    others = [name for name in members if name != entry.id]
    return correct(collection, CONTACT, PART, entry.id, {"documents": others}, note)


def fix_date(collection: Collection, contact: str, date: str, note: str = "") -> Correction:
    """Say when a contact was held, in EDTF. Raises WrongCall for a date that is none."""
    if days_of(date) == (None, None):
        raise WrongCall(f"{date} is no date; write it as 2022-06-15, 2022-06, 2022 or 2022-06~ for about.")
    up_to_date(collection)
    return correct(collection, CONTACT, DATE, _documents(collection, contact)[0], {"date": date}, note)


def _documents(collection: Collection, name: str) -> list[str]:
    """Return the documents of a contact; one document where the name is that of a document in no contact."""
    entry = _entry(collection, name)
    if entry is not None:
        return [entry.id]
    return _members(find_contact(collection, name))


def _entry(collection: Collection, name: str) -> Entry | None:
    try:
        return find_entry(collection, name)
    except (NotInCollection, WrongCall):
        return None


def _members(contact: RegisteredContact) -> list[str]:
    return [account.entry.id for account in contact.accounts]
