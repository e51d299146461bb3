"""The table of known events, and a user's own lines."""

from __future__ import annotations

from datetime import date

import pytest

from readouts.contacts import load_events
from readouts.errors import BrokenTable

_GOOD = """[[event]]
names = ["Harbour Summit", "Port Summit"]
first = 2030-11-20
last = "2030-11-21"
place = "Puerto Claro"
kind = "summit"
"""


def test_the_shipped_table_is_whole() -> None:
    events = load_events().events
    assert len(events) > 150
    assert all(event.first <= event.last for event in events)


def test_a_user_adds_events_and_the_latest_begun_is_meant() -> None:
    events = load_events(
        _GOOD + '[[event]]\nnames = ["Harbour Summit"]\nfirst = 2031-11-20\nplace = "Tarn"\nkind = "summit"\n',
        "mine.toml",
    )
    held = events.named("Harbour Summit", date(2031, 5, 6))
    assert held is not None
    assert held.place == "Puerto Claro"
    later = events.named("the Harbour summit".removeprefix("the "), date(2031, 11, 19))
    assert later is not None
    assert later.place == "Tarn"
    assert events.named("Harbour Summit", None) is None


@pytest.mark.parametrize(
    ("lines", "line", "fault"),
    [
        ("first = 2031-11-20", 7, "needs names"),
        ('names = "Port"\nfirst = 2031-11-20', 8, "list of texts"),
        ('names = ["Port"]', 7, "needs 'first'"),
        ('names = ["Port"]\nfirst = "2031-13-20"', 9, "must be a day"),
        ('names = ["Port"]\nfirst = 2031-11-22\nlast = 2031-11-21', 10, "before the first"),
        ('names = ["Port"]\nfirst = 2031-11-22\nkind = "party"', 10, "'party'"),
        ('names = ["Port"]\nfirst = 2031-11-22\nwhere = "Tarn"', 10, "no 'where'"),
        ('names = ["Port"]\nfirst = 2031-11-22\nplace = 3', 10, "must be a text"),
    ],
)
def test_a_broken_event_names_file_line_and_fault(lines: str, line: int, fault: str) -> None:
    with pytest.raises(BrokenTable, match=rf"mine\.toml, line {line}: .*{fault}.*No part"):
        load_events(f"{_GOOD}[[event]]\n{lines}\n", "mine.toml")


def test_a_file_that_is_no_toml_is_named() -> None:
    with pytest.raises(BrokenTable, match=r"mine\.toml: Expected"):
        load_events("[[event", "mine.toml")


def test_a_file_of_actors_only_adds_no_event() -> None:
    assert load_events('[[state]]\ncode = "NRV"\n', "mine.toml") is load_events()
