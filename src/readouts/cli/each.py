"""What the commands on single documents have in common: one document after the other, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import typer

from readouts.cli.console import print_json, report_unread, warn
from readouts.ingest import Unread
from readouts.model import Analysis
from readouts.workflows.batch import Depth, analyse_all
from readouts.workflows.contract import Json
from readouts.workflows.gather import Said, gather


def print_each(
    files: Sequence[str],
    said: Said,
    actors_file: str | None,
    depth: Depth,
    as_json: Callable[[Analysis], Json] | None,
    show: Callable[[Analysis], None],
    acts_file: str | None = None,
    finish: Callable[[Analysis], Analysis] = lambda analysis: analysis,
) -> None:
    """Print each document's findings, `finish` applied; end with status 1 when some input could not be read."""
    failed = False
    for found in analyse_all(gather(files, said), actors_file, depth, acts_file):
        if isinstance(found, Unread):
            failed = True
            report_unread(found)
            continue
        analysis = finish(found)
        warn(analysis.problems)
        if as_json:
            # What is doubtful about a contact is shown beside it; JSON has no place for it.
            warn(problem for contact in analysis.contacts for problem in contact.problems)
            print_json(as_json(analysis))
        else:
            show(analysis)
    if failed:
        raise typer.Exit(1)
