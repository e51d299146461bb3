"""Whatever the text: mentions lie in it, in order, without overlap, and cost time in proportion to it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.actors import find_mentions
from readouts.model import MentionKind
from readouts.text import Models
from tests.actors.invented_actors import TABLE
from tests.timing import own_seconds

_MODELS = Models()
_PIECES = st.sampled_from(
    "President|Varo|Ilsa|of|Norvia|,|.|the|two|leaders|Lind|Prime Minister|Estmark|he|said|G|и|瓦罗|总统|双方|诺方|"
    "президент|Норвии|\n|“|”|'s|-|பிடன்|Anna|Vahro|They|met|with|and|Mill Street|former|\ufffd|é|1".split("|")
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=40).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.sampled_from(["en", "zh", "ru", "uk", "de", None]), st.sampled_from([None, date(2031, 5, 6)]))
def test_mentions_lie_in_the_text_in_order(text: str, language: str | None, day: date | None) -> None:
    last = 0
    for mention in find_mentions(_MODELS.parse(text, language), day, TABLE):
        assert last <= mention.span.start < mention.span.end <= len(text)
        last = mention.span.end
        assert mention.span.of(text).strip() == mention.span.of(text)
        assert mention.state is None or mention.state in TABLE.states
        assert all(member.span == mention.span for member in mention.members)
        assert bool(mention.members) == (mention.kind is MentionKind.GROUP)


@pytest.mark.parametrize(
    "piece", ["President Varo ", "G and ", "“", "(", "the two leaders ", "he ", "瓦罗", "总统瓦·罗", "Vahro Lindt "]
)
def test_long_lines_take_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        parse = _MODELS.parse(piece * (length // len(piece)), "zh")
        return own_seconds(lambda: find_mentions(parse, date(2031, 5, 6), TABLE))

    seconds(1000)
    short, long = seconds(20_000), min(seconds(80_000), seconds(80_000))
    assert long < 12 * short + 0.2
