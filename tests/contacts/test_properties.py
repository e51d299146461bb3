"""Whatever the text: evidence lies in it, dates are EDTF, and long texts take time in proportion to their length."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.actors import find_mentions
from readouts.contacts import find_contacts
from readouts.model import Contact, Publisher, Residue, Span
from readouts.text import Models, Parse
from tests.actors.invented_actors import TABLE

_MODELS = Models()
_EDTF = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?~?$")
_PIECES = st.sampled_from(
    "President|Varo|Ilsa Varo|Norvia|,|.|the two leaders|Lind|Prime Minister|Estmark|he|spoke|met|with|call|meeting|"
    "on her 50th birthday|on Tuesday|in March|at the G20 summit|weeks before the|invasion of Iraq|today|visited|hosted|"
    "will|瓦罗|林德|同|会见|通电话|5月6日|去年11月|我们|Ильза Варов|встретилась|с|Линд|вчера|\n|“|”|'s|1|31 February|"
    "2031-02-30|"
    "99月99日|0年前|0 years ago|999 years ago|at the initiative of|following|talks".split("|")
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=40).map(" ".join))
_DAYS = st.sampled_from([None, date(2031, 5, 6), date.min, date.max])


def _read(parse: Parse, day: date | None, title: str | None = None, residue: tuple[Residue, ...] = ()) -> list[Contact]:
    mentions = find_mentions(parse, day, TABLE)
    return list(find_contacts(parse, mentions, day, title, Publisher("Norvia", "NRV"), residue))


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.sampled_from(["en", "zh", "ru", "uk", "de", None]), _DAYS, st.one_of(st.none(), _TEXTS))
def test_evidence_lies_in_the_text(text: str, language: str | None, day: date | None, title: str | None) -> None:
    found = _read(_MODELS.parse(text, language), day, title)
    assert sum(contact.told for contact in found) <= 1
    for contact in found:
        assert contact.date is None or _EDTF.match(contact.date)
        assert len(set(contact.parties)) == len(contact.parties)
        for span in [e.span for e in contact.evidence] + [s for p in contact.problems for s in p.spans]:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)


def test_residue_tells_nothing() -> None:
    text = "The weather was fine.\n\nPresident Ilsa Varo spoke today with Prime Minister Joren Lind of Estmark."
    parse = _MODELS.parse(text, "en")
    assert _read(parse, date(2031, 5, 6))
    assert not _read(parse, date(2031, 5, 6), residue=(Residue(Span(23, len(text)), "related item"),))


@pytest.mark.parametrize(
    ("piece", "language"),
    [
        ("瓦罗同林德通电话，去年11月会晤，", "zh"),
        ("瓦罗会见林德。", "zh"),
        ("Ильза Варов встретилась с Йорен Линд, вчера ", "ru"),
        ("Ильза Варов встретилась с Йорен Линд.\n", "ru"),
        ("President Varo met Prime Minister Lind at the G20 summit weeks before the invasion of Iraq and ", "en"),
    ],
)
def test_long_texts_take_linear_time(piece: str, language: str) -> None:
    def seconds(length: int) -> float:
        parse = _MODELS.parse(piece * (length // len(piece)), language)
        mentions = find_mentions(parse, date(2031, 5, 6), TABLE)
        runs = []
        for _ in range(3):  # The quickest of three: other work on the machine must not fail the test.
            start = time.perf_counter()
            find_contacts(parse, mentions, date(2031, 5, 6))
            runs.append(time.perf_counter() - start)
        return min(runs)

    seconds(1000)
    assert seconds(20_000) < 9 * seconds(5_000) + 0.1
