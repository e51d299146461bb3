"""When two contacts cannot be one."""

from __future__ import annotations

from readouts.contacts import why_different
from readouts.model import Contact, ContactKind, Party

VARO, LIND, XE = Party("Ilsa Varo", "NRV"), Party("Joren Lind", "ESM"), Party("Xe Lianping", "CBR")


def _contact(kind: ContactKind, date: str | None, *parties: Party) -> Contact:
    return Contact(kind, date, parties, told=True)


def test_a_day_apart_may_be_one() -> None:
    first = _contact(ContactKind.CALL, "2031-05-06", VARO, LIND)
    assert why_different(first, _contact(ContactKind.VIDEO_CALL, "2031-05-07", LIND, VARO)) == ""
    assert "2031-05-08" in why_different(first, _contact(ContactKind.CALL, "2031-05-08", VARO, LIND))


def test_what_is_unknown_differs_from_nothing() -> None:
    first = _contact(ContactKind.CALL, None, VARO, LIND)
    assert why_different(first, _contact(ContactKind.CALL, "2031-05-06", LIND)) == ""
    assert why_different(_contact(ContactKind.CALL, "2031-05~", VARO), first) == ""


def test_a_call_is_no_meeting_and_others_are_others() -> None:
    first = _contact(ContactKind.CALL, "2031-05-06", VARO, LIND)
    assert why_different(first, _contact(ContactKind.MEETING, "2031-05-06", VARO, LIND)) == (
        "one is a call, the other a meeting"
    )
    assert "Xe Lianping" in why_different(first, _contact(ContactKind.CALL, "2031-05-06", VARO, XE))


def test_talks_by_video_may_be_called_a_meeting() -> None:
    first = _contact(ContactKind.VIDEO_CALL, "2031-05-06", VARO, LIND)
    assert why_different(first, _contact(ContactKind.MEETING, "2031-05-06", VARO, LIND)) == ""


def test_a_state_stands_for_its_person() -> None:
    first = _contact(ContactKind.CALL, "2031-05-06", VARO, LIND)
    assert why_different(first, _contact(ContactKind.CALL, "2031-05-06", Party(None, "NRV"), LIND)) == ""
