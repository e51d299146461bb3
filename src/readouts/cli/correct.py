"""readouts correct: what a person knows better than the machine, kept apart from what the machine found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from readouts.cli.collection import Where, opened
from readouts.cli.console import errors, output, print_json
from readouts.cli.options import AsJson
from readouts.cli.words import safe

if TYPE_CHECKING:
    from readouts.collection import Collection, Correction

app = typer.Typer(help="Correct the register by hand: join, part, date; list and undo what was corrected.")

Contact = Annotated[str, typer.Argument(metavar="CONTACT", help="A contact's id, or a document's.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="A contact's id, or a document's.", show_default=False)]
Document = Annotated[
    str, typer.Argument(metavar="ID", help="The document that is no account of it.", show_default=False)
]
Date = Annotated[str, typer.Argument(metavar="DATE", help="EDTF: 2022-06-15, 2022-06, 2022-06~.", show_default=False)]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, for whoever reads it later.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="As listed.", show_default=False)]
Undone = Annotated[bool, typer.Option("--undone", help="Those that were undone too.")]


@app.command("join")
def join(context: typer.Context, contact: Contact, other: Other, note: Note = "", where: Where = None) -> None:
    """Say that two are accounts of the same contact."""
    from readouts.workflows import correct as corrections_of

    with opened(context, where) as collection:
        _said(collection, corrections_of.join(collection, contact, other, note))


@app.command("part")
def part(context: typer.Context, contact: Contact, document: Document, note: Note = "", where: Where = None) -> None:
    """Say that a document is no account of a contact."""
    from readouts.workflows import correct as corrections_of

    with opened(context, where) as collection:
        _said(collection, corrections_of.part(collection, contact, document, note))


@app.command("date")
def fix_date(context: typer.Context, contact: Contact, date: Date, note: Note = "", where: Where = None) -> None:
    """Say when a contact was held."""
    from readouts.workflows import correct as corrections_of

    with opened(context, where) as collection:
        _said(collection, corrections_of.fix_date(collection, contact, date, note))


@app.command("undo")
def undo(context: typer.Context, number: Number, where: Where = None) -> None:
    """Undo one correction; it stays listed with --undone."""
    from readouts.collection import undo as undo_correction
    from readouts.workflows.register import up_to_date

    with opened(context, where) as collection:
        undo_correction(collection, number)
        up_to_date(collection)
    errors.print(f"Correction {number} undone", highlight=False)


@app.command("list")
def list_corrections(
    context: typer.Context, undone: Undone = False, as_json: AsJson = False, where: Where = None
) -> None:
    """List the corrections in the order they were made."""
    from readouts.collection import corrections
    from readouts.workflows import collection_json

    with opened(context, where) as collection:
        found = corrections(collection, undone=undone)
    if as_json:
        for one in found:
            print_json(collection_json.correction(one))
        return
    table = Table("", "made", "what", "of", "is", "note", box=box.SIMPLE, expand=True)
    for one in found:
        what = f"{one.kind}: {one.action}" + (" (undone)" if one.undone else "")
        cells = (str(one.number), one.made, what, safe(one.target), safe(str(one.value)), safe(one.note))
        table.add_row(*map(Text, cells))
    output.print(table)


def _said(collection: Collection, made: Correction) -> None:
    """Say under which number it is kept, and which contact it made."""
    from readouts.collection import find_contact
    from readouts.workflows.register import up_to_date

    up_to_date(collection)
    contact = find_contact(collection, made.target)
    accounts = ", ".join(safe(account.entry.id) for account in contact.accounts)
    errors.print(
        f"Correction {made.number}: {safe(contact.id)} has {len(contact.accounts)} accounts: {accounts}",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
