"""The wording table, and a user's own rows."""

from __future__ import annotations

import pytest

from readouts.collation import find_terms, load_wording
from readouts.errors import BrokenTable
from readouts.text import Models

HEAD = "family\tvariant\tstep\tlanguage\twords\tsource\n"


def variants(models: Models, text: str, table=None) -> list[str]:
    return [term.variant for term in find_terms(models.parse(text, "en"), table)]


def test_terms_stand_where_they_are_said(models) -> None:
    text = "Norvia spoke of an invasion, Estmark of a special military operation."
    found = find_terms(models.parse(text, "en"))
    assert [term.span.of(text) for term in found] == ["invasion", "special military operation"]
    assert len({term.family for term in found}) == 1


def test_a_user_adds_words(models) -> None:
    table = load_wording("fish quarrel\tcod war\t0\ten\tcod war\tHerald\n", "my table")
    assert variants(models, "The cod war goes on.", table) == ["cod war"]
    assert "cod war" not in variants(models, "The cod war goes on.")


@pytest.mark.parametrize(
    "row",
    ["family\tvariant\tone\ten\twords\tsource", "family\tvariant\t1\ten\twords", "family\t\t1\ten\twords\tsource"],
)
def test_a_broken_row_is_named(row: str) -> None:
    with pytest.raises(BrokenTable, match="my table, line 1"):
        load_wording(row, "my table")


def test_ladders_run_from_weak_to_strong() -> None:
    steps = load_wording().steps("took note, discussed, stressed", "en")["assertion"]
    assert [found.key.step for found in steps] == sorted(found.key.step for found in steps)
