"""Out as JSON Lines and back in: nothing lost, on either database, from either to the other."""

from __future__ import annotations

import csv
import gzip
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readouts.collection import (
    Collection,
    ContactFilter,
    Filter,
    RollCall,
    Stage,
    correct,
    keep_findings,
    keep_votes,
    list_entries,
    open_collection,
    pack_findings,
    search,
    stale_documents,
    take_in,
    undo,
)
from readouts.errors import WrongCall
from readouts.ingest import Unread
from readouts.model import (
    Analysis,
    Contact,
    ContactKind,
    Document,
    Evidence,
    Heading,
    Mention,
    MentionKind,
    Party,
    Problem,
    Publisher,
    Received,
    Residue,
    Span,
    Statement,
)
from readouts.workflows.contract import line
from readouts.workflows.correct import join
from readouts.workflows.export_annotations import annotation_page, export_annotations
from readouts.workflows.export_lines import export_lines
from readouts.workflows.export_tables import contacts_csv, documents_csv, plover_csv
from readouts.workflows.import_lines import Imported, import_lines
from tests.collection.world import ESTMARK, MARKS, NORVIA, analysed, document, put

VARO_LIND = "Ilsa Varo/NVA Joren Lind/EST"


def exported(collection: Collection) -> list[dict[str, Any]]:
    return [json.loads(line(record)) for record in export_lines(collection)]


def written(collection: Collection, path: Path) -> Path:
    path.write_text("".join(line(record) + "\n" for record in export_lines(collection)), encoding="utf-8")
    return path


def brought_back(path: Path, into: Collection) -> tuple[list[str], Imported]:
    *unread, done = import_lines(into, str(path))
    assert isinstance(done, Imported)
    return [one.message for one in unread if isinstance(one, Unread)], done


@pytest.fixture
def filled(collection: Collection) -> Collection:
    url = "https://norvia.example/1"
    put(
        collection,
        document("n1", f"call 2031-05-06 {VARO_LIND}. One.", published="2031-05-06", url=url, title="=Call"),
        document("n1", f"call 2031-05-06 {VARO_LIND}. One, revised.", published="2031-05-06", url=url, title="=Call"),
        document("e1", f"call 2031-05-06 {VARO_LIND}. Two.", ESTMARK, published="2031-05-07"),
        document("n2", "meeting 2031-06-01 Ilsa Varo/NVA Joren Lind/EST Ana Sol/CBR.", published="2031-06-01"),
        document("odd", "\x00 lone \ud800 surrogate \U0010ffff", None),
    )
    raw = Document("page", "Read.", None, None, None, NORVIA, "en", headings=(Heading(Span(0, 4)),))
    take_in(collection, [Received(raw, b"<h1>Read.</h1>\xff", "text/html")])
    analysed(collection)
    undone = correct(collection, "row", "dismiss", "odd", {"a": [1, None, "\ud800"]}, "No.")
    undo(collection, undone.number)
    join(collection, "n2", "page")
    calls = [
        RollCall(1, date(2030, 1, 2), 5, True, "R/1", "Of fish"),
        RollCall(2, date(2031, 1, 2), None, False, None, None),
    ]
    keep_votes(
        collection, calls, {"NV": "Norvia", "ES": "Estmark"}, [("NV", 1, "yes"), ("ES", 1, "abstain"), ("NV", 2, "no")]
    )
    return collection


def test_everything_comes_back(filled: Collection, tmp_path: Path) -> None:
    before = exported(filled)
    path = written(filled, tmp_path / "out.jsonl")
    with open_collection(str(tmp_path / "again.db"), create=True) as again:
        unread, done = brought_back(path, again)
        assert unread == []
        assert str(done) == "6 documents brought back, 2 corrections, 2 roll calls"
        assert exported(again) == before
        assert stale_documents(again, MARKS) == []
        assert search(again, "revised").total == search(filled, "revised").total == 1
        # A second time changes nothing.
        unread, done = brought_back(path, again)
        assert unread == []
        assert exported(again) == before


def test_an_export_is_a_file_of_documents_too(filled: Collection, tmp_path: Path) -> None:
    lines = [one for one in exported(filled) if one["record"] == "document"]
    assert {"id", "text", "title", "date", "url", "publisher", "lang"} <= set(lines[0])


def test_from_a_file_into_postgresql_and_packed(tmp_path: Path, collection: Collection) -> None:
    with open_collection(str(tmp_path / "one.db"), create=True) as one:
        put(one, document("a", "One \x00 \udfff.", url="https://norvia.example/a"))
        analysed(one)
        before = exported(one)
        plain = written(one, tmp_path / "out.jsonl")
    packed = tmp_path / "out.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    unread, _ = brought_back(packed, collection)
    assert unread == []
    assert exported(collection) == before


def test_broken_lines_are_told_by_their_number_and_the_rest_comes_back(filled: Collection, tmp_path: Path) -> None:
    path = written(filled, tmp_path / "out.jsonl")
    lines = path.read_text(encoding="utf-8").splitlines()
    broken = [lines[0], "{", *lines[1:], "[1]", '{"record": "document"}', '{"text": "no export"}', ""]
    path.write_text("\n".join(broken), encoding="utf-8")
    with open_collection(str(tmp_path / "again.db"), create=True) as again:
        unread, _ = brought_back(path, again)
        assert [message.partition(" cannot")[0].rpartition(" ")[2] for message in unread] == [
            str(number) for number in (2, len(lines) + 2, len(lines) + 3, len(lines) + 4)
        ]
        assert exported(again) == exported(filled)


