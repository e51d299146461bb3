"""Hostile words in every field of the web stay words or are refused."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.browser.conftest import Opener, Seen
from tests.browser.hostile import ADDRESSES, TEXTS

PATIENCE = 60_000
# A batch a form: six accounts have room for six hostile texts in each of their fields.
_ENCODABLE = tuple(words for words in TEXTS if not any("\ud800" <= sign <= "\udfff" for sign in words))
_BATCHES = [_ENCODABLE[at : at + 6] for at in range(0, len(_ENCODABLE), 6)]


def harmless(seen: Seen, server: str) -> None:
    """Assert that nothing ran, nothing was fetched from elsewhere, and only our own elements are on the page."""
    assert seen.page.evaluate("window.ran") is None
    assert seen.foreign(server) == []
    assert not [one for one in seen.complaints if "Failed to load resource" not in one]
    strange = seen.page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(one =>
            ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'MATH'].includes(one.tagName)
            || (one.tagName === 'SCRIPT' && !one.src.startsWith(location.origin + '/static/'))
            || (one.tagName === 'IMG' && !one.src.startsWith(location.origin + '/'))
            || (one.tagName === 'FORM' && new URL(one.getAttribute('action'), location).origin !== location.origin)
            || [...one.attributes].some(a => a.name.startsWith('on'))
            || (one.hasAttribute('href') && !/^(#|https?:|[/]|data:,$)/.test(one.getAttribute('href'))))
            .map(one => one.outerHTML.slice(0, 200))"""
    )
    assert strange == []


@pytest.mark.parametrize("batch", _BATCHES, ids=range(len(_BATCHES)))
def test_hostile_accounts_are_compared_as_text(open_page: Opener, server: str, batch: tuple[str, ...]) -> None:
    seen = open_page(server)
    page = seen.page
    page.locator(".more summary").click()
    for number, words in enumerate(batch, start=1):
        short = words.replace("\n", " ").replace("\r", " ")[:200]
        page.locator(f"[name=publisher-{number}]").fill(short)
        page.locator(f"[name=lang-{number}]").fill(short[:12])
        page.locator(f"[name=text-{number}]").fill(f"{words} The leaders spoke. {words}")
    page.locator("button.do").click()
    page.locator("table.board, .faults, .empty").first.wait_for(timeout=PATIENCE)
    harmless(seen, server)
    # The page that lists what was done last names them as well.
    page.goto(server)
    harmless(seen, server)


@pytest.mark.parametrize(
    "path",
    [
        "/search?q=",
        "/actors?q=",
        "/documents?publisher=",
        "/contacts?a=",
        "/documents?since=",
        "/documents/",
        "/contacts/",
        "/jobs/",
        "/changes/",
        "/traces/",
        "/trace?q=",
        "/formulas?publisher=",
        "/",
    ],
)
def test_hostile_addresses_of_pages_are_text(open_page: Opener, server: str, path: str) -> None:
    seen = open_page(server)
    for words in _ENCODABLE[::12]:
        seen.page.goto(server + path + quote(words[:150], safe=""))
        harmless(seen, server)


def test_a_hostile_wording_is_traced_as_text(open_page: Opener, server: str) -> None:
    seen = open_page(server)
    for words in _ENCODABLE[::24]:
        seen.page.goto(f"{server}/trace")
        seen.page.locator("main [name=q]").fill(words.replace("\n", " ").replace("\r", " ")[:200] + " strait")
        seen.page.locator("main button.do").click()
        seen.page.locator(".hits, .faults").first.wait_for(state="attached", timeout=PATIENCE)
        harmless(seen, server)


@pytest.mark.parametrize("address", ADDRESSES)
def test_hostile_addresses_of_accounts_are_refused(open_page: Opener, server: str, address: str) -> None:
    seen = open_page(f"{server}/read")
    seen.page.locator("[name=address-1]").evaluate("one => one.type = 'text'")
    seen.page.locator("[name=address-1]").fill(address)
    seen.page.locator("button.do").click()
    seen.page.wait_for_selector(".faults", timeout=PATIENCE)
    harmless(seen, server)


@pytest.mark.parametrize("words", _ENCODABLE[::16], ids=range(len(_ENCODABLE[::16])))
def test_a_hostile_name_said_by_a_person_is_text(open_page: Opener, server: str, words: str) -> None:
    seen = open_page(f"{server}/read")
    page = seen.page
    page.locator("[name=text-1]").fill("President Ilsa Varo spoke with Prime Minister Joren Lind.")
    page.locator("button.do").click()
    page.wait_for_url("**/readings/*", timeout=PATIENCE)
    page.locator("[name=exact]").fill("Varo")
    page.locator("[name=person]").fill(words.replace("\n", " ").replace("\r", " ")[:200])
    page.get_by_role("button", name="Fix the name").click()
    page.wait_for_load_state()
    harmless(seen, server)
    page.goto(f"{server}/decisions")
    harmless(seen, server)
    if (undo := page.locator(".decided button")).count():
        undo.first.click()
