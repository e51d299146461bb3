"""Export as CSV: documents, contacts, and contacts as events in PLOVER's codes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from readouts.collection import Collection, ContactFilter, Filter, list_entries
from readouts.model import Contact, ContactKind, Party
from readouts.workflows.register import Counted, register

_DOCUMENTS = "id version date publisher state siglum lang title url length added hash".split()
_CONTACTS = "id date kind place parties states accounts publishers confidence corrected".split()
_PLOVER = (
    "event_id event_date event_type event_mode quad_code cameo_code actor_name actor_country actor_sector "
    "recipient_name recipient_country recipient_sector place accounts"
).split()

# PLOVER (Halterman, Bagozzi, Beger, Schrodt and Scraborough 2023): the event type CONSULT with its modes; CAMEO's codes
# (Schrodt 2012) beside them: 041 discuss by telephone, 042 make a visit, 040 consult.
_CONSULT = {
    ContactKind.CALL: ("phone", "041"),
    ContactKind.VIDEO_CALL: ("phone", "041"),
    ContactKind.VISIT: ("visit", "042"),
    ContactKind.MEETING: ("", "040"),
    ContactKind.LETTER: ("", "040"),
}
_VERBAL_COOPERATION = "1"
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def documents_csv(collection: Collection, wanted: Filter) -> Iterator[str]:
    """Yield the lines of a table of the documents that pass the filter."""
    yield _line(_DOCUMENTS)
    for entry in list_entries(collection, wanted, slice(0, None)):
        of = entry.publisher
        publisher = (of.name, of.state, of.siglum) if of else (None, None, None)
        known = (entry.language, entry.title, entry.url, entry.length, entry.added, entry.content_hash)
        yield _line((entry.id, entry.version, entry.published, *publisher, *known))


def contacts_csv(collection: Collection, wanted: ContactFilter) -> Iterator[str]:
    """Yield the lines of a table of the contacts that pass the filter; values in one cell are parted by ``; ``."""
    yield _line(_CONTACTS)
    for one in register(collection, wanted):
        found, held = one.registered, one.registered.contact
        entries = [account.entry for account in found.accounts]
        yield _line(
            (
                found.id,
                held.date,
                held.kind,
                held.place,
                "; ".join(filter(None, (party.person or party.state for party in held.parties))),
                "; ".join(dict.fromkeys(party.state for party in held.parties if party.state)),
                "; ".join(entry.id for entry in entries),
                "; ".join(dict.fromkeys(entry.publisher.name for entry in entries if entry.publisher)),
                f"{found.confidence:.3f}",
                "yes" if found.corrected else "no",
            )
        )


def plover_csv(collection: Collection, wanted: ContactFilter) -> Iterator[str]:
    """Yield the contacts as events: one a pair of parties of different states, as event data have them.

    A contact has no doer: each pair stands once, in the order of the parties.
    Contacts of more than two states have the mode ``multilateral``.
    """
    yield _line(_PLOVER)
    for one in register(collection, wanted):
        yield from _events(one)


def _events(one: Counted) -> Iterator[str]:
    held = one.registered.contact
    mode, cameo = _CONSULT[held.kind]
    states = {party.state for party in held.parties if party.state}
    if len(states) > 2:
        mode = "multilateral"
    accounts = "; ".join(account.entry.id for account in one.registered.accounts)
    for number, (actor, recipient) in enumerate(_pairs(held), 1):
        names = (*_actor(actor), *_actor(recipient))
        codes = ("CONSULT", mode, _VERBAL_COOPERATION, cameo)
        yield _line((f"{one.registered.id}.{number}", held.date, *codes, *names, held.place, accounts))


def _pairs(contact: Contact) -> Iterator[tuple[Party, Party]]:
    parties = list(contact.parties)
    for at, actor in enumerate(parties):
        yield from ((actor, other) for other in parties[at + 1 :] if actor.state != other.state)


def _actor(party: Party) -> tuple[str | None, str | None, str]:
    """Return a party's name, country and sector; heads of government and ministers are PLOVER's GOV."""
    return party.person, party.state, "GOV"


def _line(cells: Iterable[object]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return written.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
