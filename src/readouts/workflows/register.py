"""The register of contacts: matched by the machine, corrected by a person, counted for a reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from readouts.collection import (
    AccountOf,
    Collection,
    ContactFilter,
    Correction,
    Entry,
    RegisteredContact,
    corrections,
    days_of,
    keep_register,
    list_contacts,
    list_entries_named,
    register_is_made,
    told_contacts,
)
from readouts.contacts import Told, match_accounts
from readouts.model import Contact, ContactKind, Party
from readouts.workflows.made_by import matching_mark

CONTACT = "contact"
JOIN, PART, DATE = "join", "part", "date"
_SAID = "a person said so"
_NAMED_IN_ID = 3


@dataclass(frozen=True, slots=True)
class Counted:
    """A contact of a list with its place in it: the nth of all, and the nth of its kind, the earliest first.

    Undated contacts are not counted: their places are 0.
    """

    registered: RegisteredContact
    nth: int
    nth_of_kind: int


def up_to_date(collection: Collection) -> None:
    """Make the register again when findings, versions, corrections or the rule of matching changed since."""
    made, basis = register_is_made(collection, matching_mark())
    if not made:
        keep_register(collection, make_register(collection), basis)


def register(collection: Collection, wanted: ContactFilter | None = None) -> list[Counted]:
    """Return the contacts that pass the filter, counted within the list: "the second call since …"."""
    up_to_date(collection)
    return counted(list_contacts(collection, wanted))


def counted(contacts: Iterable[RegisteredContact]) -> list[Counted]:
    """Count contacts in the order given."""
    nth = 0
    of_kind: Counter[ContactKind] = Counter()
    found = []
    for one in contacts:
        if one.contact.date is None:
            found.append(Counted(one, 0, 0))
            continue
        nth += 1
        of_kind[one.contact.kind] += 1
        found.append(Counted(one, nth, of_kind[one.contact.kind]))
    return found


def make_register(collection: Collection) -> list[RegisteredContact]:
    """Return the register as it would be made now, corrections applied, each contact under an id of its own."""
    told = _by_name(told_contacts(collection))
    groups = _Groups(told)
    groups.match()
    said = corrections(collection, CONTACT)
    strangers = {name for one in said for name in _documents(one)} - set(told)
    groups.know(list_entries_named(collection, strangers))
    for one in said:
        groups.apply(one)
    return _with_ids(groups.contacts())


def _by_name(told: Iterable[tuple[Entry, Contact]]) -> dict[str, tuple[Entry, Contact]]:
    """Name each account: by its document, further contacts of a document with a number behind a line break.

    No id holds a line break, so what a person says of a document is said of its first contact.
    """
    found: dict[str, tuple[Entry, Contact]] = {}
    places: Counter[str] = Counter()
    for entry, contact in told:
        place = places[entry.id]
        places[entry.id] += 1
        found[f"{entry.id}\n{place}" if place else entry.id] = (entry, contact)
    return found


def _documents(correction: Correction) -> tuple[str, ...]:
    """Return the documents a correction speaks of, the target first."""
    others = correction.value.get("documents", ()) if isinstance(correction.value, dict) else ()
    return (correction.target, *(name for name in others if isinstance(name, str)))


@dataclass(slots=True)
class _Group:
    """Documents, by id, that are accounts of one contact."""

    members: list[str]
    contact: Contact
    confidence: float = 1.0
    why: str = ""
    said: set[str] = field(default_factory=set)
    corrected: bool = False


class _Groups:
    """The contacts while they are made: every document is in one group at most."""

    def __init__(self, told: dict[str, tuple[Entry, Contact]]) -> None:
        self._told = told
        self._entries = {name: entry for name, (entry, _) in told.items()}
        self._of: dict[str, _Group] = {}

    def match(self) -> None:
        """Group the accounts as the machine sees them."""
        accounts = [
            Told(name, entry.publisher, entry.published, contact) for name, (entry, contact) in self._told.items()
        ]
        for same in match_accounts(accounts):
            held = same.contact
            if held.date is None and same.day is not None:
                # The account gives no day of its own: about the day of publication.
                held = replace(held, date=f"{same.day.isoformat()}~")
            group = _Group(list(same.documents), held, same.confidence, same.why)
            self._of.update(dict.fromkeys(same.documents, group))

    def know(self, entries: Iterable[Entry]) -> None:
        """Add documents that tell of no contact by themselves, for a person may have said that they do."""
        self._entries.update((entry.id, entry) for entry in entries)

    def apply(self, correction: Correction) -> None:
        """Apply one correction; one that speaks of documents no longer here changes nothing."""
        target, *others = _documents(correction)
        if target not in self._entries:
            return
        if correction.action == JOIN:
            for other in others:
                if other in self._entries:
                    self._join(target, other)
        elif correction.action == PART:
            self._part(target, others)
        elif correction.action == DATE and target in self._of:
            group = self._of[target]
            group.contact = replace(group.contact, date=correction.value.get("date"))
            group.corrected = True

    def _join(self, one: str, other: str) -> None:
        known = [self._of[name] for name in (one, other) if name in self._of]
        if not known or (len(known) == 2 and known[0] is known[1]):
            return
        first = known[0]
        second = known[1] if len(known) == 2 else _Group([one if one not in self._of else other], first.contact)
        contact = max((first.contact, second.contact), key=lambda held: len(held.parties))
        members = [*first.members, *second.members]
        group = _Group(members, contact, 1.0, _SAID, first.said | second.said | {one, other}, corrected=True)
        self._of.update(dict.fromkeys(members, group))

    def _part(self, name: str, others: Sequence[str]) -> None:
        group = self._of.get(name)
        if group is None or not set(others) & set(group.members):
            return
        rest = [member for member in group.members if member != name]
        contacts = [self._told[member][1] for member in rest if member in self._told] or [group.contact]
        date = group.contact.date
        fullest = replace(max(contacts, key=lambda held: len(held.parties)), date=date)
        left = _Group(rest, fullest, group.confidence, group.why, group.said - {name}, corrected=True)
        self._of.update(dict.fromkeys(rest, left))
        del self._of[name]
        if name in self._told:
            entry, own = self._told[name]
            if own.date is None and entry.published:
                own = replace(own, date=f"{entry.published.isoformat()}~")
            self._of[name] = _Group([name], own, 1.0, _SAID, {name}, corrected=True)

    def contacts(self) -> Iterator[RegisteredContact]:
        """Yield the groups as contacts, without ids."""
        for group in {id(group): group for group in self._of.values()}.values():
            accounts: dict[str, AccountOf] = {}
            for name in group.members:
                entry = self._entries[name]
                accounts.setdefault(entry.id, AccountOf(entry, 1.0 if name in group.said else group.confidence))
            of = tuple(accounts.values())
            yield RegisteredContact("", group.contact, of, group.confidence, group.why, group.corrected)


def _with_ids(contacts: Iterable[RegisteredContact]) -> list[RegisteredContact]:
    """Name each contact by its date, parties and kind, with a number where two would be named alike."""
    taken: Counter[str] = Counter()
    found = []
    for one in sorted(contacts, key=lambda one: (_sort_key(one.contact), one.accounts[0].entry.number)):
        name = contact_name(one.contact)
        taken[name] += 1
        found.append(replace(one, id=name if taken[name] == 1 else f"{name}-{taken[name]}"))
    return found


def _sort_key(contact: Contact) -> str:
    first, _ = days_of(contact.date)
    return first.isoformat() if first else "9999"


def contact_name(contact: Contact) -> str:
    """Return a name for a contact: ``2022-06-15-chn-rus-call``."""
    parties = sorted({_party_word(party) for party in contact.parties})
    shown = parties[:_NAMED_IN_ID]
    if len(parties) > len(shown):
        shown.append(f"and-{len(parties) - len(shown)}")
    date = re.sub(r"[^0-9-]", "", contact.date.partition("/")[0]) if contact.date else "undated"
    return "-".join((date, *shown, str(contact.kind).replace(" ", "-")))


def _party_word(party: Party) -> str:
    word = party.state or party.person or ""
    return re.sub(r"[\W_]+", "-", word.lower()).strip("-") or "unknown"
