"""readouts import: bring an export back, or a table of votes."""

from __future__ import annotations

import typer

from readouts.cli.collection import Where, opened
from readouts.cli.console import errors, report_unread
from readouts.cli.options import Files
from readouts.errors import WrongCall
from readouts.ingest import Unread


def import_files(context: typer.Context, files: Files, where: Where = None) -> None:
    """Bring back what export wrote as JSON Lines, nothing lost; or votes: a table of votes and one of roll calls."""
    from readouts.workflows.import_lines import Imported, import_lines
    from readouts.workflows.register import up_to_date
    from readouts.workflows.votes import import_votes, is_table

    tables = [path for path in files if is_table(path)]
    if tables and len(tables) < len(files):
        raise WrongCall("Import tables of votes and JSON Lines one after the other, not together.")
    with opened(context, where, create=True) as collection:
        if tables:
            calls, votes = import_votes(collection, tables)
            errors.print(f"{votes:,} votes in {calls:,} roll calls imported", highlight=False)
            return
        failed = False
        for path in files:
            for found in import_lines(collection, path):
                if isinstance(found, Unread):
                    failed = True
                    report_unread(found)
                elif isinstance(found, Imported):
                    errors.print(f"{path}: {found}", markup=False, highlight=False, soft_wrap=True)
        up_to_date(collection)
    if failed:
        raise typer.Exit(1)
