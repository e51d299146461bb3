from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from readouts.model import (
    Analysis,
    Document,
    Mention,
    MentionKind,
    Mode,
    Person,
    Publisher,
    Repair,
    Span,
    Speaker,
    Statement,
)
from readouts.workflows import contract


def test_every_key_is_there_where_nothing_is_known() -> None:
    nothing = Analysis(Document("a", ""))
    assert contract.clean(nothing) == {"id": "a", "text": "", "residue": [], "headings": []}
    assert contract.actors(nothing) == {"id": "a", "mentions": []}
    assert contract.statements(nothing) == {"id": "a", "statements": []}
    assert contract.contacts(nothing) == {"id": "a", "contacts": []}


def test_a_group_is_told_as_its_members() -> None:
    span = Span(0, 15)
    members = (
        Mention(span, MentionKind.GROUP, "Ilsa Varo", "NRV"),
        Mention(span, MentionKind.GROUP, "Joren Lind", "ESM"),
    )
    group = Mention(span, MentionKind.GROUP, members=members)
    found = contract.actors(Analysis(Document("a", "The two leaders"), mentions=(group,)))
    assert [mention["person"] for mention in found["mentions"]] == ["Ilsa Varo", "Joren Lind"]


def test_a_repair_says_why() -> None:
    mention = Mention(
        Span(0, 4),
        MentionKind.NAME,
        "Ilsa Varo",
        "NRV",
        "president",
        Repair("a letter changed", 0.9),
        Person("Ilsa Varo"),
    )
    [told] = contract.actors(Analysis(Document("a", "Waro"), mentions=(mention,)))["mentions"]
    assert (told["repaired"], told["why"], told["office"]) == (True, "a letter changed", "president")


def test_a_statement_of_two_speakers_has_no_single_speaker() -> None:
    statement = Statement(
        source=(Span(0, 4),),
        cue=(),
        content=(Span(5, 9),),
        speakers=(Speaker("Ilsa Varo", "NRV"), Speaker("Joren Lind", "ESM")),
        account=Publisher("Norvia", "NRV"),
        mode=Mode.DIRECT,
    )
    [told] = contract.statements(Analysis(Document("a", "They said"), statements=(statement,)))["statements"]
    assert told["speaker"] is None
    assert told["account"] == {"publisher": "Norvia", "state": "NRV"}
    assert (told["source"], told["content"], told["mode"]) == ([[0, 4]], [[5, 9]], "direct")


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_becomes_one_line_of_json_and_comes_back(text: str) -> None:
    line = contract.line({"text": text})
    assert "\n" not in line
    line.encode("utf-8")
    assert json.loads(line) == {"text": text}
