"""A progress bar for the analysis of many documents, on standard error; in a log, a line at the end."""

from __future__ import annotations

from collections.abc import Iterator

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from readouts.cli.console import errors, report_unread
from readouts.ingest import Unread
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
        last, failed = Done(0, 0, 0, 0), False
        for step in steps:
            if isinstance(step, Unread):
                failed = True
                report_unread(step)
                continue
            last = step
            progress.update(
                task,
                total=max(1, last.total),
                completed=last.done,
                documents=last.documents,
                of_documents=last.of_documents,
            )
    if last.of_documents:
        errors.print(f"{last.documents:,} analysed", markup=False, highlight=False)
    return not failed
