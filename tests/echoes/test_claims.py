from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.echoes import find_claims
from readouts.text import Models


def test_a_claim_names_the_wording_said_to_return(models: Models) -> None:
    text = "He pressed for a “lasting solution” – echoing the language he used in his call in March. She left."
    [claim] = find_claims(models.parse(text, "en"))
    assert claim.claim.of(text) == "echoing the language"
    assert [wording.of(text) for wording in claim.wording] == ["lasting solution"]


def test_plain_speech_claims_nothing(models: Models) -> None:
    assert find_claims(models.parse("He spoke of the ferry. She used the train.", "en")) == ()


@settings(deadline=None)
@given(st.text(st.sampled_from('echoing the wording “”". '), max_size=200))
def test_claims_lie_in_the_text(models: Models, text: str) -> None:
    for claim in find_claims(models.parse(text, None)):
        assert claim.claim.of(text)
        assert all(wording.of(text) for wording in claim.wording)
