"""What an account dropped and added since the same publisher's last ones with the same party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from readouts.collection import find_entry
from readouts.model import Passage
from readouts.report.names import party_name
from readouts.web.house import Here
from readouts.web.listed import document_address, listed, listed_all, listed_contact
from readouts.web.pages import page
from readouts.web.sieve import Sieved
from readouts.workflows.changed_wording import Change, ChangedWording
from readouts.workflows.changes import ChangedForce, ChangedTopic, ChangesOf
from readouts.workflows.changes import changes as find_changes
from readouts.workflows.parties import party_names

router = APIRouter(include_in_schema=False)
# More signs of one topic say nothing new.
_MOST_SIGNS = 4


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document of the collection, and where its page is."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """One change: the words of the earlier account and of this one, either of which may be none, and a remark."""

    what: str
    before: tuple[Quoted, ...]
    now: tuple[Quoted, ...]
    remark: str


@router.get("/changes/{name:path}")
def changes(request: Request, house: Here, sieve: Sieved, name: str) -> Response:
    """Show the changes; with `a`, a party, against accounts of contacts with that party only."""
    party = party_names(sieve.a, house.tools.actors) if sieve.a else None
    found = find_changes(house.collection, name, party=party)
    return page(
        request,
        "changes.html.j2",
        sieve=sieve,
        document=listed(find_entry(house.collection, name)),
        contact=listed_contact(found.contact, house.states),
        parties=tuple(party_name(one, house.states) for one in found.parties),
        earlier=listed_all([find_entry(house.collection, one) for one in found.changes.earlier]),
        wording=tuple(_wording(one, found) for one in found.changes.wording),
        topics=tuple(_topic(one, found) for one in found.changes.topics),
        force=tuple(_force(one, found) for one in found.changes.force),
    )


def _wording(one: ChangedWording, found: ChangesOf) -> Line:
    words = _quoted((one.passage,), found)
    if one.change is Change.DROPPED:
        return Line("dropped", words, (), _of_earlier(len(one.earlier), found))
    return Line("added", (), words, f"in {one.others} other texts of this publisher")


def _topic(one: ChangedTopic, found: ChangesOf) -> Line:
    words = _quoted(one.passages, found)
    if one.change is Change.DROPPED:
        return Line(one.topic, words, (), _of_earlier(one.earlier, found))
    return Line(one.topic, (), words, "in none of them")


def _force(one: ChangedForce, found: ChangesOf) -> Line:
    before, now = (_quoted((step.passage,), found) for step in (one.before, one.now))
    return Line(f"{', '.join(one.topics)}: {one.ladder}", before, now, str(one.shift))


def _of_earlier(count: int, found: ChangesOf) -> str:
    total = len(found.changes.earlier)
    return "in the earlier account" if total == 1 else f"in {count} of {total} earlier accounts"


def _quoted(passages: Sequence[Passage], found: ChangesOf) -> tuple[Quoted, ...]:
    """Return the words of passages, each wording once."""
    quoted = {passage.span.of(found.analyses[passage.document].document.text): passage.document for passage in passages}
    return tuple(Quoted(words, document_address(document)) for words, document in list(quoted.items())[:_MOST_SIGNS])
