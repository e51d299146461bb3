"""Which contacts a document tells of, when and between whom; which accounts tell of the same one."""

from readouts.contacts.contacts import find_contacts
from readouts.contacts.differ import why_different
from readouts.contacts.events import EventTable, load_events
from readouts.contacts.matching import SameContact, Told, match_accounts

__all__ = [
    "EventTable",
    "SameContact",
    "Told",
    "find_contacts",
    "load_events",
    "match_accounts",
    "why_different",
]
