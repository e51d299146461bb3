"""A count in a text against the register: it agrees, it contradicts, or it cannot tell."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from readouts.actors import ActorTable
from readouts.attribution import load_acts
from readouts.collection import Collection, open_collection
from readouts.contacts import COUNTED, load_events
from readouts.errors import CollectionFault, NotInCollection
from readouts.model import Analysis, Contact, ContactKind, Document, Evidence, Party, Person, Span, Tenure
from readouts.text import Models
from readouts.workflows.counts import with_counts_checked
from readouts.workflows.tools import Tools
from tests.collection.world import ESTMARK, analysed, document, put

VARO, LIND = Party("Ilsa Varo", "NVA"), Party("Joren Lind", "EST")
BOTH = "Ilsa Varo/NVA Joren Lind/EST"
ACTORS = ActorTable(
    {},
    {},
    {person.name: person for person in (Person("Ilsa Varo"), Person("Joren Lind"))},
    (
        Tenure("Ilsa Varo", "NVA", "president", date(2028, 1, 1), None),
        Tenure("Joren Lind", "EST", "prime minister", date(2031, 4, 1), None),
    ),
)

TOOLS = Tools(Models(), ACTORS, load_acts(), load_events())


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Collection]:
    """Calls of 1 March, 5 April and 6 May between the two, and what must not be counted among them."""
    with open_collection(str(tmp_path / "collection.db"), create=True) as collection:
        put(
            collection,
            document("n1", f"call 2031-03-01 {BOTH}.", published="2031-03-01"),
            document("n2", f"call 2031-04-05 {BOTH}.", published="2031-04-05"),
            document("e2", f"call 2031-04-05 {BOTH}.", ESTMARK, published="2031-04-06"),
            document("n3", f"meeting 2031-04-20 {BOTH}.", published="2031-04-20"),
            document("e4", "call 2031-04-22 Joren Lind/EST Ana Sol/NVA.", ESTMARK, published="2031-04-22"),
            document("n5", f"call 2031-05-06 {BOTH}.", published="2031-05-06"),
            document("n6", f"call 2031-06-01 {BOTH}.", published="2031-06-01"),
        )
        analysed(collection)
        yield collection


def told(words: str, day: str = "2031-05-06", parties: tuple[Party, ...] = (VARO, LIND)) -> Analysis:
    """A text of which all the words are a count of the call it tells of."""
    span = Span(0, len(words))
    call = Contact(ContactKind.CALL, day, parties, told=True, evidence=(Evidence(span, COUNTED),))
    return Analysis(Document("report", words, published=date.fromisoformat("2031-05-07")), contacts=(call,))


def check(analysis: Analysis, collection: Collection) -> tuple[list[str], list[tuple[str, str]]]:
    """Return what the evidence says beyond the words, and code and message of what is doubtful."""

    @contextmanager
    def opened() -> Iterator[Collection]:
        yield collection

    [contact] = with_counts_checked(analysis, TOOLS, opened).contacts  # type: ignore[arg-type]
    said = [one.why for one in contact.evidence if one.why != COUNTED]
    assert all(problem.spans for problem in contact.problems)
    return said, [(problem.code, problem.message) for problem in contact.problems]


def test_the_register_agrees_quietly(register: Collection) -> None:
    assert check(told("third call this year"), register) == (
        ["count: the register knows 3 since 2031-01-01: 2031-03-01, 2031-04-05, 2031-05-06"],
        [],
    )


def test_more_contacts_than_are_counted_contradict(register: Collection) -> None:
    said, [(code, message)] = check(told("second call this year"), register)
    assert (said, code) == ([], "count-differs")
    assert message == (
        "The text counts 2 calls “this year” (from 2031-01-01 on); the register knows 3: "
        "2031-03-01, 2031-04-05, 2031-05-06."
    )


def test_fewer_contacts_prove_nothing(register: Collection) -> None:
    said, [(code, message)] = check(told("fifth call this year"), register)
    assert (said, code) == ([], "count-not-confirmed")
    assert "knows 3" in message
    assert "cannot tell" in message


def test_a_contact_in_the_month_since_which_is_counted_may_count_or_not(register: Collection) -> None:
    for words in ("second call since March", "third call since March"):
        said, doubts = check(told(words), register)
        assert said, words
        assert not doubts


def test_meetings_count_where_the_words_leave_it_open(register: Collection) -> None:
    said, _ = check(told("fourth time the two have spoken this year"), register)
    assert said == ["count: the register knows 4 since 2031-01-01: 2031-03-01, 2031-04-05, 2031-04-20, 2031-05-06"]


def test_since_taking_office_is_since_the_later_of_the_two_did_or_whom_the_words_name(register: Collection) -> None:
    assert check(told("second call since taking office"), register)[0]
    assert check(told("third call since Varo took office"), register)[0]


def test_a_call_that_is_not_registered_counts_too(register: Collection) -> None:
    said, _ = check(told("fourth call this year", day="2031-05-20"), register)
    assert said == ["count: the register knows 4 since 2031-01-01: 2031-03-01, 2031-04-05, 2031-05-06, 2031-05-20"]


def test_who_is_not_registered_is_said_not_to_be(register: Collection) -> None:
    stranger = Party("Petra Dahl", "DEN")
    _, [(code, message)] = check(told("second call this year", parties=(VARO, stranger)), register)
    assert code == "count-not-confirmed"
    assert "knows no other" in message


def test_since_when_that_is_not_understood_is_said(register: Collection) -> None:
    assert [code for code, _ in check(told("second call since the harvest"), register)[1]] == ["count-not-checked"]


def test_without_a_collection_nothing_is_said() -> None:
    def none() -> Collection:
        raise NotInCollection("There is none.")

    analysis = told("second call this year")
    assert with_counts_checked(analysis, TOOLS, none) == analysis


def test_a_collection_that_cannot_be_used_is_told() -> None:
    def broken() -> Collection:
        raise CollectionFault("It is damaged.")

    [problem] = with_counts_checked(told("second call this year"), TOOLS, broken).problems
    assert (problem.code, problem.message) == (
        "count-not-checked",
        "report: the text counts a contact; the register was not asked: It is damaged.",
    )


def test_the_collection_is_opened_only_for_a_count() -> None:
    def never() -> Collection:
        raise AssertionError("It was opened.")

    uncounted = Analysis(
        Document("report", "The two spoke."), contacts=(Contact(ContactKind.CALL, None, (VARO, LIND)),)
    )
    assert with_counts_checked(uncounted, TOOLS, never) == uncounted
