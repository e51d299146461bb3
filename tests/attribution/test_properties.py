"""Whatever the text: spans lie in it, a government's text loses nothing, and time grows with its length only."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.actors import find_mentions
from readouts.attribution import find_asides, find_statements
from readouts.model import Publisher
from readouts.text import Models
from tests.actors.invented_actors import TABLE
from tests.timing import own_seconds

_MODELS = Models()
_PIECES = st.sampled_from(
    'President Varo|said|,|.|that|the strait|is open|according to|“|”|"|‘|’|told|reporters|:|\n|He|urged|Lind|to sail|'
    "both readouts|In a readout|the Norvian Foreign Ministry|noted|MODERATOR:|Q |(|)|[|—|指出|，|双方|同意|。|заявила|"
    "что|«|»|The message reads|the claim|was emphasised|They|agreed|\ufffd|\u00a0|é".split("|")
)
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=40).map(" ".join))
_PUBLISHERS = st.sampled_from([None, Publisher("The Harbour Post"), Publisher("Norvian Presidency", "NRV")])


@settings(max_examples=200, deadline=None)
@given(_TEXTS, st.sampled_from(["en", "zh", "ru", "de", None]), _PUBLISHERS)
def test_spans_lie_in_the_text_and_nothing_of_a_release_is_lost(
    text: str, language: str | None, publisher: Publisher | None
) -> None:
    parse = _MODELS.parse(text, language)
    statements = find_statements(parse, find_mentions(parse, None, TABLE), publisher)
    held = set()
    for statement in statements:
        assert statement.content
        for spans in (statement.source, statement.cue, statement.content):
            assert list(spans) == sorted(spans)
            for span in spans:
                assert 0 <= span.start < span.end <= len(text)
                assert span.of(text).strip() == span.of(text) != ""
                held.update(range(span.start, span.end))
    if publisher is not None and publisher.state:
        assert all(any(at in held for at in range(s.span.start, s.span.end)) for s in parse.sentences)


@settings(max_examples=200, deadline=None)
@given(_TEXTS, st.sampled_from(["en", "zh", "ru", None]))
def test_asides_lie_apart_in_the_text(text: str, language: str | None) -> None:
    asides = find_asides(text, language)
    assert all(0 <= aside.start < aside.end <= len(text) for aside in asides)
    assert all(one.end <= other.start for one, other in pairwise(asides))


def reading(text: str, language: str, publisher: Publisher | None) -> float:
    """Return the seconds it takes to find statements, the least of three."""
    parse = _MODELS.parse(text, language)
    return min(own_seconds(lambda: find_statements(parse, (), publisher)) for _ in range(3))


@pytest.mark.parametrize("language", ["en", "zh", "ru", "de"])
@pytest.mark.parametrize("publisher", [None, Publisher("Norvian Presidency", "NRV")])
@pytest.mark.parametrize(
    "piece", ["“", '"', "[(", "said that he said ", "Varo said, “yes ", "双方同意指出，", "» «", "A: "]
)
def test_hostile_texts_take_linear_time(piece: str, publisher: Publisher | None, language: str) -> None:
    if language == "en" and piece not in ("“", "[("):
        pytest.skip("parsed at length below")

    def seconds(length: int) -> float:
        return reading(piece * (length // len(piece)), language, publisher)

    seconds(500)
    # English is parsed first, which takes longest: a quarter of the length, the same growth.
    length = 1_500 if language == "en" else 5_000
    short, long = seconds(length), seconds(4 * length)
    assert long < 12 * short + 0.3


@pytest.mark.parametrize(
    "piece", ["he said that she told them that ", "Varo said, “yes, ", '"No," said Lind, ', "A: no "]
)
def test_a_line_without_an_end_takes_linear_time(piece: str) -> None:
    short, long = (reading(piece * (length // len(piece)), "en", None) for length in (5_000, 20_000))
    assert long < 10 * short + 0.3
