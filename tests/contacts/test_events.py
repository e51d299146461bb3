"""The table of known events, and a user's own lines."""

from __future__ import annotations

from datetime import date

import pytest

from readouts.contacts import load_events
from readouts.errors import BrokenTable

_GOOD = "Harbour Summit|Port Summit\t2030-11-20\t2030-11-21\tPuerto Claro\tsummit\t"


def test_the_shipped_table_is_whole() -> None:
    events = load_events().events
    assert len(events) > 150
    assert all(event.first <= event.last for event in events)


def test_a_user_adds_events_and_the_latest_begun_is_meant() -> None:
    events = load_events(f"{_GOOD}\nHarbour Summit\t2031-11-20\t2031-11-21\tTarn\tsummit\t", "mine.tsv")
    held = events.named("Harbour Summit", date(2031, 5, 6))
    assert held is not None
    assert held.place == "Puerto Claro"
    later = events.named("the Harbour summit".removeprefix("the "), date(2031, 11, 19))
    assert later is not None
    assert later.place == "Tarn"
    assert events.named("Harbour Summit", None) is None


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Harbour Summit\t2030-11-20", "2 columns"),
        ("\t2030-11-20\t2030-11-21\tTarn\tsummit\t", "no name"),
        ("Harbour Summit\t2030-13-20\t2030-11-21\tTarn\tsummit\t", "no day"),
        ("Harbour Summit\t2030-11-22\t2030-11-21\tTarn\tsummit\t", "before the first"),
        ("Harbour Summit\t2030-11-20\t2030-11-21\tTarn\tparty\t", "'party'"),
    ],
)
def test_a_broken_line_names_file_line_and_fault(line: str, fault: str) -> None:
    with pytest.raises(BrokenTable, match=r"mine\.tsv, line 2: .*" + fault):
        load_events(f"{_GOOD}\n{line}", "mine.tsv")
