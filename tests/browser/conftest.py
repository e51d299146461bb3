"""A headless Chromium for the tests of pages, and pages that tell what went wrong in them."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from readouts.report import comparison_html, reading_html
from readouts.web import Settings, create_app
from tests.report import world
from tests.web.conftest import ACTORS, filled_collection

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(slots=True)
class Seen:
    """A page, and what it did that a test must know of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def foreign(self, own: str) -> list[str]:
        """Return the requests that went elsewhere than to `own`."""
        return [url for url in self.requests if not url.startswith((own, "data:", "blob:"))]


Opener = Callable[..., Seen]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this machine; install it with: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Opener]:
    """Opens an address in a fresh profile; settings are those of a browser context."""
    contexts: list[BrowserContext] = []

    def opener(address: str | Path, **settings: object) -> Seen:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
        contexts.append(context)
        seen = Seen(context.new_page())
        seen.page.set_default_timeout(10_000)
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("dialog", lambda dialog: (seen.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        seen.page.on("pageerror", lambda error: seen.complaints.append(f"error: {error}"))
        seen.page.on(
            "console", lambda message: seen.complaints.append(message.text) if message.type == "error" else None
        )
        seen.page.goto(address.as_uri() if isinstance(address, Path) else address)
        return seen

    yield opener
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def comparison_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The comparison of the invented world, as a file."""
    path = tmp_path_factory.mktemp("pages") / "comparison.html"
    path.write_text(comparison_html(world.comparison(), world.STATES), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def reading_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reading of the invented report, as a file."""
    path = tmp_path_factory.mktemp("pages") / "reading.html"
    path.write_text(reading_html(world.report(), world.STATES), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running server with the invented collection."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    path = filled_collection(tmp_path_factory.mktemp("server") / "collection.db")
    app = create_app(Settings(path, port=port, actors_file=ACTORS, upload_limit=2_000_000))
    running = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    running.should_exit = True
    thread.join(timeout=20)
