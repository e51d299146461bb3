"""What axe finds on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def serious(page: Page) -> list[str]:
    """Return the serious and critical findings, each with the elements it concerns."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {[node['html'] for node in one['nodes'][:3]]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def wider_than_screen(page: Page) -> int:
    """Return by how many pixels the page reaches past its screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
