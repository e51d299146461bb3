"""The documents of the collection: the list, one document, search, and what to have done with them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from readouts.collection import (
    Entry,
    analysis_of,
    count_entries,
    document_of,
    documents_of,
    find_entry,
    list_entries,
    search,
    versions_of,
)
from readouts.errors import WrongCall
from readouts.model import Analysis, Document
from readouts.report.full_text import FullText, full_text
from readouts.report.marks import analysis_marks, contact_marks
from readouts.report.names import States
from readouts.report.timeline import timeline
from readouts.web.home import under_way
from readouts.web.house import Here, House
from readouts.web.listed import listed, listed_all, listed_hit
from readouts.web.pages import page
from readouts.web.sieve import Sieved, pager
from readouts.web.tasks import MOST_ACCOUNTS, Compare, Read
from readouts.workflows.revisions import revisions

router = APIRouter(include_in_schema=False)
_LONGEST_NAME = 2_000


@router.get("/documents")
def documents(request: Request, house: Here, sieve: Sieved) -> Response:
    """List the documents, the newest first."""
    wanted = sieve.documents(house.tools)
    found = list_entries(house.collection, wanted, sieve.slice)
    total = count_entries(house.collection, wanted)
    return page(
        request,
        "documents.html.j2",
        sieve=sieve,
        documents=listed_all(found),
        pager=pager(request, sieve, len(found), total),
    )


@router.get("/search")
def find(request: Request, house: Here, sieve: Sieved) -> Response:
    """Search for words and show the hits in their context."""
    if not sieve.q:
        return page(request, "search.html.j2", sieve=sieve, hits=(), pager=None)
    answer = search(house.collection, sieve.q, sieve.documents(house.tools), sieve.slice)
    return page(
        request,
        "search.html.j2",
        sieve=sieve,
        hits=tuple(map(listed_hit, answer.hits)),
        pager=pager(request, sieve, len(answer.hits), answer.total),
    )


@router.post("/documents/compare")
async def compare(request: Request, house: Here) -> Response:
    """Set chosen documents side by side."""
    names = await _names(request)
    if len(names) < 2:
        raise WrongCall("Choose at least two documents to compare.")
    entries = [find_entry(house.collection, name) for name in names]
    return under_way(house, Compare(documents=tuple(documents_of(house.collection, entries))))


@router.post("/documents/read")
async def read(request: Request, house: Here) -> Response:
    """Read one document as a report that cites accounts."""
    [name] = (await _names(request))[:1] or [""]
    document = document_of(house.collection, find_entry(house.collection, name))
    return under_way(house, Read(house.settings.collection, document=document))


@router.get("/documents/{name:path}")
def document(request: Request, house: Here, name: str) -> Response:
    """Show one document with what was found in it."""
    entry = find_entry(house.collection, name)
    analysis = analysis_of(house.collection, entry) or Analysis(document_of(house.collection, entry))
    return page(
        request,
        "document.html.j2",
        document=listed(entry),
        versions=listed_all(versions_of(house.collection, entry)),
        changes=_changes(house, entry, analysis.document),
        text=_full(analysis, house.states),
        contacts=timeline(analysis.contacts, analysis.document.text, house.states),
        warnings=tuple(problem.message for problem in analysis.problems),
    )


def _full(analysis: Analysis, states: States) -> FullText:
    return full_text(0, "", analysis, (*analysis_marks(analysis, states), *contact_marks(analysis.contacts)))


def _changes(house: House, entry: Entry, document: Document) -> tuple[tuple[str, str], ...]:
    """Return what was taken out and put in since the version before, as words."""
    earlier = [one for one in versions_of(house.collection, entry) if one.version == entry.version - 1]
    if not earlier:
        return ()
    before = document_of(house.collection, earlier[0]).text
    return tuple(
        (one.earlier.of(before) if one.earlier else "", one.later.of(document.text) if one.later else "")
        for one in revisions(before, document.text)
    )


async def _names(request: Request) -> list[str]:
    """Return the names of the documents chosen in a form."""
    form = await request.form(max_files=0, max_fields=MOST_ACCOUNTS, max_part_size=_LONGEST_NAME)
    return list(dict.fromkeys(str(name) for name in form.getlist("document")))
