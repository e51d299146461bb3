"""echoes, formulas, trace, and what read makes of a claim that wording returns."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from readouts.collection import correct, open_collection
from readouts.model import Document
from readouts.workflows.amend import MARK, RESIDUE, target_of
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
STRAIT = "both sides agreed to open the Skarne Strait to ferries again before the end of the summer"
LATE = {"id": "late", "date": "2031-06-02", "publisher": "Norvia", "text": f"Once more {STRAIT}, in Tarn."}
EARLY = {"id": "early", "date": "2031-05-06", "publisher": "Estmark", "text": f"They spoke; {STRAIT}."}
UNDATED = {"id": "undated", "text": "It was said that " + STRAIT.replace("again ", "").replace("summer", "year")}


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in (LATE, EARLY, UNDATED)), encoding="utf-8")
    return path


def test_the_earlier_document_is_named_first(run: Run, lines: Path) -> None:
    ran = run("echoes", "--json", lines)
    texts = {one["id"]: one["text"] for one in (LATE, EARLY, UNDATED)}
    assert ran.status == 0
    assert [[passage["id"] for passage in echo["passages"]] for echo in ran.lines] == [
        ["early", "late"],
        ["early", "undated"],
        ["late", "undated"],
    ]
    assert ran.lines[0]["words"] == 17
    assert ran.lines[0]["similarity"] == 1.0
    first = ran.lines[0]["passages"]
    assert [texts[one["id"]][one["start"] : one["end"]] for one in first] == [STRAIT, STRAIT]


def test_echoes_are_shown(run: Run, lines: Path) -> None:
    ran = run("echoes", lines, "--limit", 2)
    assert "2 of 3 echoes" in ran.out
    assert "2031-05-06  early" in ran.out


def test_documents_of_one_name_stay_apart(run: Run, lines: Path) -> None:
    ran = run("echoes", "--json", lines, lines)
    assert "two documents are called early" in ran.err
    assert {passage["id"] for echo in ran.lines for passage in echo["passages"]} >= {"early", "early (2)"}


def test_what_cannot_be_read_is_said_and_the_rest_is_done(run: Run, lines: Path, tmp_path: Path) -> None:
    for command in (["echoes"], ["formulas"], ["trace", "Skarne Strait"]):
        ran = run(*command, "--json", lines, tmp_path / "absent.txt")
        assert ran.status == 1
        assert "absent.txt" in ran.err
        assert ran.lines


def test_formulas(run: Run, lines: Path) -> None:
    ran = run("formulas", "--json", lines)
    [formula] = ran.lines
    assert formula["wording"] == "both sides agreed to open the Skarne Strait to ferries"
    assert formula["documents"] == 3
    assert formula["first"] == "2031-05-06"
    assert formula["last"] == "2031-06-02"
    assert formula["months"] == [{"month": "2031-05", "documents": 1}, {"month": "2031-06", "documents": 1}]
    assert {one["publisher"] for one in formula["publishers"]} == {"Norvia", "Estmark", None}
    assert "both sides" in run("formulas", lines).out


def test_trace(run: Run, lines: Path) -> None:
    [found] = run("trace", "--json", "ferries before the end of the summer", lines).lines
    assert [(use["id"], use["similarity"] == 1.0) for use in found["uses"]] == [
        ("early", False),
        ("late", False),
        ("undated", False),
    ]
    assert found["uses"][0]["text"] == "ferries again before the end of the summer"
    assert found["uses"][0]["sentence"]["text"] == EARLY["text"]
    assert "3 uses in 3 documents, first 2031-05-06, last 2031-06-02" in run("trace", "Skarne Strait", lines).out


def test_a_phrase_needs_a_word(run: Run, lines: Path) -> None:
    assert run("trace", "…", lines).status == 2


def test_plots(run: Run, lines: Path, tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    for command in (["formulas"], ["trace", "Skarne Strait"]):
        plot = tmp_path / f"{command[0]}.svg"
        assert run(*command, lines, "--svg", plot).status == 0
        assert "Skarne Strait" in plot.read_text(encoding="utf-8")


def test_a_wording_in_another_language(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "zh.jsonl"
    path.write_text(
        json.dumps({"id": "zh", "text": "双方同意推动问题得到妥善解决。天气很好。", "lang": "zh"}), encoding="utf-8"
    )
    assert run("trace", "--json", "proper solution", path).lines[0]["uses"] == []
    [use] = run("trace", "--json", "--across-languages", "proper solution", path).lines[0]["uses"]
    assert "妥善解决" in use["text"]
    assert 0.75 <= use["similarity"] < 1


BANNER = "Subscribe to the letter of the harbour office and never miss a ferry again this summer or next"


def test_what_a_person_marked_as_residue_returns_nowhere(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "kept.db"
    documents = [Document(f"page {n}", f"Visitor {n} came on day {n}. {BANNER} {'abc'[n] * 9}") for n in range(3)]
    lines = "\n".join(json.dumps({"id": one.id, "text": one.text, "publisher": "Norvia"}) for one in documents)
    (tmp_path / "pages.jsonl").write_text(lines, encoding="utf-8")
    assert run("add", "--collection", place, tmp_path / "pages.jsonl").status == 0
    assert run("echoes", "--json", "--collection", place).lines
    assert run("formulas", "--json", "--collection", place).lines
    with open_collection(str(place)) as held:
        for document in documents:
            start = document.text.index(BANNER)
            correct(held, RESIDUE, MARK, target_of(document), {"start": start, "end": start + len(BANNER)})
    assert run("echoes", "--json", "--collection", place).lines == []
    assert run("formulas", "--json", "--collection", place).lines == []
    [traced] = run("trace", "--json", "never miss a ferry", "--collection", place).lines
    assert traced["uses"] == []


REPORT = (
    "Norvia and Estmark talk again\n\n"
    "President Ilsa Varo of Norvia spoke by telephone with Prime Minister Joren Lind of Estmark on Tuesday. "
    "Norvia said that Varo called for a “lasting solution to the ferry question”, echoing the language she used in her "
    "call with Lind in March."
)
MARCH = "President Ilsa Varo spoke by telephone today with Prime Minister Joren Lind. She urged {} without delay."


def test_the_language_of_a_phrase_is_that_of_the_texts_that_use_it(run: Run, tmp_path: Path) -> None:
    # By its letters alone the phrase might be Latin or Romanian.
    english = (
        "Norvia asked for respect of its territorial integrity, and the ministers talked of the integrity of maps."
    )
    rows = [{"id": "en", "text": english}, {"id": "zh", "text": "诺维亚的领土完整应得到尊重。天气很好。"}]
    (tmp_path / "both.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    [found] = run("trace", "--json", "--across-languages", "territorial integrity", tmp_path / "both.jsonl").lines
    assert [(use["id"], use["text"]) for use in found["uses"]] == [("en", "territorial integrity"), ("zh", "领土完整")]


def _kept(run: Run, examples: Path, folder: Path, wanted: str) -> list[str | Path]:
    account = {"id": "march", "date": "2031-03-11", "publisher": "Norvia", "lang": "en", "text": MARCH.format(wanted)}
    (folder / "march.jsonl").write_text(json.dumps(account), encoding="utf-8")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    options: list[str | Path] = ["--actors", examples / "actors.toml", "--collection", folder / "kept.db"]
    assert run("add", *options, folder / "march.jsonl").status == 0
    return [*options, "--date", "2031-05-07", folder / "report.txt"]


def test_read_shows_the_wording_said_to_return(run: Run, examples: Path, tmp_path: Path) -> None:
    arguments = _kept(run, examples, tmp_path, "a lasting solution of the ferry question")
    [read] = run("read", "--json", *arguments).lines
    [echo] = read["echoes"]
    earlier, here = echo["passages"]
    assert earlier["id"] == "march"
    assert MARCH.format("a lasting solution of the ferry question")[earlier["start"] : earlier["end"]] == (
        "lasting solution of the ferry question"
    )
    assert REPORT[here["start"] : here["end"]] == "lasting solution to the ferry question"
    assert "It seems to return" in run("read", *arguments).out


def test_read_says_when_no_wording_returns(run: Run, examples: Path, tmp_path: Path) -> None:
    ran = run("read", "--json", *_kept(run, examples, tmp_path, "him to visit Tarn"))
    assert ran.lines[0]["echoes"] == []
    assert "none of its wording was found in the accounts held of the call of 2031-03" in ran.err


def test_read_says_when_there_is_no_collection_to_look_in(run: Run, examples: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    ran = run("read", "--json", "--collection", tmp_path / "none.db", tmp_path / "report.txt")
    assert ran.status == 0
    assert ran.lines[0]["echoes"] == []
    assert "it was not looked for: there is no collection" in ran.err
