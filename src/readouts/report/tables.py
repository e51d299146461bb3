"""The facing columns as a table for use elsewhere: CSV, Markdown, DOCX."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

from readouts.report.board import Board, CellView, RowView
from readouts.report.columns import Column
from readouts.report.glyphs import visible

SILENT = "—"
# What a spreadsheet would run as a formula when a cell begins with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """A head and lines of equal length, all plain text that can be shown and encoded."""

    title: str
    note: str
    head: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...]


def table(title: str, board: Board) -> Table:
    """Return the points as lines: number, topic, how they stand, each account's exact words, the differences."""
    head = ("point", "topic", "relation", *(column.siglum for column in board.columns), "differences")
    lines = [
        (str(row.number), topic.topic, row.relation, *map(cell_words, row.cells), _differences(row, board.columns))
        for topic in board.topics
        for row in topic.rows
    ]
    return Table(
        visible(title),
        visible(board.summary),
        tuple(map(visible, head)),
        tuple(tuple(map(visible, line)) for line in lines),
        tuple(visible(f"{column.siglum}: {column.citation}") for column in board.columns),
    )


def cell_words(cell: CellView) -> str:
    """Return the exact words of a cell, ``[…]`` where words between are left out; a dash for a silence."""
    if cell.silent:
        return SILENT
    parts: list[str] = []
    for passage in cell.passages:
        parts.append((" […] " if passage.apart else " ") if parts else "")
        parts.append("".join(piece.text for piece in passage.pieces))
    return "".join(parts)


def as_csv(given: Table) -> str:
    """Return CSV (RFC 4180); a cell that a spreadsheet would run as a formula begins with an apostrophe."""
    out = StringIO()
    writer = csv.writer(out)
    for line in (given.head, *given.lines):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in line])
    return out.getvalue()


def as_markdown(given: Table) -> str:
    """Return a table of GitHub Flavored Markdown under its title, followed by the sources."""
    lines = [f"# {_markdown(given.title)}", "", _markdown(given.note), ""]
    lines += [_markdown_line(given.head), "|" + " --- |" * len(given.head)]
    lines += map(_markdown_line, given.lines)
    lines += ["", *(f"- {_markdown(source)}" for source in given.sources), ""]
    return "\n".join(lines)


def as_docx(given: Table) -> bytes:
    """Return a Word document: title, sentence, table, sources."""
    # Read late: it takes a tenth of a second, and only those who take the table away need it.
    from docx import Document
    from docx.enum.section import WD_ORIENT

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading(_xml(given.title), level=1)
    document.add_paragraph(_xml(given.note))
    lines = (given.head, *given.lines)
    grid = document.add_table(rows=len(lines), cols=len(given.head))
    grid.style = "Table Grid"
    for row, line in zip(grid.rows, lines, strict=True):
        for cell, words in zip(row.cells, line, strict=True):
            cell.text = _xml(words)
    for source in given.sources:
        document.add_paragraph(_xml(source), style="List Bullet")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _differences(row: RowView, columns: Sequence[Column]) -> str:
    return "; ".join(
        f"{difference.kind}: "
        + ", ".join(
            f"{columns[value.column].siglum} {value.value or ' '.join(words.text for words in value.words)}"
            for value in difference.values
            if value.value or value.words
        )
        for difference in row.differences
    )


def _markdown(words: str) -> str:
    """Escape what Markdown would read as markup, and keep a cell on its line."""
    for sign in "\\`*_[]<>|#~$":
        words = words.replace(sign, "\\" + sign)
    return " ".join(words.split())


def _markdown_line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(_markdown, cells)) + " |"


def _xml(words: str) -> str:
    """Leave out the two characters of the basic plane that XML cannot hold; the others are shown already."""
    return words.replace("\ufffe", "").replace("\uffff", "")
