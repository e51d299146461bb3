"""The shipped table is sound, and says who held which office when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from readouts.actors import ActorTable, find_mentions, load_table
from readouts.text import Models
from training.actors_check import SHIPPED, faults


@pytest.fixture(scope="module")
def table() -> ActorTable:
    return load_table()


def test_the_checker_finds_nothing() -> None:
    assert list(faults(SHIPPED)) == []


@pytest.mark.parametrize(
    ("column", "fault"),
    [
        (3, "2031-02-30"),
        (4, "1900-01-01"),
        (0, "NRV"),
        (1, "ferryman"),
        (2, "Nobody Known"),
    ],
)
def test_the_checker_finds_a_fault(tmp_path: Path, column: int, fault: str) -> None:
    for name in ("states", "offices", "people", "tenures"):
        (tmp_path / f"{name}.tsv").write_text((SHIPPED / f"{name}.tsv").read_text(encoding="utf-8"), encoding="utf-8")
    head, first, *rest = (tmp_path / "tenures.tsv").read_text(encoding="utf-8").splitlines()
    cells = first.split("\t")
    cells[column] = fault
    (tmp_path / "tenures.tsv").write_text("\n".join([head, "\t".join(cells), *rest]) + "\n", encoding="utf-8")
    assert any("line 2" in found for found in faults(tmp_path))


def test_an_office_has_the_holder_of_the_day(table: ActorTable) -> None:
    def president(day: date) -> list[str]:
        return [person.name for person in table.holders("USA", "president", day)]

    assert president(date(2013, 6, 1)) == ["Barack Obama"]
    assert president(date(2017, 4, 1)) == ["Donald Trump"]


def test_a_kind_of_office_is_found_under_the_states_own_word(table: ActorTable) -> None:
    [found] = table.holders("USA", "foreign minister", date(2022, 6, 1))
    assert found.name == "Antony Blinken"


def test_every_united_nations_member_has_a_leading_office_and_a_holder(table: ActorTable) -> None:
    states = [state for state in table.states.values() if state.alpha2 and state.leader]
    assert len(states) > 190
    missing = [state.code for state in states if not table.holders(state.code, state.leader or "", date(2024, 1, 15))]
    assert len(missing) <= 10, missing


def test_names_in_four_scripts_lead_to_one_person(table: ActorTable) -> None:
    names = ("习近平", "Си Цзиньпин", "Сі Цзіньпін", "Xi Jinping")
    assert {person.name for name in names for person in table.persons_named(name)} == {"Xi Jinping"}


def test_an_id_belongs_to_one_person(table: ActorTable) -> None:
    known = [person.wikidata for person in table.persons.values() if person.wikidata]
    assert len(known) > 80
    assert len(set(known)) == len(known)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The President met participants in the Congress of Young Scientists.", "Young"),
        ("Zambia held a vote. Scott left the room.", "Scott"),
    ],
)
def test_a_namesake_of_an_everyday_word_or_of_a_stand_in_is_left_alone(
    models: Models, table: ActorTable, text: str, word: str
) -> None:
    found = find_mentions(models.parse(text, "en"), date(2021, 12, 8), table)
    assert word not in {mention.span.of(text) for mention in found}


def test_a_family_name_in_an_office_of_somebody_else_is_somebody_elses(models: Models, table: ActorTable) -> None:
    text = "马达加斯加财政部长拉瓦卢马纳纳到访。拉瓦卢马纳纳随后离开。"
    named = [m.person for m in find_mentions(models.parse(text, "zh"), date(2025, 7, 22), table) if m.person]
    assert named == ["拉瓦卢马纳纳", "拉瓦卢马纳纳"]
