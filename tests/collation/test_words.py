"""Chinese words have their English from the glossary and from what was learned; the longest at each place counts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from readouts.collation.words import WordTable, english_stems, load_words

LEARNED = "谈判\tnegoti\t0.6\n谈判\ttalk\t0.3\n停火\tceasefir\t0.8\n"
GLOSSARY = "# a comment\n谈判\tnegotiations\n高级别谈判\thigh-level negotiations\n"
TABLE = WordTable(LEARNED, "negoti\t2.5\n", GLOSSARY)


def stems(word: str) -> dict[str, float]:
    return {found.stem: found.weight for found in TABLE.english(word)}


def test_what_was_written_by_hand_weighs_most_and_what_was_learned_stays() -> None:
    assert stems("谈判") == {"negoti": 1.0, "talk": 0.3}


def test_a_word_only_learned_keeps_its_weight() -> None:
    assert stems("停火") == {"ceasefir": 0.8}


def test_the_longest_word_at_a_place_counts() -> None:
    assert [word for _, word in TABLE.chinese_words("恢复高级别谈判和停火")] == ["高级别谈判", "停火"]


def test_the_shipped_glossary_knows_words_of_official_prose() -> None:
    table = load_words()
    assert {"escal", "situ"} <= {found.stem for found in table.english("事态升级")}
    assert [word for _, word in table.chinese_words("恢复高级别谈判")] == ["恢复", "高级别", "谈判"]


@given(st.text(st.sampled_from("高级别谈判停火和，G2"), max_size=60))
def test_words_stand_where_they_are_said_to_and_never_overlap(text: str) -> None:
    found = TABLE.chinese_words(text)
    assert all(span.of(text) == word for span, word in found)
    assert all(one.end <= other.start for (one, _), (other, _) in pairwise(found))


def test_chinese_signs_are_no_english_words() -> None:
    assert english_stems("双方讨论了AI治理和G20峰会 ferry") == ["ai", "ferr"]
