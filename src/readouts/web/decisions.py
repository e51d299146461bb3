"""What a person knows better: deciding on rows and words of a page, and all decisions with their undoing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from readouts.collection import Correction, correct, corrections, undo
from readouts.errors import WrongCall
from readouts.model import Analysis, Comparison, ReportReading, Span
from readouts.report.board import Board
from readouts.report.comparison import comparison_view
from readouts.report.glyphs import visible
from readouts.report.names import States
from readouts.report.reading import reading_view
from readouts.web.house import Here, House
from readouts.web.pages import page
from readouts.web.progress import Named, place_of
from readouts.workflows.amend import (
    DISMISS,
    FIX,
    JOIN,
    MARK,
    NAME,
    PART,
    RESIDUE,
    ROW,
    amended,
    amended_reading,
    concerns,
    row_value,
    span_value,
    target_of,
)
from readouts.workflows.export_decisions import decisions_page, in_words, quotes

router = APIRouter(include_in_schema=False)
_LONGEST = 20_000
_EXCERPT = 120


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as shown: what, on which words, when, and whether it was undone."""

    number: int
    made: str
    what: str
    quotes: tuple[tuple[str, str], ...]
    undone: str


@dataclass(frozen=True, slots=True)
class Amending:
    """What a page needs for correcting it: where to send it, its decisions, a mark of their state, its texts."""

    address: str
    decided: tuple[Decided, ...]
    seen: str
    texts: tuple[str, ...]


@router.post("/comparisons/{name}/decisions")
@router.post("/readings/{name}/decisions")
async def decide(request: Request, house: Here, job: Named) -> Response:
    """Keep a decision on a row or on words, and show the page as it is then."""
    outcome = job.outcome
    if not isinstance(outcome, Comparison | ReportReading):
        raise HTTPException(404)
    form = await request.form(max_files=0, max_fields=12, max_part_size=_LONGEST)
    held = with_decisions(outcome, house)
    if form.get("seen") != amending(outcome, house, "").seen:
        raise HTTPException(409, "Somebody decided something on this page meanwhile. Look at it again, then decide.")
    action = str(form.get("action", ""))
    place = ""
    if action in (DISMISS, PART, JOIN):
        place = _decide_row(house, held, action, form)
    elif action in (NAME, RESIDUE):
        _decide_words(house, analyses_of(held), action, form)
    else:
        raise WrongCall("Say what to do: dismiss, part, join, name or residue.")
    return RedirectResponse(f"{place_of(job)}{place or '#decisions'}", 303)


@router.get("/decisions")
def everything(request: Request, house: Here) -> Response:
    """Show all decisions, the last first, undone ones too."""
    found = corrections(house.collection, undone=True)
    return page(request, "decisions.html.j2", decided=tuple(map(_decided, reversed(found))))


@router.get("/decisions.jsonld")
def export(house: Here) -> Response:
    """Give all decisions as W3C Web Annotations."""
    headers = {"Content-Disposition": 'attachment; filename="decisions.jsonld"'}
    found = decisions_page(corrections(house.collection, undone=True))
    return JSONResponse(found, headers=headers, media_type="application/ld+json")


@router.post("/decisions/{number}/undo")
async def take_back(request: Request, house: Here, number: int) -> Response:
    """Undo one decision and go back to where it was undone."""
    form = await request.form(max_files=0, max_fields=1, max_part_size=_LONGEST)
    undo(house.collection, number)
    back = str(form.get("back", ""))
    return RedirectResponse(back if _is_ours(back) else "/decisions", 303)


def with_decisions(outcome: Comparison | ReportReading, house: House) -> Comparison | ReportReading:
    """Return an outcome with what people decided on its texts laid over it."""
    held = corrections(house.collection)
    return amended(outcome, held) if isinstance(outcome, Comparison) else amended_reading(outcome, held)


