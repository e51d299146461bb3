"""readouts votes: how often two states voted alike in the General Assembly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from readouts.cli.collection import Where, opened
from readouts.cli.console import output, print_json, write_file
from readouts.cli.options import ActorsFile, AsJson
from readouts.cli.words import safe

if TYPE_CHECKING:
    from readouts.collection import YearOfVotes

One = Annotated[str, typer.Argument(metavar="A", help="A state: its name or code.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="B", help="Another state.", show_default=False)]
Important = Annotated[bool, typer.Option("--important", help="Only votes the table marks as important.")]
Svg = Annotated[str | None, typer.Option("--svg", metavar="FILE", help="Write a plot.")]
_BAR = 30


def votes(
    context: typer.Context,
    one: One,
    other: Other,
    important: Important = False,
    svg: Svg = None,
    as_json: AsJson = False,
    where: Where = None,
    actors_file: ActorsFile = None,
) -> None:
    """Show how often two states voted alike, by year, from the table of votes that was imported."""
    from readouts.workflows import collection_json
    from readouts.workflows.plots import votes_svg
    from readouts.workflows.tools import load_tools
    from readouts.workflows.votes import agreement

    with opened(context, where) as collection:
        found = agreement(collection, one, other, load_tools(actors_file).actors, important=important)
    title = f"{found.one} and {found.other} in the UN General Assembly"
    if svg:
        write_file(svg, votes_svg(found.years, title), "Plot")
    if as_json:
        for line in collection_json.agreement(found):
            print_json(line)
        return
    table = Table("year", "votes", "alike", "share", "index", "", box=box.SIMPLE, title=Text(safe(title)))
    for year in found.years:
        table.add_row(*_cells(year))
    output.print(table)
    output.print(Text("share: both voted and voted alike. index: an abstention against yes or no counts one half."))


def _cells(year: YearOfVotes) -> tuple[str, ...]:
    bar = "█" * round(year.agreement * _BAR)
    return str(year.year), f"{year.both:,}", f"{year.alike:,}", f"{year.agreement:.0%}", f"{year.index:.2f}", bar
