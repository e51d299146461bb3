"""Each text once; a changed text of a release as its next version; nothing lost of what was received."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readouts.collection import (
    Collection,
    Filter,
    Outcome,
    Received,
    count_entries,
    document_of,
    find_entry,
    list_entries,
    received_of,
    search,
    take_in,
    versions_of,
    was_taken_in,
)
from readouts.errors import NotInCollection, WrongCall
from readouts.model import Document, Heading, Place, Problem, Publisher, Residue, Span
from tests.collection.world import ESTMARK, NORVIA, document, put

URL = "https://norvia.example/readouts/7"


def outcomes(collection: Collection, *documents: Document) -> list[tuple[Outcome, str]]:
    return [(taken.outcome, taken.entry.name) for taken in put(collection, *documents)]


def test_the_same_text_is_there_once(collection: Collection) -> None:
    one = document("a", "Varo called Lind.", url=URL)
    assert outcomes(collection, one, one) == [(Outcome.NEW, "a"), (Outcome.KNOWN, "a")]
    assert outcomes(collection, one, replace(one, id="copy", url=None)) == [(Outcome.KNOWN, "a"), (Outcome.KNOWN, "a")]
    assert count_entries(collection) == 1


@pytest.mark.parametrize("again", [URL, "http://NORVIA.example/readouts/7/", f"{URL}#top"])
def test_a_changed_text_at_the_same_address_is_a_version(collection: Collection, again: str) -> None:
    first = document("a", "Varo called Lind on the strait.", url=URL)
    second = document("b", "Varo called Lind on the ferries.", url=again)
    assert outcomes(collection, first, second) == [(Outcome.NEW, "a"), (Outcome.VERSION, "a")]
    assert [(entry.name, entry.latest) for entry in list_entries(collection, Filter(versions=True))] == [
        ("a", True),
        ("a@1", False),
    ]
    assert (count_entries(collection), count_entries(collection, Filter(versions=True))) == (1, 2)
    assert document_of(collection, find_entry(collection, "a@1")).text == first.text
    assert document_of(collection, find_entry(collection, "a")).text == second.text
    # The index has the latest only.
    assert search(collection, "strait").total == 0
    assert [hit.entry.name for hit in search(collection, "ferries").hits] == ["a"]
    # The first text is known however often it comes again.
    assert outcomes(collection, first) == [(Outcome.KNOWN, "a@1")]


def test_versions_in_one_batch(collection: Collection) -> None:
    texts = ["one strait", "two strait", "three strait", "one strait"]
    found = outcomes(collection, *(document("a", text, url=URL) for text in texts))
    assert [outcome for outcome, _ in found] == [Outcome.NEW, Outcome.VERSION, Outcome.VERSION, Outcome.KNOWN]
    assert [entry.version for entry in versions_of(collection, find_entry(collection, "a"))] == [1, 2, 3]
    assert search(collection, "strait").total == 1


def test_a_changed_file_of_the_same_name_is_a_version_only_of_its_publisher(collection: Collection) -> None:
    assert outcomes(collection, document("7", "One."), document("7", "Two."), document("7", "Three.", ESTMARK)) == [
        (Outcome.NEW, "7"),
        (Outcome.VERSION, "7"),
        (Outcome.NEW, "7~2"),
    ]


def test_a_joint_text_is_an_account_of_each_publisher(collection: Collection) -> None:
    text = "Both sides agreed."
    found = outcomes(collection, document("a", text), document("b", text, ESTMARK), document("c", text, None))
    assert found == [(Outcome.NEW, "a"), (Outcome.NEW, "b"), (Outcome.KNOWN, "a")]


def test_the_same_short_text_of_two_days_is_two_documents(collection: Collection) -> None:
    text = "The President spoke with the Prime Minister."
    days = [document("a", text, published="2031-05-06"), document("b", text, published="2031-05-09")]
    assert [outcome for outcome, _ in outcomes(collection, *days)] == [Outcome.NEW, Outcome.NEW]


def test_what_was_not_known_is_filled_in_and_nothing_overwritten(collection: Collection) -> None:
    bare = Document("a", "Varo called Lind.")
    put(collection, bare)
    [taken] = put(collection, replace(bare, published=date(2031, 5, 6), title="Call", url=URL, publisher=NORVIA))
    assert taken.outcome is Outcome.COMPLETED
    found = find_entry(collection, "a")
    assert (found.published, found.title, found.url, found.publisher) == (date(2031, 5, 6), "Call", URL, NORVIA)
    assert [hit.entry.id for hit in search(collection, "call").hits] == ["a"]
    assert outcomes(collection, replace(bare, id="b", text="Changed.", url=URL)) == [(Outcome.VERSION, "a")]


def test_a_name_may_be_shortened(collection: Collection) -> None:
    put(collection, document("2031-05-06-call", "One."), document("2031-05-07-call", "Two."), document("x@y", "Three."))
    assert find_entry(collection, "2031-05-06").id == "2031-05-06-call"
    assert find_entry(collection, "x@y").id == "x@y"
    with pytest.raises(WrongCall, match="2031-05-06-call, 2031-05-07-call"):
        find_entry(collection, "2031-05")
    for name in ("nobody", "", "x@2", "x@y@99999999999999999999", "%", "_"):
        with pytest.raises(NotInCollection):
            find_entry(collection, name)


def test_what_the_file_told_is_kept_and_the_bytes(collection: Collection) -> None:
    known = replace(
        document("a.pdf", "Head\n\nVaro called Lind."),
        problems=(Problem("x", "y", (Span(0, 4),)),),
        residue=(Residue(Span(0, 4), "navigation", 0.5),),
        headings=(Heading(Span(0, 4)),),
        places=(Place(Span(0, 4), None, 1, (0.5, 1.0, 2.0, 3.0)),),
    )
    raw = b"%PDF-1.7\x00\xff"
    take_in(collection, [Received(known, raw, "application/pdf")])
    assert received_of(collection, find_entry(collection, "a.pdf")) == Received(known, raw, "application/pdf")


any_text = st.text(st.characters(codec=None, categories=None), max_size=60)
some_text = st.none() | any_text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=any_text, title=some_text, url=some_text, name=any_text, publisher=some_text, language=some_text)
def test_nothing_is_lost_of_any_text(
    collection: Collection,
    text: str,
    title: str | None,
    url: str | None,
    name: str,
    publisher: str | None,
    language: str | None,
) -> None:
    given_document = Document(
        name, text, title, None, url, Publisher(publisher, "N\x00", None) if publisher is not None else None, language
    )
    [taken] = take_in(collection, [Received(given_document)])
    found = document_of(collection, taken.entry)
    assert found.text == text
    if taken.outcome is Outcome.NEW:
        assert (found.title, found.url, found.publisher, found.language) == (
            title,
            url,
            given_document.publisher,
            language,
        )


def test_what_was_at_an_address_since_a_day(collection: Collection) -> None:
    put(collection, document("a", "One.", url=URL))
    today = datetime.now(UTC).date()
    assert was_taken_in(collection, f"{URL}/", today - timedelta(days=1))
    # Whether it changed before or after it was taken in on the same day, nobody knows.
    assert not was_taken_in(collection, URL, today)
    assert not was_taken_in(collection, f"{URL}0", today - timedelta(days=9))


def test_two_hands_on_one_collection(location: str) -> None:
    from readouts.collection import open_collection

    with open_collection(location, create=True) as one, open_collection(location) as other:
        put(one, document("a", "One."))
        assert outcomes(other, document("a", "One."), document("b", "Two.")) == [
            (Outcome.KNOWN, "a"),
            (Outcome.NEW, "b"),
        ]
        assert count_entries(one) == 2
