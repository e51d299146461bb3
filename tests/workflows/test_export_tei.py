"""A contact's accounts as TEI P5: valid against the schema of the TEI Consortium, nothing of a reading lost."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from readouts.model import (
    Account,
    Analysis,
    Collation,
    Comparison,
    Difference,
    DifferenceKind,
    Document,
    Mode,
    Publisher,
    Reading,
    Relation,
    Row,
    Silence,
    Span,
    Speaker,
    Statement,
)
from readouts.workflows.export_tei import tei
from tests.report.world import ESTMARK_TEXT, NORVIAN_TEXT, comparison

# tei_all of TEI P5 4.3.0 (BSD-2-Clause), see docs/licences.md.
SCHEMA = Path(__file__).with_name("schemas") / "tei_all-4.3.0.rng.gz"
RELAXNG = {"r": "http://relaxng.org/ns/structure/1.0"}
WRITTEN = frozenset(
    "TEI teiHeader fileDesc titleStmt title publicationStmt p sourceDesc listWit witness bibl publisher date ref "
    "encodingDesc variantEncoding profileDesc particDesc listPerson person persName text body div head app rdg said "
    "note".split()
)
TEI = {"t": "http://www.tei-c.org/ns/1.0"}


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    """The schema without the elements we do not write: what is left accepts nothing that the whole does not."""
    with gzip.open(SCHEMA) as file:
        grammar = etree.parse(file)
    for define in grammar.iterfind("r:define", RELAXNG):
        elements = define.findall("r:element", RELAXNG)
        if elements and not {one.get("name") for one in elements} & WRITTEN:
            for child in list(define):
                define.remove(child)
            etree.SubElement(define, f"{{{RELAXNG['r']}}}notAllowed")
    return etree.RelaxNG(grammar)


def valid(schema: etree.RelaxNG, written: str) -> etree._Element:
    root = etree.fromstring(written.encode("utf-8"))
    assert schema.validate(root), schema.error_log
    return root


def texts(root: etree._Element, path: str) -> list[str]:
    return ["".join(found.itertext()) for found in root.iterfind(path, TEI)]


def test_a_comparison_is_a_valid_apparatus(schema: etree.RelaxNG) -> None:
    root = valid(schema, tei(comparison(), "2031-05-06 call"))
    assert [one.get("{http://www.w3.org/XML/1998/namespace}id") for one in root.iterfind(".//t:witness", TEI)] == [
        "NO",
        "ES",
    ]
    apps = root.findall(".//t:app", TEI)
    assert [app.get("type") for app in apps] == [str(row.relation) for row in comparison().collation.rows]
    for app, row in zip(apps, comparison().collation.rows, strict=True):
        readings = app.findall("t:rdg", TEI)
        assert [one.get("wit") for one in readings] == ["#NO", "#ES"]
        for reading, cell, text in zip(readings, row.cells, (NORVIAN_TEXT, ESTMARK_TEXT), strict=True):
            words = "".join(reading.itertext())
            if isinstance(cell, Reading):
                assert words == " … ".join(span.of(text) for span in cell.spans)
            else:
                assert (words, reading.get("type")) == ("", "silence")
    assert "NO: 30 days; ES: 60 days" in texts(root, ".//t:note")


def test_who_says_what_is_said(schema: etree.RelaxNG) -> None:
    root = valid(schema, tei(comparison(), "call"))
    persons = {
        one.get("{http://www.w3.org/XML/1998/namespace}id"): texts(one, "t:persName")[0]
        for one in root.iterfind(".//t:person", TEI)
    }
    said = [(persons[one.get("who")[1:]], "".join(one.itertext())) for one in root.iterfind(".//t:said[@who]", TEI)]
    assert said
    for who, words in said:
        assert who
        assert words in NORVIAN_TEXT or words in ESTMARK_TEXT


any_text = st.text(st.characters(codec=None, categories=None), min_size=1, max_size=30)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(any_text, min_size=2, max_size=3),
    st.lists(any_text, min_size=3, max_size=3),
    any_text,
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4),
    st.floats(0, 1),
)
def test_whatever_the_texts_hold_the_file_is_valid(
    schema: etree.RelaxNG,
    held: list[str],
    sigla: list[str],
    title: str,
    places: list[tuple[int, int]],
    sure: float,
) -> None:
    def spans(text: str) -> tuple[Span, ...]:
        return tuple(Span(min(a, b), max(a, b)) for a, b in places if max(a, b) <= len(text))

    analyses = tuple(
        Analysis(
            Document(siglum, text, title, None, f"https://norvia.example/{text}", Publisher(siglum, None, siglum)),
            statements=tuple(
                Statement((), (), (span,), (Speaker(title, None), Speaker(None, "NVA")), mode=Mode.DIRECT)
                for span in spans(text)
            ),
        )
        for text, siglum in zip(held, sigla, strict=False)
    )
    accounts = tuple(Account(one.document.id, one.document.publisher, one.document.id, "en") for one in analyses)
    cells = tuple(Reading(found) if (found := spans(text)) else Silence() for text in held)
    difference = Difference(DifferenceKind.TERM, tuple(sigla[: len(held)]), tuple(spans(text) for text in held))
    row = Row(Relation.DIFFERS, title, cells, (difference,), sure)
    valid(schema, tei(Comparison(analyses, Collation(accounts, (row,))), title))


def test_accounts_of_one_siglum_are_told_apart(schema: etree.RelaxNG) -> None:
    one = comparison()
    accounts = tuple(replace(account, siglum="2 NO") for account in one.collation.accounts)
    root = valid(schema, tei(replace(one, collation=replace(one.collation, accounts=accounts)), "call"))
    names = [found.get("{http://www.w3.org/XML/1998/namespace}id") for found in root.iterfind(".//t:witness", TEI)]
    assert len(set(names)) == 2
