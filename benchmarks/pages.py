"""Budgets of the pages: ``python -m benchmarks.pages``. Needs Chromium for the time in the browser.

A comparison of two invented accounts of 60 sentences each is one file under 400 KB and never keeps the browser busy for
more than 100 ms at a stretch. The pages of a collection of 10,000 invented documents are rendered by the server at a
median of at most ten times a route that only says hello, both asked over the same client in the same run.
"""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import sync_playwright

from benchmarks.material import check_floors
from readouts.collection import Received, Stage, keep_findings, open_collection, pack_findings, take_in
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
    Party,
    Publisher,
    Reading,
    Relation,
    Row,
    Silence,
    Span,
)
from readouts.report import comparison_html
from readouts.web import Settings, create_app
from readouts.workflows.made_by import made_by

_SENTENCES, _DOCUMENTS, _ASKED = 60, 10_000, 60
_KILOBYTES, _LONG_TASK, _TIMES_HELLO = 400, 100, 10
_PUBLISHERS = (Publisher("Presidency of Norvia", "NRV", "NO"), Publisher("Government of Estmark", "ESM", "ES"))
_PAGES = (
    "/documents",
    "/documents?page=100",
    "/documents?publisher=NO",
    "/search?q=ferry",
    "/documents/d77",
    "/contacts",
    "/actors",
    "/",
)


def main() -> None:
    """Measure, print, and compare with the floors."""
    html = comparison_html(long_comparison(), {})
    figures = {"kilobytes_left": _KILOBYTES / (len(html.encode()) / 1000)}
    if longest := _longest_task(html):
        figures["long_task_left"] = _LONG_TASK / longest
    figures |= _served()
    check_floors("pages", figures)


def long_comparison() -> Comparison:
    """Return two accounts of 60 sentences: a third of the points shared, a third differing, the others of one alone."""
    texts = [_text("Norvia", "30 days"), _text("Estmark", "60 days")]
    spans = [_sentences(text) for text in texts]
    rows = []
    for at in range(_SENTENCES):
        one, other = Reading((spans[0][at],)), Reading((spans[1][at],))
        topic = f"topic {at // 6}"
        if at % 3 == 0:
            rows.append(Row(Relation.SAME, topic, (one, other), confidence=0.8, why="both: the ferry line"))
        elif at % 3 == 1:
            rows.append(Row(Relation.DIFFERS, topic, (one, other), (_difference(texts, spans, at),), 0.6))
        else:
            rows += [Row(Relation.ONLY, topic, (one, Silence())), Row(Relation.ONLY, topic, (Silence(), other))]
    analyses = tuple(
        Analysis(Document(f"account-{at}", text, "The call", date(2031, 5, 6), None, publisher, "en"))
        for at, (text, publisher) in enumerate(zip(texts, _PUBLISHERS, strict=True))
    )
    accounts = tuple(Account(f"account-{at}", one, one.siglum or "", "en") for at, one in enumerate(_PUBLISHERS))
    return Comparison(analyses, Collation(accounts, tuple(rows)))


def _text(state: str, term: str) -> str:
    return " ".join(
        f"On point {at} the government of {state} stressed that the ferry line over the strait has to be opened again "
        f"within {term}, as both sides had agreed at their last meeting in the spring."
        for at in range(_SENTENCES)
    )


def _sentences(text: str) -> list[Span]:
    found, start = [], 0
    for sentence in text.split(". "):
        end = min(len(text), start + len(sentence) + 1)
        found.append(Span(start, end))
        start = end + 1
    return found


def _difference(texts: list[str], spans: list[list[Span]], at: int) -> Difference:
    terms = ("30 days", "60 days")
    starts = [text.index(term, sides[at].start) for text, term, sides in zip(texts, terms, spans, strict=True)]
    words = tuple((Span(start, start + len(terms[0])),) for start in starts)
    return Difference(DifferenceKind.NUMBER, terms, words)


def _longest_task(html: str) -> float:
    """Return the longest stretch in milliseconds for which loading and using the page keeps the browser busy."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        print("pages        no Chromium on this machine: the time in the browser is not measured")
        return 0.0
    watch = """window.tasks = [0];
        new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((one) => one.duration)))
            .observe({ type: "longtask", buffered: true });"""
    longest = []
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "page.html")
        path.write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(5):
            page = browser.new_page()
            page.add_init_script(watch)
            page.goto(path.as_uri())
            page.locator("#r40 .passage").first.click()
            page.keyboard.press("Escape")
            for _ in range(5):
                page.keyboard.press("j")
            page.wait_for_timeout(300)
            longest.append(max(page.evaluate("window.tasks")))
            page.close()
        browser.close()
    # Tasks under 50 ms are not reported; the least of five leaves out what else the machine did meanwhile.
    found = max(50.0, min(longest))
    print(f"pages        longest task in the browser: at most {found:.0f} ms")
    return found


def _served() -> dict[str, float]:
    hello = FastAPI()

    @hello.get("/")
    def say() -> str:
        return "hello"

    bare_client = TestClient(hello)
    bare = _median(lambda: bare_client.get("/"))
    with TemporaryDirectory() as folder:
        settings = Settings(_filled(Path(folder, "collection.db")))
        with TestClient(create_app(settings), base_url="http://127.0.0.1:8765") as client:
            medians = {path: _median(lambda path=path: client.get(path)) for path in _PAGES}
    for path, seconds in medians.items():
        print(f"pages        {path:40} {seconds * 1000:8.2f} ms   {seconds / bare:5.1f} x hello ({bare * 1000:.2f} ms)")
    return {
        "hello_over_pages": _TIMES_HELLO * bare / statistics.median(medians.values()),
        "hello_over_slowest_page": _TIMES_HELLO * bare / max(medians.values()),
    }


def _filled(path: Path) -> str:
    """Put the documents in, each an account of a call that both sides tell of."""
    with open_collection(str(path), create=True) as collection:
        for at in range(0, _DOCUMENTS, 500):
            batch = [Received(_document(number)) for number in range(at, at + 500)]
            found = []
            for taken, one in zip(take_in(collection, batch), batch, strict=True):
                told = Analysis(one.document, contacts=(_call(one.document),))
                found.append(pack_findings(taken.entry.number, told, [Stage.CONTACTS]))
            keep_findings(collection, found, made_by(None))
    return str(path)


def _call(document: Document) -> Contact:
    assert document.published
    parties = (Party("Ilsa Varo", "NRV", "president"), Party("Joren Lind", "ESM", "prime minister"))
    return Contact(ContactKind.CALL, document.published.isoformat(), parties, told=True)


def _document(number: int) -> Document:
    publisher = _PUBLISHERS[number % 2]
    day = date(2021, 1, 1) + timedelta(days=number // 2)
    text = f"Account {number}. " + " ".join(_text(publisher.name, f"{number} days").split(". ")[:12])
    return Document(f"d{number}", text, f"Call number {number}", day, None, publisher, "en")


def _median(ask: Callable[[], object]) -> float:
    for _ in range(5):
        ask()
    times = []
    for _ in range(_ASKED):
        began = time.perf_counter()
        ask()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    main()
