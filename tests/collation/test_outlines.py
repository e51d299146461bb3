"""What stands beside the rows, and how heavy silences are."""

from __future__ import annotations

import pytest

from readouts.collation import weigh
from readouts.model import Gap, Outline, Reading, Relation, Row, Silence, Span
from tests.collation.conftest import row_with

CALL = "President Varo spoke by telephone with Prime Minister Lind. "


def gap_of(collation, texts, *needles: str) -> Silence:
    [silence] = [cell for cell in row_with(collation, texts, *needles).cells if isinstance(cell, Silence)]
    return silence


def test_a_whole_topic_weighs_more_than_a_point(beside) -> None:
    tariff = "Varo asked Lind to abolish the tariff on timber that exporters in the north complain of."
    trade = "They agreed to expand trade between the two countries."
    texts = (f"{CALL}Varo raised the price of gas and oil. {trade} {tariff}", f"{CALL}{trade}")
    collation = beside(*texts)
    assert gap_of(collation, texts, "price of gas", "").gap is Gap.TOPIC
    assert gap_of(collation, texts, "tariff", "").gap is Gap.POINT
    assert gap_of(collation, texts, "tariff", "").share == pytest.approx(len(tariff) / len(texts[0]), abs=0.01)


def test_an_opening_is_a_formality(beside) -> None:
    texts = (CALL + "They agreed to expand trade.", "They agreed to expand trade.")
    assert gap_of(beside(*texts), texts, "spoke", "").gap is Gap.FORMALITY


@pytest.mark.parametrize(("touched", "gap"), [({"sanctions"}, Gap.POINT), ({"energy"}, Gap.TOPIC)])
def test_an_account_that_touches_on_a_topic_in_passing_does_not_lack_it(touched: set[str], gap: Gap) -> None:
    row = Row(Relation.ONLY, "sanctions", (Reading((Span(0, 50),)), Silence()))
    [weighed] = weigh([row], [Outline(200, 4), Outline(100, 2, touched=frozenset(touched))])
    assert weighed.cells[1] == Silence(gap, 0.25)


def test_shares_of_topics_are_of_the_whole_account_in_its_order(beside, example) -> None:
    norvian, estmark = beside(example("norvia.txt"), example("estmark.txt")).outlines
    for told in (norvian, estmark):
        assert sum(share.share for share in told.topics) == pytest.approx(1.0)
        assert sum(share.points for share in told.topics) == told.points
    order = [share.topic for share in estmark.topics]
    assert order.index("congratulations") < order.index("trade and economy") < order.index("energy")
    assert norvian.topics[-1].topic == "congratulations"


def test_who_is_given_how_many_statements(beside) -> None:
    text = (
        CALL + "Varo urged Lind to reopen the strait. Lind said that the survey goes on. Varo stressed the harm done."
    )
    [told, _] = beside(text, "").outlines
    turns = {tuple(speaker.person for speaker in turn.speakers): turn.statements for turn in told.turns}
    assert turns[("Ilsa Varo",)] == 2
    assert turns[("Joren Lind",)] == 1


def test_an_empty_account_lacks_every_topic(beside) -> None:
    text = CALL + "Varo raised the price of gas and oil."
    collation = beside(text, "")
    assert (collation.outlines[1].characters, collation.outlines[1].topics) == (0, ())
    assert gap_of(collation, (text, ""), "price", "").gap is Gap.TOPIC
