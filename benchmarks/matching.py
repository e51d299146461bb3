"""Accounts of the same contact, found among all of the real material.

Every pair of accounts that is known (`pairs/pairs.json`) must be found; of the others found, the verdicts on
those checked by hand (`gold/contacts-matches.json`: ids and verdict) give the precision. A contact is told in the
opening of a text: only that is read, with the title. Of the White House's other statements those are read whose
title names a contact.

    python -m benchmarks.matching [--list]
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from benchmarks.material import ROOT, SHARED, check_floors, collection, require_shared
from readouts.actors import ActorTable, find_mentions, load_table
from readouts.contacts import SameContact, Told, find_contacts, match_accounts
from readouts.model import Publisher
from readouts.text import Models, mend

PUBLISHERS = {
    "whitehouse": Publisher("White House", "USA", "US"),
    "transcripts": Publisher("White House", "USA", "US"),
    "kremlin": Publisher("Kremlin", "RUS", "RU"),
    "ukraine": Publisher("Office of the President of Ukraine", "UKR", "UA"),
    "cctv": Publisher("CCTV", "CHN", "CN"),
}
_OPENING = 2000
_TITLE = re.compile(r"readout|\bcalls?\b|\bmeeting|\bconversation|\bvisit|\btalks\b|\bspoke\b", re.IGNORECASE)
_GOLD = ROOT / "benchmarks" / "gold" / "contacts-matches.json"


def documents() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the publisher and entry of every document that may be an account of a contact."""
    for name in PUBLISHERS:
        for entry in collection(name).values():
            if name != "whitehouse" or _TITLE.search(entry["title"]):
                yield name, entry


def told(name: str, entry: dict[str, Any], models: Models, table: ActorTable) -> Told | None:
    """Return the contact that a document is an account of, None where it is none."""
    text = mend(entry["text"]).text[:_OPENING]
    day = date.fromisoformat(entry["date"])
    parse = models.parse(text, entry.get("lang") or "en")
    mentions = find_mentions(parse, day, table, (), PUBLISHERS[name].state)
    contacts = find_contacts(parse, mentions, day, entry["title"], PUBLISHERS[name])
    contact = next((contact for contact in contacts if contact.told), None)
    return Told(entry["id"], PUBLISHERS[name], day, contact) if contact else None


def pairs_of(found: SameContact) -> Iterator[tuple[str, str]]:
    """Yield the pairs of documents of a contact, each in order of ids."""
    yield from combinations(sorted(found.documents), 2)


def known_pairs() -> list[tuple[str, str]]:
    """Return the pairs that are known to tell of one contact."""
    entries = json.loads((SHARED / "pairs" / "pairs.json").read_text(encoding="utf-8"))
    ids = [sorted(account["id"] for account in entry["accounts"]) for entry in entries]
    return [(one, other) for accounts in ids for one, other in combinations(accounts, 2)]


def main() -> None:
    """Print every figure beside its floor; with --list every contact told by several documents."""
    require_shared()
    models, table = Models(), load_table()
    accounts = [found for name, entry in documents() if (found := told(name, entry, models, table))]
    start = time.perf_counter()
    contacts = [found for found in match_accounts(accounts) if len(found.documents) > 1]
    print(f"{len(accounts)} accounts matched in {time.perf_counter() - start:.2f} s; {len(contacts)} told by several")
    report(contacts, {account.document: account.publisher for account in accounts}, "--list" in sys.argv)


def report(contacts: list[SameContact], publishers: dict[str, Publisher | None], listed: bool) -> None:
    """Check the contacts found against what is known and what was checked by hand."""
    found = {pair for contact in contacts for pair in pairs_of(contact)}
    if listed:
        for contact in contacts:
            print(f"{contact.day} {contact.confidence:.2f} {contact.why}: {' '.join(contact.documents)}")
    known = known_pairs()
    for one, other in known:
        if (one, other) not in found:
            print(f"not found: {one} {other}")
    checked = [entry for entry in json.loads(_GOLD.read_text(encoding="utf-8")) if tuple(entry["ids"]) in found]
    across = [pair for pair in found if publishers[pair[0]] != publishers[pair[1]]]
    print(f"{len(found)} pairs, {len(across)} across publishers; {len(checked)} of them checked by hand")
    check_floors(
        "matching",
        {
            "known_pairs_found": sum(pair in found for pair in known) / len(known),
            "pairs_checked": len(checked),
            "precision_of_checked": sum(entry["same"] for entry in checked) / max(1, len(checked)),
        },
    )


if __name__ == "__main__":
    main()
