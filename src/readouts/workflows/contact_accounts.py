"""A contact of the register as accounts to compare."""

from __future__ import annotations

from readouts.collection import Collection, RegisteredContact, corrections, documents_of, find_contact
from readouts.errors import WrongCall
from readouts.model import Comparison, Document
from readouts.workflows.amend import amended
from readouts.workflows.compare import compare
from readouts.workflows.register import up_to_date
from readouts.workflows.tools import Tools


def contact_documents(collection: Collection, name: str) -> tuple[RegisteredContact, list[Document]]:
    """Return a contact, by its id or that of a document, and its accounts, the earliest published first.

    Raises NotInCollection for an unknown name, WrongCall for a contact with fewer than two accounts.
    """
    up_to_date(collection)
    found = find_contact(collection, name)
    if len(found.accounts) < 2:
        raise WrongCall(
            f"{found.id} has one account only, {found.accounts[0].entry.id}; nothing can be set beside it. "
            f"If another document tells of it, say so with: readouts correct join"
        )
    return found, list(documents_of(collection, [account.entry for account in found.accounts]))


def compare_contact(collection: Collection, name: str, tools: Tools) -> tuple[RegisteredContact, Comparison]:
    """Set all accounts of a contact side by side, what a person decided on their texts laid over it."""
    found, documents = contact_documents(collection, name)
    return found, amended(compare(documents, tools), corrections(collection))
