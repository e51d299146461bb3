"""readouts actors: who is named where, or the table of actors itself."""

from __future__ import annotations

import typer

from readouts.cli.collection import Where, chosen
from readouts.cli.console import print_json
from readouts.cli.each import print_each
from readouts.cli.options import (
    DEFAULT_MAX_SIZE,
    ActorsFile,
    AsJson,
    Day,
    Language,
    MaxSize,
    MaybeFiles,
    said,
)
from readouts.cli.show import show_mentions, show_table
from readouts.workflows import contract
from readouts.workflows.batch import Depth
from readouts.workflows.tools import load_tools


def actors(
    context: typer.Context,
    files: MaybeFiles = None,
    as_json: AsJson = False,
    where: Where = None,
    day: Day = None,
    language: Language = None,
    actors_file: ActorsFile = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    """Say who is named where, with damaged names repaired. Without FILE: print the table of actors."""
    if not files:
        table = load_tools(actors_file).actors
        if not as_json:
            show_table(table)
            return
        for person in table.persons.values():
            print_json(contract.person(person, table.tenures_of(person.name)))
        return
    to_json = contract.actors if as_json else None
    print_each(
        files,
        said(day, language, max_size, chosen(context, where)),
        actors_file,
        Depth.MENTIONS,
        to_json,
        show_mentions,
    )
