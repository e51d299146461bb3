"""Each document is a sentence or two of invented releases; wording returns in them on purpose."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.echoes import find_echoes
from readouts.model import Document, Echo

STRAIT = "both sides agreed to open the Skarne Strait to ferries again before the end of the summer"
SIGNED = "This statement was issued by the press office of the President of Norvia in Tarn."
STRAIT_ZH = "双方同意在夏季结束之前重新开放海峡供渡轮通行并继续就渔业问题保持沟通"


def _documents(*texts: str) -> list[Document]:
    return [Document(str(number), text) for number, text in enumerate(texts)]


def _echoes(*texts: str) -> list[Echo]:
    found = list(find_echoes(_documents(*texts)))
    for echo in found:
        assert 0 < echo.similarity <= 1
        assert len({passage.document for passage in echo.passages}) > 1
        for passage in echo.passages:
            words = passage.span.of(texts[int(passage.document)])
            assert words.strip() == words != ""
    return found


def _quotes(echo: Echo, *texts: str) -> list[str]:
    return [passage.span.of(texts[int(passage.document)]) for passage in echo.passages]


def _noise(seed: int, count: int = 60) -> str:
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("abcdefghijklmnop", k=7)) for _ in range(count))


def test_a_sentence_returns_word_for_word() -> None:
    texts = (f"{_noise(1)} {STRAIT}, she said. {_noise(2)}", f"{_noise(3)} In Tarn {STRAIT}. {_noise(4)}")
    [echo] = _echoes(*texts)
    assert _quotes(echo, *texts) == [STRAIT, STRAIT]
    assert (echo.words, echo.similarity) == (17, 1.0)
    assert [passage.document for passage in echo.passages] == ["0", "1"]


@pytest.mark.parametrize(
    "changed",
    [
        STRAIT.replace("agreed", "promised").replace("summer", "year"),
        STRAIT.replace("again ", ""),
        STRAIT.replace("to ferries", "to all ferries and boats"),
        STRAIT.upper(),
    ],
    ids=["replaced", "dropped", "put in", "capitals"],
)
def test_words_may_change(changed: str) -> None:
    texts = (f"{_noise(1)} {STRAIT}. {_noise(2)}", f"{_noise(3)} {changed}. {_noise(4)}")
    [echo] = _echoes(*texts)
    for quote, whole in zip(_quotes(echo, *texts), (STRAIT, changed), strict=True):
        assert quote in whole
        assert len(quote) > 0.7 * len(whole)


def test_fewer_than_eight_words_are_no_echo() -> None:
    short = "to open the Skarne Strait again soon"
    assert _echoes(f"{_noise(1)} {short} {_noise(2)}", f"{_noise(3)} {short} {_noise(4)}") == []


def test_every_pair_is_found_not_the_best_alone() -> None:
    echoes = _echoes(*(f"{_noise(n)} {STRAIT} {_noise(n + 50)}" for n in range(5)))
    pairs = [tuple(passage.document for passage in echo.passages) for echo in echoes]
    assert pairs == [(str(one), str(other)) for one in range(5) for other in range(one + 1, 5)]


def test_standing_wording_is_one_group() -> None:
    texts = [f"{_noise(n)} {SIGNED}" for n in range(60)]
    [group] = _echoes(*texts)
    assert [passage.document for passage in group.passages] == [str(n) for n in range(60)]
    assert set(_quotes(group, *texts)) == {SIGNED[:-1]}


def test_what_stands_within_standing_wording_is_found_by_itself() -> None:
    texts = [f"{_noise(n)} {STRAIT}. {SIGNED}" for n in range(40)]
    texts.append(f"{_noise(99)} {STRAIT}, once more. {_noise(98)}")
    groups = _echoes(*texts)
    assert any(STRAIT in _quotes(group, *texts) and group.passages[-1].document == "40" for group in groups)


def test_a_web_address_is_no_wording() -> None:
    address = "https://www.norvia.example/news/2031/05/06/readout-of-the-call-with-the-prime-minister-of-estmark"
    assert _echoes(f"{_noise(1)} {address} {_noise(2)}", f"{_noise(3)} {address} {_noise(4)}") == []


def test_writing_without_spaces_is_read_by_characters() -> None:
    texts = (f"总统今天通电话。{STRAIT_ZH}。会谈很短。", f"声明说，{STRAIT_ZH}，此外没有别的内容。")
    [echo] = _echoes(*texts)
    assert _quotes(echo, *texts) == [STRAIT_ZH, STRAIT_ZH]


def test_scripts_may_be_mixed() -> None:
    mixed = f"Norvia said 双方同意 that {STRAIT} и Эстмарк"
    texts = (f"{_noise(1)} {mixed} {_noise(2)}", f"{_noise(3)} {mixed} {_noise(4)}")
    assert _quotes(_echoes(*texts)[0], *texts) == [mixed, mixed]


def test_writing_with_spaces_far_from_any_without_is_found_too() -> None:
    # So far that they are not looked at in one go.
    texts = (f"{STRAIT}. {STRAIT_ZH}。{_noise(1)}", _noise(2, 80_000), f"{_noise(3)} {STRAIT}. {_noise(4)}")
    [echo] = _echoes(*texts)
    assert _quotes(echo, *texts) == [STRAIT, STRAIT]


def test_lower_case_that_is_longer_moves_no_offset() -> None:
    # "İ" is two characters when lower-cased.
    dotted = STRAIT.replace("i", "İ").upper()
    texts = (f"{'İ' * 50} {_noise(1)} {dotted} {_noise(2)}", f"{_noise(3)} {dotted} {_noise(4)}")
    [echo] = _echoes(*texts)
    assert _quotes(echo, *texts) == [dotted, dotted]


def test_equal_documents_by_the_thousand_are_grouped() -> None:
    began = time.process_time()
    echoes = _echoes(*[f"{STRAIT}. {SIGNED} {_noise(7, 200)}"] * 2000)
    assert len(echoes) < 10
    assert len(echoes[0].passages) == 2000
    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("",),
        ("", ""),
        ("one", "one", "one"),
        ("Norvia " * 300_000, "Norvia " * 300_000, "Norvia"),
        ("中" * 300_000, "中" * 300_000),
        ("\x00\ud800 \u202e" * 50, "\x00\ud800 \u202e" * 50),
        ("a\nb " * 5, "https://" * 1000, "://" * 1000),
    ],
    ids=["none", "empty", "empties", "one word", "one word often", "one character often", "controls", "addresses"],
)
def test_odd_documents(texts: tuple[str, ...]) -> None:
    began = time.process_time()
    _echoes(*texts)
    assert time.process_time() - began < 5


_WORDS = st.sampled_from(["the", "Strait", "agreed", "İstanbul", "海", "峡", "ferry", "http://a.b/c", "\n", "’s", "ǅ"])
_TEXT = st.lists(_WORDS, max_size=60).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(_TEXT, st.text(max_size=80)), max_size=6))
def test_passages_lie_in_their_texts(texts: list[str]) -> None:
    _echoes(*texts)


@settings(max_examples=40, deadline=None)
@given(st.lists(_TEXT, min_size=1, max_size=4), _TEXT, _TEXT)
def test_what_two_documents_share_does_not_hang_on_a_third(texts: list[str], before: str, after: str) -> None:
    planted = f"{before} {_noise(5, 14)} {after}"
    echoes = _echoes(*texts, planted, planted)
    last = {str(len(texts)), str(len(texts) + 1)}
    assert any(last <= {passage.document for passage in echo.passages} for echo in echoes)
