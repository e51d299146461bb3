"""readouts rebuild: analyse again what was analysed by an older release, table or model."""

from __future__ import annotations

from typing import Annotated

import typer

from readouts.cli.collection import Where, opened
from readouts.cli.options import ActorsFile
from readouts.cli.progress import show_progress

Whole = Annotated[bool, typer.Option("--all", help="Everything again, also what is up to date.")]


def rebuild(
    context: typer.Context, everything: Whole = False, where: Where = None, actors_file: ActorsFile = None
) -> None:
    """Analyse again what is out of date, and only that. Corrections made by a person stay as they are."""
    from readouts.collection import call_outdated
    from readouts.workflows.keep import rebuild as rebuild_findings
    from readouts.workflows.register import up_to_date

    with opened(context, where) as collection:
        if everything:
            call_outdated(collection)
        whole = show_progress(rebuild_findings(collection, actors_file))
        up_to_date(collection)
    if not whole:
        raise typer.Exit(1)
