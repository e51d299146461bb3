from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.errors import UnreadableInput
from readouts.ingest import Source, read_documents
from readouts.ingest.decode import decode
from readouts.ingest.page import read_page
from readouts.model import Document


@pytest.mark.parametrize(
    ("argument", "source"),
    [
        ("-", Source("-")),
        ("a.txt", Source("a.txt")),
        ("Norvia=a.txt", Source("a.txt", "Norvia")),
        ("Norvia=-", Source("-", "Norvia")),
        ("all.jsonl#7", Source("all.jsonl", None, "7")),
        ("The Harbour Post=all.jsonl#x=y", Source("all.jsonl", "The Harbour Post", "x=y")),
    ],
)
def test_what_an_argument_names(argument: str, source: Source) -> None:
    assert Source.named(argument) == source


def test_a_file_of_just_that_name_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a=b#c.txt").write_text("text")
    assert Source.named("a=b#c.txt") == Source("a=b#c.txt")


@given(st.text(st.characters(codec="utf-8")))
def test_utf8_is_read_to_the_character(text: str) -> None:
    if text.startswith("\ufeff") or text.count("\x00") > len(text) / 100 or text.encode()[:2] in (b"PK", b"MZ"):
        return
    assert decode(text.encode("utf-8"), "x") == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert decode("瓦罗 met Линд\r\n".encode(encoding), "x") == "瓦罗 met Линд\r\n"


def test_older_encodings_are_guessed() -> None:
    text = "Президент Варо провела телефонный разговор с премьер-министром Линдом о проливе. " * 5
    assert decode(text.encode("cp1251"), "x") == text


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"report\.bin"):
        decode(bytes(300), "report.bin")


def test_a_page_tells_its_day_language_and_title() -> None:
    html = Path(__file__).resolve().parents[2].joinpath("examples/norvia.html").read_text(encoding="utf-8")
    page = read_page(html)
    assert (str(page.published), page.language) == ("2031-05-06", "en")
    assert "urged Estmark to lift the closure" in page.text
    assert "regatta" not in page.text


@pytest.mark.parametrize("html", ["<html></html>", "<html>" + "<div>" * 20_000, "<html><body>&#0;&lt;"])
def test_odd_pages_are_read(html: str) -> None:
    assert isinstance(read_page(html).text, str)


def test_null_means_absent(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 5, "text": "x", "date": null, "publisher": null, "lang": null, "title": 7}')
    [document] = read_documents(Source(str(path)))
    assert isinstance(document, Document)
    assert document == Document(id="5", text="x")
