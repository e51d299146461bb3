"""What the commands on a collection share: which one, opened, and how lists are narrowed.

The database is imported where it is first needed: most commands work on files and need none.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from readouts.errors import WrongCall

if TYPE_CHECKING:
    from readouts.collection import Collection, Filter

Where = Annotated[
    str | None,
    typer.Option(
        "--collection",
        metavar="URL",
        help="A file, or postgresql://…; READOUTS_COLLECTION, else a file of your own, where not said.",
        show_default=False,
    ),
]
OfPublisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Only this publisher: name, siglum or state.")
]
OfParty = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="NAME", help="Only accounts of contacts with this person or state; repeatable."),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="From this day, month or year on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Up to this day, month or year.")]
OfLanguage = Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Only texts in this language.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")]
Skip = Annotated[int, typer.Option("--skip", metavar="N", min=0, help="Leave out the first so many.")]


def chosen(context: typer.Context, where: str | None) -> str | None:
    """Return the collection the caller named, after the command or before it; None for the default one."""
    named: str | None = where or context.obj
    return named


def opened(context: typer.Context, where: str | None, *, create: bool = False) -> Collection:
    """Open the collection the caller named, else the default one."""
    from readouts.collection import default_location, open_collection

    return open_collection(chosen(context, where) or default_location(), create=create)


def narrowed(
    publisher: str | None = None,
    parties: list[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    language: str | None = None,
    *,
    actors_file: str | None = None,
    versions: bool = False,
) -> Filter:
    """Return the filter the caller asked for; raise WrongCall for a day that is none or a party nobody knows."""
    from readouts.collection import Filter
    from readouts.workflows.parties import party_names
    from readouts.workflows.tools import load_tools

    return Filter(
        publisher=publisher,
        parties=tuple(party_names(party, load_tools(actors_file).actors) for party in parties or ()),
        since=bound(since, "--since")[0],
        until=bound(until, "--until")[1],
        language=language.lower() if language else None,
        versions=versions,
    )


def bound(said: str | None, option: str) -> tuple[date | None, date | None]:
    """Return the first and last day of what the caller wrote: a day, a month or a year."""
    from readouts.collection import days_of

    days = days_of(said)
    if said and days[0] is None:
        raise WrongCall(f"{option} {said} is not a day, month or year; write it as 2022-06-15, 2022-06 or 2022.")
    return days
