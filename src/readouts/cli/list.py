"""readouts list: what the collection holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from readouts.cli.collection import (
    Limit,
    OfLanguage,
    OfParty,
    OfPublisher,
    Since,
    Skip,
    Until,
    Where,
    narrowed,
    opened,
)
from readouts.cli.console import output, print_json
from readouts.cli.options import ActorsFile, AsJson
from readouts.cli.words import safe, shortened

if TYPE_CHECKING:
    from readouts.collection import Entry

Versions = Annotated[bool, typer.Option("--versions", help="Older versions too, not only the latest of each release.")]


def list_documents(
    context: typer.Context,
    publisher: OfPublisher = None,
    party: OfParty = None,
    since: Since = None,
    until: Until = None,
    language: OfLanguage = None,
    versions: Versions = False,
    limit: Limit = 50,
    skip: Skip = 0,
    as_json: AsJson = False,
    where: Where = None,
    actors_file: ActorsFile = None,
) -> None:
    """List the documents of the collection, the newest first."""
    from readouts.collection import count_entries, list_entries
    from readouts.workflows import collection_json

    wanted = narrowed(publisher, party, since, until, language, actors_file=actors_file, versions=versions)
    with opened(context, where) as collection:
        found = list_entries(collection, wanted, slice(skip, skip + limit))
        total = count_entries(collection, wanted)
    if as_json:
        for entry in found:
            print_json(collection_json.entry(entry))
        return
    table = Table("date", "by", "id", "title", box=box.SIMPLE, expand=True)
    table.columns[2].overflow = "fold"
    for entry in found:
        table.add_row(*entry_cells(entry))
    output.print(table)
    output.print(Text(counted(len(found), skip, total, "document")))


def entry_cells(entry: Entry) -> tuple[Text, Text, Text, Text]:
    """Return what a table shows of a document."""
    day = entry.published.isoformat() if entry.published else "no date"
    publisher = entry.publisher.siglum or entry.publisher.name if entry.publisher else "?"
    version = f"@{entry.version}" if entry.version > 1 or not entry.latest else ""
    name = Text(safe(entry.id)).append(version, style="bold")
    return Text(day), Text(safe(publisher)), name, Text(shortened(safe(entry.title or "")))


def counted(shown: int, skip: int, total: int, what: str) -> str:
    """Say which part of the whole is shown."""
    things = what if total == 1 else f"{what}s"
    return f"{total:,} {things}" if shown == total else f"{skip + 1:,}–{skip + shown:,} of {total:,} {things}"
