"""Rows of a collation in the terminal: a column an account, differences under each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from readouts.cli.words import quoted, safe
from readouts.model import Collation, Gap, Reading, Relation, Row, TopicShare, Turn
from readouts.report.beside import missing_topics, said_beside

# Marks stand beside the colours, so that nothing is told by colour alone.
_MARKS = {Relation.SAME: ("=", "green"), Relation.DIFFERS: ("≠", "yellow"), Relation.ONLY: ("·", "blue")}


def rows_summary(collation: Collation) -> str:
    """Say in one line what the reader will see."""
    shared = "both" if len(collation.accounts) == 2 else "several"
    counts = Counter(row.relation for row in collation.rows)
    alone = Counter(
        account.siglum
        for row in collation.rows
        if row.relation is Relation.ONLY
        for account, cell in zip(collation.accounts, row.cells, strict=True)
        if isinstance(cell, Reading)
    )
    parts = [f"{counts[Relation.SAME]} in {shared}", f"{counts[Relation.DIFFERS]} differ"]
    parts += [f"{alone[account.siglum]} only in {account.siglum}" for account in collation.accounts]
    return f"{len(collation.rows)} points: " + ", ".join(parts)


def beside_table(collation: Collation) -> Table:
    """Return what stands beside the rows: each account's length, whom it makes speak, its topics and silences."""
    table = Table(
        box=box.HORIZONTALS, show_lines=True, expand=True, title="Each account as a whole", title_justify="left"
    )
    table.add_column("", max_width=14, overflow="fold")
    for account in collation.accounts:
        table.add_column(account.siglum, ratio=1, overflow="fold")
    told = collation.outlines
    table.add_row("length", *(f"{one.characters:,} characters, {one.points} points" for one in told))
    table.add_row("gives statements to", *(Text("\n".join(map(_turn, one.turns)) or "–") for one in told))
    table.add_row("topics in order", *(Text(", ".join(map(_topic, one.topics))) for one in told))
    table.add_row("says nothing of", *(Text(", ".join(_missing(collation, at)) or "–") for at in range(len(told))))
    return table


def _turn(turn: Turn) -> str:
    who = " and ".join(safe(speaker.person or speaker.state or "") for speaker in turn.speakers)
    return f"{who}: {turn.statements}"


def _topic(share: TopicShare) -> str:
    return f"{share.topic or 'other points'} {share.share:.0%}"


def _missing(collation: Collation, at: int) -> list[str]:
    """Return the topics of which an account has no word, those that take most of another account first."""
    lacking = missing_topics(collation, at)
    return [topic or "" for topic in sorted(lacking, key=lambda topic: (-lacking[topic][0], topic or ""))]


def rows_table(collation: Collation, texts: Sequence[str]) -> Table:
    """Return the table of all rows; `texts` has one text an account."""
    table = Table(box=box.HORIZONTALS, show_lines=True, expand=True)
    table.add_column("", width=1)
    table.add_column("topic", max_width=14, overflow="fold")
    for account in collation.accounts:
        table.add_column(account.siglum, ratio=1, overflow="fold")
    for row in collation.rows:
        mark, colour = _MARKS[row.relation]
        cells = [_cell(row, at, text, collation) for at, text in enumerate(texts)]
        table.add_row(Text(mark, style=colour), Text(row.topic or ""), *cells)
    return table


def _cell(row: Row, at: int, text: str, collation: Collation) -> Text:
    cell = row.cells[at]
    if not isinstance(cell, Reading):
        return Text("— (nothing of the topic)" if cell.gap is Gap.TOPIC else "—", style="dim")
    shown = Text(quoted(text, cell.spans))
    for quoting, quoted_from in row.quotation:
        if quoting == at:
            shown.append(f"\nquotation of {collation.accounts[quoted_from].siglum}", style="dim")
    for difference in row.differences:
        if said := said_beside(difference, at, cell, text):
            shown.append(f"\n{difference.kind}: ", style="bold").append(safe(said), style="italic")
    return shown
