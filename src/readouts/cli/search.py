"""readouts search: the documents that hold the words, with the hits in their context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from readouts.cli.collection import (
    Limit,
    OfLanguage,
    OfParty,
    OfPublisher,
    Since,
    Skip,
    Until,
    Where,
    narrowed,
    opened,
)
from readouts.cli.console import output, print_json
from readouts.cli.list import counted, entry_cells
from readouts.cli.options import ActorsFile, AsJson
from readouts.cli.words import safe

if TYPE_CHECKING:
    from readouts.collection import Hit

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS...",
        help='Words that must all occur, "a phrase", the start of a word*; after -- also -not this.',
        show_default=False,
    ),
]
Newest = Annotated[bool, typer.Option("--newest", help="The newest first, instead of the likeliest.")]


def search(
    context: typer.Context,
    words: Words,
    publisher: OfPublisher = None,
    party: OfParty = None,
    since: Since = None,
    until: Until = None,
    language: OfLanguage = None,
    newest: Newest = False,
    limit: Limit = 10,
    skip: Skip = 0,
    as_json: AsJson = False,
    where: Where = None,
    actors_file: ActorsFile = None,
) -> None:
    """Search the collection. Case and accents do not matter; words are found as they are written."""
    from readouts.collection import search as search_collection
    from readouts.workflows import collection_json

    wanted = narrowed(publisher, party, since, until, language, actors_file=actors_file)
    with opened(context, where) as collection:
        answer = search_collection(
            collection, " ".join(map(_phrase, words)), wanted, slice(skip, skip + limit), newest=newest
        )
    if as_json:
        for line in collection_json.hits(answer):
            print_json(line)
        return
    for hit in answer.hits:
        day, publisher_cell, name, title = entry_cells(hit.entry)
        output.print(Text("  ").join((day, publisher_cell, title)), style="bold")
        output.print(Padding(_in_context(hit), (0, 0, 0, 2)))
        output.print(Padding(Text(name.plain, style="dim"), (0, 0, 0, 2)))
    output.print(Text(counted(len(answer.hits), skip, answer.total, "document")))


def _phrase(argument: str) -> str:
    """What the shell hands over as one argument of several words was quoted: it is a phrase."""
    return f'"{argument}"' if " " in argument.strip() and '"' not in argument else argument


def _in_context(hit: Hit) -> Text:
    passage, start = hit.passage.exact, hit.passage.span.start
    # Blanks at the very ends would only move the lines.
    at, stop = len(passage) - len(passage.lstrip()), len(passage.rstrip())
    shown = Text("… " if start else "")
    for span in hit.hits:
        begin, end = span.start - start, span.end - start
        if begin < at:
            continue
        shown.append(_kept(passage[at:begin])).append(safe(passage[begin:end]), style="bold reverse")
        at = end
    shown.append(_kept(passage[at:stop]))
    return shown.append(" …" if hit.passage.span.end < hit.entry.length else "")


def _kept(part: str) -> str:
    """Return a part of a passage safe to show, with a blank at its ends where it had one."""
    inner = safe(part)
    if not inner:
        return " " if part else ""
    return (" " if part[0].isspace() else "") + inner + (" " if part[-1].isspace() else "")
