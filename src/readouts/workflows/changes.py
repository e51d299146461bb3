"""What an account dropped and added against the same publisher's last accounts with the same party.

`compare_with_earlier` is a function from values to values; `changes` finds the accounts in a collection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from readouts.collation import load_wording
from readouts.collation.topics import load_topics
from readouts.collection import (
    Collection,
    ContactFilter,
    Correction,
    Entry,
    Filter,
    RegisteredContact,
    analysis_of,
    corrections,
    days_of,
    find_contact,
    find_entry,
    list_contacts,
    list_entries,
)
from readouts.errors import NotInCollection, WrongCall
from readouts.ingest import SURE
from readouts.model import Analysis, Party, Passage, Span, Statement
from readouts.workflows.amend import amended_analysis
from readouts.workflows.changed_wording import Change, ChangedWording, changed_wording
from readouts.workflows.register import up_to_date

LAST = 3
# Texts of the publisher's with others that say whether wording new with this party is standing wording: the latest.
_OTHERS = 30
# Every account opens; what "may" and "will" say of likelihood belongs to a clause, not to the force of a topic.
_NO_TOPIC, _NO_LADDER = "opening", "likelihood"


@dataclass(frozen=True, slots=True)
class ChangedTopic:
    """A topic dropped or added, with the words that are signs of it in the latest account that has it.

    `earlier` counts the earlier accounts that touch on it.
    """

    change: Change
    topic: str
    earlier: int
    passages: tuple[Passage, ...]


class Shift(StrEnum):
    """Which way the force of an account moved."""

    STRONGER = "stronger"
    WEAKER = "weaker"


@dataclass(frozen=True, slots=True)
class Step:
    """The strongest step an account takes on a ladder of force, and the words that take it."""

    variant: str
    step: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class ChangedForce:
    """On one ladder, and speaking of the same topics, the account takes another step than the latest earlier one."""

    shift: Shift
    ladder: str
    topics: tuple[str, ...]
    before: Step
    now: Step


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between earlier accounts (the latest first) and this one; nothing is known to change without any."""

    document: str
    earlier: tuple[str, ...]
    wording: tuple[ChangedWording, ...]
    topics: tuple[ChangedTopic, ...]
    force: tuple[ChangedForce, ...]


def compare_with_earlier(now: Analysis, earlier: Sequence[Analysis], others: Sequence[Analysis] = ()) -> Changes:
    """Return what `now` dropped and added: standing wording, topics, steps on the ladders of force.

    `earlier` are the same publisher's accounts with the same party, the latest first; `others` further texts of the
    publisher's. A topic is dropped that the latest account or half of the earlier ones touch on; force is compared on
    a topic and a ladder with the latest account that takes any step there, in what the publisher's side says.
    """
    return Changes(
        now.document.id,
        tuple(one.document.id for one in earlier),
        tuple(changed_wording(now, earlier, others)) if earlier else (),
        tuple(_changed_topics(now, earlier)) if earlier else (),
        tuple(_changed_force(now, earlier)),
    )


def _changed_topics(now: Analysis, earlier: Sequence[Analysis]) -> Iterator[ChangedTopic]:
    here, before = _topics(now), [_topics(one) for one in earlier]
    counts = {topic: sum(topic in one for one in before) for one in before for topic in one}
    for topic in sorted(counts, key=lambda topic: (-counts[topic], topic)):
        if topic not in here and (topic in before[0] or 2 * counts[topic] >= len(before)):
            latest = next(one for one in before if topic in one)
            yield ChangedTopic(Change.DROPPED, topic, counts[topic], tuple(latest[topic]))
    yield from (
        ChangedTopic(Change.ADDED, topic, 0, tuple(here[topic])) for topic in sorted(here) if topic not in counts
    )


def _topics(analysis: Analysis) -> Mapping[str, list[Passage]]:
    """Return the signs of each topic in the article."""
    document = analysis.document
    unread = [one.span for one in analysis.residue if one.confidence >= SURE]
    found: dict[str, list[Passage]] = defaultdict(list)
    for sign in load_topics().find(document.text, document.language):
        if sign.key != _NO_TOPIC and not any(sign.span.overlaps(span) for span in unread):
            found[sign.key].append(Passage(document.id, sign.span))
    return found


def _changed_force(now: Analysis, earlier: Sequence[Analysis]) -> Iterator[ChangedForce]:
    here, before = _steps(now), [_steps(one) for one in earlier]
    merged: dict[tuple[str, Step, Step], list[str]] = defaultdict(list)
    for (topic, ladder), step in here.items():
        last = next((one[topic, ladder] for one in before if (topic, ladder) in one), None)
        if last is not None and last.step != step.step:
            merged[ladder, last, step].append(topic)
    for (ladder, last, step), topics in merged.items():
        shift = Shift.STRONGER if step.step > last.step else Shift.WEAKER
        yield ChangedForce(shift, ladder, tuple(topics), last, step)


