"""Which documents of a set are accounts of the same contact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from readouts.contacts.differ import TIME_ZONES, both_remote, name, one_by_video, same_kind
from readouts.contacts.drafts import is_same
from readouts.contacts.when import from_edtf
from readouts.model import Contact, Party, Publisher

# What each doubt leaves of the confidence; chosen on the accounts of the same contact that are known.
_DAY_APART = 0.8
_OTHER_KIND = 0.9
_OTHER_WAY = 0.7
_MORE_PARTIES = 0.85
_STATE_FOR_PERSON = 0.72
_LEAST = 0.55
# A summit of many parties is found by the first of them; a crowded day is compared so far.
_PARTIES = 12
_CROWD = 60


@dataclass(frozen=True, slots=True)
class Told:
    """The contact a document is an account of (`Contact.told`), with what is known of the document.

    `document` is any id, unique in the set. A contact without a day of its own is taken to have been held
    on the day of publication.
    """

    document: str
    publisher: Publisher | None
    published: date | None
    contact: Contact


@dataclass(frozen=True, slots=True)
class SameContact:
    """One contact and the documents that are accounts of it, in the order given.

    `contact` is the fullest telling of it; `confidence` is that of the weakest link between the documents, 1.0
    where there is one document; `why` says in words what joins them, '' where there is one.
    """

    documents: tuple[str, ...]
    contact: Contact
    day: date | None
    confidence: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Link:
    confidence: float
    one: int
    other: int
    why: str


def match_accounts(accounts: Sequence[Told]) -> tuple[SameContact, ...]:
    """Return the contacts that `accounts` tell of, each with the documents that tell it, by day.

    Two documents are accounts of one contact when its kinds agree (a call may be a video call, a meeting part of
    a visit; a publisher's meeting may be another's video call), every party of the shorter list is one of the
    other's, two at least, and the days are at most one apart, for time zones. Two releases of one publisher tell of
    different contacts when they give different days, when one names more parties than the other (three met, then
    two of them), or when all their parties are of one state, whose guests are then not named.
    Documents are compared only where they share a day and two parties' states, so the time taken is
    near-linear in their number.
    """
    days = [_day(account) for account in accounts]
    groups = _Groups(accounts, days)
    links = sorted(_links(accounts, days), key=lambda link: (-link.confidence, link.one, link.other))
    for link in links:
        groups.join(link)
    return tuple(sorted(groups.contacts(), key=lambda found: (found.day or date.max, found.documents)))


def _day(account: Told) -> date | None:
    when = from_edtf(account.contact.date or "")
    if when is None:
        return account.published
    return when.first if when.is_day else None


def _links(accounts: Sequence[Told], days: Sequence[date | None]) -> Iterator[_Link]:
    blocks: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for at, (account, day) in enumerate(zip(accounts, days, strict=True)):
        if day is None:
            continue
        seen: set[int] = set()
        keys = list(_keys(account.contact.parties))
        for ordinal in (day.toordinal(), day.toordinal() - 1, day.toordinal() + 1):
            for key in keys:
                seen.update(blocks[(ordinal, *key)][-_CROWD:])
        for other in sorted(seen):
            link = _link(accounts, days, other, at)
            if link:
                yield link
        for key in keys:
            blocks[(day.toordinal(), *key)].append(at)


def _keys(parties: Sequence[Party]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of states (names where the state is unknown) of the parties."""
    words = sorted({party.state or party.person or "" for party in parties[:_PARTIES]})
    if len(words) == 1 and len(parties) > 1:
        words *= 2
    yield from combinations(words, 2)


def _link(accounts: Sequence[Told], days: Sequence[date | None], one: int, other: int) -> _Link | None:
    first, second = accounts[one].contact, accounts[other].contact
    apart = abs((days[one] or date.min) - (days[other] or date.min))
    if apart > TIME_ZONES:
        return None
    alike = same_kind(first.kind, second.kind)
    if not alike and (apart or not one_by_video(first.kind, second.kind)):
        return None
    same_publisher = _publisher(accounts[one]) == _publisher(accounts[other])
    if same_publisher and (
        apart or _in_other_words(first, second) or _are_two(first, second, _publisher_state(accounts[one]))
    ):
        return None
    few, many = sorted((first.parties, second.parties), key=len)
    met = [(party, next((known for known in many if is_same(party, known)), None)) for party in few]
    if len(few) < 2 or any(known is None for _party, known in met):
        return None
    confidence = 1.0
    doubts: list[str] = []
    if apart:
        confidence, doubts = confidence * _DAY_APART, [*doubts, "days one apart, as time zones may make them"]
    if first.kind is not second.kind:
        confidence, doubts = (
            confidence * (_OTHER_KIND if alike else _OTHER_WAY),
            [*doubts, f"a {first.kind} for one, a {second.kind} for the other"],
        )
    if len(few) != len(many):
        confidence, doubts = confidence * _MORE_PARTIES, [*doubts, "one names more parties"]
    pairs = [(party, known) for party, known in met if known and (party.person is None) != (known.person is None)]
    if pairs:
        shorter = accounts[one if few is first.parties else other]
        longer = accounts[other if few is first.parties else one]
        if any(_publisher_state(shorter if p.person is None else longer) != p.state for p, _known in pairs):
            # A publisher may leave out its own; guests it names when it knows them, so a state alone is somebody else.
            return None
        confidence, doubts = (
            confidence * _STATE_FOR_PERSON ** len(pairs),
            [*doubts, "one names a state where the other names a person"],
        )
    if confidence < _LEAST:
        return None
    who = " and ".join(name(party) for party in few)
    why = f"the same {first.kind} of {who} on {days[one]}" + "".join(f"; {doubt}" for doubt in doubts)
    return _Link(confidence, one, other, why)


