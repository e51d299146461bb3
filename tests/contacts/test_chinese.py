"""Contacts in Chinese, one docstring at a time."""

from __future__ import annotations

from readouts.model import ContactKind
from tests.contacts.conftest import Read, persons


def test_a_call(read: Read) -> None:
    """5月6日下午，埃斯特马克首相林德应约同诺维亚总统瓦罗通电话。"""
    [contact] = read(language="zh")
    assert (contact.kind, contact.date, contact.told) == (ContactKind.CALL, "2031-05-06", True)
    assert persons(contact) == ["Joren Lind", "Ilsa Varo"]


def test_a_meeting_by_its_day_of_the_month(read: Read) -> None:
    """总统瓦罗5日下午在哈尔登会见来访的埃斯特马克首相林德。"""
    [contact] = read(language="zh")
    assert (contact.kind, contact.date, contact.place) == (ContactKind.MEETING, "2031-05-05", "哈尔登")


def test_by_video(read: Read) -> None:
    """总统瓦罗6日以视频方式会见埃斯特马克首相林德。"""
    [contact] = read(language="zh")
    assert contact.kind is ContactKind.VIDEO_CALL


def test_we_met_last_year(read: Read) -> None:
    """诺维亚总统瓦罗同埃斯特马克首相林德通电话。瓦罗表示，去年11月，我们在塔恩举行会晤。双方期待再次会晤。"""
    told, earlier = read(language="zh")
    assert (earlier.kind, earlier.date) == (ContactKind.MEETING, "2030-11")
    assert persons(earlier) == persons(told)


def test_who_was_asked_did_not_ask(read: Read) -> None:
    """5月6日，埃斯特马克首相林德应约同诺维亚总统瓦罗通电话。"""
    [contact] = read(language="zh")
    assert contact.initiator
    assert contact.initiator.person == "Ilsa Varo"


def test_whose_envoy_somebody_is_took_no_part(read: Read) -> None:
    """5月6日，诺维亚总统瓦罗特别代表、外长索拉诺在塔恩会见埃斯特马克首相林德。"""
    [contact] = read(language="zh")
    assert "Ilsa Varo" not in persons(contact)