def test_another_text_keeps_its_place(filled: Collection, tmp_path: Path) -> None:
    path = written(filled, tmp_path / "out.jsonl")
    with open_collection(str(tmp_path / "again.db"), create=True) as again:
        put(again, document("e1", "Something else.", ESTMARK))
        unread, done = brought_back(path, again)
        assert len(unread) == 1
        assert "e1, version 1" in unread[0]
        assert "5 documents brought back" in str(done)


def test_an_export_of_a_later_release_is_refused(collection: Collection, tmp_path: Path) -> None:
    path = tmp_path / "later.jsonl"
    path.write_text('{"record": "collection", "format": 99}\n')
    with pytest.raises(WrongCall, match="later release"):
        list(import_lines(collection, str(path)))


any_text = st.text(st.characters(codec=None, categories=None), max_size=20)
some_text = st.none() | any_text
parties = st.builds(Party, some_text, some_text, some_text)
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda two: Span(min(two), max(two)))
analyses = st.builds(
    lambda document, residue, mentions, statements, contacts: Analysis(
        document, residue, (), mentions, statements, contacts
    ),
    st.builds(
        Document,
        any_text,
        any_text,
        some_text,
        st.none() | st.dates(),
        some_text,
        st.none() | st.builds(Publisher, any_text, some_text, some_text),
        some_text,
        problems=st.lists(
            st.builds(Problem, any_text, any_text, st.lists(spans, max_size=2).map(tuple)), max_size=1
        ).map(tuple),
    ),
    st.lists(st.builds(Residue, spans, any_text, st.floats(0, 1)), max_size=2).map(tuple),
    st.lists(st.builds(Mention, spans, st.sampled_from(MentionKind), some_text, some_text), max_size=2).map(tuple),
    st.lists(
        st.builds(
            Statement, st.just(()), st.lists(spans, max_size=2).map(tuple), st.lists(spans, max_size=2).map(tuple)
        ),
        max_size=2,
    ).map(tuple),
    st.lists(
        st.builds(
            Contact,
            st.sampled_from(ContactKind),
            some_text,
            st.lists(parties, max_size=2).map(tuple),
            some_text,
            st.none() | parties,
            st.booleans(),
            st.lists(st.builds(Evidence, spans, any_text), max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(analyses, st.none() | st.binary(max_size=20)), min_size=1, max_size=3))
def test_nothing_is_lost_whatever_was_found(
    tmp_path: Path, made_file: Path, held: list[tuple[Analysis, bytes | None]]
) -> None:
    for name in ("one.db", "two.db"):
        (tmp_path / name).write_bytes(made_file.read_bytes())
    with open_collection(str(tmp_path / "one.db")) as one, open_collection(str(tmp_path / "two.db")) as two:
        taken = take_in(one, [Received(found.document, raw, "text/html") for found, raw in held])
        packed = {
            of.entry.number: pack_findings(of.entry.number, found, tuple(Stage))
            for of, (found, _) in zip(taken, held, strict=True)
        }
        keep_findings(one, list(packed.values()), MARKS)
        before = exported(one)
        unread, _ = brought_back(written(one, tmp_path / "out.jsonl"), two)
        assert unread == []
        assert exported(two) == before
        assert list_entries(two, Filter(versions=True)) == list_entries(one, Filter(versions=True))


def rows(parts: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(parts))))


def test_tables_of_documents_and_contacts(filled: Collection) -> None:
    documents = rows(documents_csv(filled, Filter()))
    assert [one["id"] for one in documents] == ["n2", "e1", "n1", "odd", "page"]
    # A spreadsheet would take it for a formula.
    assert documents[2]["title"] == "'=Call"
    first, second = rows(contacts_csv(filled, ContactFilter()))
    assert first["parties"] == "Ilsa Varo; Joren Lind"
    assert (first["accounts"], first["publishers"]) == ("n1; e1", f"{NORVIA.name}; {ESTMARK.name}")
    assert (second["corrected"], second["states"]) == ("yes", "NVA; EST; CBR")


def test_contacts_as_events(filled: Collection) -> None:
    found = rows(plover_csv(filled, ContactFilter()))
    call, *meeting = found
    assert (call["event_type"], call["event_mode"], call["cameo_code"]) == ("CONSULT", "phone", "041")
    assert (call["actor_country"], call["recipient_country"], call["event_date"]) == ("NVA", "EST", "2031-05-06")
    assert [(one["actor_country"], one["recipient_country"]) for one in meeting] == [
        ("NVA", "EST"),
        ("NVA", "CBR"),
        ("EST", "CBR"),
    ]
    assert {one["event_mode"] for one in meeting} == {"multilateral"}
    assert len({one["event_id"] for one in found}) == len(found)


def test_annotations_quote_what_they_stand_on(filled: Collection) -> None:
    pages = list(export_annotations(filled, Filter(publisher="NV")))
    items = [item for page in pages for item in page["items"]]
    assert items
    texts = [f"call 2031-05-06 {VARO_LIND}.", "meeting 2031-06-01 Ilsa Varo/NVA Joren Lind/EST Ana Sol/CBR."]
    for item in items:
        assert item["type"] == "Annotation"
        position, quote = item["target"]["selector"]
        assert position["end"] - position["start"] == len(quote["exact"])
        assert quote["exact"] in texts


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=51, max_size=80), analyses)
def test_every_annotation_selects_its_own_words(text: str, found: Analysis) -> None:
    from dataclasses import replace

    whole = replace(found, document=replace(found.document, text=text))
    page = annotation_page(whole, "urn:sha256:0")
    assert json.loads(line(page)) == page
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])
