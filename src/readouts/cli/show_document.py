"""readouts show: one document of the collection, its versions and what was found in it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from readouts.cli.collection import Where, opened
from readouts.cli.console import output, print_json
from readouts.cli.options import AsJson
from readouts.cli.show import show_contacts
from readouts.cli.words import safe
from readouts.model import Analysis, Document
from readouts.workflows import contract

if TYPE_CHECKING:
    from readouts.collection import Entry
    from readouts.workflows.revisions import Revision

Name = Annotated[str, typer.Argument(metavar="ID", help="An id, its start, or ID@VERSION.", show_default=False)]
AsReceived = Annotated[bool, typer.Option("--received", help="Print the bytes as they were received, nothing else.")]


def show(
    context: typer.Context, name: Name, as_json: AsJson = False, received: AsReceived = False, where: Where = None
) -> None:
    """Show one document: its provenance, its versions and what changed, its contacts, its text."""
    from readouts.collection import analysis_of, document_of, find_entry, received_of, versions_of
    from readouts.workflows import collection_json
    from readouts.workflows.revisions import revisions

    with opened(context, where) as collection:
        entry = find_entry(collection, name)
        if received:
            kept = received_of(collection, entry)
            raw = kept.raw if kept.raw is not None else kept.document.text.encode("utf-8", "surrogatepass")
            sys.stdout.buffer.write(raw)
            return
        document = document_of(collection, entry)
        versions = versions_of(collection, entry)
        analysis = analysis_of(collection, entry)
        before = next((one for one in versions if one.version == entry.version - 1), None)
        earlier = document_of(collection, before) if before else None
    changes = revisions(earlier.text, document.text) if earlier else []
    if as_json:
        print_json(
            {
                **collection_json.entry(entry),
                "text": document.text,
                "versions": [collection_json.entry(one) for one in versions],
                **(_found(analysis or Analysis(document))),
                "analysed": analysis is not None,
            }
        )
        return
    _show_head(entry, versions)
    for change in changes:
        _show_change(change, earlier, document)
    if analysis is None:
        output.print(Text("Not analysed yet: readouts rebuild"), style="dim")
    elif analysis.contacts:
        show_contacts(analysis)
    output.print(Text("\n".join(safe(line) for line in document.text.splitlines())))


def _found(analysis: Analysis) -> dict[str, object]:
    return {
        key: value
        for part in (contract.clean, contract.actors, contract.statements, contract.contacts)
        for key, value in part(analysis).items()
        if key not in ("id", "text")
    }


def _show_head(entry: Entry, versions: list[Entry]) -> None:
    output.print(Text(safe(entry.title or entry.id)), style="bold")
    day = entry.published.isoformat() if entry.published else "no date"
    publisher = safe(entry.publisher.name) if entry.publisher else "unknown publisher"
    output.print(Text(f"{publisher}, {day}, {safe(entry.name)}"))
    if entry.url:
        output.print(Text(safe(entry.url)))
    if len(versions) > 1:
        when = ", ".join(f"{one.version} (added {one.added})" for one in versions)
        output.print(Text(f"Version {entry.version} of {len(versions)}: {when}"))


def _show_change(change: Revision, earlier: Document | None, later: Document) -> None:
    if change.earlier and earlier:
        output.print(Text(f"- {safe(change.earlier.of(earlier.text))}", style="red"))
    if change.later:
        output.print(Text(f"+ {safe(change.later.of(later.text))}", style="green"))
