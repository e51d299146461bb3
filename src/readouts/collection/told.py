"""The contacts documents tell of, as rows to ask by day and party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, insert

from readouts.collection.changed import note_change
from readouts.collection.days import days_of
from readouts.collection.schema import party, told
from readouts.model import Contact


def keep_told(connection: Connection, contacts: Mapping[int, Sequence[Contact]]) -> None:
    """Write the contacts of each document, by its number, in the place of what stood there."""
    if not contacts:
        return
    note_change(connection)
    for table in (party, told):
        for number in contacts:
            connection.execute(delete(table).where(table.c.document == number))
    told_rows, party_rows = [], []
    for number, found in contacts.items():
        for at, contact in enumerate(found):
            place = {"document": number, "place_in_text": at, "told": contact.told}
            first, last = days_of(contact.date)
            when = {"date": contact.date, "first": first, "last": last}
            told_rows.append({**place, "kind": str(contact.kind), **when, "place": contact.place})
            party_rows += [
                {**place, "place_in_list": position, "person": one.person, "state": one.state, "office": one.office}
                for position, one in enumerate(contact.parties)
            ]
    for table, rows in ((told, told_rows), (party, party_rows)):
        if rows:
            connection.execute(insert(table), rows)
