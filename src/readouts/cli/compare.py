"""readouts compare: accounts of one contact, side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from readouts.cli.collection import Where, chosen, opened
from readouts.cli.console import print_json, report_unread, warn, write_page
from readouts.cli.options import (
    DEFAULT_MAX_SIZE,
    ActorsFile,
    ActsFile,
    AsJson,
    Day,
    Html,
    Language,
    MaxSize,
    MaybeFiles,
    said,
)
from readouts.cli.show import show_comparison
from readouts.errors import WrongCall
from readouts.ingest import Unread
from readouts.model import Comparison, Document
from readouts.report import comparison_html
from readouts.workflows import contract
from readouts.workflows.compare import compare as compare_documents
from readouts.workflows.gather import gather
from readouts.workflows.tools import Tools, load_tools

OfContact = Annotated[
    str | None,
    typer.Option("--contact", metavar="ID", help="All accounts of this contact of the register, instead of files."),
]


def compare(
    context: typer.Context,
    files: MaybeFiles = None,
    contact: OfContact = None,
    as_json: AsJson = False,
    html: Html = None,
    where: Where = None,
    day: Day = None,
    language: Language = None,
    actors_file: ActorsFile = None,
    acts_file: ActsFile = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    """Set two or more accounts of one contact side by side: what both say, where they differ, who is silent."""
    tools = load_tools(actors_file, acts_file)
    if contact is not None:
        if files:
            raise WrongCall("--contact takes all accounts of the contact; name no files beside it.")
        from readouts.workflows.contact_accounts import compare_contact

        with opened(context, where) as collection:
            _, comparison = compare_contact(collection, contact, tools)
        _show(comparison, tools, as_json, html)
        return
    found = list(gather(files or [], said(day, language, max_size, chosen(context, where))))
    unread = [item for item in found if isinstance(item, Unread)]
    documents = [item for item in found if isinstance(item, Document)]
    for item in unread:
        report_unread(item)
    if unread and len(documents) < 2:
        raise typer.Exit(1)
    _show(compare_documents(documents, tools), tools, as_json, html)
    if unread:
        raise typer.Exit(1)


def _show(comparison: Comparison, tools: Tools, as_json: bool, html: str | None) -> None:
    for analysis in comparison.analyses:
        warn(analysis.problems)
    warn(comparison.collation.problems)
    if html:
        write_page(html, comparison_html(comparison, tools.actors.states))
    if as_json:
        print_json(contract.compare(comparison))
    elif not html:
        show_comparison(comparison)
