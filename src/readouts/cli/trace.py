"""readouts trace: every use of a wording and its close variants."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from readouts.cli.collection import OfPublisher, Since, Until, Where, chosen
from readouts.cli.console import output, print_json, write_file
from readouts.cli.formulas import bars, by, days
from readouts.cli.options import DEFAULT_MAX_SIZE, AsJson, Day, Language, MaxSize, MaybeFiles, said
from readouts.cli.wording import documents_meant, waiting
from readouts.cli.words import safe
from readouts.workflows import wording_json
from readouts.workflows.tools import load_tools
from readouts.workflows.trace import trace_wording
from readouts.workflows.usage import Usage, Use

Phrase = Annotated[str, typer.Argument(metavar="PHRASE", help="The wording, in quotation marks.", show_default=False)]
Across = Annotated[
    bool, typer.Option("--across-languages", help="Also passages of other languages that mean about the same; slower.")
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most so many; --json prints all.")]
Svg = Annotated[str | None, typer.Option("--svg", metavar="FILE", help="Write a plot: its use by month.")]


def trace(
    context: typer.Context,
    phrase: Phrase,
    files: MaybeFiles = None,
    across: Across = False,
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
    """Find every use of a wording and its close variants, the earliest first. Without FILE: in the collection."""
    given = said(day, language, max_size, chosen(context, where))
    documents, failed = documents_meant(context, where, files, given, publisher=publisher, since=since, until=until)
    with waiting("tracing"):
        found = trace_wording(documents, phrase, load_tools().models if across else None)
    if svg:
        from readouts.workflows.plots import usage_svg

        write_file(svg, usage_svg([found], "Use by month"), "Plot")
    if as_json:
        print_json(wording_json.usage(found))
    else:
        _show(found, limit)
    if failed:
        raise typer.Exit(1)


def _show(found: Usage, limit: int) -> None:
    for use in found.uses[:limit]:
        document = use.document
        day = document.published.isoformat() if document.published else "no date"
        publisher = safe(document.publisher.name) if document.publisher else ""
        alike = "" if use.similarity == 1 else f"{use.similarity:.0%} alike"
        output.print(Text("  ".join(filter(None, (day, publisher, safe(document.id), alike)))), style="bold")
        output.print(_in_sentence(use))
    if len(found.uses) > limit:
        output.print(Text(f"… and {len(found.uses) - limit:,} more"))
    first, last = days(found)
    dates = f", first {first}, last {last}" if first else ""
    output.print(Text(f"{len(found.uses):,} uses in {found.documents:,} documents{dates}"), style="bold")
    if found.uses:
        output.print(Text(f"by {by(found)}" + (f"   {bars(found)}" if first else "")))


def _in_sentence(use: Use) -> Text:
    before, after = use.around
    shown = Text("  ").append(safe(before) + (" " if before[-1:].isspace() else ""))
    shown.append(safe(use.wording), style="bold reverse")
    return shown.append((" " if after[:1].isspace() else "") + safe(after))
