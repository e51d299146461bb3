"""readouts contacts: the contacts a text tells of, or the register of the collection."""

from __future__ import annotations

from typing import Annotated

import typer

from readouts.cli.collection import Since, Until, Where, bound, chosen, opened
from readouts.cli.console import print_json, write_file
from readouts.cli.each import print_each
from readouts.cli.options import DEFAULT_MAX_SIZE, ActorsFile, AsJson, Day, Language, MaxSize, MaybeFiles, said
from readouts.cli.show import show_contacts
from readouts.errors import WrongCall
from readouts.model import ContactKind
from readouts.workflows import contract
from readouts.workflows.batch import Depth
from readouts.workflows.counts import with_counts_checked
from readouts.workflows.tools import load_tools

Between = Annotated[
    tuple[str, str] | None,
    typer.Option("--between", metavar="A B", help="Register: only contacts between these persons or states."),
]
With = Annotated[list[str] | None, typer.Option("--party", metavar="NAME", help="Register: only with this party.")]
Kind = Annotated[ContactKind | None, typer.Option("--kind", help="Register: only contacts of this kind.")]
Accounts = Annotated[
    int, typer.Option("--accounts", metavar="N", min=1, help="Register: with so many accounts at least.")
]
Svg = Annotated[str | None, typer.Option("--svg", metavar="FILE", help="Register: write the timeline as a plot.")]


def contacts(
    context: typer.Context,
    files: MaybeFiles = None,
    between: Between = None,
    party: With = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    accounts: Accounts = 1,
    svg: Svg = None,
    as_json: AsJson = False,
    where: Where = None,
    day: Day = None,
    language: Language = None,
    actors_file: ActorsFile = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    """List the calls, meetings, visits and letters each text tells of. Without FILE: the register of the collection.

    Where a text counts a contact ("the second time since …"), the count is checked against that register.
    """
    if files:
        if between or party or since or until or kind or svg or accounts > 1:
            raise WrongCall("--between, --party, --since, --until, --kind, --accounts and --svg are for the register.")
        tools = load_tools(actors_file)
        print_each(
            files,
            said(day, language, max_size, chosen(context, where)),
            actors_file,
            Depth.CONTACTS,
            contract.contacts if as_json else None,
            show_contacts,
            finish=lambda analysis: with_counts_checked(analysis, tools, lambda: opened(context, where)),
        )
        return
    from readouts.cli.show_register import show_register
    from readouts.collection import ContactFilter
    from readouts.workflows import collection_json
    from readouts.workflows.parties import party_names
    from readouts.workflows.register import register

    names = [*(between or ()), *(party or ())]
    wanted = ContactFilter(
        between=tuple(party_names(name, load_tools(actors_file).actors) for name in names),
        since=bound(since, "--since")[0],
        until=bound(until, "--until")[1],
        kind=kind,
        accounts=accounts,
    )
    with opened(context, where) as collection:
        found = register(collection, wanted)
    title = "Contacts" + (f" of {' and '.join(names)}" if names else "")
    if svg:
        from readouts.workflows.plots import timeline_svg

        write_file(svg, timeline_svg(found, title), "Plot")
    for one in found:
        if as_json:
            print_json(collection_json.contact(one))
    if not as_json:
        show_register(found, title, count=bool(names))
