"""The jobs as a person does them in the pages: with the keyboard, on a phone, without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import serious, wider_than_screen
from tests.browser.conftest import Opener
from tests.web.conftest import EXAMPLES

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
NORVIA = (EXAMPLES / "norvia.txt").read_text(encoding="utf-8")
REPORT = (EXAMPLES / "report-damaged.txt").read_text(encoding="utf-8")
PATIENCE = 60_000
ROOMS = (
    "/",
    "/read",
    "/contacts",
    "/documents",
    "/documents/norvia",
    "/search?q=fisheries",
    "/changes/norvia",
    "/trace",
    "/formulas",
    "/actors?q=varo",
    "/decisions",
    "/api",
)


def press_until(page: Page, key: str, selector: str, most: int = 60) -> None:
    """Press a key until the focus is on what `selector` names."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("one => document.activeElement.matches(one)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {key}")


@pytest.mark.parametrize("settings", [{}, PHONE], ids=["wide", "phone"])
def test_compare_pasted_with_a_file(open_page: Opener, server: str, settings: dict[str, object]) -> None:
    seen = open_page(server, **settings)
    page = seen.page
    page.get_by_label("Publisher").first.fill("Norvia")
    page.get_by_label("Paste it").first.fill(NORVIA)
    page.locator("[name=file-2]").set_input_files(EXAMPLES / "estmark.txt")
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/comparisons/*", timeout=PATIENCE)
    expect(page.locator(".summary").first).to_contain_text("points:")
    page.locator(".passage").first.click()
    expect(page.locator(".full .here").first).to_be_in_viewport()
    assert wider_than_screen(page) == 0
    assert serious(page) == []
    assert seen.complaints == []
    assert seen.foreign(server) == []


def test_compare_with_the_keyboard_alone(open_page: Opener, server: str) -> None:
    page = open_page(server).page
    for number, words in ((1, NORVIA), (2, NORVIA.replace("40 minutes", "an hour"))):
        press_until(page, "Tab", f"[name=text-{number}]")
        page.keyboard.insert_text(words)
    press_until(page, "Tab", "button.do")
    page.keyboard.press("Enter")
    page.wait_for_url("**/comparisons/*", timeout=PATIENCE)
    page.keyboard.press("j")
    expect(page.locator("#r1")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".full .here").first).to_be_focused()
    page.keyboard.press("Escape")
    press_until(page, "Tab", "#r1 .decide summary")
    page.keyboard.press("Enter")
    press_until(page, "Tab", "#r1 button[value=dismiss]")
    page.keyboard.press("Enter")
    expect(page.locator(".decided")).to_contain_text("dismissed the point")
    press_until(page, "Tab", ".decided button", most=300)
    page.keyboard.press("Enter")
    expect(page.locator(".decided")).to_have_count(0)


@pytest.mark.parametrize("settings", [{}, PHONE], ids=["wide", "phone"])
def test_read_a_report(open_page: Opener, server: str, settings: dict[str, object]) -> None:
    page = open_page(f"{server}/read", **settings).page
    page.get_by_label("Paste it").fill(REPORT)
    page.get_by_role("button", name="Read").click()
    page.wait_for_url("**/readings/*", timeout=PATIENCE)
    expect(page.locator(".summary").first).to_contain_text("It cites")
    assert serious(page) == []
    assert wider_than_screen(page) == 0


def test_it_is_done_without_script_too(open_page: Opener, server: str) -> None:
    page = open_page(server, java_script_enabled=False).page
    for number in (1, 2):
        page.locator(f"[name=text-{number}]").fill(NORVIA)
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/comparisons/*", timeout=PATIENCE)
    expect(page.locator("tr.point").first).to_be_visible()


def test_from_the_timeline_to_the_accounts_side_by_side(open_page: Opener, server: str) -> None:
    page = open_page(f"{server}/contacts").page
    page.get_by_label("party", exact=True).fill("Norvia")
    page.get_by_role("button", name="Show").click()
    page.locator(".timeline").get_by_role("link", name="call", exact=True).click()
    page.get_by_role("button", name="Set them side by side").click()
    page.wait_for_url("**/comparisons/*", timeout=PATIENCE)
    expect(page.locator("h1")).to_have_text("Two accounts of the call of 6 May 2031")


def test_search_leads_to_the_words_in_their_document(open_page: Opener, server: str) -> None:
    page = open_page(f"{server}/search").page
    page.get_by_label("words").fill("fisheries")
    page.keyboard.press("Enter")
    expect(page.locator(".hit mark").first).to_have_text("Fisheries")
    assert "q=fisheries" in page.url
    page.locator(".hits a").first.click()
    expect(page.locator(".full")).to_contain_text("Fisheries")


@pytest.mark.parametrize("settings", [{}, PHONE], ids=["wide", "phone"])
def test_trace_a_wording(open_page: Opener, server: str, settings: dict[str, object]) -> None:
    page = open_page(f"{server}/trace", **settings).page
    page.get_by_label("phrase").fill("Joint Fisheries Commission")
    page.keyboard.press("Enter")
    page.wait_for_url("**/traces/*", timeout=PATIENCE)
    expect(page.locator(".hit mark").first).to_have_text("Joint Fisheries Commission")
    assert wider_than_screen(page) == 0
    assert not serious(page)


def test_from_formulas_to_their_uses(open_page: Opener, server: str) -> None:
    page = open_page(f"{server}/formulas").page
    page.get_by_role("button", name="Look for formulas").click()
    page.wait_for_url("**/formulas/*", timeout=PATIENCE)
    expect(page.locator("h1")).to_have_text("Formulas")
    expect(page.locator(".summary")).to_contain_text("documents")
    assert not serious(page)


def test_words_marked_in_a_text_name_somebody(open_page: Opener, server: str) -> None:
    page = open_page(f"{server}/documents").page
    for name in ("Call with Estmark", "Telephone conversation"):
        page.get_by_label(f"Choose {name}").check()
    page.get_by_role("button", name="Compare the chosen").click()
    page.wait_for_url("**/comparisons/*", timeout=PATIENCE)
    page.evaluate(
        """() => {
            const walker = document.createTreeWalker(document.querySelector(".fulls"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf("commuters");
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + "commuters".length);
                getSelection().addRange(range);
                return;
            }
        }"""
    )
    page.get_by_role("button", name="Correct these words").click()
    expect(page.locator("[name=exact]")).to_have_value("commuters")
    expect(page.locator("[name=start]")).to_have_value(str(NORVIA.index("commuters")))
    page.get_by_label("name", exact=True).fill("Somebody")
    page.get_by_role("button", name="Fix the name").click()
    expect(page.locator(".fulls")).to_contain_text("[Somebody]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_anybodys_way(open_page: Opener, server: str, scheme: str) -> None:
    seen = open_page(server, color_scheme=scheme)
    found = {}
    for room in ROOMS:
        seen.page.goto(server + room)
        found[room] = serious(seen.page)
    assert not any(found.values()), found
    assert seen.complaints == []
    assert seen.foreign(server) == []


def test_every_room_fits_a_phone(open_page: Opener, server: str) -> None:
    page = open_page(server, **PHONE).page
    for room in ROOMS:
        page.goto(server + room)
        assert wider_than_screen(page) == 0, room
