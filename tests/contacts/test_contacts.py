"""Contacts in English, one docstring at a time."""

from __future__ import annotations

from readouts.model import ContactKind
from tests.contacts.conftest import Read, persons


def test_a_call_told_today(read: Read) -> None:
    """President Ilsa Varo spoke today with Prime Minister Joren Lind of Estmark."""
    [contact] = read()
    assert (contact.kind, contact.date, contact.told) == (ContactKind.CALL, "2031-05-06", True)
    assert persons(contact) == ["Ilsa Varo", "Joren Lind"]
    assert [party.office for party in contact.parties] == ["president", "prime minister"]


def test_a_birthday_dates_the_call_and_the_weekday_agrees(read: Read) -> None:
    """Speaking on her 50th birthday, President Varo called Prime Minister Lind on Tuesday."""
    [contact] = read(None)
    assert contact.date == "2031-05-06"
    assert not contact.problems
    assert {evidence.why for evidence in contact.evidence} >= {"date: birthday of Ilsa Varo", "date: Tuesday"}


def test_a_birthday_against_the_weekday_keeps_both_readings(read: Read) -> None:
    """Speaking on her 50th birthday, President Varo called Prime Minister Lind on Friday."""
    [contact] = read(None)
    [problem] = contact.problems
    assert problem.code == "conflicting-date"
    assert "2031-05-06" in problem.message
    assert "Friday" in problem.message
    assert len(problem.spans) == 2


def test_yesterday_and_weekdays_are_counted_from_the_release(read: Read) -> None:
    """President Varo met yesterday with Prime Minister Lind in Halden."""
    [contact] = read()
    assert (contact.kind, contact.date) == (ContactKind.MEETING, "2031-05-05")


def test_an_earlier_contact_is_dated_by_its_month(read: Read) -> None:
    """President Varo spoke with Prime Minister Lind. They had met in Tarn last November."""
    told, earlier = read()
    assert told.told
    assert not earlier.told
    assert (earlier.kind, earlier.date) == (ContactKind.MEETING, "2030-11")
    assert persons(earlier) == persons(told)


def test_weeks_before_an_invasion(read: Read) -> None:
    """President Varo spoke with Prime Minister Lind. Weeks before the invasion of Velmara, they met in Tarn."""
    _told, earlier = read()
    assert earlier.date in ("2031-01~", "2031-01")


def test_on_the_margins_of_a_summit(read: Read) -> None:
    """President Varo spoke with Prime Minister Lind. They had met on the margins of the Harbour Summit."""
    _told, earlier = read()
    assert (earlier.date, earlier.place) == ("2030-11-20", "Puerto Claro")


def test_what_is_planned_was_not_held(read: Read) -> None:
    """President Varo spoke with Prime Minister Lind. They agreed to meet in June. She will host him on Friday."""
    [contact] = read()
    assert contact.kind is ContactKind.CALL


def test_a_virtual_meeting_is_a_video_call(read: Read) -> None:
    """President Varo held a virtual meeting with Prime Minister Lind."""
    [contact] = read()
    assert contact.kind is ContactKind.VIDEO_CALL


def test_the_initiative_is_kept(read: Read) -> None:
    """President Varo had a telephone conversation with Prime Minister Lind at the Estmarkian side's initiative."""
    [contact] = read()
    assert contact.initiator is not None
    assert contact.initiator.state == "ESM"


def test_a_text_of_something_else_tells_no_contact(read: Read) -> None:
    """The bridge over the river was opened in March. Many people came."""
    assert read() == ()


def test_no_text_tells_nothing(read: Read) -> None:
    assert read(text="") == ()
    assert read(None, text="\n \n") == ()


def test_a_call_spoken_about_is_not_the_one_told(read: Read) -> None:
    """President Varo briefed leaders on her call with President Xe Lianping. The leaders agreed to stay in touch."""
    told = read(by="NRV")[0]
    assert "Xe Lianping" not in persons(told)


