"""The register of contacts: the list, the timeline between two parties, one contact with its accounts."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from readouts.collection import documents_of, find_contact, page_of_contacts
from readouts.errors import WrongCall
from readouts.model import ContactKind
from readouts.web.home import under_way
from readouts.web.house import Here
from readouts.web.listed import listed_contact
from readouts.web.pages import page
from readouts.web.plots import can_plot, plot
from readouts.web.sieve import Sieved, pager
from readouts.web.tasks import Compare
from readouts.workflows import correct
from readouts.workflows.plots import timeline_svg
from readouts.workflows.register import Counted, register, up_to_date

router = APIRouter(include_in_schema=False)
_LONGEST = 2_000


@router.get("/contacts")
def contacts(request: Request, house: Here, sieve: Sieved) -> Response:
    """List the latest contacts; between named parties all of them from the first on, counted."""
    wanted = sieve.contacts(house.tools)
    if wanted.between:
        found = register(house.collection, wanted)
        shown, total = found[sieve.slice], len(found)
    else:
        up_to_date(house.collection)
        latest, total = page_of_contacts(house.collection, wanted, sieve.slice)
        shown = [Counted(one, 0, 0) for one in latest]
    return page(
        request,
        "contacts.html.j2",
        sieve=sieve,
        contacts=tuple((listed_contact(one.registered, house.states), one.nth, one.nth_of_kind) for one in shown),
        plots=can_plot(),
        kinds=tuple(map(str, ContactKind)),
        plot=sieve.address("/contacts/timeline.svg", page=1),
        pager=pager(request, sieve, len(shown), total),
    )


@router.get("/contacts/timeline.svg")
def timeline(house: Here, sieve: Sieved) -> Response:
    """Draw the contacts over time."""
    found = register(house.collection, sieve.contacts(house.tools))
    return plot(lambda: timeline_svg(found, " and ".join(filter(None, (sieve.a, sieve.b)))))


@router.get("/contacts/{name:path}")
def contact(request: Request, house: Here, name: str) -> Response:
    """Show one contact and the documents that are accounts of it."""
    up_to_date(house.collection)
    return page(request, "contact.html.j2", contact=listed_contact(find_contact(house.collection, name), house.states))


@router.post("/contacts/{name:path}/compare")
def compare(house: Here, name: str) -> Response:
    """Set all accounts of a contact side by side."""
    entries = [account.entry for account in find_contact(house.collection, name).accounts]
    if len(entries) < 2:
        raise WrongCall("The collection has only one account of this contact; there is nothing to compare it with.")
    return under_way(house, Compare(documents=tuple(documents_of(house.collection, entries))))


@router.post("/contacts/{name:path}/correct")
async def fix(request: Request, house: Here, name: str) -> Response:
    """Keep what a person says of a contact: its date, a document that is no account of it, another that is."""
    form = await request.form(max_files=0, max_fields=4, max_part_size=_LONGEST)
    action, said = str(form.get("action", "")), str(form.get("said", "")).strip()
    corrections = {"date": correct.fix_date, "part": correct.part, "join": correct.join}
    if action not in corrections or not said:
        raise WrongCall("Say what to correct: date, part or join, and the date or document.")
    made = corrections[action](house.collection, name, said)
    up_to_date(house.collection)
    return RedirectResponse(f"/contacts/{quote(find_contact(house.collection, made.target).id, safe='')}", 303)
