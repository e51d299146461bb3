"""Which documents are accounts of one contact."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from readouts.contacts import Told, match_accounts
from readouts.model import Contact, ContactKind, Party, Publisher
from tests.timing import own_seconds

VARO, LIND, XE = Party("Ilsa Varo", "NRV"), Party("Joren Lind", "ESM"), Party("Xe Lianping", "CBR")
DAY = date(2031, 5, 6)


def _told(document: str, publisher: str, day: date | None, *parties: Party, kind: str = "call") -> Told:
    contact = Contact(ContactKind(kind), day.isoformat() if day else None, parties, told=True)
    return Told(document, Publisher(publisher), DAY, contact)


def _documents(*accounts: Told) -> list[tuple[str, ...]]:
    return [found.documents for found in match_accounts(accounts)]


def test_two_publishers_tell_one_call() -> None:
    [found] = match_accounts([_told("a", "Norvia", DAY, VARO, LIND), _told("b", "Estmark", DAY, LIND, VARO)])
    assert found.documents == ("a", "b")
    assert found.confidence == 1.0
    assert found.why == "the same call of Ilsa Varo and Joren Lind on 2031-05-06"


def test_a_day_apart_is_doubtful_but_one() -> None:
    [found] = match_accounts(
        [_told("a", "Norvia", DAY, VARO, LIND), _told("b", "Estmark", DAY + timedelta(1), LIND, VARO)]
    )
    assert found.confidence < 1
    assert "time zones" in found.why


def test_one_publisher_on_two_days_tells_two() -> None:
    assert _documents(
        _told("a", "Norvia", DAY, VARO, LIND),
        _told("b", "Norvia", DAY + timedelta(1), VARO, LIND),
        _told("c", "Estmark", DAY + timedelta(1), VARO, LIND),
    ) == [("a",), ("b", "c")]


def test_a_meeting_is_no_call_and_another_party_another_contact() -> None:
    assert _documents(
        _told("a", "Norvia", DAY, VARO, LIND),
        _told("b", "Estmark", DAY, VARO, LIND, kind="meeting"),
        _told("c", "Costa Brisa", DAY, VARO, XE),
    ) == [("a",), ("b",), ("c",)]


def test_without_a_day_of_its_own_the_release_dates_it() -> None:
    assert _documents(_told("a", "Norvia", None, VARO, LIND), _told("b", "Estmark", DAY, VARO, LIND)) == [("a", "b")]


def test_one_party_alone_joins_nothing() -> None:
    assert _documents(_told("a", "Norvia", DAY, VARO), _told("b", "Estmark", DAY, VARO)) == [("a",), ("b",)]


@given(st.lists(st.tuples(st.sampled_from("NEC"), st.integers(0, 4), st.permutations([VARO, LIND, XE])), max_size=12))
def test_every_document_is_in_one_contact_whatever_the_order(cases: list[tuple[str, int, list[Party]]]) -> None:
    accounts = [
        _told(str(at), publisher, DAY + timedelta(days), *parties[:2])
        for at, (publisher, days, parties) in enumerate(cases)
    ]
    found = match_accounts(accounts)
    assert sorted(int(document) for one in found for document in one.documents) == list(range(len(cases)))
    assert all(0 < one.confidence <= 1 for one in found)


def test_a_crowded_day_takes_linear_time() -> None:
    def seconds(count: int) -> float:
        accounts = [_told(str(at), f"P{at}", DAY, VARO, LIND) for at in range(count)]
        return own_seconds(lambda: match_accounts(accounts))

    seconds(200)
    assert seconds(4000) < 8 * seconds(1000) + 0.2


def test_a_meeting_may_be_anothers_video_call_but_never_its_telephone_call() -> None:
    [found] = match_accounts(
        [
            _told("a", "Norvia", DAY, VARO, LIND, kind="meeting"),
            _told("b", "Estmark", DAY, VARO, LIND, kind="video call"),
        ]
    )
    assert found.confidence < 0.8
    assert "a meeting for one, a video call for the other" in found.why


def test_one_publisher_tells_of_three_and_of_two_as_different_meetings() -> None:
    assert _documents(
        _told("a", "Norvia", DAY, VARO, LIND, XE, kind="meeting"), _told("b", "Norvia", DAY, VARO, LIND, kind="meeting")
    ) == [("a",), ("b",)]


def test_a_publisher_may_leave_out_its_own_leader_but_not_whom_he_met() -> None:
    norvia = Publisher("Norvia", "NRV")
    full = Told("a", Publisher("Estmark", "ESM"), DAY, Contact(ContactKind.CALL, None, (VARO, LIND), told=True))
    own = Told("b", norvia, DAY, Contact(ContactKind.CALL, None, (Party(None, "NRV"), LIND), told=True))
    guest = Told("c", norvia, DAY, Contact(ContactKind.CALL, None, (VARO, Party(None, "ESM")), told=True))
    assert _documents(full, own) == [("a", "b")]
    assert _documents(full, guest) == [("a",), ("c",)]


def test_a_state_alone_never_joins_two_persons_of_it() -> None:
    krog = Party("Anders Krog", "ESM")
    named = [_told("a", "Norvia", DAY, VARO, LIND), _told("b", "Costa Brisa", DAY, VARO, krog)]
    unnamed = Told("c", Publisher("Estmark", "ESM"), DAY, Contact(ContactKind.CALL, None, (VARO, Party(None, "ESM"))))
    groups = _documents(*named, unnamed)
    assert not any({"a", "b"} <= set(group) for group in groups)
