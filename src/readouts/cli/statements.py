"""readouts statements: who says what, by whose account."""

from __future__ import annotations

import typer

from readouts.cli.collection import Where, chosen
from readouts.cli.each import print_each
from readouts.cli.options import DEFAULT_MAX_SIZE, ActorsFile, ActsFile, AsJson, Day, Files, Language, MaxSize, said
from readouts.cli.show import show_statements
from readouts.workflows import contract
from readouts.workflows.batch import Depth


def statements(
    context: typer.Context,
    files: Files,
    as_json: AsJson = False,
    where: Where = None,
    day: Day = None,
    language: Language = None,
    actors_file: ActorsFile = None,
    acts_file: ActsFile = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    """Say who says what, by whose account, how directly and how strongly."""
    to_json = contract.statements if as_json else None
    print_each(
        files,
        said(day, language, max_size, chosen(context, where)),
        actors_file,
        Depth.STATEMENTS,
        to_json,
        show_statements,
        acts_file,
    )
