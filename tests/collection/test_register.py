"""The register: which accounts are of one contact, counted; a person's corrections hold through every rebuild."""

from __future__ import annotations

from datetime import date

import pytest

from readouts.collection import Collection, ContactFilter, Correction, call_outdated, corrections, undo
from readouts.errors import NotInCollection, WrongCall
from readouts.model import ContactKind
from readouts.workflows import collection_json
from readouts.workflows.contact_accounts import contact_documents
from readouts.workflows.correct import fix_date, join, part
from readouts.workflows.register import register
from tests.collection.world import ESTMARK, NORVIA, analysed, document, put

VARO_LIND = "Ilsa Varo/NVA Joren Lind/EST"


@pytest.fixture
def filled(collection: Collection) -> Collection:
    put(
        collection,
        document("n1", f"call 2031-05-06 {VARO_LIND}. One.", published="2031-05-06"),
        document("e1", f"call 2031-05-06 {VARO_LIND}. Two.", ESTMARK, published="2031-05-07"),
        document("n2", f"meeting 2031-06-01 {VARO_LIND}. Three.", published="2031-06-01"),
        document("n3", f"call 2031-07-01 {VARO_LIND}. Four.", published="2031-07-01"),
        document("e4", "call 2031-05-20 Joren Lind/EST Ana Sol/CBR.", ESTMARK, published="2031-05-20"),
        document("n5", "An address to the nation.", NORVIA, published="2031-08-01"),
    )
    analysed(collection)
    return collection


def accounts(collection: Collection, **narrowing: object) -> dict[str, list[str]]:
    found = register(collection, ContactFilter(**narrowing))  # type: ignore[arg-type]
    return {one.registered.id: [account.entry.id for account in one.registered.accounts] for one in found}


FIRST, MEETING, SECOND = "2031-05-06-est-nva-call", "2031-06-01-est-nva-meeting", "2031-07-01-est-nva-call"
OTHER = "2031-05-20-cbr-est-call"
ALL = {FIRST: ["n1", "e1"], OTHER: ["e4"], MEETING: ["n2"], SECOND: ["n3"]}


def test_accounts_of_one_call_are_one_contact(filled: Collection) -> None:
    assert accounts(filled) == ALL
    assert accounts(filled) == ALL


def test_contacts_are_counted_within_what_was_asked_for(filled: Collection) -> None:
    found = register(filled, ContactFilter(between=(frozenset({"NVA"}), frozenset({"Joren Lind"}))))
    assert [(one.registered.id, one.nth, one.nth_of_kind) for one in found] == [
        (FIRST, 1, 1),
        (MEETING, 2, 1),
        (SECOND, 3, 2),
    ]
    line = collection_json.contact(found[2])
    assert (line["nth"], line["nth_of_kind"], line["kind"], line["accounts"][0]["siglum"]) == (3, 2, "call", "NV")


def test_the_register_is_narrowed(filled: Collection) -> None:
    assert set(accounts(filled, between=(frozenset({"CBR"}),))) == {OTHER}
    assert set(accounts(filled, since=date(2031, 6, 1))) == {MEETING, SECOND}
    assert set(accounts(filled, until=date(2031, 5, 31))) == {FIRST, OTHER}
    assert set(accounts(filled, kind=ContactKind.MEETING)) == {MEETING}
    assert set(accounts(filled, accounts=2)) == {FIRST}


def test_a_new_account_joins_its_contact(filled: Collection) -> None:
    assert accounts(filled)[SECOND] == ["n3"]
    put(filled, document("e3", f"call 2031-07-01 {VARO_LIND}. Five.", ESTMARK, published="2031-07-02"))
    analysed(filled)
    assert accounts(filled)[SECOND] == ["n3", "e3"]


def test_a_person_joins_parts_and_dates(filled: Collection) -> None:
    join(filled, MEETING, SECOND, note="They met before the call.")
    assert sorted(map(sorted, accounts(filled).values())) == [["e1", "n1"], ["e4"], ["n2", "n3"]]
    part(filled, FIRST, "e1")
    fix_date(filled, "e4", "2031-05-21")
    after = accounts(filled)
    assert sorted(map(sorted, after.values())) == [["e1"], ["e4"], ["n1"], ["n2", "n3"]]
    assert "2031-05-21-cbr-est-call" in after
    call_outdated(filled)
    analysed(filled)
    assert accounts(filled) == after
    found = {one.registered.id: one.registered for one in register(filled)}
    assert found["2031-05-21-cbr-est-call"].corrected
    assert [one.action for one in corrections(filled)] == ["join", "part", "date"]


def test_what_was_corrected_is_undone_and_stays_known(filled: Collection) -> None:
    said = join(filled, MEETING, SECOND)
    undo(filled, said.number)
    assert accounts(filled) == ALL
    assert corrections(filled) == []
    [kept] = corrections(filled, undone=True)
    assert isinstance(kept, Correction)
    assert kept.undone is not None
    with pytest.raises(NotInCollection):
        undo(filled, 99)


def test_a_document_that_tells_of_nothing_is_joined_by_hand(filled: Collection) -> None:
    join(filled, SECOND, "n5")
    assert accounts(filled)[SECOND] == ["n3", "n5"]
    found, documents = contact_documents(filled, SECOND)
    assert [one.id for one in documents] == ["n3", "n5"]
    assert found.accounts[1].confidence == 1.0


def test_wrong_corrections_are_refused(filled: Collection) -> None:
    with pytest.raises(WrongCall, match="one contact already"):
        join(filled, FIRST, "e1")
    with pytest.raises(WrongCall, match="no account of"):
        part(filled, FIRST, "e4")
    with pytest.raises(WrongCall, match="only account"):
        part(filled, MEETING, "n2")
    with pytest.raises(WrongCall, match="no date"):
        fix_date(filled, FIRST, "yesterday")
    with pytest.raises(NotInCollection):
        join(filled, FIRST, "nobody")
    with pytest.raises(WrongCall, match="one account only"):
        contact_documents(filled, MEETING)
    assert corrections(filled) == []


def test_a_contact_without_a_day_is_dated_about_its_publication_and_not_counted(collection: Collection) -> None:
    put(
        collection,
        document("a", f"call undated {VARO_LIND}.", published="2031-05-06"),
        document("b", "call undated Ilsa Varo/NVA Ana Sol/CBR."),
    )
    analysed(collection)
    found = register(collection)
    assert [(one.registered.contact.date, one.nth) for one in found] == [("2031-05-06~", 1), (None, 0)]


def test_a_document_that_tells_two_contacts_is_an_account_of_each(filled: Collection) -> None:
    both = "call 2031-05-20 Joren Lind/EST Ana Sol/CBR. call 2031-05-20 Joren Lind/EST Ilsa Varo/NVA."
    put(filled, document("n7", both, published="2031-05-20"))
    analysed(filled)
    assert accounts(filled)[OTHER] == ["e4", "n7"]
    assert accounts(filled)["2031-05-20-est-nva-call"] == ["n7"]
    part(filled, OTHER, "n7")
    assert accounts(filled)["2031-05-20-est-nva-call"] == ["n7"]
