"""The table of speech acts, and what a user adds to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from readouts.attribution import find_statements, load_acts
from readouts.attribution.genre import is_release
from readouts.errors import BrokenTable
from readouts.model import Analysis, Document, Publisher
from readouts.resources import read_text
from readouts.text import Models
from readouts.workflows import analyse_all
from readouts.workflows.batch import Depth

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh", "ru"])
def test_directives_grow_in_force(language: str) -> None:
    word = {
        "en": ("propose", "encourage", "call on", "urge", "demand"),
        "zh": ("建议", "鼓励", "呼吁", "敦促", "要求"),
        "ru": ("предложить", "приветствовать", "призвать", "настаивать", "требовать"),
    }[language]
    acts = [load_acts().of(lemma, language) for lemma in word]
    steps = [act.force for act in acts if act is not None and act.ladder == "directive"]
    assert steps == sorted(set(steps))
    assert len(steps) >= 3


def test_each_step_names_its_source_and_codes_are_plovers() -> None:
    sources = set()
    for line in read_text("attribution/acts.tsv").splitlines():
        if not line.startswith("#") and line.strip():
            cells = line.split("\t")
            sources.add(cells[6])
            assert cells[5] == "-" or cells[5] in PLOVER
            assert (cells[3] == "-") <= (cells[4] == "0")
    assert sources <= {"SV85", "G09", "UNEM", "UNRP", "PLOVER"}


def test_a_user_adds_and_overrides(models: Models) -> None:
    acts = load_acts("moot\ten\tpropose\tdirective\t1\tREQUEST\tours\ncall on\ten\tdemand\tdirective\t5\t-\tours\n")
    assert acts.of("moot", "en") is not None
    parse = models.parse("President Varo called on Estmark to reopen the strait.", "en")
    [called] = find_statements(parse, (), Publisher("Norvian Presidency", "NRV"), acts=acts)
    assert (called.act, called.force) == ("demand", 5)


@pytest.mark.parametrize(
    "row", ["moot\ten\tpropose", "moot\ten\tpropose\tdirective\tstrong\t-\tours", "\ten\ta\tb\t1\t-\tc"]
)
def test_a_broken_row_is_named(row: str) -> None:
    with pytest.raises(BrokenTable, match=r"mine\.tsv, line 1"):
        load_acts(row, "mine.tsv")


def test_a_release_is_told_from_news() -> None:
    release = "The parties discussed fisheries and reaffirmed the treaty. She thanked him."
    news = "“No,” she told reporters. He said she said it. The parties agreed, he said."
    assert is_release(release, None, cites=False)
    assert not is_release(news, None, cites=False)
    assert not is_release(release, None, cites=True)
    assert is_release(news, Publisher("Norvian Presidency", "NRV"), cites=False)


def test_a_users_file_reaches_the_statements(tmp_path: Path) -> None:
    file = tmp_path / "acts.tsv"
    file.write_text("call on\ten\tdemand\tdirective\t5\t-\tours\n", encoding="utf-8")
    document = Document("a", "President Varo called on Estmark to reopen the strait.", language="en")
    [found] = analyse_all([document], None, Depth.STATEMENTS, str(file))
    assert isinstance(found, Analysis)
    assert [(s.act, s.force) for s in found.statements] == [("demand", 5)]


def test_what_a_language_lacks_is_a_warning_where_statements_are_wanted() -> None:
    document = Document("a", "Präsidentin Varo sagte: „Wir werden im Mai wieder fahren können.“", language="de")
    by_depth = {
        depth: [problem.code for item in analyse_all([document], None, depth) for problem in item.problems]
        for depth in (Depth.RESIDUE, Depth.STATEMENTS)
    }
    assert "statements-in-part" in by_depth[Depth.STATEMENTS]
    assert "statements-in-part" not in by_depth[Depth.RESIDUE]
