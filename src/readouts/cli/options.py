"""The arguments the commands share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from readouts.errors import WrongCall
from readouts.ingest import DEFAULT_LIMIT
from readouts.workflows.gather import Said

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="A path, - for standard input, FILE.jsonl#ID for one document of many; NAME=FILE names its publisher.",
        show_default=False,
    ),
]
MaybeFiles = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE...]", help="As for the other commands.", show_default=False),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a document a line.")]
Html = Annotated[str | None, typer.Option("--html", metavar="FILE", help="Write a self-contained report page.")]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="Day of publication, where the file says none."),
]
Language = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help="Language (en, zh, ru ...), where the file says none."),
]
ActorsFile = Annotated[
    str | None,
    typer.Option("--actors", metavar="TABLE", help="Your own table of actors, laid over the shipped one."),
]
ActsFile = Annotated[
    str | None,
    typer.Option("--acts", metavar="TABLE", help="Your own table of speech acts, laid over the shipped one."),
]
MaxSize = Annotated[int, typer.Option("--max-size", metavar="CHARACTERS", min=1, help="Greatest size of one text.")]
DEFAULT_MAX_SIZE = DEFAULT_LIMIT


def said(day: str | None, language: str | None, limit: int | None, collection: str | None = None) -> Said:
    """Gather what the caller said of the files; raise WrongCall for a day that is none."""
    try:
        published = date.fromisoformat(day) if day else None
    except ValueError:
        raise WrongCall(f"--date {day} is not a day; write it as 2022-06-15.") from None
    return Said(published, language.lower().split("-")[0] if language else None, limit, collection)
