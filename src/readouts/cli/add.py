"""readouts add: put documents into the collection and analyse them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from readouts.cli.collection import Where, opened
from readouts.cli.console import errors, print_json, report_unread
from readouts.cli.options import DEFAULT_MAX_SIZE, ActorsFile, AsJson, Day, Files, Language, MaxSize, said
from readouts.cli.progress import show_progress
from readouts.ingest import Unread, Web

if TYPE_CHECKING:
    from readouts.collection import Outcome

OwnPublishers = Annotated[
    str | None,
    typer.Option("--publishers", metavar="TABLE", help="Your own table of publishers, before the shipped one."),
]
Private = Annotated[bool, typer.Option("--allow-private", help="Ask addresses inside a private network too.")]
Again = Annotated[
    bool, typer.Option("--ask-again", help="Ask for pages of a sitemap that, as it says, did not change since added.")
]
Later = Annotated[bool, typer.Option("--later", help="Only take the documents in; analyse them later with rebuild.")]


def add(
    context: typer.Context,
    files: Files,
    as_json: AsJson = False,
    later: Later = False,
    publishers: OwnPublishers = None,
    private: Private = False,
    again: Again = False,
    where: Where = None,
    day: Day = None,
    language: Language = None,
    actors_file: ActorsFile = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    """Put documents into the collection: each text once, a changed text of a known release as its next version.

    FILE may be a folder, an address, a feed, a sitemap or a web archive (WARC) too.

    May be stopped at any moment; the same command goes on where it was.
    """
    from readouts.collection import Outcome, was_taken_in
    from readouts.workflows import collection_json
    from readouts.workflows.keep import add as add_documents
    from readouts.workflows.keep import rebuild
    from readouts.workflows.receive import load_publishers, receive
    from readouts.workflows.register import up_to_date

    outcomes: Counter[Outcome] = Counter()
    failed = 0
    unchanged = 0
    with opened(context, where, create=True) as collection:

        def is_kept(url: str, changed: date) -> bool:
            nonlocal unchanged
            kept = not again and was_taken_in(collection, url, changed)
            unchanged += kept
            return kept

        web = Web(allow_private=private, is_kept=is_kept)
        received = receive(files, said(day, language, max_size), load_publishers(publishers), web)
        for one in add_documents(collection, received):
            if isinstance(one, Unread):
                failed += 1
                report_unread(one)
                continue
            outcomes[one.outcome] += 1
            if as_json:
                print_json(collection_json.taken(one))
            elif one.outcome is Outcome.VERSION:
                errors.print(
                    f"{one.entry.id}: version {one.entry.version}", markup=False, highlight=False, soft_wrap=True
                )
        errors.print(_summary(outcomes, failed, unchanged), markup=False, highlight=False, soft_wrap=True)
        if not later:
            failed += not show_progress(rebuild(collection, actors_file, missing_only=True))
            up_to_date(collection)
    if failed:
        raise typer.Exit(1)


def _summary(outcomes: Counter[Outcome], failed: int, unchanged: int) -> str:
    counts = [f"{count:,} {outcome}" for outcome, count in outcomes.items()]
    if unchanged:
        counts.append(f"{unchanged:,} not asked for, unchanged as their sitemap says")
    if failed:
        counts.append(f"{failed:,} could not be read")
    return ", ".join(counts) or "nothing to add"
