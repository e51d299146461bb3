"""Hostile words in every field of a report stay words."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from readouts.model import (
    Account,
    Analysis,
    Collation,
    Comparison,
    Contact,
    ContactKind,
    Difference,
    DifferenceKind,
    Document,
    EchoClaim,
    Evidence,
    Mention,
    MentionKind,
    Party,
    Problem,
    Publisher,
    Reading,
    Relation,
    Repair,
    ReportReading,
    Residue,
    Row,
    Span,
    Speaker,
    Statement,
    Term,
)
from readouts.report import comparison_html, reading_html
from tests.browser.conftest import Opener, Seen
from tests.browser.hostile import ADDRESSES, TEXTS

# A dozen accounts a page keep the number of pages small.
_BATCHES = [tuple(TEXTS[at : at + 12]) for at in range(0, len(TEXTS), 12)]


def analysis(words: str, address: str) -> Analysis:
    """Put `words` into every field of an analysis that can hold some."""
    text = f"{words} said. {words}"
    span = Span(0, len(words))
    publisher = Publisher(words, words, words)
    party = Party(words, words, words)
    return Analysis(
        Document(words, text, words, None, address, publisher, words),
        residue=(Residue(Span(len(words), len(text)), words),),
        mentions=(Mention(span, MentionKind.NAME, words, words, words, Repair(words, 0.5)),),
        statements=(Statement((span,), (), (span,), (Speaker(words, words),), publisher, act=words),),
        contacts=(
            Contact(
                ContactKind.CALL, words, (party,), words, party, True, (Evidence(span, words),), (Problem("x", words),)
            ),
        ),
        problems=(Problem("x", words, (span,)),),
    )


def comparison(batch: tuple[str, ...]) -> Comparison:
    """Return accounts that each hold one hostile text in every field."""
    analyses = tuple(analysis(words, ADDRESSES[at % len(ADDRESSES)]) for at, words in enumerate(batch))
    spans = tuple((Span(0, len(words)),) for words in batch)
    cells = tuple(Reading(span) for span in spans)
    rows = tuple(
        Row(Relation.DIFFERS, words, cells, (Difference(DifferenceKind.TERM, batch, spans),), why=words)
        for words in batch
    )
    accounts = tuple(Account(words, Publisher(words), words, words) for words in batch)
    return Comparison(analyses, Collation(accounts, rows, (Problem("x", batch[0]),)))


def reading(words: str) -> ReportReading:
    """Return a report that holds a hostile text in every field."""
    of = analysis(words, ADDRESSES[0])
    span = Span(0, len(words))
    account = Account(words, Publisher(words), words, words)
    row = Row(Relation.ONLY, words, (Reading((span,)),), why=words)
    return ReportReading(
        of, Collation((account,), (row,)), claims=(EchoClaim(span, (span,)),), terms=(Term(span, words, words),)
    )


def harmless(seen: Seen) -> None:
    """Assert that the page is what we made, and nothing on it is what the words wanted."""
    page: Page = seen.page
    assert page.evaluate("window.ran") is None
    assert seen.complaints == []
    assert (
        page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(one =>
            ['IFRAME', 'OBJECT', 'EMBED', 'IMG', 'FORM', 'BASE', 'MATH'].includes(one.tagName)
            || (one.tagName === 'SCRIPT' && one.parentElement !== document.body)
            || [...one.attributes].some(a => a.name.startsWith('on'))
            || (one.hasAttribute('href') && !/^(#|https?:|data:text.csv;|data:text.markdown;|data:application|data:,$)/
                .test(one.getAttribute('href')))).map(one => one.outerHTML.slice(0, 200))"""
        )
        == []
    )


def test_there_are_enough_of_them() -> None:
    assert len(set(TEXTS)) + len(set(ADDRESSES)) >= 100


@pytest.mark.parametrize("batch", _BATCHES, ids=range(len(_BATCHES)))
def test_hostile_accounts_stay_text(open_page: Opener, tmp_path: Path, batch: tuple[str, ...]) -> None:
    path = tmp_path / "page.html"
    path.write_text(comparison_html(comparison(batch), {}), encoding="utf-8")
    seen = open_page(path)
    seen.page.wait_for_load_state("networkidle")
    harmless(seen)
    assert seen.foreign(path.as_uri()) == []
    shown = [one.strip() for one in seen.page.locator(".account .publisher").all_text_contents()]
    expected = [words.replace("\x00", "⟨U+0000⟩").strip() for words in batch if words.isprintable() or "\x00" in words]
    assert all(words in shown for words in expected)


@pytest.mark.parametrize("words", TEXTS[::12], ids=range(len(TEXTS[::12])))
def test_hostile_reports_stay_text(open_page: Opener, tmp_path: Path, words: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(reading_html(reading(words), {}), encoding="utf-8")
    seen = open_page(path)
    harmless(seen)
    assert seen.foreign(path.as_uri()) == []
