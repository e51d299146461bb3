"""The command as a person and as a script call it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

STAGES = {
    "clean": {"id", "text", "residue", "headings"},
    "actors": {"id", "mentions"},
    "statements": {"id", "statements"},
    "contacts": {"id", "contacts"},
}
READ_KEYS = {
    "id",
    "text",
    "residue",
    "headings",
    "mentions",
    "statements",
    "contacts",
    "accounts",
    "rows",
    "echoes",
    "terms",
}


@pytest.mark.parametrize("command", STAGES)
def test_a_stage_prints_an_object_a_document_in_order(run, examples, command: str) -> None:
    ran = run(command, examples / "norvia.txt", examples / "estmark.zh.txt", "--json")
    assert ran.status == 0
    assert [set(line) for line in ran.lines] == [STAGES[command]] * 2
    assert [line["id"] for line in ran.lines] == [str(examples / name) for name in ("norvia.txt", "estmark.zh.txt")]


@pytest.mark.parametrize("command", STAGES)
def test_a_stage_prints_a_table_for_a_person(run, examples, command: str) -> None:
    ran = run(command, examples / "norvia.txt")
    assert ran.status == 0
    assert "norvia.txt" in ran.out


def test_compare_prints_accounts_and_cells_in_the_order_given(run, examples) -> None:
    files = [f"Estmark={examples / 'estmark.txt'}", f"Norvia={examples / 'norvia.txt'}"]
    ran = run("compare", *files, "--actors", examples / "actors.toml", "--json")
    [found] = ran.lines
    assert [account["siglum"] for account in found["accounts"]] == ["ESM", "NRV"]
    texts = [(examples / name).read_text(encoding="utf-8") for name in ("estmark.txt", "norvia.txt")]
    for row in found["rows"]:
        assert len(row["cells"]) == 2
        assert (row["relation"] == "differs") == bool(row["differences"])
        for cell, text in zip(row["cells"], texts, strict=True):
            assert all(text[span["start"] : span["end"]].strip() for span in cell)
    assert {row["relation"] for row in found["rows"]} == {"same", "differs", "only"}


def test_read_prints_every_key(run, examples) -> None:
    ran = run("read", examples / "report-damaged.txt", "--actors", examples / "actors.toml", "--json")
    [found] = ran.lines
    assert set(found) == READ_KEYS
    assert [account["publisher"] for account in found["accounts"]]
    assert found["residue"]


def test_the_pages_are_written(run, examples, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    ran = run("compare", examples / "norvia.txt", examples / "estmark.txt", "--html", page)
    assert ran.status == 0
    assert "<script src" not in page.read_text(encoding="utf-8")
    assert run("read", examples / "report.txt", "--html", page).status == 0


def test_the_table_of_actors(run, examples) -> None:
    ran = run("actors", "--actors", examples / "actors.toml", "--json")
    names = {line["person"] for line in ran.lines}
    assert {"Ilsa Varo", "Joren Lind"} <= names


def test_one_document_of_many(run, tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl.gz"
    entries = [{"id": "a", "text": "One.", "date": None}, {"id": "b", "text": "Two.", "lang": "en"}]
    lines.write_bytes(gzip.compress("\n".join(map(json.dumps, entries)).encode()))
    assert [line["id"] for line in run("clean", lines, "--json").lines] == ["a", "b"]
    assert [line["text"] for line in run("clean", f"{lines}#b", "--json").lines] == ["Two."]


def test_standard_input_and_line_ends_untouched(run) -> None:
    text = "Lind called Varo.\r\nThey spoke.\r"
    [found] = run("clean", "-", "--json", stdin=text.encode()).lines
    assert (found["id"], found["text"]) == ("-", text)


def test_offsets_are_of_the_text_as_given(run) -> None:
    text = "President Ilsa Varo said: â€œthe ferry stays openâ€\x9d, and left."
    [found] = run("statements", "-", "--json", "--lang", "en", stdin=text.encode()).lines
    for statement in found["statements"]:
        for start, end in statement["content"]:
            assert 0 <= start < end <= len(text)


def test_a_page_is_read_as_its_article(run, examples) -> None:
    [found] = run("clean", examples / "norvia.html", "--json").lines
    assert "Skarne Strait" in found["text"]
    assert "cookies" not in found["text"]
