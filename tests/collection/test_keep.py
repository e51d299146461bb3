"""Analysis is derived: made by something, out of date with it, made again only as far as needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from readouts.collection import (
    Collection,
    Filter,
    MadeBy,
    Outcome,
    Stage,
    analysis_of,
    call_outdated,
    find_entry,
    list_entries,
    stale_documents,
    told_contacts,
)
from readouts.ingest import Unread
from readouts.model import Analysis, Document, Received
from readouts.workflows import made_by as marks
from readouts.workflows.batch import Depth
from readouts.workflows.keep import Progress, add, rebuild
from tests.collection.world import ESTMARK, MARKS, analyse, analysed, document, put

CALL = "call 2031-05-06 Ilsa Varo/NVA Joren Lind/EST."


def changed(stage: Stage) -> dict[Stage, str]:
    return {**MARKS, stage: "2"}


def test_only_what_is_missing_or_out_of_date_is_analysed(collection: Collection) -> None:
    put(collection, document("a", CALL), document("b", "Nothing."))
    assert analysed(collection) == 2
    assert analysed(collection) == 0
    put(collection, document("c", CALL, ESTMARK))
    assert [one.entry.id for one in stale_documents(collection, MARKS)] == ["c"]
    assert analysed(collection) == 1
    assert [contact.date for _, contact in told_contacts(collection)] == ["2031-05-06", "2031-05-06"]


@pytest.mark.parametrize(
    ("stage", "depth"),
    [
        (Stage.RESIDUE, Depth.RESIDUE),
        (Stage.MENTIONS, Depth.MENTIONS),
        (Stage.STATEMENTS, Depth.STATEMENTS),
        (Stage.CONTACTS, Depth.CONTACTS),
    ],
)
def test_a_changed_stage_is_run_again_and_later_ones_are_not(
    collection: Collection, stage: Stage, depth: Depth
) -> None:
    put(collection, document("a", CALL))
    analysed(collection)
    depths: list[Depth] = []

    def watched(documents: Iterable[Document], how_far: Depth) -> Iterator[Analysis | Unread]:
        depths.append(how_far)
        return analyse(documents, how_far)

    list(rebuild(collection, analyse=watched, marks=changed(stage)))
    assert depths == [depth]
    assert stale_documents(collection, changed(stage)) == []
    found = analysis_of(collection, find_entry(collection, "a"))
    assert found is not None
    assert [contact.date for contact in found.contacts] == ["2031-05-06"]


def test_a_language_nobody_said_is_filled_in_and_one_that_is_said_later_holds(collection: Collection) -> None:
    bare = replace(document("a", "Nothing."), language=None)

    def detecting(documents: Iterable[Document], depth: Depth) -> Iterator[Analysis | Unread]:
        return (Analysis(replace(one, language=one.language or "fr")) for one in documents)

    put(collection, bare)
    list(rebuild(collection, analyse=detecting, marks=MARKS))
    assert [one.id for one in list_entries(collection, Filter(language="fr"))] == ["a"]
    [taken] = put(collection, bare)
    assert taken.outcome is Outcome.KNOWN
    [taken] = put(collection, replace(bare, language="de"))
    assert taken.outcome is Outcome.COMPLETED
    list(rebuild(collection, analyse=detecting, marks=MARKS))
    assert find_entry(collection, "a").language == "de"


def test_missing_only_leaves_what_is_merely_old(collection: Collection) -> None:
    put(collection, document("a", CALL))
    analysed(collection)
    put(collection, document("b", CALL, ESTMARK))
    assert analysed(collection, changed(Stage.CONTACTS), missing_only=True) == 1
    assert [one.entry.id for one in stale_documents(collection, changed(Stage.CONTACTS))] == ["a"]
    call_outdated(collection)
    assert len(stale_documents(collection, MARKS)) == 2


def test_what_cannot_be_analysed_is_said_and_tried_again(collection: Collection) -> None:
    put(collection, document("a", CALL), document("b", "Nothing."))

    def failing(documents: Iterable[Document], depth: Depth) -> Iterator[Analysis | Unread]:
        for one in documents:
            yield Unread(one.id, "It broke.") if one.id == "a" else Analysis(one)

    steps = list(rebuild(collection, analyse=failing, marks=MARKS))
    assert [step.message for step in steps if isinstance(step, Unread)] == ["It broke."]
    assert [step.documents for step in steps if isinstance(step, Progress)] == [0, 2]
    assert [one.entry.id for one in stale_documents(collection, MARKS)] == ["a"]


def test_progress_is_measured_in_text(collection: Collection) -> None:
    put(collection, *(document(str(n), f"{n} " + "word " * 100 * n) for n in range(40)))
    steps = [step for step in rebuild(collection, analyse=analyse, marks=MARKS) if isinstance(step, Progress)]
    assert steps[0].done == 0
    assert steps[-1].done == steps[-1].total
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert {step.of_documents for step in steps} == {40}


def test_what_could_not_be_read_keeps_its_place(collection: Collection) -> None:
    unread = Unread("x", "x does not exist.")
    items = [Received(document("a", "One.")), unread, Received(document("b", "Two."))]
    found = list(add(collection, items))
    assert found[1] is unread
    assert [one.entry.id for one in found if not isinstance(one, Unread)] == ["a", "b"]


def test_an_older_version_keeps_its_findings_and_tells_of_nothing(collection: Collection) -> None:
    first = document("a", CALL, url="https://norvia.example/1")
    put(collection, first)
    analysed(collection)
    put(collection, replace(first, text=CALL.replace("05-06", "05-07")))
    analysed(collection)
    assert [contact.date for _, contact in told_contacts(collection)] == ["2031-05-07"]
    old = analysis_of(collection, find_entry(collection, "a@1"))
    assert old is not None
    assert old.contacts[0].date == "2031-05-06"


def test_a_mark_changes_with_the_code_and_tables_it_stands_for(tmp_path: Path) -> None:
    own = tmp_path / "actors.toml"
    own.write_text("# one")
    before: MadeBy = marks.made_by(str(own))
    marks.made_by.cache_clear()
    own.write_text("# two")
    after = marks.made_by(str(own))
    assert before[Stage.RESIDUE] == after[Stage.RESIDUE]
    assert all(before[stage] != after[stage] for stage in (Stage.MENTIONS, Stage.STATEMENTS, Stage.CONTACTS))
    assert len(set(after.values())) == len(Stage)
    assert marks.made_by(None) != after
