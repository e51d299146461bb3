"""The API of the collection: search, the register, what changed, and wording that returns, as the commands' JSON."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from readouts.collection import search
from readouts.web import api_collection_words as words
from readouts.web.api import FAULTS, answers, done
from readouts.web.api_words import Fault
from readouts.web.house import Here
from readouts.web.sieve import Sieve
from readouts.web.tasks import TellUsage
from readouts.web.used import Told
from readouts.workflows import collection_json, contract
from readouts.workflows.changes import LAST
from readouts.workflows.changes import changes as find_changes
from readouts.workflows.parties import party_names
from readouts.workflows.register import register

_MOST = 1_000
_NOT_THERE: dict[int | str, dict[str, Any]] = {404: {"model": Fault, "description": "The collection has none such."}}
router = APIRouter(prefix="/api", responses=FAULTS)

_Count = Annotated[int, Query(ge=1, le=_MOST)]


def _word(about: str, most: int = 200, least: int = 0) -> Any:
    return Query(description=about, max_length=most, min_length=least)


def _narrowed(
    publisher: Annotated[str, _word("Name, siglum or state.")] = "",
    a: Annotated[str, _word("A party: a person, a state or its code.")] = "",
    b: Annotated[str, _word("Another party.")] = "",
    since: Annotated[str, _word("From this day, month or year on.")] = "",
    until: Annotated[str, _word("Up to this day, month or year.")] = "",
    lang: Annotated[str, _word("Language of the texts.")] = "",
) -> Sieve:
    return Sieve("", a.strip(), b.strip(), publisher.strip(), since.strip(), until.strip(), lang.strip())


_Narrowed = Annotated[Sieve, Depends(_narrowed)]


@router.get("/search", responses=answers(words.SearchFound))
def find(
    house: Here,
    narrowed: _Narrowed,
    q: Annotated[str, _word('Words, a "phrase", the start of a word*, -not this.', 2_000, 1)],
    newest: bool = False,
    limit: _Count = 10,
    skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """Search the collection for words."""
    page = slice(skip, skip + limit)
    answer = search(house.collection, q, narrowed.documents(house.tools), page, newest=newest)
    return _json({"total": answer.total, "hits": collection_json.hits(answer)})


@router.get("/register", responses=answers(words.RegisterFound))
def contacts(house: Here, narrowed: _Narrowed) -> Response:
    """List the contacts of the register, counted, the earliest first; publisher and language narrow nothing here."""
    found = register(house.collection, narrowed.contacts(house.tools))
    return _json({"contacts": list(map(collection_json.contact, found))})


@router.get("/changes/{name:path}", responses=answers(words.ChangesFound) | _NOT_THERE)
def changes(
    house: Here,
    name: str,
    party: Annotated[str, _word("With this person or state only.")] = "",
    last: Annotated[int, Query(ge=1, le=100, description="Against so many earlier accounts.")] = LAST,
) -> Response:
    """Find what an account dropped and added since the same publisher's last ones with the same party."""
    named = party_names(party, house.tools.actors) if party.strip() else None
    return _json(collection_json.changes(find_changes(house.collection, name, last, named)))


@router.get("/trace", responses=answers(words.UsageFound))
def trace(
    house: Here,
    narrowed: _Narrowed,
    phrase: Annotated[str, _word("The wording.", 2_000, 1)],
    across_languages: Annotated[bool, Query(description="Also what means about the same; slower.")] = False,
) -> Response:
    """Find every use of a wording and its close variants in the collection."""
    wanted = narrowed.documents(house.tools)
    task = TellUsage(house.settings.collection, wanted, phrase, across=across_languages)
    return done(house, task, Told, lambda told: told.usages[0])


@router.get("/formulas", responses=answers(words.FormulasFound))
def formulas(
    house: Here,
    narrowed: _Narrowed,
    least: Annotated[int | None, Query(ge=2, le=1_000_000, description="Used in so many documents.")] = None,
    limit: _Count = 50,
) -> Response:
    """Find the wording that returns in many documents of the collection."""
    task = TellUsage(house.settings.collection, narrowed.documents(house.tools), least=least, most=limit)
    return done(house, task, Told, lambda told: {"formulas": list(told.usages)})


def _json(value: contract.Json) -> Response:
    return Response(contract.line(value).encode(), media_type="application/json")
