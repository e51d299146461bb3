"""Statements of English news, by the models and by whose account."""

from __future__ import annotations

from readouts.model import Mode, Statement
from tests.attribution.conftest import Attribute, Tell, words


def by_cue(text: str, statements: tuple[Statement, ...]) -> dict[str, Statement]:
    return {words(text, statement.cue): statement for statement in statements}


def test_direct_indirect_and_mixed_speech(attribute: Attribute) -> None:
    """“We will sail in May,” Varo said on Tuesday. Lind told us the survey was “not over”. He said it takes time."""
    first, second, third = attribute()
    assert [s.mode for s in (first, second, third)] == [Mode.DIRECT, Mode.MIXED, Mode.INDIRECT]
    assert [s.speakers[0].person for s in (first, second, third)] == ["Ilsa Varo", "Joren Lind", "Joren Lind"]


def test_words_and_their_source(tell: Tell) -> None:
    """Joren Lind said that the ferries would stay in port, according to two officials."""
    found = tell()
    assert ("two officials", "according to") in [(source, cue) for source, cue, _ in found]
    assert any(source == "Joren Lind" and "the ferries would stay in port" in content for source, _, content in found)


def test_speech_runs_on_over_sentences(tell: Tell) -> None:
    """“We will wait,” Varo said. “The harbour is closed. Nobody may sail.”"""
    assert "Nobody may sail" in " ".join(content for _, _, content in tell())


def test_a_participle_takes_the_subject(tell: Tell) -> None:
    """Varo left the hall on Tuesday, saying that the talks had failed."""
    [(source, cue, content)] = tell()
    assert (source, cue, content) == ("Varo", "saying", "that the talks had failed")


def test_accounts_are_named_in_the_sentence(attribute: Attribute) -> None:
    """Varo called on Estmark to reopen the strait, according to the Norvian Foreign Ministry.

    In a separate readout from the Estmarkian government, Lind said the closure was lawful."""
    accounts = {
        (s.speakers[0].person, s.account.state)
        for s in attribute()
        if s.account and s.speakers and s.speakers[0].person
    }
    assert accounts == {("Ilsa Varo", "NRV"), ("Joren Lind", "ESM")}


def test_a_person_is_quoted_by_their_own_governments_account(attribute: Attribute) -> None:
    """The two leaders spoke on Tuesday, according to the Norvian Foreign Ministry.

    “We will judge the survey by its end,” Varo said in a statement on Tuesday."""
    said = attribute()[-1]
    assert said.account is not None
    assert said.account.state == "NRV"


def test_an_earlier_meeting_is_nobodys_account(attribute: Attribute) -> None:
    """The two leaders spoke on Tuesday, according to the Norvian Foreign Ministry.

    Last year, Varo said she would never sail again."""
    assert attribute()[-1].account is None


def test_both_readouts_say_it_each(attribute: Attribute) -> None:
    """In a readout, the Norvian Foreign Ministry said the call was long. Estmark’s own readout said it was short.

    The two leaders agreed to meet in May, both readouts said."""
    agreed = {s.account.state for s in attribute() if s.act == "agree" and s.account}
    assert agreed == {"NRV", "ESM"}


def test_a_report_that_cites_releases_reads_their_verbs_too(attribute: Attribute) -> None:
    """The summary from the Estmarkian government went on: “The President of Norvia noted the need for a survey.”"""
    [noted] = [s for s in attribute() if s.act == "note"]
    assert noted.account is not None
    assert (noted.account.state, noted.speakers[0].state) == ("ESM", "NRV")


def test_text_without_speech_has_no_statement(attribute: Attribute) -> None:
    """The harbour is two miles wide. Ferries cross it every hour."""
    assert attribute() == ()


def test_what_stands_within_a_statement_stands_in_its_account(attribute: Attribute) -> None:
    """Varo said two officials had told her that the ferries would sail, according to the Norvian Foreign Ministry."""
    assert {s.account.state for s in attribute() if s.account} == {"NRV"}
    assert all(s.account for s in attribute())


def test_what_says_nothing_is_no_statement_of_a_report(tell: Tell) -> None:
    """Varo promised to reopen the strait, according to the Norvian Foreign Ministry.

    This is not the first time that Lind and Varo have been engaged to each other on their birthdays."""
    assert [content for _, _, content in tell() if "birthdays" in content] == []
    assert any("reopen the strait" in content for _, _, content in tell())
