"""readouts read: one report that cites several accounts."""

from __future__ import annotations

from typing import Annotated

import typer

from readouts.cli.collection import Where, chosen, opened
from readouts.cli.console import print_json, report_unread, warn, write_page
from readouts.cli.options import DEFAULT_MAX_SIZE, ActorsFile, ActsFile, AsJson, Day, Html, Language, MaxSize, said
from readouts.cli.show import show_reading
from readouts.errors import WrongCall
from readouts.ingest import Unread
from readouts.report import reading_html
from readouts.workflows import contract
from readouts.workflows.gather import gather
from readouts.workflows.read import read as read_document
from readouts.workflows.tools import load_tools

File = Annotated[str, typer.Argument(metavar="FILE", help="A path, - or FILE.jsonl#ID; NAME=FILE names its publisher.")]


def read(
    context: typer.Context,
    file: File,
    as_json: AsJson = False,
    html: Html = None,
    where: Where = None,
    day: Day = None,
    language: Language = None,
    actors_file: ActorsFile = None,
    acts_file: ActsFile = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    """Read one report: clean it, repair its names, say who says what by whose account, and compare those accounts."""
    found = list(gather([file], said(day, language, max_size, chosen(context, where))))
    for item in found:
        if isinstance(item, Unread):
            report_unread(item)
            raise typer.Exit(1)
    if len(found) != 1:
        raise WrongCall(f"{file} holds {len(found)} documents; name one of them with {file}#ID.")
    [document] = found
    assert not isinstance(document, Unread)
    tools = load_tools(actors_file, acts_file)
    reading = read_document(document, tools, lambda: opened(context, where))
    warn(reading.analysis.problems)
    warn(reading.collation.problems)
    if html:
        write_page(html, reading_html(reading, tools.actors.states))
    if as_json:
        warn(problem for contact in reading.analysis.contacts for problem in contact.problems)
        print_json(contract.read(reading))
    elif not html:
        show_reading(reading)
