"""Make the pictures of the README from the examples: ``python -m benchmarks.pictures``. Needs Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
_NORVIA, _ESTMARK = (
    "Office of the President of Norvia=examples/norvia.txt",
    "Government of Estmark=examples/estmark.txt",
)
_REPORT = "The Halden Herald=examples/report-damaged.txt"
_WIDE = {"width": 1280, "height": 1100}
_PHONE = {"width": 390, "height": 844}
_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


def main() -> None:
    """Write ``docs/comparison.png``, ``docs/reading.png`` and ``docs/phone.png``."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("No Chromium on this machine; install it with: apt-get install chromium")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        comparison, reading = Path(folder, "comparison.html"), Path(folder, "reading.html")
        _run("compare", "--date", "2031-05-06", "--html", str(comparison), _NORVIA, _ESTMARK)
        _run("read", "--date", "2031-05-07", "--html", str(reading), _REPORT)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_FLAGS))
        page = browser.new_page(viewport=_WIDE)
        page.goto(comparison.as_uri())
        _at_the_points(page)
        page.screenshot(path=ROOT / "docs/comparison.png")
        page.goto(reading.as_uri())
        page.screenshot(path=ROOT / "docs/reading.png")
        phone = browser.new_page(viewport=_PHONE, device_scale_factor=2)
        phone.goto(comparison.as_uri())
        _at_the_points(phone)
        phone.screenshot(path=ROOT / "docs/phone.png")
        browser.close()


def _at_the_points(page: Page) -> None:
    """Scroll to where the first difference can be seen together with the heads of the columns, if there is one."""
    differing = page.locator("tr.point.differs").first
    if differing.count():
        page.locator("html").evaluate("one => one.style.scrollBehavior = 'auto'")
        differing.evaluate("row => scrollTo(0, row.closest('tbody').getBoundingClientRect().top + scrollY - 120)")


def _run(*arguments: str) -> None:
    command = [sys.executable, "-m", "readouts", arguments[0], "--actors", "examples/actors.toml", *arguments[1:]]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
