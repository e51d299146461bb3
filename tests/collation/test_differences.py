"""In what two readings differ, a kind at a time; and what is no difference."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readouts.collation import collate, load_wording
from readouts.collation.differences import find_differences
from readouts.model import DifferenceKind as Kind
from readouts.model import Publisher, Relation, Span, Statement

T, F, N, D, A, P, X = Kind.TERM, Kind.FORCE, Kind.NUMBER, Kind.DATE, Kind.ACTOR, Kind.POLARITY, Kind.DETAIL


@pytest.mark.parametrize(
    ("first", "second", "kind", "values"),
    [
        (
            "President Varo spoke of the invasion of Velmara.",
            "President Varo spoke of the special military operation in Velmara.",
            T,
            ("invasion", "special military operation"),
        ),
        ("Lind urged Norvia to pay.", "Lind demanded that Norvia pay.", F, ("urged", "demanded")),
        (
            "Varo expressed concern about the dam.",
            "Varo expressed deep concern about the dam.",
            F,
            ("concern", "deep concern"),
        ),
        (
            "Norvia will send 300 observers.",
            "Norvia will send 450 observers.",
            N,
            ("300", "450"),
        ),
        (
            "The talks between the ministers lasted an hour and a half.",
            "The talks between the ministers lasted 45 minutes.",
            N,
            ("an hour and a half", "45 minutes"),
        ),
        ("The talks resume on 3 June.", "The talks resume on June 5.", D, ("3 June", "June 5")),
        (
            "The two leaders agreed that the ferry line must reopen.",
            "President Varo said that the ferry line must reopen.",
            A,
            ("The two leaders", "President Varo"),
        ),
        ("Lind accepted the plan for the dam.", "Lind rejected the plan for the dam.", P, ("accepted", "rejected")),
        (
            "They discussed energy, trade and tourism.",
            "They discussed energy and trade.",
            X,
            ("tourism", None),
        ),
        (
            "Estmark will lift the closure of the strait.",
            "Estmark will lift the closure of the strait once the survey is complete.",
            X,
            (None, "once the survey is complete"),
        ),
        (
            "Estmark offered a loan.",
            "Estmark offered a loan on condition that the mine stays open.",
            X,
            (None, "on condition that the mine stays open"),
        ),
        (
            "Lind confirmed the commitment to the integrity of Velmara.",
            "Lind confirmed the commitment to the integrity of Velmara and its European integration aspirations.",
            X,
            (None, "its European integration aspirations"),
        ),
    ],
)
def test_a_difference_is_found_with_its_words(beside, first: str, second: str, kind: Kind, values: tuple) -> None:
    [row] = beside(first, second).rows
    assert row.relation is Relation.DIFFERS
    [found] = [difference for difference in row.differences if difference.kind is kind]
    assert found.values == values
    for text, spans, value in zip((first, second), found.spans, found.values, strict=True):
        assert " … ".join(span.of(text) for span in spans) == (value or "")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Varo stressed the importance of the ferry line.", "Varo emphasised the importance of the ferry line."),
        ("The talks last two weeks.", "The talks last 14 days."),
        ("The ministers will meet on 20 May.", "The ministers will meet on May 20."),
        ("They agreed to expand trade.", "It was agreed to expand trade."),
        ("Varo spoke by telephone with Lind today.", "Prime Minister Lind spoke by telephone with President Varo."),
        ("Norvia supports peace talks.", "Norvia supports the peace talks."),
    ],
)
def test_wording_that_merely_varies_is_the_same(beside, first: str, second: str) -> None:
    [row] = beside(first, second).rows
    assert row.relation is Relation.SAME, row.differences


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Varo thanked the rescue crews.", "Estmark will raise its tariffs on steel."),
        ("The leaders talked about fisheries.", "The leaders talked about artificial intelligence."),
        ("Lind welcomed the ceasefire in Velmara.", "Lind congratulated Varo on her birthday."),
    ],
)
def test_unrelated_sentences_are_never_joined(beside, first: str, second: str) -> None:
    assert [row.relation for row in beside(first, second).rows] == [Relation.ONLY] * 2


@pytest.mark.parametrize(
    ("english", "chinese", "kind"),
    [
        ("Norvia will send 300 observers to Velmara.", "诺维亚将向韦尔马拉派遣500名观察员。", N),
        ("The foreign ministers will meet in Halden on May 20.", "两国外长将于5月21日在哈尔登会晤。", D),
        ("Varo condemned the invasion of Velmara.", "瓦罗谴责韦尔马拉的特别军事行动。", T),
    ],
)
def test_differences_across_languages(beside, english: str, chinese: str, kind: Kind) -> None:
    [row] = beside(english, chinese, languages=("en", "zh")).rows
    assert kind in {difference.kind for difference in row.differences}


def test_chinese_fragments_are_no_details(beside) -> None:
    english = "The two sides discussed trade."
    chinese = "双方就两国贸易中的战略性问题以及重大全球和地区问题坦诚深入交换了看法。"
    rows = beside(english, chinese, languages=("en", "zh")).rows
    assert not any(difference.kind is X and difference.spans[1] for row in rows for difference in row.differences)


def test_a_quotation_beside_its_original_shows_how_it_drifted(beside) -> None:
    report = "Lind spoke of “the grave harm done to the fishing fleet by the unlawful closure of the strait”."
    original = "Lind regretted the grave harm done to the fishing fleet by the illegitimate blocking of the strait."
    [row] = beside(report, original).rows
    assert row.quotation == ((0, 1),)
    found = [d.values for d in row.differences if d.kind is T]
    assert ("unlawful closure", "illegitimate blocking") in found


def test_a_short_quotation_stands_beside_the_phrase_it_was_made_from(beside) -> None:
    report = "Lind said relations were “superior at all times”."
    original = "Lind said relations were at an all-time high and getting better."
    [row] = beside(report, original).rows
    assert row.quotation == ((0, 1),)
    assert ("superior at all times", "all-time high") in [d.values for d in row.differences if d.kind is T]


def test_what_is_quoted_from_one_state_is_no_quotation_of_another(models, witness) -> None:
    text = "The Estmarker government said it “judged the situation in the strait independently”."
    report, other = witness(text, "CBR"), witness("Varo judged the situation in the strait with care.", "NRV")
    span = Span(text.index("it"), len(text) - 1)
    cited = Statement((), (), (span,), (), Publisher("Government of Estmark", "ESM"))
    assert any(row.quotation for row in collate([replace(report, statements=()), other], models).rows)
    assert not any(row.quotation for row in collate([replace(report, statements=(cited,)), other], models).rows)


def test_the_day_of_the_call_is_no_detail(beside) -> None:
    [row] = beside("In Wednesday's call Varo condemned the attack.", "Varo condemned the attack.").rows
    assert row.differences == ()


def test_two_accounts_in_their_own_words_quote_nobody(beside) -> None:
    [row] = beside("Lind regretted the harm done to the fleet.", "Lind regretted the damage done to the fleet.").rows
    assert not row.quotation


def differences_of(witness, texts: tuple[str, str], cut: int = 0):
    """What differs between an English text and another, the latter one passage or cut in two."""
    second = "en" if texts[1].isascii() else "zh"
    witnesses = [witness(texts[0]), witness(texts[1], "ESM", second)]
    pieces = [Span(0, cut), Span(cut, len(texts[1]))] if cut else [Span(0, len(texts[1]))]
    return find_differences(witnesses, [[Span(0, len(texts[0]))], pieces], load_wording())


@pytest.mark.parametrize(("tells", "found"), [("Lind spoke by telephone with Varo", 0), ("Lind signed a treaty", 1)])
def test_the_day_of_an_opening_is_no_detail(witness, tells: str, found: int) -> None:
    texts = ("In a birthday call with Varo, Lind promised to support Norvia.", f"{tells} on May 6.")
    details = [d for d in differences_of(witness, texts) if d.kind is X and "May 6" in str(d.values)]
    assert len(details) == found


@pytest.mark.parametrize(("cut", "actors"), [(13, 0), (0, 1)])
def test_who_speaks_in_one_of_two_chinese_passages_is_no_other_actor(witness, cut: int, actors: int) -> None:
    chinese = "埃斯特马克祝贺哈尔登运动会。诺维亚就运动会成功表示祝贺。"
    texts = ("Norvia congratulated Estmark on the games in Halden.", chinese if cut else chinese[:14])
    assert len([d for d in differences_of(witness, texts, cut) if d.kind is A]) == actors
