"""What an account dropped and added: formulas, topics, force; every span quotes its document."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.model import (
    Analysis,
    Contact,
    ContactKind,
    Document,
    Evidence,
    Publisher,
    Residue,
    Span,
    Speaker,
    Statement,
)
from readouts.workflows.changed_wording import Change
from readouts.workflows.changes import Changes, Shift, compare_with_earlier

NORVIA = Publisher("Government of Norvia", "NVA", "NV")
FORMULA = "shared commitment to a free and open strait"


def account(name: str, text: str, *statements: tuple[str, str], language: str = "en") -> Analysis:
    """An account; a statement is its speaker's state and its words, all of them content."""
    found = tuple(
        Statement((), (), (Span(text.index(words), text.index(words) + len(words)),), (Speaker(None, state),))
        for state, words in statements
    )
    return Analysis(Document(name, text, publisher=NORVIA, language=language), statements=found)


def quoted(found: Changes, change: Change, *accounts: Analysis) -> list[str]:
    texts = {one.document.id: one.document.text for one in accounts}
    return [one.passage.span.of(texts[one.passage.document]) for one in found.wording if one.change is change]


def test_a_formula_that_is_missing_for_the_first_time() -> None:
    one = account("1", f"President Varo spoke of the {FORMULA}. She thanked him.")
    two = account("2", f"Both leaders noted the {FORMULA}! The weather was good.")
    now = account("3", "Both leaders noted the ferry timetable and the weather.")
    found = compare_with_earlier(now, [two, one])
    assert quoted(found, Change.DROPPED, one, two, now) == [FORMULA]
    [dropped] = found.wording
    assert dropped.earlier == ("2", "1")
    assert dropped.passage.document == "2"


def test_what_was_said_once_is_no_formula() -> None:
    one = account("1", f"President Varo spoke of the {FORMULA}.")
    now = account("2", "They spoke about the ferry timetable and nothing else.")
    assert compare_with_earlier(now, [one]).wording == ()
    elsewhere = account("x", f"President Varo told the Prime Minister of the {FORMULA}.")
    assert quoted(compare_with_earlier(now, [one], [elsewhere]), Change.DROPPED, one) == [FORMULA]


def test_standing_wording_used_with_a_party_for_the_first_time() -> None:
    one = account("1", "They spoke about the ferry timetable.")
    now = account("2", f"They spoke of the {FORMULA}.")
    elsewhere = account("x", f"With another, too, she spoke of the {FORMULA}.")
    [added] = compare_with_earlier(now, [one], [elsewhere]).wording
    assert (added.change, added.others, added.earlier) == (Change.ADDED, 1, ())
    assert added.passage.span.of(now.document.text) == f"spoke of the {FORMULA}"


def test_a_phrase_in_other_grammar_is_not_dropped() -> None:
    began = account("1", "Norvia began the joint rescue operation to free them.")
    lauded = account("2", "Estmark lauded the joint rescue operation to save all.")
    now = account("now", "Varo praised a joint rescue operation.")
    assert compare_with_earlier(now, [lauded, began]).wording == ()
    gone = account("gone", "Varo praised the weather.")
    assert quoted(compare_with_earlier(gone, [lauded, began]), Change.DROPPED, lauded) == ["the joint rescue operation"]


def test_the_words_that_open_an_account_are_no_formula() -> None:
    opening = "President Ilsa Varo held a telephone conversation with Joren Lind this evening."
    earlier = [account(str(n), opening) for n in range(2)]
    now = account("now", "President Ilsa Varo spoke by telephone with Joren Lind today.")
    assert quoted(compare_with_earlier(now, earlier), Change.DROPPED, *earlier)
    begin = opening.index("conversation")
    evidence = Evidence(Span(begin, begin + len("conversation")), "kind: call")
    contact = Contact(ContactKind.CALL, None, (), evidence=(evidence,), told=True)
    found = compare_with_earlier(now, [replace(one, contacts=(contact,)) for one in earlier])
    assert found.wording == ()


def test_wording_that_was_found_in_pieces_is_told_once() -> None:
    """The sequences in the middle are nobody else's; those around them share its words."""
    one = account("1", "They spoke about the ferry timetable.")
    now = account("2", "Norvia and Estmark seek stable healthy lasting friendly neighbourly relations together.")
    begun = account("x", "Norvia and Estmark seek stable healthy lasting friendly ties.")
    ended = account("y", "All want lasting friendly neighbourly relations together.")
    assert quoted(compare_with_earlier(now, [one], [begun, ended]), Change.ADDED, now) == [
        "Norvia and Estmark seek stable healthy lasting friendly neighbourly relations together"
    ]


