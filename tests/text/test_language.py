from __future__ import annotations

import pytest

from readouts.text import detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("President Varo spoke with Prime Minister Lind of Estmark on the telephone.", "en"),
        ("林德同瓦罗通电话。", "zh"),
        ("Президент Варо провела телефонный разговор с премьером, были обсуждены вопросы.", "ru"),
        ("Президентка Варо провела телефонну розмову з прем'єром, йшлося про її візит.", "uk"),
        ("バロ大統領はリンド首相と電話で会談した。", "ja"),
        ("Der Präsident hat mit dem Ministerpräsidenten über die Lage im Norden gesprochen.", "de"),
        ("Le président s'est entretenu par téléphone avec le premier ministre au sujet de la situation.", "fr"),
        ("ஜனாதிபதி பேசினார்", "ta"),
        ("President Ilsa Varo called Prime Minister Joren Lind on 6 May 2031.", "en"),
        ("", None),
        ("12 :: 34", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert detect_language(text) == code
