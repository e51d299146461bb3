"""readouts formulas: wording that returns in many documents, with first and last use."""

from __future__ import annotations

from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from readouts.cli.collection import OfPublisher, Since, Until, Where, chosen
from readouts.cli.console import output, print_json, write_file
from readouts.cli.options import DEFAULT_MAX_SIZE, AsJson, Day, Language, MaxSize, MaybeFiles, said
from readouts.cli.wording import documents_meant, waiting
from readouts.cli.words import safe, shortened
from readouts.workflows import wording_json
from readouts.workflows.formulas import find_formulas
from readouts.workflows.usage import Usage

Least = Annotated[
    int | None,
    typer.Option("--least", metavar="N", min=2, help="Used in so many documents; 1 in 200, but 3, where not said."),
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")]
Svg = Annotated[str | None, typer.Option("--svg", metavar="FILE", help="Write a plot: their use by month.")]
_PLOTTED = 12
_BARS = " ▁▂▃▄▅▆▇█"
_MONTHS = 24


def formulas(
    context: typer.Context,
    files: MaybeFiles = None,
    least: Least = None,
    limit: Limit = 50,
    publisher: OfPublisher = None,
    since: Since = None,
    until: Until = None,
    svg: Svg = None,
    as_json: AsJson = False,
    where: Where = None,
    day: Day = None,
    language: Language = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    """List the wording of four words or more that returns in many documents. Without FILE: of the collection."""
    given = said(day, language, max_size, chosen(context, where))
    documents, failed = documents_meant(context, where, files, given, publisher=publisher, since=since, until=until)
    with waiting("looking for formulas"):
        found = find_formulas(documents, least, limit)
    if svg:
        from readouts.workflows.plots import usage_svg

        write_file(svg, usage_svg(found[:_PLOTTED], "Formulas by month"), "Plot")
    if as_json:
        for one in found:
            print_json(wording_json.usage(one))
    else:
        _show(found)
    if failed:
        raise typer.Exit(1)


def _show(found: list[Usage]) -> None:
    table = Table("wording", "documents", "by", "first", "last", "by month", box=box.SIMPLE, title=Text("formulas"))
    for one in found:
        table.add_row(Text(shortened(safe(one.wording))), f"{one.documents:,}", Text(by(one)), *days(one), bars(one))
    output.print(table)


def by(usage: Usage) -> str:
    """Return who uses a wording, the most first."""
    named = [f"{safe(name) or 'unknown'} {count:,}" for name, count in usage.publishers]
    return ", ".join(named[:3]) + (" …" if len(named) > 3 else "")


def days(usage: Usage) -> tuple[str, str]:
    """Return the days of the first and the last use."""
    return usage.first.isoformat() if usage.first else "", usage.last.isoformat() if usage.last else ""


def bars(usage: Usage) -> str:
    """Return the use by month as bars of letters, the latest two years."""
    counts = [count for _, count in usage.by_month][-_MONTHS:]
    most = max(counts, default=1)
    return "".join(_BARS[-(-count * (len(_BARS) - 1) // most)] for count in counts)
