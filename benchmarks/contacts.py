"""Contacts read from the White House's readouts, against their titles, the record of visits, and the seed report.

The reader never sees a title. What a title tells is found apart from the reader: the kind by its words, the parties by
the names in it, the day by the release's date and the first words of the text ("yesterday", "on Monday").

Of the meetings that a title says the President held with one foreign person, `visits_agree` is the share read as a
meeting of those two, on a day when the record of visits has that state's leader in the United States, or the
President abroad.

    python -m benchmarks.contacts [--wrong]
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from benchmarks.material import accounts_of, check_floors, require_shared
from benchmarks.visits import Record, load_record
from readouts.actors import ActorTable, find_mentions, load_table
from readouts.contacts import find_contacts
from readouts.model import Contact, ContactKind, Mention, MentionKind, Publisher
from readouts.text import Models, Parse, mend

WHITE_HOUSE = Publisher("White House", "USA", "US")
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_DAY_WORDS = re.compile(
    rf"\b(?P<yesterday>(?i:yesterday|last night|last evening))\b|\b[Oo]n (?P<weekday>{'|'.join(_WEEKDAYS)})\b"
    rf"|\b(?P<month>{'|'.join(_MONTHS)}) (?P<day>\d{{1,2}})\b(?!,? \d{{4}}s)",
)
# Words of a title that name parties only as a group, which the text may name one by one.
_GROUP = re.compile(
    r"\b(?:leaders|counterparts|allies|partners|officials?|delegation|ministers|advisors|advisers|families|group|council|"
    r"secretaries|bilateral|trilateral|quad|summit|members?|representatives|dialogue|committee|chairs?|convening|forum|"
    r"quint|g7|g20|nato|eu|e3|europe\w*|caricom|asean|task force|republic)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Truth:
    """What a title tells of its contact."""

    kinds: frozenset[ContactKind]
    days: frozenset[date]
    persons: frozenset[str]
    states: frozenset[str]
    group: bool


def kinds_of(title: str) -> frozenset[ContactKind]:
    """Return the kinds a title may mean; a call may have been by video, a convening in a room or by video."""
    words = title.lower()
    if re.search(r"\b(?:travel|trip|visit)\b", words):
        return frozenset({ContactKind.VISIT, ContactKind.MEETING})
    if re.search(r"\bvideo call|\bvideo ?conference|\bvirtual", words):
        return frozenset({ContactKind.VIDEO_CALL})
    if re.search(r"\bcalls?\b(?! for)|\bconversations?\b", words) and "meeting" not in words:
        return frozenset({ContactKind.CALL, ContactKind.VIDEO_CALL})
    if re.search(r"\bcalls?\b(?! for)", words):
        return frozenset({ContactKind.CALL, ContactKind.VIDEO_CALL, ContactKind.MEETING})
    return frozenset({ContactKind.MEETING, ContactKind.VIDEO_CALL})


def days_of(released: date, text: str) -> frozenset[date]:
    """Return the days that the release and its first words allow."""
    found = _DAY_WORDS.search(text[:350])
    today = re.search(r"\b(?:today|this (?:morning|afternoon|evening)|tonight)\b", text[:350], re.IGNORECASE)
    if found is None or (today and today.start() < found.start()):
        return frozenset({released})
    if found["yesterday"]:
        return frozenset({released - timedelta(1)})
    if found["weekday"]:
        back = (released.weekday() - _WEEKDAYS.index(found["weekday"])) % 7
        return frozenset({released - timedelta(back)})
    try:
        named = date(released.year, _MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return frozenset({released})
    if named > released:
        named = named.replace(year=released.year - 1) if (named - released).days > 30 else named
    # A day named in the first lines may be that of something else.
    return frozenset({named, released}) if abs((released - named).days) <= 21 else frozenset({released})


def truth_of(entry: dict[str, Any], models: Models, table: ActorTable) -> Truth:
    """Return what a readout's title tells."""
    released = date.fromisoformat(entry["date"])
    title = _titled(entry["title"])
    parse = models.parse(title, "en")
    mentions = [m for mention in find_mentions(parse, released, table, (), "USA") for m in _members(mention)]
    persons = {mention.person for mention in mentions if mention.person}
    covered = {mention.state for mention in mentions if mention.person}
    states = {m.state for m in mentions if m.state and m.state not in covered and m.kind is not MentionKind.METONYM}
    return Truth(
        kinds_of(title),
        days_of(released, entry["text"]),
        frozenset(person for person in persons if person),
        frozenset(
            state for state in states if state and len(state) == 3 and state != "USA" and table.states[state].alpha2
        ),
        bool(_GROUP.search(title)),
    )


def _titled(title: str) -> str:
    """Return the part of a title that names the contact: without who reads it out, and what it was about."""
    title = re.sub(r"\\x([0-9A-F]{2})", lambda code: chr(int(code[1], 16)), title)
    title = re.sub(
        r"^(?:Joint )?Readout\W+(?:from .{5,60}? (?:on|of) |by .{5,60}? (?:on|of) |of |on )?", "", mend(title).text
    )
    return re.split(r"\s(?:on|to discuss|regarding|about)\s(?!the [Mm]argins)", title, maxsplit=1)[0]


def _members(mention: Mention) -> tuple[Mention, ...]:
    return mention.members or (mention,)


