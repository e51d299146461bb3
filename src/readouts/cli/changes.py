"""readouts changes: what an account dropped and added since the last ones with the same party."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from readouts.cli.collection import Where, opened
from readouts.cli.console import output, print_json
from readouts.cli.options import ActorsFile, AsJson
from readouts.cli.words import safe, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readouts.model import Analysis, Passage
    from readouts.workflows.changed_wording import ChangedWording
    from readouts.workflows.changes import ChangesOf

Name = Annotated[str, typer.Argument(metavar="ID", help="An account of a contact: an id or its start.")]
Last = Annotated[int, typer.Option("--last", metavar="N", min=1, help="Against so many earlier accounts.")]
With = Annotated[str | None, typer.Option("--party", metavar="NAME", help="With this person or state only.")]
_MOST_SIGNS = 4


def changes(
    context: typer.Context,
    name: Name,
    last: Last = 3,
    party: With = None,
    as_json: AsJson = False,
    where: Where = None,
    actors_file: ActorsFile = None,
) -> None:
    """Show what an account dropped and added since the same publisher's last accounts with the same party."""
    from readouts.workflows import collection_json
    from readouts.workflows.changes import changes as find_changes
    from readouts.workflows.parties import party_names
    from readouts.workflows.tools import load_tools

    named = party_names(party, load_tools(actors_file).actors) if party else None
    with opened(context, where) as collection:
        found = find_changes(collection, name, last, named)
    if as_json:
        print_json(collection_json.changes(found))
    else:
        _show(found)


def _show(found: ChangesOf) -> None:
    parties = "; ".join(safe(one.person or one.state or "?") for one in found.parties)
    contact = found.contact.contact
    day = f" of {contact.date}" if contact.date else ""
    output.print(Text(f"{safe(found.changes.document)}, {contact.kind}{day} with {parties}"), style="bold")
    if not found.changes.earlier:
        output.print(Text("The collection holds no earlier account by this publisher with the same party."))
        return
    for name in found.changes.earlier:
        output.print(Text(f"set against {_day(found, name)}  ").append(safe(name), style="dim"))
    _show_wording(found)
    _show_topics(found)
    for one in found.changes.force:
        before, now = (_words(found.analyses, step.passage) for step in (one.before, one.now))
        topics = ", ".join(one.topics)
        output.print(Text(f"{one.shift} ({one.ladder}; {topics}): “{before}” → “{now}”"))
    if not (found.changes.wording or found.changes.topics or found.changes.force):
        output.print(Text("Nothing that can be told has changed."))


def _show_wording(found: ChangesOf) -> None:
    for one in found.changes.wording:
        sign, colour = _SIGNS[str(one.change)]
        uses = _used(one, found) if one.earlier else f"new with this party; in {one.others:,} other texts"
        words = _words(found.analyses, one.passage)
        output.print(Text(f"{sign} “{words}”", style=colour).append(f" ({uses})", style="dim"))


def _used(one: ChangedWording, found: ChangesOf) -> str:
    total = len(found.changes.earlier)
    return f"used in {len(one.earlier)} of {total}, last {_day(found, one.earlier[0])}"


def _day(found: ChangesOf, name: str) -> str:
    published = found.analyses[name].document.published
    return published.isoformat() if published else "no date"


def _show_topics(found: ChangesOf) -> None:
    for one in found.changes.topics:
        sign, colour = _SIGNS[str(one.change)]
        words = _signs(found.analyses, one.passages)
        output.print(Text(f"{sign} topic {one.topic}", style=colour).append(f" ({words})", style="dim"))


_SIGNS = {"dropped": ("-", "red"), "added": ("+", "green")}


def _signs(analyses: Mapping[str, Analysis], passages: Sequence[Passage]) -> str:
    words = [_words(analyses, passage) for passage in passages]
    once = {word.casefold(): word for word in reversed(words)}
    return ", ".join(list(reversed(once.values()))[:_MOST_SIGNS])


def _words(analyses: Mapping[str, Analysis], passage: Passage) -> str:
    return shortened(safe(passage.span.of(analyses[passage.document].document.text)))
