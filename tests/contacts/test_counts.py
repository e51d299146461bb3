"""Where a text counts a contact: how many, of what kind, since when."""

from __future__ import annotations

from datetime import date

import pytest

from readouts.contacts import COUNTED, read_count
from readouts.model import ContactKind
from tests.contacts.conftest import DAY, EVENTS, Read

CALLS = {ContactKind.CALL, ContactKind.VIDEO_CALL}


@pytest.mark.parametrize(
    ("words", "number", "perhaps", "surely"),
    [
        ("second call since the Velmara invasion", 2, date(2031, 2, 10), date(2031, 2, 11)),
        ("3rd phone call this year", 3, date(2031, 1, 1), date(2031, 1, 1)),
        ("third call since the beginning of the year", 3, date(2031, 1, 1), date(2031, 1, 1)),
        ("fourth call since March", 4, date(2031, 3, 1), date(2031, 4, 1)),
        ("fifth call since Feb. 24, 2031", 5, date(2031, 2, 24), date(2031, 2, 25)),
        ("second call since 2029", 2, date(2029, 1, 1), date(2030, 1, 1)),
        ("third call in as many weeks", 3, date(2031, 4, 15), date(2031, 4, 16)),
        ("这是今年以来第三次通话", 3, date(2031, 1, 1), date(2031, 1, 1)),
        ("2031年2月以来第十二次通话", 12, date(2031, 2, 1), date(2031, 3, 1)),
        ("3月15日以来两国元首首次视频会晤", 1, date(2031, 3, 15), date(2031, 3, 16)),
        ("второй разговор с начала года", 2, date(2031, 1, 1), date(2031, 1, 1)),
        ("третий телефонный разговор в этом месяце", 3, date(2031, 5, 1), date(2031, 5, 1)),
        ("пятый разговор с 24 февраля 2031 года", 5, date(2031, 2, 24), date(2031, 2, 25)),
        ("четвёртый звонок с марта", 4, date(2031, 3, 1), date(2031, 4, 1)),
        ("2-й разговор за последние три недели", 2, date(2031, 4, 15), date(2031, 4, 16)),
        ("друга телефонна розмова цього року", 2, date(2031, 1, 1), date(2031, 1, 1)),
        ("третя відеорозмова з 2029 року", 3, date(2029, 1, 1), date(2030, 1, 1)),
    ],
)
def test_a_count_of_calls_and_since_when(words: str, number: int, perhaps: date, surely: date) -> None:
    count = read_count(words, DAY, EVENTS)
    assert count
    assert (count.number, count.perhaps, count.surely, set(count.kinds)) == (number, perhaps, surely, CALLS)


@pytest.mark.parametrize(
    ("words", "number"), [("впервые с начала года", 1), ("вдруге цього року", 2), ("втретє за тиждень", 3)]
)
def test_for_which_time(words: str, number: int) -> None:
    count = read_count(words, DAY, EVENTS)
    assert count
    assert (count.number, set(count.kinds)) == (number, set())


def test_taking_office_is_a_period_in_ukrainian() -> None:
    count = read_count("перша зустріч з моменту вступу на посаду", DAY, EVENTS)
    assert count
    assert count.in_office


def test_a_count_in_russian_belongs_to_the_contact_told(read: Read) -> None:
    """Вчера Ильза Варов провела телефонный разговор с Йорен Линд. Это второй разговор после встречи в марте."""
    [contact] = read(language="ru")
    assert (contact.kind, contact.date) == (ContactKind.CALL, "2031-05-05")
    assert any(one.why == COUNTED for one in contact.evidence)


def test_who_has_spoken_may_have_met() -> None:
    count = read_count("second time the two have spoken since March", DAY, EVENTS)
    assert count
    assert set(count.kinds) == {*CALLS, ContactKind.MEETING}


def test_a_period_that_is_not_understood_has_no_day() -> None:
    count = read_count("second call since the harvest", DAY, EVENTS)
    assert count
    assert (count.perhaps, count.surely, count.in_office) == (None, None, False)
    taken = read_count("second call since taking office", DAY, EVENTS)
    assert taken
    assert taken.in_office


@pytest.mark.parametrize("words", ["first call of the day", "second round of talks", "诺埃两国元首第六次会晤"])
def test_what_gives_no_period_is_no_count_to_check(words: str) -> None:
    assert read_count(words, DAY, EVENTS) is None


def test_the_words_of_the_count_are_evidence(read: Read) -> None:
    """President Varo spoke with Prime Minister Lind. It was their second call since the Velmara invasion."""
    text = test_the_words_of_the_count_are_evidence.__doc__ or ""
    [contact] = read()
    assert [one.span.of(text) for one in contact.evidence if one.why == COUNTED] == [
        "second call since the Velmara invasion"
    ]


def test_since_when_is_counted_dates_nothing_and_is_not_counted(read: Read) -> None:
    """President Varo spoke with Prime Minister Lind for the second time since they met in Tarn in March."""
    told, earlier = read()
    assert (told.kind, told.date) == (ContactKind.CALL, "2031-05-06")
    assert any(one.why == COUNTED for one in told.evidence)
    assert (earlier.kind, earlier.date) == (ContactKind.MEETING, "2031-03")
    assert not any(one.why == COUNTED for one in earlier.evidence)


def test_a_count_in_chinese_belongs_to_the_contact_told(read: Read) -> None:
    """5月6日，总统瓦罗同埃斯特马克总理林德通电话。这是今年以来两国领导人第二次通话。"""
    [contact] = read(language="zh")
    assert contact.kind is ContactKind.CALL
    assert any(one.why == COUNTED for one in contact.evidence)
