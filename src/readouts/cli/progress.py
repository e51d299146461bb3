"""A progress bar for the analysis of many documents, on standard error; in a log, a line at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from readouts.cli.console import errors, report_unread
from readouts.ingest import Unread

if TYPE_CHECKING:
    from readouts.workflows.keep import Progress as Done


def show_progress(steps: Iterator[Done | Unread]) -> bool:
    """Run the analysis and show how far it is; return whether every document could be analysed.

    The time left is estimated from the characters of text still to be read, not from the number of documents: these
    differ a thousandfold in length.
    """
    columns = (
        TextColumn("analysing"),
        BarColumn(),
        TextColumn("{task.fields[documents]:,} of {task.fields[of_documents]:,}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=errors, transient=True, speed_estimate_period=120) as progress:
        task = progress.add_task("", total=None, documents=0, of_documents=0)
        analysed, failed = 0, False
        for step in steps:
            if isinstance(step, Unread):
                failed = True
                report_unread(step)
                continue
            analysed = step.documents
            progress.update(
                task,
                total=max(1, step.total),
                completed=step.done,
                documents=step.documents,
                of_documents=step.of_documents,
            )
    if analysed:
        errors.print(f"{analysed:,} analysed", markup=False, highlight=False)
    return not failed
