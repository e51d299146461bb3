"""A test's docstring is its text. What has evidence is restored; what has none stays as it is."""

from __future__ import annotations

from datetime import date

import pytest

from readouts.actors import find_mentions
from readouts.actors.spelling import match
from readouts.model import Mention
from readouts.text import Models
from tests.actors.invented_actors import TABLE

_DAY = date(2031, 5, 6)


def _read(models: Models, text: str, day: date | None = _DAY) -> dict[str, Mention]:
    found = find_mentions(models.parse(text, "en"), day, TABLE)
    return {mention.span.of(text): mention for mention in found}


@pytest.mark.parametrize(
    ("form", "person", "day"),
    [
        ("Schurenko", "Pavel Zhurenko", date(2024, 1, 1)),
        ("Jourenko", "Pavel Zhurenko", date(2024, 1, 1)),
        ("Żurenko", "Pavel Zhurenko", date(2024, 1, 1)),
        ("Журенко", "Pavel Zhurenko", date(2024, 1, 1)),
        ("Vahro", "Ilsa Varo", _DAY),
        ("Ilsa", "Ilsa Varo", _DAY),
        ("वारो", "Ilsa Varo", _DAY),
    ],
)
def test_an_office_beside_it_restores_a_name(models: Models, form: str, person: str, day: date) -> None:
    mention = _read(models, f"The talks with President {form} of Norvia lasted an hour.", day)[form]
    assert mention.person == person
    assert mention.repair is not None
    assert form in mention.repair.rule
    assert 0 < mention.repair.confidence < 1


def test_a_letter_is_read_aloud(models: Models) -> None:
    found = _read(models, "Xe Lianping met Ilsa Varo in Halden. Later S and Varo drank tea.")
    assert "S" not in found
    table_like = _read(models, "President Varo met Joren Lind. Later V presented a cake to Lind.")
    assert "V" not in table_like


def test_a_name_run_together_with_another_partys(models: Models) -> None:
    found = _read(models, "In a call to Sha Varo, Costa Brisa offered help. Xe Lianping spoke for an hour.")
    assert (found["Sha"].person, found["Varo"].person) == ("Xe Lianping", "Ilsa Varo")
    assert found["Sha"].repair is not None
    assert found["Varo"].repair is None


def test_a_name_that_sounds_like_one_named_elsewhere(models: Models) -> None:
    found = _read(models, "Ilsa Varo came to Tarn with her staff. Vara met Joren Lind at noon.")
    assert found["Vara"].person == "Ilsa Varo"
    assert found["Ilsa Varo"].repair is None


@pytest.mark.parametrize(
    "text",
    [
        "The V7 and the V20 met; Ilsa Varo was absent.",
        "Anna Lind, a baker from Halden, sells rolls.",
        "A plumber called Ilsa mended a pipe in Norvia.",
        "Group V and annex S were signed by Ilsa Varo.",
        "The Varos sounded when President Varo of Norvia came.",
        "Varo Ltd opened a factory.",
        "A linden tree grows in Estmark.",
    ],
)
def test_without_evidence_nothing_is_restored(models: Models, text: str) -> None:
    assert not any(mention.repair for mention in _read(models, text).values())


def test_another_persons_name_is_not_taken(models: Models) -> None:
    found = _read(models, "Anna Lind, a baker, sold rolls to Ilsa Varo in Halden.")
    assert {mention.person for mention in found.values() if mention.person} == {"Ilsa Varo"}


@pytest.mark.parametrize(
    ("written", "other"), [("Kroch", "Joren Lind"), ("Lindqvist", "Anders Krog"), ("V", "Anders Krog")]
)
def test_unlike_names_do_not_match(written: str, other: str) -> None:
    assert match(TABLE, [written], other).score < 0.7


@pytest.mark.parametrize("form", ["Ilsa Verreton", "Ilsa Marta Solano", "Dunja bin Varo"])
def test_a_whole_name_of_somebody_else_is_left_alone(models: Models, form: str) -> None:
    found = _read(models, f"{form} thanked Ilsa Varo in Halden, and Marta Solano left for Costa Brisa.")
    assert not any(mention.repair for mention in found.values())


@pytest.mark.parametrize("form", ["Joren K. Lind", "Joren “Jo” Lind"])
def test_an_initial_or_a_nickname_within_a_name_is_passed_over(models: Models, form: str) -> None:
    mention = _read(models, f"The Prime Minister, {form}, left for Costa Brisa at noon.")[form]
    assert (mention.person, mention.repair) == ("Joren Lind", None)


def test_a_parted_chinese_name_beside_an_office_is_taken_as_written(models: Models) -> None:
    text = "诺维亚总统瓦罗在塔恩同埃斯特马克外长安德·施托姆举行会谈。"
    found = {m.span.of(text): m for m in find_mentions(models.parse(text, "zh"), _DAY, TABLE)}
    assert (found["安德·施托姆"].person, found["安德·施托姆"].state) == ("安德·施托姆", "ESM")
