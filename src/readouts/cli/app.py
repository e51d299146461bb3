"""The commands, one file each, and how faults end them."""

from __future__ import annotations

import sys

import typer

from readouts.cli import (
    actors,
    add,
    changes,
    clean,
    compare,
    contacts,
    correct,
    echoes,
    export,
    formulas,
    import_files,
    read,
    rebuild,
    search,
    serve,
    show_document,
    statements,
    trace,
    votes,
)
from readouts.cli import list as list_command
from readouts.cli.collection import Where
from readouts.cli.console import errors
from readouts.errors import ReadoutsError

app = typer.Typer(
    name="readouts",
    help="Sets governments' accounts of one call or meeting side by side, every cell traceable to its source words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("compare")(compare.compare)
app.command("read")(read.read)
app.command("clean")(clean.clean)
app.command("actors")(actors.actors)
app.command("statements")(statements.statements)
app.command("contacts")(contacts.contacts)
app.command("add")(add.add)
app.command("list")(list_command.list_documents)
app.command("show")(show_document.show)
app.command("search")(search.search)
app.command("changes")(changes.changes)
app.command("echoes")(echoes.echoes)
app.command("formulas")(formulas.formulas)
app.command("trace")(trace.trace)
app.command("rebuild")(rebuild.rebuild)
app.command("export")(export.export)
app.command("import")(import_files.import_files)
app.command("votes")(votes.votes)
app.add_typer(correct.app, name="correct")
app.command("serve")(serve.serve)


@app.callback()
def everywhere(context: typer.Context, where: Where = None) -> None:
    """Set governments' accounts of one call or meeting side by side, every cell traceable to its source words."""
    context.obj = where


def main() -> None:
    """Run the command; a wrong call or a broken table ends it with status 2 and one message."""
    try:
        app()
    except ReadoutsError as error:
        errors.print(f"readouts: {error}", markup=False, highlight=False, soft_wrap=True)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is left to say, not even at exit.
        sys.stderr.close()
        sys.exit(1)