def _steps(analysis: Analysis) -> dict[tuple[str, str], Step]:
    """Return the strongest step on each ladder, by topic and ladder, in what the publisher's own side says."""
    document, table = analysis.document, load_wording()
    found: dict[tuple[str, str], Step] = {}
    for statement in analysis.statements:
        if not _is_own(statement, analysis):
            continue
        span = _hull(statement)
        topics = {sign.key for sign in load_topics().find(document.text, document.language, span)} - {_NO_TOPIC}
        if not topics:
            continue
        for ladder, words in table.steps(document.text, document.language, span).items():
            if ladder == _NO_LADDER:
                continue
            best = max(words, key=lambda word: word.key.step)
            step = Step(best.key.variant, best.key.step, Passage(document.id, best.span))
            for topic in sorted(topics):
                if (topic, ladder) not in found or found[topic, ladder].step < step.step:
                    found[topic, ladder] = step
    return found


def _is_own(statement: Statement, analysis: Analysis) -> bool:
    """Say whether the publisher's side speaks, alone or with the other; a speaker nobody names counts as its own."""
    publisher = analysis.document.publisher
    if publisher is None or not statement.speakers:
        return True
    return any(speaker.state == publisher.state for speaker in statement.speakers)


def _hull(statement: Statement) -> Span:
    pieces = [*statement.source, *statement.cue, *statement.content]
    return Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))


@dataclass(frozen=True, slots=True)
class ChangesOf:
    """The changes of one account of the collection: the contact, with whom, and the accounts they were found in."""

    contact: RegisteredContact
    parties: tuple[Party, ...]
    changes: Changes
    analyses: Mapping[str, Analysis]


def changes(collection: Collection, name: str, last: int = LAST, party: frozenset[str] | None = None) -> ChangesOf:
    """Return what the account of that id dropped and added against the same publisher's `last` accounts.

    These are of earlier contacts with the same party: all participants of other states, or with `party` (names of
    persons or codes of states) only that one. Raises NotInCollection for an unknown document or one that was not
    analysed, WrongCall for one that is no account of a contact or whose publisher is unknown.
    """
    up_to_date(collection)
    entry = find_entry(collection, name)
    decisions = corrections(collection)
    analysis = _analysed(collection, entry, decisions)
    if entry.publisher is None:
        raise WrongCall(f"The publisher of {entry.id} is unknown; add it again as NAME=FILE.")
    try:
        contact = find_contact(collection, entry.id)
    except NotInCollection:
        raise WrongCall(f"{entry.id} is not an account of a contact, so it has none to be set against.") from None
    parties = _counterparts(contact, entry, party)
    if not parties:
        raise WrongCall(f"{entry.id} names no such party of another state.")
    before = _earlier(collection, contact, entry, parties)[:last]
    known = {one.id for one in before} | {entry.id}
    narrowed = Filter(publisher=entry.publisher.name, until=entry.published)
    others = [one for one in list_entries(collection, narrowed, slice(0, _OTHERS + len(known))) if one.id not in known]
    earlier = [_analysed(collection, one, decisions) for one in before]
    further = [amended_analysis(held, decisions) for one in others[:_OTHERS] if (held := analysis_of(collection, one))]
    found = compare_with_earlier(analysis, earlier, further)
    return ChangesOf(contact, parties, found, {one.document.id: one for one in (analysis, *earlier)})


def _analysed(collection: Collection, entry: Entry, decisions: Sequence[Correction]) -> Analysis:
    found = analysis_of(collection, entry)
    if found is None:
        raise NotInCollection(f"{entry.id} was not analysed yet. Run: readouts rebuild")
    return amended_analysis(found, decisions)


def _counterparts(contact: RegisteredContact, entry: Entry, party: frozenset[str] | None) -> tuple[Party, ...]:
    own = entry.publisher.state if entry.publisher else None
    return tuple(
        one
        for one in contact.contact.parties
        if (one.state is None or one.state != own) and (party is None or party & {one.person, one.state})
    )


def _earlier(collection: Collection, contact: RegisteredContact, entry: Entry, parties: Sequence[Party]) -> list[Entry]:
    """Return the publisher's accounts of earlier contacts with the parties, the latest first, one a contact."""
    named = {name for one in parties if (name := one.state or one.person)}
    until = days_of(contact.contact.date)[0] or entry.published
    if until is None:
        raise WrongCall(f"{contact.id} has no date, so nothing is earlier. Say it with: readouts correct date")
    wanted = ContactFilter(between=tuple(frozenset({name}) for name in sorted(named)), until=until)
    found = []
    for one in reversed(list_contacts(collection, wanted)):
        mine = [of.entry for of in one.accounts if of.entry.publisher and of.entry.publisher == entry.publisher]
        if one.id != contact.id and one.contact.date is not None and mine:
            found.append(max(mine, key=lambda account: account.length))
    return found
