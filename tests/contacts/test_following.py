"""What was held on "the same day" as the contact told before it, or "then", is dated by that one."""

from __future__ import annotations

import pytest

from readouts.contacts.dating import date_following
from readouts.contacts.english_dates import english_clues
from readouts.contacts.events import load_events
from readouts.contacts.when import month
from tests.contacts.conftest import Read, persons

FIRST = "On May 5, President Ilsa Varo spoke with Joren Lind. "


@pytest.mark.parametrize(
    ("second", "date"),
    [
        ("On the same day, she also spoke with Marta Solano.", "2031-05-05"),
        ("Later that day, President Ilsa Varo called Marta Solano.", "2031-05-05"),
        ("She then called Marta Solano.", "2031-05-05~"),
        ("President Ilsa Varo called Marta Solano on 3 May.", "2031-05-03"),
    ],
)
def test_a_further_call(read: Read, second: str, date: str) -> None:
    told, further = read(text=FIRST + second)
    assert (told.date, told.told) == ("2031-05-05", True)
    assert (further.date, further.told, persons(further)) == (date, False, ["Ilsa Varo", "Marta Solano"])


def test_in_chinese(read: Read) -> None:
    """5月5日，总统瓦罗同埃斯特马克总理林德通电话。同日，瓦罗还同布里萨外长Marta Solano通电话。"""
    told, further = read(language="zh")
    assert (told.date, further.date) == ("2031-05-05", "2031-05-05")


def test_the_evidence_is_shown(read: Read) -> None:
    _, further = read(text=FIRST + "She then called Marta Solano.")
    [when] = [item for item in further.evidence if item.why.startswith("date")]
    assert (when.why, when.span.of(FIRST + "She then called Marta Solano.")) == ("date: then", "then")


def test_a_day_that_opens_a_sentence_needs_no_comma(read: Read) -> None:
    """On 5 May 2031 President Ilsa Varo spoke with Joren Lind."""
    [contact] = read()
    assert contact.date == "2031-05-05"


@pytest.mark.parametrize(("words", "days"), [("later that day", "2031-05"), ("then spoke", "2031-05~")])
def test_it_is_as_sure_as_its_words(words: str, days: str) -> None:
    clues = list(english_clues(words, 0, len(words), load_events()))
    dating = date_following(clues, month(2031, 5))
    assert dating.when is not None
    assert dating.when.edtf() == days
    assert date_following(clues, None).when is None
