"""All real documents added from nothing: time, memory, room on disk, and every pair of `pairs.json` one contact.

    python -m benchmarks.collection_whole [--days DAYS] [--keep FILE]

With DAYS only documents published so many days around the pairs' own are added, for a quicker look at the pairs.
With FILE the collection stays there; what it holds already is not analysed again.
"""

from __future__ import annotations

import json
import resource
import time
from argparse import ArgumentParser
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.collection import add_documents, real_documents
from benchmarks.material import SHARED, check_floors, require_shared
from readouts.collection import Collection, find_contact, list_contacts, open_collection, search
from readouts.errors import NotInCollection
from readouts.model import Document


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    require_shared()
    pairs = json.loads((SHARED / "pairs" / "pairs.json").read_text(encoding="utf-8"))
    documents = real_documents(1_000_000)
    if asked.days is not None:
        documents = _around(documents, pairs, asked.days)
    characters = sum(len(one.text.encode()) for one in documents)
    with TemporaryDirectory() as folder:
        path = asked.keep or Path(folder) / "collection.db"
        with open_collection(str(path), create=True) as collection:
            begun = time.perf_counter()
            add_documents(collection, documents)
            print(
                f"{len(documents):,} documents, {characters / 1e6:.1f} MB of text: {time.perf_counter() - begun:.0f} s"
            )
            joined = sum(_is_one_contact(collection, pair) for pair in pairs)
            contacts = list_contacts(collection)
            several = sum(len(one.accounts) > 1 for one in contacts)
            print(
                f"{len(contacts):,} contacts, {several:,} with several accounts; {joined} of {len(pairs)} pairs joined"
            )
            begun = time.perf_counter()
            search(collection, '"prime minister" ukraine')
            print(f"a search {1000 * (time.perf_counter() - begun):.0f} ms")
        on_disk = path.stat().st_size / characters
    own, helpers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(
        f"{on_disk:.2f} MB on disk a MB of text; peak memory {own.ru_maxrss / 1e3:.0f} MB, of a helper "
        f"{helpers.ru_maxrss / 1e3:.0f} MB"
    )
    check_floors("collection_pairs", {"pairs": joined / len(pairs)})


def _around(documents: Iterable[Document], pairs: list[dict[str, Any]], days: int) -> list[Document]:
    named = {account["id"] for pair in pairs for account in pair["accounts"]}
    every = list(documents)
    when = {one.published for one in every if one.id in named and one.published}
    return [one for one in every if one.published and any(_apart(one.published, day) <= days for day in when)]


def _apart(one: date, other: date) -> int:
    return abs((one - other).days)


def _is_one_contact(collection: Collection, pair: dict[str, Any]) -> bool:
    found = set()
    for account in pair["accounts"]:
        try:
            found.add(find_contact(collection, account["id"]).id)
        except NotInCollection:
            found.add(account["id"])
    if len(found) > 1:
        print(f"apart: {pair['name']}: {', '.join(sorted(found))}")
    return len(found) == 1


if __name__ == "__main__":
    main()
