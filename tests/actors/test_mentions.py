"""A test's docstring is its text. Norvia, Estmark, Costa Brisa and everybody in them are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from readouts.actors import find_mentions
from readouts.model import Mention, MentionKind, Residue, Span
from readouts.text import Models
from tests.actors.invented_actors import TABLE

Read = Callable[..., dict[str, Mention]]
_DAY = date(2031, 5, 6)


@pytest.fixture
def read(models: Models, request: pytest.FixtureRequest) -> Read:
    """Read the test's own docstring: its mentions by their words."""

    def reader(day: date | None = _DAY, language: str = "en") -> dict[str, Mention]:
        text = request.function.__doc__ or ""
        found = find_mentions(models.parse(text, language), day, TABLE)
        return {mention.span.of(text): mention for mention in found}

    return reader


def test_a_name_carries_state_and_office(read: Read) -> None:
    """President Ilsa Varo of Norvia spoke with Estmark's prime minister, Joren Lind."""
    found = read()
    assert (found["Ilsa Varo"].person, found["Ilsa Varo"].state) == ("Ilsa Varo", "NRV")
    assert (found["Joren Lind"].office, found["Joren Lind"].state) == ("prime minister", "ESM")
    assert found["Ilsa Varo"].actor is TABLE.persons["Ilsa Varo"]
    assert not any(mention.repair for mention in found.values())


def test_an_office_is_resolved_by_the_date(read: Read) -> None:
    """The Norvian president left the hall before the Prime Minister of Estmark came."""
    early, late = read(date(2026, 3, 1)), read(_DAY)
    assert early["Norvian president"].person == "Pavel Zhurenko"
    assert late["Norvian president"].person == "Ilsa Varo"
    assert early["Prime Minister of Estmark"].person == "Anders Krog"
    assert late["Prime Minister of Estmark"].person == "Joren Lind"


def test_nobody_is_guessed_without_a_date(read: Read) -> None:
    """The Norvian president left the hall."""
    mention = read(None)["Norvian president"]
    assert (mention.person, mention.state, mention.office) == (None, "NRV", "president")


def test_offices_given_to_names_date_a_text(read: Read) -> None:
    """Prime Minister Joren Lind of Estmark was in Halden. The Norvian president met him at noon."""
    found = read(None)
    assert found["Norvian president"].person == "Ilsa Varo"
    assert found["him"].person == "Joren Lind"


def test_a_former_holder_is_not_the_present_one(read: Read) -> None:
    """The former Norvian president watched from the gallery."""
    assert read()["Norvian president"].person is None


def test_somebody_outside_the_table_is_named_as_written(read: Read) -> None:
    """The talks with Foreign Minister Odd Brekke of Norvia lasted an hour."""
    mention = read()["Odd Brekke"]
    assert (mention.person, mention.state, mention.office) == ("Odd Brekke", "NRV", "foreign minister")
    assert mention.repair is None
    assert mention.actor is None


def test_states_sides_institutions_and_seats(read: Read) -> None:
    """Norvia thanked the Estmarkian side. The Norvian Foreign Ministry agreed with Mill Street. Tarn refused."""
    found = read()
    assert found["Norvia"].kind is MentionKind.STATE
    assert (found["Estmarkian side"].state, found["Norvian Foreign Ministry"].state) == ("ESM", "NRV")
    assert (found["Mill Street"].kind, found["Mill Street"].state) == (MentionKind.METONYM, "ESM")
    assert (found["Tarn"].kind, found["Tarn"].state) == (MentionKind.METONYM, "ESM")


def test_an_adjective_and_a_town_as_a_place_are_no_actors(read: Read) -> None:
    """Norvian timber was sold in Tarn."""
    assert read() == {}


def test_pronouns_follow_the_subject(read: Read) -> None:
    """President Varo called Prime Minister Lind. She noted that Norvia would wait."""
    assert read()["She"].person == "Ilsa Varo"


def test_who_speaks_for_a_state_is_its_person(read: Read) -> None:
    """In a call to Zhurenko and Krog, he said Estmark would help Norvia."""
    assert read(date(2026, 3, 1))["he"].person == "Anders Krog"


def test_groups_have_members(read: Read) -> None:
    """President Varo and Prime Minister Lind met. The two leaders signed; both sides agreed. They left."""
    found = read()
    for words in ("The two leaders", "They"):
        assert [member.person for member in found[words].members] == ["Ilsa Varo", "Joren Lind"]
        assert all(member.span == found[words].span for member in found[words].members)
    assert [member.state for member in found["both sides"].members] == ["NRV", "ESM"]


def test_a_number_before_a_noun_is_no_group(read: Read) -> None:
    """President Varo and Prime Minister Lind signed the two agreements."""
    assert "the two" not in read()


def test_the_president_is_the_first_one_named(read: Read) -> None:
    """President Varo met Costa Brisa's president Xe. Later the President flew home."""
    assert read()["President"].person == "Ilsa Varo"


def test_chinese(read: Read) -> None:
    """诺维亚总统瓦罗同埃斯特马克总理林德通电话。诺方表示，双方将加强合作。两国元首同意。"""
    found = read(language="zh")
    assert (found["瓦罗"].person, found["瓦罗"].office) == ("Ilsa Varo", "president")
    assert found["林德"].person == "Joren Lind"
    assert found["诺方"].state == "NRV"
    assert [member.state for member in found["双方"].members] == ["NRV", "ESM"]
    assert [member.person for member in found["两国元首"].members] == ["Ilsa Varo", "Joren Lind"]


def test_russian_with_case_endings(read: Read) -> None:
    """Президент Норвии встретился с Йореном Линдом. Норвийского лидера ждали."""
    found = read(language="ru")
    assert found["Президент Норвии"].person == "Ilsa Varo"
    assert found["Йореном Линдом"].person == "Joren Lind"
    assert found["Норвийского лидера"].person == "Ilsa Varo"


def test_residue_is_passed_over(models: Models) -> None:
    text = "President Varo spoke.\nSee also: Prime Minister Lind on ferries"
    residue = (Residue(Span(22, len(text)), "related item"),)
    found = find_mentions(models.parse(text, "en"), _DAY, TABLE, residue)
    assert [mention.person for mention in found] == ["Ilsa Varo"]


def test_a_foreign_name_in_chinese_is_known_by_its_signs(read: Read) -> None:
    """总统瓦罗会见布里萨外长德沃和埃斯特马克外长阿德利。"""
    found = read(language="zh")
    assert (found["德沃"].person, found["德沃"].state, found["德沃"].office) == ("德沃", "CBR", "foreign minister")
    assert (found["阿德利"].person, found["阿德利"].state) == ("阿德利", "ESM")
