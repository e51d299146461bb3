"""readouts compare: accounts of one contact, side by side."""

from __future__ import annotations

import typer

from readouts.cli.console import print_json, report_unread, warn, write_page
from readouts.cli.options import (
    DEFAULT_MAX_SIZE,
    ActorsFile,
    AsJson,
    Day,
    Files,
    Html,
    Language,
    MaxSize,
    said,
)
from readouts.cli.show import show_comparison
from readouts.ingest import Unread
from readouts.model import Document
from readouts.report import comparison_html
from readouts.workflows import contract
from readouts.workflows.compare import compare as compare_documents
from readouts.workflows.gather import gather
from readouts.workflows.tools import load_tools


def compare(
    files: Files,
    as_json: AsJson = False,
    html: Html = None,
    day: Day = None,
    language: Language = None,
    actors_file: ActorsFile = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    """Set two or more accounts of one contact side by side: what both say, where they differ, who is silent."""
    found = list(gather(files, said(day, language, max_size)))
    unread = [item for item in found if isinstance(item, Unread)]
    documents = [item for item in found if isinstance(item, Document)]
    for item in unread:
        report_unread(item)
    if unread and len(documents) < 2:
        raise typer.Exit(1)
    tools = load_tools(actors_file)
    comparison = compare_documents(documents, tools)
    for analysis in comparison.analyses:
        warn(analysis.problems)
    warn(comparison.collation.problems)
    if html:
        write_page(html, comparison_html(comparison, tools.actors.states))
    if as_json:
        print_json(contract.compare(comparison))
    elif not html:
        show_comparison(comparison)
    if unread:
        raise typer.Exit(1)
