"""A user's file adds to the table or overrides it; a broken one names file, line and fault, and nothing is used."""

from __future__ import annotations

from datetime import date

import pytest

from readouts.actors import load_table
from readouts.errors import BrokenTable

GOOD = """
[[state]]
code = "NRV"
name = "Norvia"
leader = "president"
capitals = ["Halden"]

[[person]]
name = "Ilsa Varo"
born = 1981-05-06

[[tenure]]
person = "Ilsa Varo"
state = "NRV"
office = "president"
since = "2028-03"
"""


def test_a_users_actors_are_added() -> None:
    table = load_table(GOOD, "mine.toml")
    [found] = table.holders("NRV", "leader", date(2031, 5, 6))
    assert (found.name, found.born) == ("Ilsa Varo", date(1981, 5, 6))
    assert [state.code for state in table.states_named("Halden")] == ["NRV"]
    assert table.holders("NRV", "president", date(2028, 2, 28)) == ()


def test_a_users_holder_of_a_sole_office_displaces_the_shipped_one() -> None:
    text = GOOD.replace('state = "NRV"', 'state = "FRA"').replace('"2028-03"', "2031")
    table = load_table(text, "mine.toml")
    assert [person.name for person in table.holders("FRA", "president", date(2031, 7, 1))] == ["Ilsa Varo"]


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("[[person]]\nname = 'A'\nage = 3", 3, "has no 'age'"),
        ("[[person]]\nname = 'A'\nborn = 'soon'", 3, "must be a date"),
        ("[[person]]\nname = 'A'\n\n[[tenure]]\nperson = 'B'\nstate = 'FRA'\noffice = 'president'", 5, "neither in"),
        ("[[person]]\nname = 'A'\n[[tenure]]\nperson = 'A'\nstate = 'XYZ'\noffice = 'president'", 5, "neither in"),
        (GOOD + "until = 2027", 17, "comes before since"),
        ("[[ship]]\nname = 'A'", 1, "unknown entry"),
        ("[[person]]\nname = A", 2, "line 2"),
    ],
)
def test_a_broken_file_names_file_line_and_fault(text: str, line: int, fault: str) -> None:
    with pytest.raises(BrokenTable) as caught:
        load_table(text, "mine.toml")
    message = str(caught.value)
    assert message.startswith("mine.toml")
    assert f"line {line}" in message
    assert fault in message
    assert "No part of the file was used" in message
