"""The commands on a collection, from adding to export, as a person calls them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from readouts.collection import (
    Collection,
    Correction,
    correct,
    document_of,
    find_entry,
    open_collection,
    undo,
)
from tests.cli.conftest import Ran

Run = Callable[..., Ran]


def release(name: str, publisher: str, day: str, text: str, **more: str) -> str:
    said = {"id": name, "publisher": publisher, "date": day, "lang": "en", "title": f"Call of {day}", "text": text}
    return json.dumps({**said, **more})


OPENING = "President Ilsa Varo of Norvia spoke by telephone with Prime Minister Joren Lind of Estmark."
FORMULA = "the shared commitment to a free and open strait"
LINES = (
    release("n1", "Norvia", "2031-05-06", f"{OPENING} She underscored {FORMULA}. They discussed sanctions."),
    release("e1", "Estmark", "2031-05-06", f"{OPENING} He condemned the sanctions and thanked her for the rescue."),
    release("n2", "Norvia", "2031-06-10", f"{OPENING} She reaffirmed {FORMULA}. They discussed the climate."),
    release("n3", "Norvia", "2031-07-15", f"{OPENING} She thanked him. They discussed the climate and health."),
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("collection") / "collection.db"


@pytest.fixture
def filled(run: Run, database: Path, examples: Path, tmp_path: Path) -> Path:
    """The collection with everything added, made once: adding again finds it there."""
    lines = tmp_path / "releases.jsonl"
    lines.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    ran = run("add", "--collection", database, "--actors", examples / "actors.toml", lines)
    assert ran.status == 0, ran.err
    return database


def test_a_broken_line_is_told_by_its_number_and_the_rest_is_added(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "releases.jsonl"
    lines.write_text("\n".join([LINES[0], "{broken", "", '{"id": "no text"}', LINES[1]]), encoding="utf-8")
    ran = run("add", "--collection", tmp_path / "c.db", "--later", "--json", lines)
    assert ran.status == 1
    assert [(one["id"], one["outcome"]) for one in ran.lines] == [("n1", "new"), ("e1", "new")]
    assert "line 2 is not a JSON object" in ran.err
    assert "line 4 is not a JSON object" in ran.err
    assert "2 new, 2 could not be read" in ran.err


def test_adding_again_adds_nothing(run: Run, filled: Path, tmp_path: Path) -> None:
    lines = tmp_path / "again.jsonl"
    lines.write_text("\n".join(LINES), encoding="utf-8")
    ran = run("add", "--collection", filled, "--json", lines)
    assert {one["outcome"] for one in ran.lines} == {"already there"}
    assert "analysed" not in ran.err


def test_what_is_in_it_is_listed_shown_and_found(run: Run, filled: Path) -> None:
    listed = run("list", "--collection", filled, "--json")
    assert [one["id"] for one in listed.lines] == ["n3", "n2", "e1", "n1"]
    narrowed = run("list", "--collection", filled, "--json", "--publisher", "Norvia", "--until", "2031-06")
    assert [one["id"] for one in narrowed.lines] == ["n2", "n1"]
    [hit] = run("search", "--collection", filled, "--json", "--", "open strait", "discussed", "-sanctions").lines
    passage, text = hit["passage"], run("show", "--collection", filled, "--json", "n2").lines[0]["text"]
    assert hit["id"] == "n2"
    assert text[passage["start"] : passage["end"]] == passage["text"]
    assert {text[one["start"] : one["end"]] for one in hit["hits"]} == {"open strait", "discussed"}
    shown = run("show", "--collection", filled, "n2")
    assert FORMULA in " ".join(shown.out.split())
    found = run("search", "--collection", filled, "sanctions")
    assert "2 documents" in found.out


def test_the_register_counts_and_compares(run: Run, filled: Path, tmp_path: Path) -> None:
    found = run("contacts", "--collection", filled, "--json", "--between", "Ilsa Varo", "Joren Lind").lines
    assert [(one["date"], one["nth"], one["nth_of_kind"]) for one in found] == [
        ("2031-05-06", 1, 1),
        ("2031-06-10", 2, 2),
        ("2031-07-15", 3, 3),
    ]
    first = found[0]
    assert [account["id"] for account in first["accounts"]] == ["n1", "e1"]
    table = run("contacts", "--collection", filled)
    assert "3 contacts" in table.out
    plot = tmp_path / "timeline.svg"
    run("contacts", "--collection", filled, "--svg", plot)
    assert plot.read_text(encoding="utf-8").startswith("<svg")
    compared = run("compare", "--collection", filled, "--contact", first["id"], "--json")
    assert compared.status == 0, compared.err
    assert [account["id"] for account in compared.lines[0]["accounts"]] == ["n1", "e1"]
    alone = run("compare", "--collection", filled, "--contact", found[1]["id"], "--json")
    assert alone.status == 2
    assert "one account only" in alone.err


def test_what_changed_since_the_last_accounts(run: Run, filled: Path) -> None:
    [found] = run("changes", "--collection", filled, "--json", "n3").lines
    assert found["earlier"] == ["n2", "n1"]
    assert [(one["change"], one["text"]) for one in found["formulas"]] == [("dropped", FORMULA.removeprefix("the "))]
    topics = {(one["change"], one["topic"]) for one in found["topics"]}
    assert {("dropped", "sanctions"), ("added", "health")} <= topics
    shown = run("changes", "--collection", filled, "n3", "--last", "1")
    assert "set against 2031-06-10  n2" in shown.out
    assert run("changes", "--collection", filled, "nobody").status == 2


def test_out_and_back_in(run: Run, filled: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "out.jsonl", tmp_path / "again.db"
    assert run("export", "--collection", filled, "jsonl", "--out", out).status == 0
    back = run("import", "--collection", again, out)
    assert back.status == 0
    assert "4 documents brought back" in back.err
    assert run("export", "--collection", again, "jsonl").out == out.read_text(encoding="utf-8")
    for what, begin in (("documents", "id,version"), ("contacts", "id,date"), ("plover", "event_id")):
        assert run("export", "--collection", filled, what).out.startswith(begin)
    pages = run("export", "--collection", filled, "annotations").lines
    assert len(pages) == 4
    assert run("export", "--collection", filled, "tei").status == 2


def test_corrections_by_hand(run: Run, filled: Path) -> None:
    said = run("correct", "join", "--collection", filled, "n2", "n3", "--note", "One call.")
    assert said.status == 0, said.err
    assert "2 accounts: n2, n3" in said.err
    [kept] = run("correct", "list", "--collection", filled, "--json").lines
    assert run("rebuild", "--collection", filled).status == 0
    assert len(run("contacts", "--collection", filled, "--json").lines) == 2
    assert run("correct", "undo", "--collection", filled, str(kept["number"])).status == 0
    assert len(run("contacts", "--collection", filled, "--json").lines) == 3


def test_what_a_person_marked_is_left_out_wherever_the_text_is_used(run: Run, filled: Path) -> None:
    compare = ("compare", "--collection", filled, "--contact", "n1", "--json")
    changes = ("changes", "--collection", filled, "--json", "n3")
    before = run(*compare).lines[0]["rows"]
    assert run(*changes).lines[0]["formulas"]
    with open_collection(str(filled)) as opened:
        marked = [mark(opened, "n1", f"She underscored {FORMULA}."), mark(opened, "n2", f"She reaffirmed {FORMULA}.")]
        assert len(run(*compare).lines[0]["rows"]) < len(before)
        assert run(*changes).lines[0]["formulas"] == []
        for one in marked:
            undo(opened, one.number)
    assert run(*compare).lines[0]["rows"] == before


def mark(opened: Collection, name: str, words: str) -> Correction:
    """Mark words of a document as not the account."""
    found = document_of(opened, find_entry(opened, name))
    begin = found.text.index(words)
    value = {"start": begin, "end": begin + len(words), "exact": words, "document": name}
    return correct(opened, "residue", "mark", f"sha256:{found.content_hash}", value)


def test_a_collection_that_is_not_there_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    for command in (["list"], ["search", "x"], ["show", "x"], ["contacts"], ["rebuild"], ["votes", "A", "B"]):
        ran = run(*command, "--collection", tmp_path / "none.db")
        assert ran.status == 2
        assert "readouts add" in ran.err


def test_what_a_government_edited_afterwards_is_shown(run: Run, tmp_path: Path) -> None:
    database, url = tmp_path / "c.db", "https://norvia.example/1"
    for text in (f"{OPENING} They spoke of ferries.", f"{OPENING} They spoke of fish."):
        lines = tmp_path / "releases.jsonl"
        lines.write_text(release("n1", "Norvia", "2031-05-06", text, url=url), encoding="utf-8")
        assert run("add", "--collection", database, "--later", lines).status == 0
    shown = run("show", "--collection", database, "n1").out
    assert "Version 2 of 2" in shown
    assert "- They spoke of ferries." in shown
    assert "+ They spoke of fish." in shown
    assert "- They" not in run("show", "--collection", database, "n1@1").out
    assert run("show", "--collection", database, "n1@1", "--received").out == f"{OPENING} They spoke of ferries."
    assert len(run("list", "--collection", database, "--versions", "--json").lines) == 2
