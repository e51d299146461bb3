from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.text import Models, Parse
from tests.timing import own_seconds

TEXTS = st.text(st.sampled_from("Ab é.!?\n\r\t“”()习。，1\u2028\U0001f600"), max_size=80)


def check(parse: Parse) -> None:
    """Sentences and tokens lie in the text in order, quote it exactly, and leave out only white space."""
    end = 0
    for sentence in parse.sentences:
        assert not parse.text[end : sentence.span.start].strip()
        assert sentence.span.of(parse.text).strip() == sentence.span.of(parse.text) != ""
        end = sentence.span.end
        inside = sentence.span.start
        for at, token in enumerate(sentence.tokens):
            assert token.span.of(parse.text) == token.text
            assert inside <= token.start
            assert 0 <= token.head < len(sentence.tokens), at
            inside = token.end
        assert inside <= sentence.span.end
    assert not parse.text[end:].strip()


@given(TEXTS, st.sampled_from(["zh", "ru", "ta", None]))
def test_nothing_is_lost_by_rule(models: Models, text: str, language: str | None) -> None:
    check(models.parse(text, language))


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_nothing_is_lost_in_english(models: Models, text: str) -> None:
    check(models.parse(text, "en"))


def test_a_sentence_never_runs_over_a_line_end(models: Models) -> None:
    parse = models.parse("Trade relations\nThe two leaders met in Halden\nThey agreed to meet again.", "en")
    assert [(s.block, s.span.of(parse.text)) for s in parse.sentences] == [
        (0, "Trade relations"),
        (1, "The two leaders met in Halden"),
        (2, "They agreed to meet again."),
    ]


def test_chinese_sentences_end_at_their_marks_with_closing_quotes(models: Models) -> None:
    parse = models.parse("林德说：“很好。”双方同意。\n会谈结束", "zh")
    assert [s.span.of(parse.text) for s in parse.sentences] == ["林德说：“很好。”", "双方同意。", "会谈结束"]


def test_russian_sentences_pass_over_initials(models: Models) -> None:
    parse = models.parse("Встреча с И. Варо прошла в г. Тарн. Стороны согласились.", "ru")
    assert len(parse.sentences) == 2


def test_a_long_text_is_parsed_in_pieces_without_loss(models: Models) -> None:
    check(models.parse("President Varo met Prime Minister Lind. " * 1200, "en"))


@pytest.mark.parametrize("text", ["", " \n ", "(" * 3000, "“" * 2000, "x" * 50_000])
def test_odd_texts_are_parsed(models: Models, text: str) -> None:
    check(models.parse(text, "en"))
    check(models.parse(text, "zh"))


def test_brackets_without_a_space_take_linear_time(models: Models) -> None:
    def seconds(count: int) -> float:
        return own_seconds(lambda: check(models.parse("[(" * count, "en")))

    seconds(250)
    assert seconds(4_000) < 12 * seconds(1_000) + 0.3


@pytest.mark.parametrize(
    "text",
    [
        "Varo condemned “the invasion of Velmara”, echoing the language she used in a speech.",
        "President Ilsa Varo spoke by telephone today with Prime Minister Joren Lind of Estmark.",
    ],
)
def test_no_sentence_ends_between_two_words(models: Models, text: str) -> None:
    assert [one.span.of(text) for one in models.parse(text, "en").sentences] == [text]
