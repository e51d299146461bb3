"""Which contacts a document tells of, when and between whom; which accounts tell of the same one."""

from readouts.contacts.contacts import find_contacts
from readouts.contacts.counts import COUNTED, Count, read_count
from readouts.contacts.differ import why_different
from readouts.contacts.events import EventTable, load_events
from readouts.contacts.matching import SameContact, Told, match_accounts
from readouts.contacts.when import When, from_edtf

__all__ = [
    "COUNTED",
    "Count",
    "EventTable",
    "SameContact",
    "Told",
    "When",
    "find_contacts",
    "from_edtf",
    "load_events",
    "match_accounts",
    "read_count",
    "why_different",
]