def analyses_of(outcome: Comparison | ReportReading) -> tuple[Analysis, ...]:
    """Return the texts of an outcome, each once."""
    return outcome.analyses if isinstance(outcome, Comparison) else (outcome.analysis,)


def amending(outcome: Comparison | ReportReading, house: House, address: str) -> Amending:
    """Return what a page needs for correcting it."""
    analyses = analyses_of(outcome)
    held = [one for one in corrections(house.collection) if concerns(one, analyses)]
    return Amending(
        f"{address}/decisions",
        tuple(map(_decided, held)),
        "-".join(str(one.number) for one in held),
        tuple(analysis.document.title or analysis.document.id for analysis in analyses),
    )


def board_of(outcome: Comparison | ReportReading, states: States) -> Board:
    """Return the rows of an outcome as its page shows and numbers them."""
    view = comparison_view(outcome, states) if isinstance(outcome, Comparison) else reading_view(outcome, states)
    return view.board


def _decide_row(house: House, held: Comparison | ReportReading, action: str, form: FormData) -> str:
    collation = board_of(held, house.states).collation
    numbers = [_number(form, "row"), *([_number(form, "other")] if action == JOIN else [])]
    if any(not 1 <= number <= len(collation.rows) for number in numbers) or len(set(numbers)) < len(numbers):
        raise WrongCall(f"There are {len(collation.rows)} points; name one of them, and to join two a second one.")
    analyses = analyses_of(held)
    sides = analyses if isinstance(held, Comparison) else analyses * len(collation.accounts)
    value = row_value([collation.rows[number - 1] for number in numbers], collation.accounts, sides)
    first = value["rows"][0][0]["text"]
    correct(house.collection, ROW, action, f"sha256:{first}", value)
    return f"#r{min(numbers)}" if action != DISMISS else ""


def _decide_words(house: House, analyses: Sequence[Analysis], action: str, form: FormData) -> None:
    number = _number(form, "text")
    if not 0 <= number < len(analyses):
        raise WrongCall("Say in which text the words stand.")
    analysis = analyses[number]
    span = _found(analysis.document.text, str(form.get("exact", "")), _number(form, "start", -1))
    if action == RESIDUE:
        correct(house.collection, RESIDUE, MARK, target_of(analysis.document), span_value(span, analysis))
        return
    person = " ".join(str(form.get("person", "")).split())
    if not person:
        raise WrongCall("Say whom the words name.")
    correct(house.collection, NAME, FIX, target_of(analysis.document), span_value(span, analysis, person=person))


def _found(text: str, exact: str, start: int) -> Span:
    """Return where the words stand: at `start`, else in the one place that has them."""
    # A form sends line ends as CR LF whatever the text has.
    for words in dict.fromkeys((exact, exact.replace("\r\n", "\n"), exact.strip())):
        if not words:
            continue
        if start >= 0 and text[start : start + len(words)] == words:
            return Span(start, start + len(words))
        if start < 0 and text.count(words) == 1:
            return Span(text.index(words), text.index(words) + len(words))
    if start < 0 and exact and exact in text:
        raise WrongCall(
            "These words stand in the text more than once; give more of them, or mark them with the pointer."
        )
    raise WrongCall("These words do not stand in the text so; copy them exactly.")


def _number(form: FormData, name: str, missing: int = 0) -> int:
    value = str(form.get(name, ""))
    return int(value) if value.isdecimal() and len(value) < 12 else missing


def _decided(decision: Correction) -> Decided:
    words = tuple(
        (visible(document), visible(exact if len(exact) <= _EXCERPT else f"{exact[:_EXCERPT]} …"))
        for document, exact in quotes(decision)
    )
    return Decided(decision.number, _moment(decision.made), in_words(decision), words, _moment(decision.undone or ""))


def _moment(moment: str) -> str:
    return moment.replace("T", " ").removesuffix("Z") + " UTC" if moment else ""


def _is_ours(address: str) -> bool:
    """Say whether an address leads to a page of ours: one path, no host, nothing unseen."""
    return address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