def test_a_title_the_parser_takes_for_a_name_is_no_party(read: Read) -> None:
    """President Varo met today with His Majesty Prime Minister Joren Lind of Estmark."""
    [contact] = read()
    assert persons(contact) == ["Ilsa Varo", "Joren Lind"]


def test_a_name_within_another_word_is_no_party(read: Read) -> None:
    """President Varo met today with Prime Minister Lind. Officials of the Solano-Krog plan joined the meeting."""
    [contact] = read()
    assert persons(contact) == ["Ilsa Varo", "Joren Lind"]


def test_what_is_looked_forward_to_was_not_held(read: Read) -> None:
    """President Varo spoke with Prime Minister Lind. She looks forward to welcoming him to Halden on Friday."""
    [contact] = read()
    assert contact.kind is ContactKind.CALL


def test_preparing_a_summit_is_not_meeting_there(read: Read) -> None:
    """President Varo spoke today with Prime Minister Lind about preparations for the Harbour Summit."""
    [contact] = read()
    assert contact.kind is ContactKind.CALL


def test_the_reason_of_a_meeting_does_not_date_it(read: Read) -> None:
    """President Varo met with Prime Minister Lind to congratulate him on his election in January."""
    [contact] = read()
    assert contact.date == "2031-05-06"


def test_what_is_welcomed_is_no_guest(read: Read) -> None:
    """Norvia welcomes the decision of Prime Minister Joren Lind to reopen the strait."""
    assert read() == ()


def test_who_is_welcomed_is_met(read: Read) -> None:
    """President Ilsa Varo welcomed Prime Minister Joren Lind of Estmark in Halden today."""
    [contact] = read()
    assert (contact.kind, persons(contact)) == (ContactKind.MEETING, ["Ilsa Varo", "Joren Lind"])


def test_at_the_latters_initiative(read: Read) -> None:
    """President Varo had a telephone conversation with Prime Minister Lind at the latter's initiative."""
    [contact] = read()
    assert contact.initiator
    assert contact.initiator.person == "Joren Lind"
    assert any(one.why == "initiator" for one in contact.evidence)


def test_an_undated_discussion_between_the_same_two_is_the_call_told(read: Read) -> None:
    """President Varo spoke today with Prime Minister Lind. The two leaders had a broad discussion of the ferries."""
    [contact] = read()
    assert contact.kind is ContactKind.CALL


def test_since_when_dates_no_contact(read: Read) -> None:
    """President Varo met today with Prime Minister Lind. They held their third meeting in Tarn since 2029."""
    [contact] = read()
    assert contact.date == "2031-05-06"


def test_what_a_meeting_was_for_names_no_party(read: Read) -> None:
    """President Varo met with ferry owners to discuss the new line and Prime Minister Lind's plan."""
    [contact] = read(by="NRV")
    assert persons(contact) == ["Ilsa Varo"]


def test_states_whose_representatives_were_hosted(read: Read) -> None:
    """President Varo hosted representatives from Estmark and Costa Brisa in Halden."""
    [contact] = read()
    assert persons(contact) == ["Ilsa Varo", "ESM", "CBR"]


def test_the_one_in_the_title_met_the_publishers_own(read: Read) -> None:
    """The guest was shown the harbour. Ilsa Varo: Good morning. Joren Lind: Good morning."""
    [contact] = read(title="Meeting with Prime Minister Lind", by="NRV")
    assert (contact.kind, contact.told, sorted(map(str, persons(contact)))) == (
        ContactKind.MEETING,
        True,
        ["Ilsa Varo", "Joren Lind"],
    )


def test_an_event_to_come_is_not_told(read: Read) -> None:
    """On 9 May, President Varo will visit Tarn. The event will also be attended by Prime Minister Lind."""
    assert not [contact for contact in read(by="NRV") if contact.told]


def test_a_conversation_that_is_no_telephone_conversation_was_in_person(read: Read) -> None:
    """President Varo spoke with Prime Minister Lind after the summit."""
    [contact] = read(title="Conversation with Prime Minister Joren Lind of Estmark", by="NRV")
    assert contact.kind is ContactKind.MEETING
