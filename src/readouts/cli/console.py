"""Where the command prints: results to standard output, problems and progress to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console

from readouts.errors import WrongCall
from readouts.ingest import Unread
from readouts.model import Problem
from readouts.workflows.contract import Json, line

errors = Console(stderr=True)
output = Console()


def print_json(value: Json) -> None:
    """Print one line of JSON on standard output, in UTF-8 whatever the terminal's encoding."""
    sys.stdout.buffer.write(line(value).encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def print_json_lines(values: Iterable[Json]) -> None:
    """Print many lines of JSON as `print_json` does, without handing each on by itself."""
    for value in values:
        sys.stdout.buffer.write(line(value).encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def warn(problems: Iterable[Problem]) -> None:
    """Print what is doubtful, a line a problem."""
    for problem in problems:
        errors.print(f"warning: {problem.message}", markup=False, highlight=False, soft_wrap=True)


def report_unread(unread: Unread) -> None:
    """Print what could not be read and what to do about it."""
    errors.print(f"readouts: {unread.message}", markup=False, highlight=False, soft_wrap=True)


def write_page(path: str, html: str) -> None:
    """Write a report page and name it; raise WrongCall when it cannot be written there."""
    write_file(path, html, "Report")


def write_file(path: str, text: str, what: str) -> None:
    """Write a file and name it; raise WrongCall when it cannot be written there."""
    try:
        Path(path).write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise WrongCall(f"{path} cannot be written: {error.strerror}.") from None
    errors.print(f"{what} written to {path}", markup=False, highlight=False, soft_wrap=True)
