"""Statements of English official releases."""

from __future__ import annotations

from readouts.model import Mode, Publisher
from tests.attribution.conftest import Attribute, Tell

BY = {"by": "Norvian Presidency", "state": "NRV"}


def test_verbs_of_the_genre_are_cues(tell: Tell) -> None:
    """President Varo urged Estmark to reopen the strait and reaffirmed her commitment to free passage."""
    assert tell(**BY) == [
        ("President Varo", "urged", "Estmark to reopen the strait"),
        ("President Varo", "reaffirmed her commitment to", "free passage"),
    ]


def test_the_two_leaders_speak_together(attribute: Attribute) -> None:
    """President Varo spoke today with Prime Minister Lind of Estmark. The two leaders agreed to resume talks."""
    agreed = attribute(**BY)[-1]
    assert [speaker.state for speaker in agreed.speakers] == ["NRV", "ESM"]
    assert (agreed.act, agreed.account) == ("agree", Publisher("Norvian Presidency", "NRV"))
    assert agreed.speaker is None


def test_a_passive_report_has_no_source(tell: Tell) -> None:
    """It was emphasised that the ferries must sail."""
    assert tell(**BY) == [("", "was emphasised", "that the ferries must sail")]


def test_speech_goes_on_with_a_pronoun(attribute: Attribute) -> None:
    """President Varo thanked Prime Minister Lind. She also stressed that the treaty holds."""
    stressed = attribute(**BY)[-1]
    assert stressed.speaker is not None
    assert (stressed.speaker.person, stressed.act) == ("Ilsa Varo", "stress")


def test_what_the_other_side_says_stands_in_the_publishers_account(attribute: Attribute) -> None:
    """Prime Minister Lind promised to lift the closure."""
    [promise] = attribute(**BY)
    assert promise.account == Publisher("Norvian Presidency", "NRV")
    assert promise.speaker is not None
    assert promise.speaker.state == "ESM"


def test_own_sentences_are_the_publishers_statements(attribute: Attribute) -> None:
    """The call lasted forty minutes."""
    [own] = attribute(**BY)
    assert (own.source, own.cue, own.act) == ((), (), None)
    assert own.account == Publisher("Norvian Presidency", "NRV")


def test_a_quotation_is_direct_and_its_neighbour_is_not(attribute: Attribute, tell: Tell) -> None:
    """“We shall sail in May,” President Varo said, noting the role of the ferries."""
    assert [s.mode for s in attribute(**BY)] == [Mode.DIRECT, Mode.INDIRECT]
    assert tell(**BY)[1] == ("President Varo", "noting", "the role of the ferries")


def test_a_second_clause_stands_beside_the_first(tell: Tell) -> None:
    """President Varo underscored the friendship of the two countries, as they also discussed the harbour fees."""
    assert [content for _, _, content in tell(**BY)] == ["the friendship of the two countries", "the harbour fees"]


def test_a_letter_is_read_out_over_paragraphs(tell: Tell) -> None:
    """President Varo sent greetings to the ferrymen.

    The message reads, in part: "I greet you warmly.

    Your work is noble."

    Later she rested."""
    [(source, cue, content)] = tell(**BY)
    assert (source, cue) == ("The message", "reads, in part")
    assert content.startswith('"I greet')
    assert content.endswith('noble."')


def test_according_to_is_a_cue(tell: Tell) -> None:
    """According to the Prime Minister, the survey will end in May."""
    [(source, cue, content)] = tell(**BY)
    assert (source, cue, content) == ("the Prime Minister", "According to", "the survey will end in May")


def test_the_first_person_is_the_publishers(attribute: Attribute) -> None:
    """I spoke with Prime Minister Lind. I urged him to reopen the strait."""
    urged = attribute(**BY)[-1]
    assert (urged.act, urged.speakers[0].state) == ("urge", "NRV")


def test_an_unknown_publishers_release_is_known_by_its_words(tell: Tell) -> None:
    """President Varo welcomed the offer. The parties discussed fisheries and reaffirmed their commitment to peace."""
    assert [cue for _, cue, _ in tell()] == ["welcomed", "discussed", "reaffirmed their commitment to"]


def test_verbs_with_their_particle_or_noun(tell: Tell) -> None:
    """President Varo pointed out that the treaty holds. She paid special attention to the survey of the strait."""
    pointed, paid = tell(**BY)
    assert pointed == ("President Varo", "pointed out", "that the treaty holds")
    assert (paid[0], paid[2].endswith("to the survey of the strait")) == ("She", True)


def test_the_day_of_speaking_is_no_content(tell: Tell) -> None:
    """President Varo said on Tuesday that the strait is open."""
    assert tell(**BY) == [("President Varo", "said", "that the strait is open")]


def test_what_is_still_to_be_said_is_no_report(tell: Tell) -> None:
    """Prime Minister Lind will discuss the survey with the ferrymen."""
    assert tell(**BY) == []


def test_officials_speak_for_whom_they_serve(attribute: Attribute) -> None:
    """Varo administration officials highlighted the role of the ferries."""
    [highlighted] = attribute(**BY)
    assert [(speaker.person, speaker.state) for speaker in highlighted.speakers] == [(None, "NRV")]
