"""Contacts in Russian and Ukrainian, one docstring at a time."""

from __future__ import annotations

from readouts.model import ContactKind
from tests.contacts.conftest import Read, persons


def test_a_call(read: Read) -> None:
    """Вчера Ильза Варов провела телефонный разговор с Йорен Линд."""
    [contact] = read(language="ru")
    assert (contact.kind, contact.date, contact.told) == (ContactKind.CALL, "2031-05-05", True)
    assert persons(contact) == ["Ilsa Varo", "Joren Lind"]


def test_a_meeting_on_a_day(read: Read) -> None:
    """4 мая Ильза Варов встретилась с Йорен Линд."""
    [contact] = read(language="ru")
    assert (contact.kind, contact.date) == (ContactKind.MEETING, "2031-05-04")


def test_what_is_planned_was_not_held(read: Read) -> None:
    """Ильза Варов планирует встречу с Йорен Линд."""
    assert read(language="ru") == ()
