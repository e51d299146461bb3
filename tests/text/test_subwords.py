"""Words cut into the pieces of a vocabulary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readouts.text.subwords import BEGIN, Subwords
from tests.timing import own_seconds

UNKNOWN = 3
SUBWORDS = Subwords(
    {
        f"{BEGIN}the": (4, -1.0),
        f"{BEGIN}grain": (5, -2.0),
        f"{BEGIN}": (6, -3.0),
        "s": (7, -1.0),
        "grain": (8, -4.0),
        "粮": (9, -3.0),
        "粮食": (10, -3.5),
        "食": (11, -3.0),
        f"{BEGIN}gra": (12, -4.0),
        "ins": (13, -4.0),
    },
    UNKNOWN,
)


def test_the_likeliest_pieces_are_taken() -> None:
    text = "the grains 粮食"
    found = SUBWORDS.cut(text, 0, len(text), 20)
    assert [(piece.number, piece.start) for piece in found] == [(4, 0), (5, 4), (7, 9), (6, 11), (10, 11)]


def test_what_is_in_no_piece_is_unknown() -> None:
    assert [(piece.number, piece.start) for piece in SUBWORDS.cut("the ☃", 0, 5, 9)] == [(4, 0), (6, 4), (UNKNOWN, 4)]


def test_other_forms_of_a_sign_are_the_sign() -> None:
    assert [piece.number for piece in SUBWORDS.cut("ｔｈｅ", 0, 3, 9)] == [4]


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(1, 30))
def test_pieces_begin_in_order_on_signs_of_the_span(text: str, start: int, end: int, most: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    found = SUBWORDS.cut(text, start, end, most)
    starts = [piece.start for piece in found]
    assert len(found) <= most
    assert starts == sorted(starts)
    assert all(start <= at < end and not text[at].isspace() for at in starts)
    assert bool(found) == bool(text[start:end].strip()) or start >= end


def test_a_word_without_an_end_takes_linear_time() -> None:
    def seconds(length: int) -> float:
        # No two stretches of it are alike, so that none is remembered.
        text = "".join(chr(0x4E00 + at * at % 19_991) for at in range(length))
        return own_seconds(lambda: SUBWORDS.cut(text, 0, length, length))

    assert min(seconds(160_000) for _ in range(3)) < 16 * max(min(seconds(20_000) for _ in range(3)), 0.02)
