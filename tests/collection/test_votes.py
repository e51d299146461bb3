"""Votes: a table the user imports, and how often two states voted alike, by year."""

from __future__ import annotations

import gzip
from itertools import islice
from pathlib import Path

import pytest

from readouts.actors import ActorTable, load_table
from readouts.collection import Collection, has_votes
from readouts.errors import BrokenTable, NotInCollection, WrongCall
from readouts.workflows import collection_json
from readouts.workflows.plots import votes_svg
from readouts.workflows.votes import agreement, import_votes

VOTES = """rcid,country,country_code,vote
1,Norvia,NV,yes
1,Estmark,ES,yes
1,Old Union,,no
2,Norvia,NV,no
2,Estmark,ES,abstain
3,Norvia,NV,yes
3,Estmark,ES,no
4,Norvia,NV,yes
4,Estmark,ES,yes
4,Old Union,,yes
5,Norvia,NV,absent
9,Estmark,ES,yes
"""
ROLL_CALLS = """rcid,session,importantvote,date,unres,amend,para,short,descr
1,1,0,1990-03-01,R/1,0,0,FISH,Of fish
2,1,1,1990-04-01,R/2,0,0,,
3,,0,1990-05-01,,0,0,,
4,2,0,1991-05-01,R/4,0,0,,"A title, with a comma"
5,2,0,1991-06-01,R/5,0,0,,
"""


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return load_table()


@pytest.fixture
def tables(tmp_path: Path) -> list[str]:
    votes, calls = tmp_path / "votes.csv.gz", tmp_path / "calls.csv"
    votes.write_bytes(gzip.compress(VOTES.encode()))
    calls.write_text(ROLL_CALLS)
    return [str(calls), str(votes)]


def test_agreement_by_year(collection: Collection, tables: list[str], actors: ActorTable) -> None:
    assert not has_votes(collection)
    assert import_votes(collection, tables) == (5, 10)
    found = agreement(collection, "nv", "estmark", actors)
    assert (found.one, found.other) == ("Norvia", "Estmark")
    assert collection_json.agreement(found) == [
        {"year": 1990, "votes": 3, "alike": 1, "agreement": 0.3333, "index": 0.5},
        {"year": 1991, "votes": 1, "alike": 1, "agreement": 1.0, "index": 1.0},
    ]
    important = agreement(collection, "NV", "ES", actors, important=True)
    assert [(year.year, year.both, year.agreement, year.index) for year in important.years] == [(1990, 1, 0.0, 0.5)]
    # A state that is no more has no code.
    assert [year.both for year in agreement(collection, "Old Union", "NV", actors).years] == [1, 1]


def test_a_table_takes_the_place_of_the_older_one(
    collection: Collection, tables: list[str], actors: ActorTable
) -> None:
    import_votes(collection, tables)
    assert import_votes(collection, tables) == (5, 10)
    assert sum(year.both for year in agreement(collection, "NV", "ES", actors).years) == 4


def test_what_is_no_table_is_refused_and_nothing_lost(
    collection: Collection, tables: list[str], actors: ActorTable, tmp_path: Path
) -> None:
    with pytest.raises(NotInCollection, match="readouts import"):
        agreement(collection, "NV", "ES", actors)
    import_votes(collection, tables)
    calls, votes = tables
    broken = tmp_path / "broken.csv"
    for text, words in (
        (VOTES + "1,Norvia\n", r"line 14: 2 cells"),
        (VOTES + "one,Norvia,NV,yes\n", "line 14: 'one' is not a number"),
    ):
        broken.write_text(text)
        with pytest.raises(BrokenTable, match=words):
            import_votes(collection, [calls, str(broken)])
    broken.write_text(ROLL_CALLS + "6,2,0,yesterday,,0,0,,\n")
    with pytest.raises(BrokenTable, match="line 7: 'yesterday' is not a day"):
        import_votes(collection, [str(broken), votes])
    with pytest.raises(WrongCall, match="two tables"):
        import_votes(collection, [calls])
    with pytest.raises(WrongCall, match="one state"):
        agreement(collection, "NV", "Norvia", actors)
    with pytest.raises(NotInCollection, match="no votes of Atlantis"):
        agreement(collection, "NV", "Atlantis", actors)
    assert len(agreement(collection, "NV", "ES", actors).years) == 2


def test_the_plot_is_drawn(collection: Collection, tables: list[str], actors: ActorTable) -> None:
    pytest.importorskip("vl_convert", reason="the extra plots is not installed")
    import_votes(collection, tables)
    drawn = votes_svg(agreement(collection, "NV", "ES", actors).years, "Norvia & Estmark")
    assert drawn.startswith("<svg")
    assert "Norvia &amp; Estmark" in drawn


@pytest.mark.shared
def test_the_real_table(shared: Path, tmp_path: Path, actors: ActorTable) -> None:
    from readouts.collection import open_collection

    folder = shared / "unvotes"
    first = tmp_path / "votes.csv"
    with gzip.open(folder / "votes.csv.gz", "rt", encoding="utf-8") as file:
        first.write_text("".join(islice(file, 60_001)), encoding="utf-8")
    with open_collection(str(tmp_path / "votes.db"), create=True) as opened:
        assert import_votes(opened, [str(first), str(folder / "roll_calls.csv.gz")]) == (6203, 60_000)
        found = agreement(opened, "USA", "GBR", actors)
    assert (found.one, found.other) == ("United States", "United Kingdom")
    assert found.years[0].year == 1946
    assert all(0 < year.agreement <= year.index <= 1 for year in found.years)
