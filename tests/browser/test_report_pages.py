"""The self-contained pages in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import serious, wider_than_screen
from tests.browser.conftest import Opener

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.fixture(params=["comparison_page", "reading_page"])
def either(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def test_a_page_asks_for_nothing_and_breaks_no_policy(open_page: Opener, either: Path) -> None:
    seen = open_page(either)
    seen.page.wait_for_load_state("networkidle")
    assert seen.foreign(either.as_uri()) == []
    assert seen.complaints == []


def test_the_policy_runs_no_script_but_its_own(open_page: Opener, either: Path) -> None:
    seen = open_page(either)
    seen.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">');"
        "const one = document.createElement('script'); one.textContent = 'window.ran = 1'; document.body.append(one)"
    )
    seen.page.wait_for_timeout(100)
    assert seen.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in seen.complaints)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("settings", [{}, PHONE], ids=["wide", "phone"])
def test_nothing_serious_stands_in_anybodys_way(
    open_page: Opener, either: Path, scheme: str, settings: dict[str, object]
) -> None:
    seen = open_page(either, color_scheme=scheme, **settings)
    assert serious(seen.page) == []


def test_a_page_fits_a_phone(open_page: Opener, either: Path) -> None:
    assert wider_than_screen(open_page(either, **PHONE).page) == 0


def test_a_click_shows_the_passage_in_its_place(open_page: Opener, comparison_page: Path) -> None:
    page = open_page(comparison_page).page
    page.locator("#r2 .passage").first.click()
    expect(page.locator("body")).to_have_class("docked")
    expect(page.locator(".frame-title")).to_contain_text("Point 2")
    lit = page.locator(".full .here")
    expect(lit.first).to_be_in_viewport()
    words = " ".join(page.locator("#text-0 .here").all_text_contents())
    assert "urged" in words
    assert "60" in " ".join(page.locator("#text-1 .here").all_text_contents())
    page.keyboard.press("Escape")
    expect(page.locator("body")).not_to_have_class("docked")


def test_a_passage_of_the_text_leads_back_to_its_point(open_page: Opener, comparison_page: Path) -> None:
    page = open_page(comparison_page).page
    page.locator("#text-1 a.to-row", has_text="3").click()
    expect(page.locator("#r3")).to_be_focused()


def test_pointing_at_a_cell_lights_its_passage(open_page: Opener, comparison_page: Path) -> None:
    page = open_page(comparison_page).page
    page.locator("#r4 .passage").first.hover()
    expect(page.locator("#text-0 .lit").first).to_have_text("Both leaders agreed to meet in Halden in the spring.")


def test_the_keyboard_is_enough(open_page: Opener, comparison_page: Path) -> None:
    page = open_page(comparison_page).page
    page.keyboard.press("j")
    expect(page.locator("#r1")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_class("docked")
    expect(page.locator(".full .here").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#r2")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("#r1")).to_be_focused()


@pytest.mark.parametrize(("key", "numbers"), [("same", [1, 4]), ("differs", [2]), ("only-0", [5, 6]), ("only-1", [3])])
def test_the_filters_show_what_they_count(
    open_page: Opener, comparison_page: Path, key: str, numbers: list[int]
) -> None:
    page = open_page(comparison_page, java_script_enabled=False).page
    label = page.locator(f"label:has(#show-{key})")
    assert label.locator("b").inner_text() == str(len(numbers))
    label.click()
    shown = [row.get_attribute("id") for row in page.locator("tr.point").all() if row.is_visible()]
    assert shown == [f"r{number}" for number in numbers]


def test_it_reads_without_script(open_page: Opener, comparison_page: Path) -> None:
    page = open_page(comparison_page, java_script_enabled=False).page
    page.locator("#r2 a.go").first.click()
    expect(page.locator("#text-0 :target")).to_be_in_viewport()


def test_a_cell_is_copied_as_a_citation(open_page: Opener, comparison_page: Path) -> None:
    page = open_page(comparison_page, permissions=["clipboard-read", "clipboard-write"]).page
    page.locator("#r5 .cell").first.hover()
    page.get_by_role("button", name="Copy point 5 of NO as a citation").click()
    expect(page.get_by_role("status")).to_have_text("Copied as a citation")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "“President Var0 thanked Estmark for the rescue of the crew.” "
        "(Office of the President of Norvia, Readout of the call, 6 May 2031, https://president.example/no-1)"
    )


def test_the_table_is_taken_away_from_the_page_itself(open_page: Opener, comparison_page: Path) -> None:
    page = open_page(comparison_page, accept_downloads=True).page
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    assert waiting.value.suggested_filename == "readouts.csv"
    assert waiting.value.path().read_text(encoding="utf-8").startswith("point,topic,relation,NO,ES,differences")


def test_a_statement_and_its_note_light_each_other(open_page: Opener, reading_page: Path) -> None:
    page = open_page(reading_page).page
    page.locator("#s1").hover()
    lit = " ".join(page.locator(".full .body .lit").all_text_contents())
    assert "urged" in lit
    assert "within 30 days" in lit


def test_print_hides_what_only_works_on_a_screen(open_page: Opener, comparison_page: Path) -> None:
    page = open_page(comparison_page).page
    page.emulate_media(media="print")
    for selector in (".filters", ".go", ".keys"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.locator("#text-0")).to_be_visible()
