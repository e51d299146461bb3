"""Several met one after another are several contacts, and the document is an account of each."""

from __future__ import annotations

import pytest

from readouts.model import ContactKind
from tests.contacts.conftest import Read, persons

LIND, SOLANO = ["Ilsa Varo", "Joren Lind"], ["Ilsa Varo", "Marta Solano"]


@pytest.mark.parametrize(
    "text",
    [
        "President Ilsa Varo spoke separately with Joren Lind and Marta Solano.",
        "President Ilsa Varo called Joren Lind and Marta Solano in turn.",
        "President Ilsa Varo held separate calls with Joren Lind and Marta Solano.",
        "President Ilsa Varo had telephone conversations with Joren Lind and Marta Solano.",
        "President Ilsa Varo spoke with Joren Lind, and then with Marta Solano.",
    ],
)
def test_calls_one_after_another(read: Read, text: str) -> None:
    first, second = read(text=text)
    assert (first.told, second.told, first.date, second.date) == (True, True, "2031-05-06", "2031-05-06")
    assert [persons(first), persons(second)] == [LIND, SOLANO]


def test_a_call_of_three_is_one(read: Read) -> None:
    """President Ilsa Varo spoke with Joren Lind and Marta Solano."""
    [contact] = read()
    assert persons(contact) == ["Ilsa Varo", "Joren Lind", "Marta Solano"]


def test_in_chinese(read: Read) -> None:
    """总统瓦罗6日应约分别同埃斯特马克总理林德、布里萨外长Marta Solano通电话。在同林德通话时，瓦罗表示感谢。"""
    first, second = read(language="zh")
    assert (first.kind, first.told, second.told) == (ContactKind.CALL, True, True)
    assert [persons(first), persons(second)] == [LIND, SOLANO]


def test_several_hosts_of_one_guest_in_chinese(read: Read) -> None:
    """埃斯特马克总理林德与布里萨外长Marta Solano6日分别会见了诺维亚总统瓦罗。"""
    first, second = read(language="zh")
    assert [persons(first), persons(second)] == [["Joren Lind", "Ilsa Varo"], ["Marta Solano", "Ilsa Varo"]]


def test_a_further_call_of_the_day_in_chinese(read: Read) -> None:
    """诺维亚总统瓦罗6日同埃斯特马克总理林德通电话。同日，瓦罗还同布里萨外长Marta Solano通电话。"""
    first, second = read(language="zh")
    assert [persons(first), persons(second)] == [LIND, SOLANO]


def test_in_russian(read: Read) -> None:
    """Вчера Ильза Варов по очереди провела телефонные разговоры с Йорен Линд и Marta Solano."""
    first, second = read(language="ru")
    assert (first.date, second.date) == ("2031-05-05", "2031-05-05")
    assert [persons(first), persons(second)] == [LIND, SOLANO]


def test_who_speaks_to_residents_is_there(read: Read) -> None:
    """President Ilsa Varo talked to residents of the harbour district."""
    [contact] = read()
    assert contact.kind is ContactKind.MEETING


def test_who_speaks_to_reporters_is_in_no_contact(read: Read) -> None:
    """President Ilsa Varo spoke to reporters on Tuesday."""
    assert read() == ()


def test_an_acting_head_is_no_person(read: Read) -> None:
    """President Ilsa Varo met with Acting Head of the Republic of Halden Joren Lind."""
    [contact] = read()
    assert persons(contact) == LIND


def test_who_met_some_called_another_in_chinese(read: Read) -> None:
    """总统瓦罗6日在哈尔登会见埃斯特马克总理林德，并同布里萨外长Marta Solano通电话。"""
    first, second = read(language="zh")
    assert (first.kind, second.kind) == (ContactKind.MEETING, ContactKind.CALL)
    assert [persons(first), persons(second)] == [LIND, SOLANO]
