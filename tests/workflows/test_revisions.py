"""What changed between two versions of a release: sentences out and in, where they stood."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.model import Span
from readouts.workflows.revisions import Revision, revisions


def said(earlier: str, later: str) -> list[tuple[str | None, str | None]]:
    return [
        (one.earlier.of(earlier) if one.earlier else None, one.later.of(later) if one.later else None)
        for one in revisions(earlier, later)
    ]


def test_a_sentence_taken_out_put_in_and_changed() -> None:
    earlier = "Varo called Lind. They spoke of ferries. They agreed.\n\nShe thanked him."
    later = "Varo called Lind. They spoke of fish. They agreed.\n\nIt was late. She thanked him."
    assert said(earlier, later) == [("They spoke of ferries.", "They spoke of fish."), (None, "It was late.")]
    assert said(later, earlier)[1] == ("It was late.", None)


def test_blanks_and_sameness_are_no_change() -> None:
    assert said("Varo called.\nLind answered.", "Varo called.\n\n\nLind answered.") in ([], [("Varo called.",) * 2])
    assert revisions("One. Two.", "One. Two.") == []
    assert revisions("", "") == []
    assert said("", "One.") == [(None, "One.")]


def test_chinese_sentences() -> None:
    assert said("瓦罗致电林德。双方谈到渡轮。", "瓦罗致电林德。双方谈到渔业。") == [
        ("双方谈到渡轮。", "双方谈到渔业。")
    ]


def test_long_texts_take_little_time() -> None:
    long = " ".join(f"Sentence {n} of the long address." for n in range(20_000))
    begun = time.monotonic()
    assert revisions(long, long.replace("Sentence 7 ", "Line 7 "))
    assert revisions("a. " * 50_000, "b. " * 50_000)
    assert time.monotonic() - begun < 8


texts = st.lists(st.sampled_from(["One.", "Two. ", "\n", "三。", " ", "x"]), max_size=30).map("".join) | st.text(
    max_size=40
)


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_changes_lie_in_the_texts_in_order(earlier: str, later: str) -> None:
    at = Revision(Span(0, 0), Span(0, 0))
    for one in revisions(earlier, later):
        for span, text, before in ((one.earlier, earlier, at.earlier), (one.later, later, at.later)):
            if span is not None:
                assert span.of(text).strip() == span.of(text) != ""
                assert before is None or before.end <= span.start
        at = Revision(one.earlier or at.earlier, one.later or at.later)
    assert revisions(earlier, earlier) == []