def test_wording_does_not_run_on_into_the_next_sentence() -> None:
    texts = [f"Ferries cross again. Norvia welcomed it. {end}" for end in ("One.", "Two.")]
    earlier = [account(str(n), text) for n, text in enumerate(texts)]
    now = account("now", "Nothing of it here.")
    assert compare_with_earlier(now, earlier).wording == ()


def test_residue_is_not_the_account() -> None:
    footer = "Subscribe to the newsletter of the Presidency today"
    pages = [f"They spoke about fish.\n{footer}" for _ in range(2)]
    marked = [
        Analysis(Document(str(n), page, language="en"), residue=(Residue(Span(23, len(page)), "navigation", 1.0),))
        for n, page in enumerate(pages)
    ]
    now = account("now", "They spoke about fish.")
    assert compare_with_earlier(now, marked).wording == ()


def test_characters_are_the_words_of_chinese() -> None:
    formula = "双方愿共同维护斯卡恩海峡航行自由"
    one = account("1", f"林德表示，{formula}。", language="zh")
    two = account("2", f"瓦罗强调，{formula}。", language="zh")
    now = account("3", "双方就渡轮问题交换意见。", language="zh")
    assert quoted(compare_with_earlier(now, [two, one]), Change.DROPPED, one, two) == [formula]


def test_topics_come_and_go() -> None:
    one = account("1", "They discussed sanctions and grain.")
    two = account("2", "They discussed sanctions and the climate.")
    now = account("3", "They discussed the climate and a pandemic.")
    found = compare_with_earlier(now, [two, one]).topics
    assert [(topic.change, topic.topic, topic.earlier) for topic in found] == [
        (Change.DROPPED, "sanctions", 2),
        (Change.DROPPED, "food security", 1),
        (Change.ADDED, "health", 0),
    ]
    assert [p.span.of(two.document.text) for p in found[0].passages] == ["sanctions"]
    assert found[1].passages[0].document == "1"


def test_force_moves_on_a_topic() -> None:
    """Only what the publisher's own side says counts: the guest's demand is the guest's."""
    weak = account(
        "1",
        "Varo expressed concern about the sanctions. Lind demanded an end of sanctions.",
        ("NVA", "Varo expressed concern about the sanctions"),
        ("EST", "Lind demanded an end of sanctions"),
    )
    strong = account("2", "Varo condemned the sanctions.", ("NVA", "Varo condemned the sanctions"))
    [force] = compare_with_earlier(strong, [weak]).force
    assert (force.shift, force.ladder, force.topics) == (Shift.STRONGER, "disapproval", ("sanctions",))
    assert force.now.passage.span.of(strong.document.text) == "condemned"
    [back] = compare_with_earlier(weak, [strong]).force
    assert back.shift is Shift.WEAKER
    assert compare_with_earlier(strong, [strong]).force == ()


def test_without_an_earlier_account_nothing_is_said_to_have_changed() -> None:
    now = account("1", f"They spoke of the {FORMULA} and sanctions.")
    assert compare_with_earlier(now, [], [now]) == Changes("1", (), (), (), ())


words = st.lists(
    st.sampled_from("strait ferry ferries Norvia's open 海 峡 sanctions . \n U.S. of é ß".split(" ")), max_size=40
)
texts = st.one_of(words.map(" ".join), st.text(max_size=80))


@settings(max_examples=150, deadline=None)
@given(texts, texts, texts, texts)
def test_every_passage_lies_in_its_document(now: str, one: str, two: str, other: str) -> None:
    here, earlier = account("now", now), [account("1", one), account("2", two)]
    found = compare_with_earlier(here, earlier, [account("other", other)])
    known = {"now": now, "1": one, "2": two}
    for wording in found.wording:
        text = known[wording.passage.document]
        assert wording.passage.span.of(text).strip()
        assert (wording.passage.document == "now") is (wording.change is Change.ADDED)
        if wording.change is Change.DROPPED:
            assert wording.earlier
    assert found == compare_with_earlier(here, earlier, [account("other", other)])
    assert compare_with_earlier(here, [here]).wording == ()
