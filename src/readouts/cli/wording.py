"""What the commands on wording share: the documents of files or of the collection, with a progress bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from readouts.cli.collection import bound, chosen
from readouts.cli.console import errors, report_unread
from readouts.errors import WrongCall
from readouts.ingest import Unread
from readouts.model import Document
from readouts.workflows.gather import Said, gather


def documents_of(files: Iterable[str], said: Said) -> tuple[list[Document], bool]:
    """Return the documents of files, and whether some could not be read; these are reported.

    Where two have one id the later is given a number besides, that each can be named.
    """
    documents, failed = _read(gather(files, said))
    taken: Counter[str] = Counter()
    for at, document in enumerate(documents):
        taken[document.id] += 1
        if taken[document.id] > 1:
            documents[at] = replace(document, id=f"{document.id} ({taken[document.id]})")
            errors.print(
                f"warning: two documents are called {document.id}; the later one is named {documents[at].id} here.",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )
    return documents, failed


def _documents_kept(
    context: typer.Context, where: str | None, publisher: str | None, since: str | None, until: str | None
) -> list[Document]:
    """Return the latest documents of the collection, narrowed."""
    from readouts import collection as store
    from readouts.workflows.kept import kept_documents

    wanted = store.Filter(publisher=publisher, since=bound(since, "--since")[0], until=bound(until, "--until")[1])
    with store.open_collection(chosen(context, where) or store.default_location()) as held:
        entries = store.list_entries(held, wanted, slice(0, None))
        return _read(kept_documents(held, entries))[0]


def documents_meant(
    context: typer.Context,
    where: str | None,
    files: Sequence[str] | None,
    said: Said,
    *,
    publisher: str | None,
    since: str | None,
    until: str | None,
) -> tuple[list[Document], bool]:
    """Return the documents of the files, without any those of the collection, and whether some could not be read.

    Raises WrongCall where files are named and the collection is narrowed.
    """
    if not files:
        return _documents_kept(context, where, publisher, since, until), False
    if publisher or since or until:
        raise WrongCall("--publisher, --since and --until narrow the collection; they say nothing of files.")
    return documents_of(files, said)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show on a terminal that something goes on, and how long it has."""
    with Progress(SpinnerColumn(), TextColumn(what), TimeElapsedColumn(), console=errors, transient=True) as progress:
        progress.add_task(what, total=None)
        yield


def _read(found: Iterable[Document | Unread]) -> tuple[list[Document], bool]:
    columns = (TextColumn("reading"), TextColumn("{task.completed:,.0f} documents"), TimeElapsedColumn())
    documents, failed = [], False
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("", total=None)
        for number, item in enumerate(found, 1):
            progress.update(task, completed=number)
            if isinstance(item, Unread):
                failed = True
                report_unread(item)
            else:
                documents.append(item)
    return documents, failed
