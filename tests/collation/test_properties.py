"""What holds of every collation, whatever the accounts say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readouts.attribution import find_asides
from readouts.collation import collate
from readouts.collation.points import find_points
from readouts.model import Reading, Relation

SENTENCES = st.sampled_from(
    [
        "President Varo spoke by telephone with Prime Minister Lind.",
        "They agreed to resume the Joint Fisheries Commission by the end of June.",
        "The Commission will resume its work in the autumn.",
        "Lind urged Norvia to reopen the strait, to pay 40 million and to release the crew if the survey is complete.",
        "Norvia condemned the invasion of Velmara.",
        "The special operation in Velmara was discussed.",
        "Trade grew by 12 percent.",
        "林德强调，两国贸易增长9%，双方同意扩大能源、贸易和旅游合作。",
        "ὁ 12 % …",
        "\u200b\ufeff",
        "A\u0301 (b) [c] “d” — e; f, and g, and h",
    ]
)
TEXTS = st.lists(SENTENCES | st.text(max_size=40), max_size=6).map(" ".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=2, max_size=3))
def test_every_point_stands_in_a_row_and_every_span_in_its_text(models, witness, texts: list[str]) -> None:
    languages = ["zh" if "林" in text else "en" for text in texts]
    witnesses = [witness(t, by, lang) for t, by, lang in zip(texts, ("NRV", "ESM", "CBR"), languages, strict=False)]
    collation = collate(witnesses, models)
    assert len(collation.accounts) == len(texts)
    shown: list[set] = [set() for _ in texts]
    for row in collation.rows:
        assert len(row.cells) == len(texts)
        readings = [cell for cell in row.cells if isinstance(cell, Reading)]
        assert readings
        assert all(reading.spans == tuple(sorted(reading.spans)) and reading.spans for reading in readings)
        assert (row.relation is Relation.DIFFERS) == bool(row.differences)
        assert (row.relation is Relation.ONLY) == (len(readings) == 1)
        assert 0 < row.confidence <= 1
        for at, cell in enumerate(row.cells):
            shown[at].update(cell.spans if isinstance(cell, Reading) else ())
        for difference in row.differences:
            assert len(difference.values) == len(difference.spans) == len(texts)
            assert any(difference.spans)
            for cell, spans, value in zip(row.cells, difference.spans, difference.values, strict=True):
                assert bool(spans) == (value is not None)
                allowed = cell.spans if isinstance(cell, Reading) else ()
                assert all(any(whole.covers(span) for whole in allowed) for span in spans)
    for at, one in enumerate(witnesses):
        points = [point.span for point in find_points(one)]
        assert all(any(point.covers(span) for point in points) for span in shown[at])
        words = [place for point in points for place in range(point.start, point.end) if texts[at][place].isalnum()]
        assert all(any(span.start <= place < span.end for span in shown[at]) for place in words)


TURNS = st.lists(
    st.tuples(st.sampled_from(["MODERATOR: ", "Q ", "OFFICIAL: ", "\nOFFICIAL: ", "Varo: ", ""]), SENTENCES), max_size=6
).map(lambda turns: "\n".join(label + said for label, said in turns))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TURNS)
def test_every_word_of_a_transcript_stands_in_a_point_or_is_an_aside(witness, text: str) -> None:
    asides = find_asides(text, "en")
    spans = [point.span for point in find_points(replace(witness(text), asides=asides))]
    held = {place for span in (*spans, *asides) for place in range(span.start, span.end)}
    assert all(place in held for place, character in enumerate(text) if character.isalnum())
