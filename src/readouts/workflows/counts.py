"""Whether the register agrees where a text counts a contact: "the second time the two have spoken since …"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from readouts.actors import ActorTable
from readouts.contacts import COUNTED, Count, When, from_edtf, read_count
from readouts.errors import CollectionFault, NotInCollection
from readouts.model import Analysis, Contact, ContactKind, Evidence, Party, Problem, Span
from readouts.workflows.tools import Tools

if TYPE_CHECKING:
    from readouts.collection import Collection

# A contact in two zones of time may have two days.
_ZONES = timedelta(days=1)
_CALLS = frozenset({ContactKind.CALL, ContactKind.VIDEO_CALL})
_MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class _Counted:
    """A contact between two, when it was held, and a count of it that the text gives."""

    contact: Contact
    when: When
    span: Span
    count: Count

    @property
    def kinds(self) -> frozenset[ContactKind]:
        """The kinds counted: those the words name, else the contact's own."""
        kind = self.contact.kind
        return self.count.kinds or (_CALLS if kind in _CALLS else frozenset({kind}))

    @property
    def words(self) -> str:
        """What the text counts, for a person."""
        noun = str(min(self.kinds)) if len(self.kinds) == 1 else "call" if self.kinds == _CALLS else "contact"
        number = self.count.number
        return f"The text counts {number} {noun}{'' if number == 1 else 's'} “{self.count.period}”"


def with_counts_checked(analysis: Analysis, tools: Tools, collection: Callable[[], Collection]) -> Analysis:
    """Return the analysis with each count of a contact checked against the register of a collection.

    Where the register agrees, the contact gets evidence that says so; where it knows more contacts than the text
    counts, or cannot tell, it gets a problem. Without a collection nothing is said. It is opened only for a count.
    """
    counts = [_counts(contact, analysis, tools) for contact in analysis.contacts]
    if not any(counts):
        return analysis
    try:
        with collection() as held:
            checked = [[_checked(one, held) for one in some] for some in counts]
    except NotInCollection:
        return analysis
    except CollectionFault as error:
        spans = tuple(one.span for some in counts for one in some)
        message = f"{analysis.document.id}: the text counts a contact; the register was not asked: {error}"
        return replace(analysis, problems=(*analysis.problems, Problem("count-not-checked", message, spans)))
    pairs = zip(analysis.contacts, checked, strict=True)
    return replace(analysis, contacts=tuple(_with(contact, found) for contact, found in pairs))


def _with(contact: Contact, found: Sequence[Evidence | Problem]) -> Contact:
    evidence = tuple(one for one in found if isinstance(one, Evidence))
    problems = tuple(one for one in found if isinstance(one, Problem))
    return replace(contact, evidence=(*contact.evidence, *evidence), problems=(*contact.problems, *problems))


def _counts(contact: Contact, analysis: Analysis, tools: Tools) -> list[_Counted]:
    when = from_edtf(contact.date or "")
    if len(contact.parties) != 2 or when is None:
        return []
    found = []
    for span in (one.span for one in contact.evidence if one.why == COUNTED):
        reference = analysis.document.published or when.last
        count = read_count(span.of(analysis.document.text), reference, tools.events)
        if count and (not count.kinds or contact.kind in count.kinds):
            dated = _since_office(count, contact, when.last, tools.actors) if count.in_office else count
            found.append(_Counted(contact, when, span, dated))
    return found


def _since_office(count: Count, contact: Contact, day: date, actors: ActorTable) -> Count:
    """Date "since taking office": by whom the words name, else by whoever of the two took office last."""
    began: dict[str, date] = {}
    for person in filter(None, (party.person for party in contact.parties)):
        since = [tenure.since for tenure in actors.tenures_of(person) if tenure.since and tenure.since <= day]
        if since:
            began[person] = max(since)
    named = {person: since for person, since in began.items() if person.split()[-1] in count.period}
    if not began:
        return count
    latest = max((named or began).values())
    return replace(count, perhaps=latest, surely=latest)


def _checked(one: _Counted, collection: Collection) -> Evidence | Problem:
    count = one.count
    if count.perhaps is None:
        message = f"{one.words}; since when is not understood, so the register was not asked."
        return Problem("count-not-checked", message, (one.span,))
    surely, perhaps = _known(one, collection)
    least, most = len(surely), len(surely) + len(perhaps)
    days = ", ".join(sorted([*surely, *perhaps])[-_MOST_LISTED:])
    if least <= count.number <= most:
        return Evidence(one.span, f"{COUNTED}: the register knows {most} since {count.perhaps.isoformat()}: {days}")
    told = f"{one.words} (from {count.perhaps.isoformat()} on)"
    if count.number < least:
        return Problem("count-differs", f"{told}; the register knows {most}: {days}.", (one.span,))
    knows = f"knows {most}: {days}" if most > 1 else "knows no other"
    message = f"{told}; the register {knows}. It may lack some, so it cannot tell."
    return Problem("count-not-confirmed", message, (one.span,))


def _known(one: _Counted, collection: Collection) -> tuple[list[str], list[str]]:
    """Return the days of such contacts of the two up to this one: those surely in the period, those perhaps.

    The contact itself counts, whether registered or not.
    """
    from readouts.collection import ContactFilter, list_contacts
    from readouts.workflows.register import up_to_date

    up_to_date(collection)
    names = tuple(frozenset(filter(None, (party.person, party.state))) for party in one.contact.parties)
    found: dict[str, bool] = {}
    for registered in list_contacts(collection, ContactFilter(names, one.count.perhaps, one.when.last)):
        other = registered.contact
        when, between = from_edtf(other.date or ""), _between(other.parties, one.contact.parties)
        if when is None or between is None or other.kind not in one.kinds or _is_same(one, other.kind, when):
            continue
        # What is registered twice for one day is one contact, of accounts that were not matched.
        begun = one.count.surely is not None and when.first >= one.count.surely and when.last <= one.when.last
        found[other.date or ""] = found.get(other.date or "", False) or (between and begun)
    return [one.contact.date or "", *(day for day, sure in found.items() if sure)], [
        day for day, sure in found.items() if not sure
    ]


def _is_same(one: _Counted, kind: ContactKind, when: When) -> bool:
    alike = kind == one.contact.kind or {kind, one.contact.kind} <= _CALLS
    return alike and when.first - _ZONES <= one.when.last and one.when.first <= when.last + _ZONES


def _between(some: Sequence[Party], two: Sequence[Party]) -> bool | None:
    """Say whether a contact was between these two: True, False where only a state is named, None for others."""
    if len(some) != len(two):
        return None
    named = [next((one for one in some if one.state == party.state), None) for party in two]
    if any(one is None for one in named):
        return None
    pairs = [(one.person, party.person) for one, party in zip(named, two, strict=True) if one]
    if any(one and party and one != party for one, party in pairs):
        return None
    return all(one == party for one, party in pairs)