def judge(truth: Truth, contact: Contact | None) -> tuple[bool, bool, bool]:
    """Say whether kind, day and parties are right.

    The parties are right when everybody the title names is there, and nobody of another state that it does not name,
    unless it names a group.
    """
    if contact is None:
        return False, False, False
    kind = contact.kind in truth.kinds
    day = contact.date in {found.isoformat() for found in truth.days}
    persons = {party.person for party in contact.parties if party.person}
    states = {party.state for party in contact.parties}
    foreign = {p.person for p in contact.parties if p.person and p.state not in ("USA", None)}
    titled = all(_named(person, persons) for person in truth.persons) and truth.states <= states
    extra = {person for person in foreign if not _named(person, truth.persons)}
    alone = truth.group or not (truth.persons or truth.states)
    return kind, day, titled and (alone or not _strangers(extra, contact, truth))


def _named(person: str, among: Collection[str | None]) -> bool:
    """Say whether a person is among others by the table's name, or by the last word of the name."""
    return person in among or any(other and other.split()[-1] == person.split()[-1] for other in among)


def _strangers(extra: set[str], contact: Contact, truth: Truth) -> bool:
    """Say whether some party is of a state that the title does not name, or the second of one that it names once."""
    return any(party.state not in truth.states for party in contact.parties if party.person in extra)


def told(contacts: tuple[Contact, ...]) -> Contact | None:
    """Return the contact told, None where there is none."""
    return next((contact for contact in contacts if contact.told), None)


def read(entry: dict[str, Any], parse: Parse, table: ActorTable) -> tuple[Contact, ...]:
    """Return the contacts of a release, its title hidden."""
    day = date.fromisoformat(entry["date"])
    return find_contacts(parse, find_mentions(parse, day, table, (), "USA"), day, None, WHITE_HOUSE)


def against_titles(models: Models, table: ActorTable, wrong: bool) -> dict[str, float]:
    """Measure the readouts against their titles and the record; with the time that parsing and reading took."""
    counts = [0, 0, 0, 0]
    leaders = [0, 0]
    visits = [0, 0]
    record = load_record(table)
    spent = {"parse": 0.0, "read": 0.0}
    entries = accounts_of("whitehouse")
    for entry in entries:
        start = time.perf_counter()
        parse = models.parse(mend(entry["text"]).text, "en")
        middle = time.perf_counter()
        found = told(read(entry, parse, table))
        spent["parse"] += middle - start
        spent["read"] += time.perf_counter() - middle
        truth = truth_of(entry, models, table)
        marks = judge(truth, found)
        for at, right in enumerate((*marks, all(marks))):
            counts[at] += right
        if len(truth.persons) > 1:
            leaders = [leaders[0] + all(marks), leaders[1] + 1]
        met = against_record(record, table, truth, found, entry["date"])
        if met is not None:
            visits = [visits[0] + met, visits[1] + 1]
            if wrong and not met:
                print("against the record:", entry["id"], found and (str(found.kind), found.date))
        if wrong and not all(marks):
            _show(entry, truth, found, marks)
    total = len(entries)
    print(f"{total} readouts; {leaders[1]} with two persons in the title; {visits[1]} meetings to be on record")
    return {
        "title_kind": counts[0] / total,
        "title_date": counts[1] / total,
        "title_parties": counts[2] / total,
        "title_all": counts[3] / total,
        "title_all_two_persons": leaders[0] / leaders[1],
        "visits_agree": visits[0] / visits[1],
        "quarter_of_parse_over_reading": spent["parse"] / 4 / spent["read"],
    }


def against_record(
    record: Record, table: ActorTable, truth: Truth, found: Contact | None, released: str
) -> bool | None:
    """Say whether a meeting of the President with one foreign leader is told as the record has it; None for others."""
    day = date.fromisoformat(released)
    others = truth.persons - {"Joe Biden"}
    if ContactKind.MEETING not in truth.kinds or "Joe Biden" not in truth.persons or len(others) != 1:
        return None
    [guest] = others
    states = {tenure.state for tenure in table.tenures_of(guest) if tenure.holds(day)}
    if truth.group or len(states) != 1 or day > record.last:
        return None
    [state] = states
    if state == "USA" or not any(record.allows(day - timedelta(back), state) for back in range(3)):
        return None
    if found is None or found.date is None or {party.state for party in found.parties} != {"USA", state}:
        return False
    return (
        found.kind is ContactKind.MEETING
        and len(found.date) == 10
        and record.allows(date.fromisoformat(found.date), state)
    )


def _show(entry: dict[str, Any], truth: Truth, found: Contact | None, marks: tuple[bool, bool, bool]) -> None:
    print(entry["id"], [name for name, right in zip(("kind", "date", "parties"), marks, strict=True) if not right])
    print("   truth", sorted(truth.kinds), sorted(map(str, truth.days)), sorted(truth.persons), sorted(truth.states))
    print("   found", found and (str(found.kind), found.date, [(p.person, p.state) for p in found.parties]))


def main() -> None:
    """Print every figure beside its floor."""
    require_shared()
    models, table = Models(), load_table()
    figures = against_titles(models, table, "--wrong" in sys.argv)
    check_floors("contacts", figures)


if __name__ == "__main__":
    main()
