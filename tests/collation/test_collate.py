"""Rows between whole accounts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import permutations

import pytest

from readouts.attribution import find_asides
from readouts.collation import collate
from readouts.collation.points import find_points
from readouts.collation.topics import pervading
from readouts.model import Collation, DifferenceKind, Heading, Reading, Relation, Residue, Silence, Span
from tests.collation.conftest import row_with, words

CALL = "President Varo spoke by telephone with Prime Minister Lind. "
FERRIES = "They agreed to open a ferry line between Halden and Tarn."


@pytest.fixture(scope="module")
def texts(example) -> tuple[str, str]:
    return example("norvia.txt"), example("estmark.txt")


@pytest.fixture(scope="module")
def collation(beside, texts) -> Collation:
    return beside(*texts)


def kinds(row) -> set[DifferenceKind]:
    return {difference.kind for difference in row.differences}


def test_the_same_point_stands_in_one_row_whatever_its_place(collation, texts) -> None:
    row = row_with(collation, texts, "birthday", "birthday")
    assert row.confidence > 0.5
    assert row.topic == "congratulations"


def test_two_points_of_one_sentence_meet_two_sentences(collation, texts) -> None:
    [number] = row_with(collation, texts, "12 percent", "9 percent").differences
    assert (number.kind, number.values) == (DifferenceKind.NUMBER, ("12 percent", "9 percent"))
    fisheries = row_with(collation, texts, "Fisheries", "autumn")
    assert "percent" not in " ".join(words(fisheries, texts))
    assert DifferenceKind.DATE in kinds(fisheries)


def test_items_only_one_list_has_are_details_and_no_rows(collation, texts) -> None:
    row = row_with(collation, texts, "rail transport", "rail transport")
    [detail] = row.differences
    assert (detail.kind, detail.values) == (DifferenceKind.DETAIL, ("cyber security", "tourism"))


def test_a_month_is_no_modal_verb(collation, texts) -> None:
    row = row_with(collation, texts, "May 20", "May 21")
    assert kinds(row) == {DifferenceKind.DATE}


def test_what_only_one_says_is_a_silence_of_the_other(collation, texts) -> None:
    row = row_with(collation, texts, "", "invited Ilsa Varo")
    assert row.relation is Relation.ONLY
    assert isinstance(row.cells[0], Silence)


def test_rows_say_in_words_what_joined_them(collation, texts) -> None:
    assert row_with(collation, texts, "rail transport", "rail transport").why.startswith("both: ")


def test_chinese_meets_english(beside, example) -> None:
    texts = example("norvia.txt"), example("estmark.zh.txt")
    collation = beside(*texts, languages=("en", "zh"))
    row = row_with(collation, texts, "12 percent", "9%")
    assert DifferenceKind.NUMBER in kinds(row)
    assert (
        row_with(collation, texts, "rail transport", "铁路").topic
        == row_with(
            beside(example("norvia.txt"), example("estmark.txt")),
            (example("norvia.txt"), example("estmark.txt")),
            "rail transport",
            "rail transport",
        ).topic
    )
    assert kinds(row_with(collation, texts, "May 20", "5月21日")) == {DifferenceKind.DATE}


def test_russian_meets_english(beside, example) -> None:
    russian = (
        "Президент Норвии Ильса Варо провела телефонный разговор с премьер-министром Эстмарка Йореном Линдом.\n\n"
        "Лидеры договорились расширить сотрудничество в энергетике и на железнодорожном транспорте.\n\n"
        "Министры иностранных дел встретятся в Хальдене 21 мая.\n"
    )
    texts = example("norvia.txt"), russian
    collation = beside(*texts, languages=("en", "ru"))
    row_with(collation, texts, "rail transport", "железнодорожном")
    assert DifferenceKind.DATE in kinds(row_with(collation, texts, "May 20", "21 мая"))


def test_what_is_found_does_not_depend_on_the_order_of_the_accounts(models, witness, example) -> None:
    witnesses = [
        witness(example("norvia.txt"), "NRV"),
        witness(example("estmark.txt"), "ESM"),
        witness(example("costa-brisa.txt"), "CBR"),
    ]
    found = set()
    for order in permutations(range(3)):
        collation = collate([witnesses[at] for at in order], models)
        assert [account.siglum for account in collation.accounts] == [witnesses[at].account.siglum for at in order]
        found.add(
            frozenset(
                (frozenset(zip(order, row.cells, strict=True)), row.relation, round(row.confidence, 3), row.topic)
                for row in collation.rows
            )
        )
    assert len(found) == 1


def test_three_accounts_have_three_cells(beside, example) -> None:
    texts = tuple(map(example, ("norvia.txt", "estmark.txt", "costa-brisa.txt")))
    row = row_with(beside(*texts), texts, "May 20", "May 21", "20 May")
    [date] = [d for d in row.differences if d.kind is DifferenceKind.DATE]
    assert date.values == ("May 20", "May 21", "20 May")


def test_two_that_meet_a_third_on_one_point_stand_in_one_row(beside) -> None:
    kept, agreed, contact = (
        "Both sides will keep channels of communication open.",
        "They agreed to stay in touch through open lines of communication at all levels.",
        "The ministers will stay in regular contact.",
    )
    rest = "They also took up fisheries in the northern bay. Varo invited Lind to Halden."
    texts = tuple(f"{CALL}{one} {rest}" for one in (kept, agreed, contact))
    cells = [words(row, texts[::2]) for row in beside(*texts[::2]).rows]
    assert not any(kept in one and contact in other for one, other in cells)
    row = row_with(beside(*texts), texts, kept, agreed, contact)
    assert row.relation is not Relation.ONLY


def test_an_empty_account_is_silent_throughout(beside) -> None:
    collation = beside(CALL + FERRIES, "")
    assert collation.rows
    assert all(isinstance(row.cells[1], Silence) and row.relation is Relation.ONLY for row in collation.rows)


def test_empty_accounts_have_no_rows(beside) -> None:
    assert beside("", " \n").rows == ()


def test_a_language_without_a_model_is_still_aligned_by_names_and_numbers(beside) -> None:
    texts = (
        "Norvia will send 4,500 tonnes of grain to Velmara. The museum in Halden was praised.",
        "Norvia toimittaa Velmaraan 4,500 tonnia viljaa. Sää oli kaunis.",
    )
    collation = beside(*texts, languages=("en", "fi"))
    assert row_with(collation, texts, "4,500", "4,500").relation is not Relation.ONLY
    assert row_with(collation, texts, "", "kaunis").relation is Relation.ONLY
    assert not any(row.differences for row in collation.rows)
    [problem] = collation.problems
    assert "no model of the language 'fi'" in problem.message


def test_russian_meets_english_clause_by_clause(beside, example) -> None:
    texts = (
        example("norvia.txt"),
        "Президент Норвии Илса Варо провела телефонный разговор с премьер-министром Эстмарка Йореном Линдом. "
        "Стороны отметили, что торговля выросла на 9 процентов, и договорились возобновить работу комиссии по "
        "рыболовству осенью.",
    )
    collation = beside(*texts, languages=("en", "ru"))
    trade = row_with(collation, texts, "12 percent", "9 процентов")
    assert "договорились" not in words(trade, texts)[1]
    assert {d.values for d in trade.differences} == {("12 percent", "9 процентов")}
    fisheries = row_with(collation, texts, "Fisheries", "рыболовству")
    assert fisheries.topic == trade.topic == "trade and economy"


def test_residue_is_not_collated(models, witness) -> None:
    text = CALL + "Share this page. " + FERRIES
    start = text.index("Share")
    marked = replace(witness(text), residue=(Residue(Span(start, start + 16), "navigation"),))
    collation = collate([marked, witness(FERRIES, "ESM")], models)
    assert not any("Share" in said for row in collation.rows for said in words(row, (text, FERRIES)))


def test_a_heading_makes_a_point_only_where_it_says_something(models, witness) -> None:
    named, said = "Transport and trade\n", "Lind opens the strait\n"
    text = named + CALL + "\n" + said + FERRIES
    spans = [Span(0, len(named) - 1), Span(text.index(said), text.index(said) + len(said) - 1)]
    headed = replace(witness(text), headings=tuple(Heading(span) for span in spans))
    collation = collate([headed, witness(FERRIES, "ESM")], models)
    cells = [said for row in collation.rows for said in words(row, (text, FERRIES))]
    assert not any("Transport" in cell for cell in cells)
    assert any("opens the strait" in cell for cell in cells)


def test_what_is_asked_in_a_transcript_is_no_point_of_the_account(models, witness) -> None:
    text = "Q Will the ferries sail in May?\n\nOFFICIAL: The ferries will sail in May."
    transcript = replace(witness(text), asides=find_asides(text, "en"))
    [row] = collate([transcript, witness("The ferries will sail in May.", "ESM")], models).rows
    assert row.relation is Relation.SAME
    assert next(cell.spans[0].of(text) for cell in row.cells if isinstance(cell, Reading)) == text.split(": ")[1]


def test_a_short_answer_is_kept_beside_its_label(models, witness) -> None:
    text = "Q Will the ferries sail in May?\n\nOFFICIAL: Yes."
    [point] = find_points(replace(witness(text), asides=find_asides(text, "en")))
    assert (point.text, point.span.of(text)) == ("Yes.", "Yes.")


def test_accounts_cited_in_one_text_keep_to_their_passages(models, witness) -> None:
    text = "Norvia says the strait stays open to all ships. Estmark says the strait is closed to all ships."
    whole = witness(text)
    spans = [sentence.span for sentence in whole.parse.sentences]
    cited = [replace(whole, passages=(span,)) for span in spans]
    [row] = collate(cited, models).rows
    assert [cell.spans for cell in row.cells if isinstance(cell, Reading)] == [(span,) for span in spans]
    assert DifferenceKind.POLARITY in kinds(row)


def test_what_a_report_sets_beside_each_other_is_one_row(models, witness) -> None:
    text = (
        "Lind said the survey was “a purely technical matter”. "
        "The Norvian summary took this position one step further: “The Prime Minister regretted the harm done.”"
    )
    whole = witness(text)
    cited = [
        replace(whole, passages=(Span(text.index(quote), text.index(quote) + len(quote)),))
        for quote in ("the survey was “a purely technical matter”", "“The Prime Minister regretted the harm done.”")
    ]
    [row] = collate(cited, models).rows
    assert row.relation is Relation.DIFFERS
    assert DifferenceKind.FORCE in kinds(row)
    assert "one step further" in row.why
    [further] = [one for one in row.differences if one.kind is DifferenceKind.FORCE]
    assert further.values == ("does not go so far, says the report", "goes further, says the report")
    assert further.spans == tuple(cell.spans for cell in row.cells if isinstance(cell, Reading))
    apart = text.replace("took this position one step further", "went on with another matter")
    moved = [replace(w, parse=witness(apart).parse, passages=None) for w in cited[:1]]
    assert not any("step" in row.why for row in collate([*moved, cited[1]], models).rows)


def test_how_the_talks_went_is_one_point_however_far_apart_the_words(beside) -> None:
    texts = (CALL + "The talks were frank. " + FERRIES, CALL + "The conversation was businesslike. Lind raised quotas.")
    row = row_with(beside(*texts), texts, "frank", "businesslike")
    assert [(d.kind, d.values) for d in row.differences] == [(DifferenceKind.TERM, ("frank", "businesslike"))]


def test_a_quoted_phrase_joins_two_sentences(beside) -> None:
    texts = (
        CALL + "Varo recalled the commitment to “no fish without the fishers.” They discussed the weather.",
        CALL + "Lind was grateful for support of the principle “no fish without the fishers” in hard times.",
    )
    assert row_with(beside(*texts), texts, "no fish", "no fish").confidence > 0.5


def test_each_sentence_is_encoded_once(models, witness) -> None:
    seen: list[str] = []

    class Counting:
        def encode(self, sentences):
            seen.extend(sentences)
            return models.encode(sentences)

        def read(self, text, language, passages):
            return models.read(text, language, passages)

    collate([witness(CALL + FERRIES), witness(FERRIES + " " + CALL, "ESM")], Counting())
    assert len(seen) == len(set(seen))


def test_what_all_of_a_contact_is_about_does_not_name_its_rows(beside) -> None:
    collation = beside(
        "The evacuation of Halden began. Electricity for the evacuation is short. They thanked the evacuation teams. "
        "Grain for the evacuation was promised."
    )
    named = ["humanitarian aid", "energy", "humanitarian aid", "food security"]
    assert [row.topic for row in collation.rows] == named


def test_a_topic_of_half_of_the_passages_pervades_nothing() -> None:
    energy, food = Counter(["energy"]), Counter(["food security"])
    assert pervading([[energy, energy], [food]]) == {"energy"}
    assert pervading([[energy, food]]) == pervading([[], []]) == frozenset()
