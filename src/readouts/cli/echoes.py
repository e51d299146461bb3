"""readouts echoes: the passages that documents share."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from readouts.cli.collection import OfPublisher, Since, Until, Where, chosen
from readouts.cli.console import output, print_json_lines
from readouts.cli.options import DEFAULT_MAX_SIZE, AsJson, Day, Language, MaxSize, MaybeFiles, said
from readouts.cli.wording import documents_meant, waiting
from readouts.cli.words import safe, shortened
from readouts.model import Document, Echo
from readouts.workflows import contract
from readouts.workflows.echoes import Engine
from readouts.workflows.echoes import echoes as find_echoes

EngineOption = Annotated[
    Engine, typer.Option("--engine", help="In this process, or spread by Spark (the extra spark).")
]
Master = Annotated[
    str | None, typer.Option("--master", metavar="URL", help="Spark's master; local[*], this machine, where not said.")
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most so many; --json prints all.")]
_NAMED = 3


def echoes(
    context: typer.Context,
    files: MaybeFiles = None,
    engine: EngineOption = Engine.LOCAL,
    master: Master = None,
    limit: Limit = 50,
    publisher: OfPublisher = None,
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
    where: Where = None,
    day: Day = None,
    language: Language = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    """Find passages of eight words or more that documents share; without FILE those of the collection."""
    given = said(day, language, max_size, chosen(context, where))
    documents, failed = documents_meant(context, where, files, given, publisher=publisher, since=since, until=until)
    with waiting("looking for echoes"):
        found = iter(find_echoes(documents, engine, master))
        some = list(islice(found, limit))
    if as_json:
        print_json_lines(contract.echo(one) for part in (some, found) for one in part)
    else:
        _show(some, documents)
        more = sum(1 for _ in found)
        output.print(Text(f"{len(some):,} of {len(some) + more:,} echoes" if more else f"{len(some):,} echoes"))
    if failed:
        raise typer.Exit(1)


def _show(found: list[Echo], documents: list[Document]) -> None:
    texts = {document.id: document for document in reversed(documents)}
    table = Table("words", "alike", "where", "wording", box=box.SIMPLE, title=Text("wording that returns"), expand=True)
    for echo in found:
        named = [_where(texts[passage.document]) for passage in echo.passages[:_NAMED]]
        if len(echo.passages) > _NAMED:
            named.append(f"and {len(echo.passages) - _NAMED:,} more")
        quotes = [shortened(safe(one.span.of(texts[one.document].text))) for one in echo.passages[:2]]
        wording = "\n".join(dict.fromkeys(quotes))
        table.add_row(str(echo.words), f"{echo.similarity:.0%}", Text("\n".join(named)), Text(wording))
    output.print(table)


def _where(document: Document) -> str:
    day = document.published.isoformat() if document.published else "no date"
    return f"{day}  {safe(document.id)}"
