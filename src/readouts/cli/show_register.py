"""The register of contacts as a person sees it in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from readouts.cli.console import output
from readouts.cli.words import safe
from readouts.collection import AccountOf
from readouts.model import Party
from readouts.workflows.register import Counted


def show_register(found: Sequence[Counted], title: str, *, count: bool) -> None:
    """Print the contacts, the earliest first; with `count` each has its place in the list and among its kind."""
    table = Table(box=box.SIMPLE, padding=(0, 1, 0, 0), title=Text(safe(title)))
    if count:
        table.add_column("", style="dim", justify="right")
    for name in ("date", "kind", "accounts"):
        table.add_column(name, overflow="fold")
    table.add_column("parties, id", overflow="fold", ratio=1)
    for one in found:
        held = one.registered.contact
        nth = f" {one.nth_of_kind}" if count and one.nth_of_kind else ""
        table.add_row(
            *([Text(str(one.nth or ""))] if count else []),
            Text(held.date or "no date"),
            Text(f"{held.kind}{nth}"),
            Text(" ".join(map(_account, one.registered.accounts)) + (" ✎" if one.registered.corrected else "")),
            Text("; ".join(map(_party, held.parties[:6])) + _more(held.parties)).append(
                f"\n{safe(one.registered.id)}", style="dim"
            ),
        )
    output.print(table)
    output.print(Text(summary(found)))


def summary(found: Sequence[Counted]) -> str:
    """Return the counts in words: "12 contacts since 2022-02-24: 7 calls, 5 meetings; 4 with several accounts"."""
    kinds = Counter(str(one.registered.contact.kind) for one in found)
    days = [one.registered.contact.date for one in found if one.registered.contact.date]
    several = sum(len(one.registered.accounts) > 1 for one in found)
    parts = ", ".join(f"{count:,} {_plural(kind, count)}" for kind, count in kinds.most_common())
    span = f" from {days[0]} to {days[-1]}" if days else ""
    told = f"; {several:,} with several accounts" if several else ""
    return f"{len(found):,} {_plural('contact', len(found))}{span}" + (f": {parts}{told}" if found else "")


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def _party(party: Party) -> str:
    if party.person is None:
        return safe(party.state or "?")
    return safe(party.person) + (f" ({party.state})" if party.state else "")


def _more(parties: Sequence[Party]) -> str:
    return f"; and {len(parties) - 6} more" if len(parties) > 6 else ""


def _account(account: AccountOf) -> str:
    publisher = account.entry.publisher
    name = safe(publisher.siglum or publisher.name) if publisher else "?"
    return name if account.confidence >= 0.995 else f"{name}({account.confidence:.0%})"
