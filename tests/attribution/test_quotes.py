"""Quotation marks of every style, unbalanced ones included."""

from __future__ import annotations

import pytest

from readouts.attribution.quotes import Quotations, find_quotations
from readouts.attribution.signed import signed_quotations
from readouts.model import Mode, Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said “yes” twice.", ["“yes”"]),
        ('She said "yes" and "no".', ['"yes"', '"no"']),
        ("Она сказала: «да».", ["«да»"]),
        ("Sie sagte: „ja“.", ["„ja“"]),
        ("她说：“好。”又说「不」。", ["“好。”", "「不」"]),
        ("He's the states' friend.", []),
        ("He said ‘never’ again.", ["‘never’"]),
        ("She said “he told me ‘no’ twice”.", ["“he told me ‘no’ twice”"]),
        ('It went on."We sail," she said.', ['"We sail,"']),
    ],
)
def test_styles(text: str, quoted: list[str]) -> None:
    assert [quotation.span.of(text) for quotation in find_quotations(text)] == quoted


def test_an_unclosed_quotation_ends_with_its_line() -> None:
    text = "“We sail in May.\n\n“We shall return,” she said."
    first, second = find_quotations(text)
    assert (first.span.of(text), first.closed) == ("“We sail in May.", False)
    assert (second.span.of(text), second.closed) == ("“We shall return,”", True)


def test_mode_is_direct_mixed_or_indirect() -> None:
    text = "“We sail” and “in May” again"
    quotations = Quotations(text)
    assert quotations.mode(text, (Span(0, 9),)) is Mode.DIRECT
    assert quotations.mode(text, (Span(0, len(text)),)) is Mode.MIXED
    assert quotations.mode(text, (Span(10, 13),)) is Mode.INDIRECT


def test_each_character_knows_its_quotation() -> None:
    text = "a “b” c “d”"
    quotations = Quotations(text)
    assert [quotations.number(at) for at in (0, 2, 4, 5, 9)] == [-1, 0, 0, -1, 1]


def test_a_dash_and_a_name_sign_a_quotation() -> None:
    text = "“We shall sail in May.” ― Ilsa Varo\n“The survey is not over yet.”— Joren Lind\nThe “Heron” — a ferry\n"
    signed = list(signed_quotations(text, Quotations(text)))
    assert [(e.source[0].of(text), e.content[0].of(text)) for e in signed] == [
        ("Ilsa Varo", "“We shall sail in May.”"),
        ("Joren Lind", "“The survey is not over yet.”"),
    ]
