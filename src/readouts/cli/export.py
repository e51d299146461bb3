"""readouts export: everything as JSON Lines, or a part in a form others read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readouts.cli.collection import OfParty, OfPublisher, Since, Until, Where, narrowed, opened
from readouts.cli.console import errors
from readouts.cli.options import ActorsFile
from readouts.errors import WrongCall

if TYPE_CHECKING:
    from readouts.collection import Collection, Filter


class Format(StrEnum):
    """What to write."""

    JSONL = "jsonl"
    DOCUMENTS = "documents"
    CONTACTS = "contacts"
    PLOVER = "plover"
    ANNOTATIONS = "annotations"
    TEI = "tei"


What = Annotated[
    Format,
    typer.Argument(
        help="jsonl: everything, for import; documents, contacts: CSV; plover: events, CSV; "
        "annotations: W3C Web Annotation, a page a document a line; tei: one contact's accounts, TEI P5.",
        show_default=False,
    ),
]
Out = Annotated[str | None, typer.Option("--out", metavar="FILE", help="Write there instead of standard output.")]
OfContact = Annotated[str | None, typer.Option("--contact", metavar="ID", help="tei: the contact.")]


def export(
    context: typer.Context,
    what: What,
    contact: OfContact = None,
    publisher: OfPublisher = None,
    party: OfParty = None,
    since: Since = None,
    until: Until = None,
    out: Out = None,
    where: Where = None,
    actors_file: ActorsFile = None,
) -> None:
    """Write the collection, or a part of it, in a form others read."""
    if (contact is not None) != (what is Format.TEI):
        raise WrongCall("tei needs --contact ID, and only tei takes it.")
    if what is Format.JSONL and (publisher or party or since or until):
        raise WrongCall("jsonl is the whole collection; it takes no --publisher, --party, --since or --until.")
    wanted = narrowed(publisher, party, since, until, actors_file=actors_file)
    with opened(context, where) as collection:
        _write(out, _parts(collection, what, wanted, contact, actors_file))


def _parts(
    collection: Collection, what: Format, wanted: Filter, contact: str | None, actors_file: str | None
) -> Iterator[str]:
    """Yield what is to be written, piece by piece."""
    from readouts.collection import ContactFilter
    from readouts.workflows.contact_accounts import compare_contact
    from readouts.workflows.contract import line
    from readouts.workflows.export_annotations import export_annotations
    from readouts.workflows.export_lines import export_lines
    from readouts.workflows.export_tables import contacts_csv, documents_csv, plover_csv
    from readouts.workflows.export_tei import tei
    from readouts.workflows.tools import load_tools

    if what is Format.JSONL:
        return (line(record) + "\n" for record in export_lines(collection))
    if what is Format.ANNOTATIONS:
        return (line(page) + "\n" for page in export_annotations(collection, wanted))
    if what is Format.DOCUMENTS:
        return documents_csv(collection, wanted)
    if contact is not None:
        found, comparison = compare_contact(collection, contact, load_tools(actors_file))
        return iter([tei(comparison, found.id)])
    if wanted.publisher:
        raise WrongCall("Contacts have no publisher; narrow them by --party, --since and --until.")
    contacts = ContactFilter(between=wanted.parties, since=wanted.since, until=wanted.until)
    return contacts_csv(collection, contacts) if what is Format.CONTACTS else plover_csv(collection, contacts)


def _write(path: str | None, parts: Iterator[str]) -> None:
    if path is None:
        for part in parts:
            sys.stdout.buffer.write(part.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    try:
        with Path(path).open("w", encoding="utf-8", errors="replace", newline="") as file:
            file.writelines(parts)
    except OSError as error:
        raise WrongCall(f"{path} cannot be written: {error.strerror}.") from None
    errors.print(f"Written to {path}", markup=False, highlight=False, soft_wrap=True)