def _in_other_words(first: Contact, second: Contact) -> bool:
    """Say whether one publisher calls them by different words: a visit to a monastery, then the talks."""
    return first.kind is not second.kind and not both_remote(first.kind, second.kind)


def _publisher_state(account: Told) -> str | None:
    return account.publisher.state if account.publisher else None


def _are_two(first: Contact, second: Contact, own: str | None) -> bool:
    """Say whether two releases of one publisher, of one day, rather tell of two contacts."""
    if len(first.parties) != len(second.parties):
        return True
    parties = (*first.parties, *second.parties)
    if len({party.state for party in parties}) == 1:
        return True
    # "Xi met representatives of Macao", several times a day: guests of whom nobody is named.
    guests = [party for party in parties if party.state != own]
    return any(party.person for party in parties) and any(party.person is None for party in guests)


def _publisher(account: Told) -> str | None:
    return account.publisher.name if account.publisher else None


def _persons_of(contact: Contact) -> dict[str, set[str]]:
    """Return the persons of a contact by state."""
    found: dict[str, set[str]] = {}
    for party in contact.parties:
        if party.person and party.state:
            found.setdefault(party.state, set()).add(party.person)
    return found


class _Groups:
    """Joins documents by their links, the surest first, as long as no group contradicts itself.

    `_told` has the day on which each publisher tells a group's contact, `_persons` whom it names of each state:
    what a join must agree with.
    """

    def __init__(self, accounts: Sequence[Told], days: Sequence[date | None]) -> None:
        self._accounts = accounts
        self._days = days
        self._group = list(range(len(accounts)))
        self._members = {at: [at] for at in range(len(accounts))}
        self._told = {at: {_publisher(account): days[at]} for at, account in enumerate(accounts)}
        self._span = {at: (day, day) for at, day in enumerate(days) if day}
        self._persons = {at: _persons_of(account.contact) for at, account in enumerate(accounts)}
        self._weakest: dict[int, _Link] = {}

    def join(self, link: _Link) -> None:
        """Join the groups of both ends, unless one publisher would tell the contact on two days."""
        one, other = self._group[link.one], self._group[link.other]
        if one == other:
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        if self._contradicts(one, other):
            return
        for member in self._members.pop(other):
            self._group[member] = one
            self._members[one].append(member)
        self._span[one] = self._bounds(one, other)
        self._told[one] |= self._told.pop(other)
        for state, persons in self._persons.pop(other).items():
            self._persons[one].setdefault(state, set()).update(persons)
        self._weakest.pop(other, None)
        # Links come the surest first: this one is the weakest so far.
        self._weakest[one] = link

    def _contradicts(self, one: int, other: int) -> bool:
        told, more = self._told[one], self._told[other]
        if any(publisher and told.get(publisher, day) != day for publisher, day in more.items()):
            return True
        known, others = self._persons[one], self._persons[other]
        if any(state in known and not persons & known[state] for state, persons in others.items()):
            return True
        first, last = self._bounds(one, other)
        return last - first > TIME_ZONES

    def _bounds(self, one: int, other: int) -> tuple[date, date]:
        """Return the first and the last day on which the documents of two groups date their contact."""
        return min(self._span[one][0], self._span[other][0]), max(self._span[one][1], self._span[other][1])

    def contacts(self) -> Iterator[SameContact]:
        """Yield each group as a contact."""
        for group, members in self._members.items():
            members.sort()
            weakest = self._weakest.get(group)
            fullest = max(members, key=lambda at: (len(self._accounts[at].contact.parties), -at))
            yield SameContact(
                tuple(self._accounts[at].document for at in members),
                self._accounts[fullest].contact,
                self._days[fullest],
                weakest.confidence if weakest else 1.0,
                weakest.why if weakest else "",
            )
