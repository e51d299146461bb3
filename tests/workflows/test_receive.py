"""What is kept as it was received, from files, folders, feeds, web archives and sitemaps; the user's publishers."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from readouts.errors import BrokenTable
from readouts.ingest import Unread, Web
from readouts.model import Publisher, Received
from readouts.workflows.gather import Said
from readouts.workflows.receive import load_publishers, receive
from tests.files import docx, odt

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAGE = EXAMPLES.joinpath("norvia.html").read_bytes()
TEXT = "President Varo called Prime Minister Lind. They spoke of the ferry line over the strait."
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Norvia</title>
<item><link>https://norvia.example/1</link><title>Call</title><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description></item>
</channel></rss>"""


def received(*arguments: object, **more: object) -> list[Received]:
    found = list(receive([str(one) for one in arguments], Said(), **more))  # type: ignore[arg-type]
    assert not [one for one in found if isinstance(one, Unread)]
    return [one for one in found if isinstance(one, Received)]


def test_a_page_is_kept_as_it_came_and_a_text_once() -> None:
    page, text = received(EXAMPLES / "norvia.html", EXAMPLES / "norvia.txt")
    assert (page.raw, page.media_type) == (PAGE, "text/html")
    assert (text.raw, text.media_type) == (None, "text/plain")


def test_a_text_in_another_encoding_is_kept_as_it_came(tmp_path: Path) -> None:
    raw = "Президент Варо позвонила премьер-министру Линду.".encode("cp1251")
    path = tmp_path / "old.txt"
    path.write_bytes(raw)
    [one] = received(path)
    assert one.raw == raw
    assert one.document.text.startswith("Президент Варо")


@pytest.mark.parametrize(
    ("file", "media_type"),
    [
        (docx(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"), WORD),
        (odt(f"<text:p>{TEXT}</text:p>"), "application/vnd.oasis.opendocument.text"),
    ],
    ids=["docx", "odt"],
)
def test_an_office_file_is_kept_as_what_it_is(tmp_path: Path, file: bytes, media_type: str) -> None:
    path = tmp_path / "call"
    path.write_bytes(file)
    [one] = received(path)
    assert one.document.text == TEXT
    assert (one.raw, one.media_type) == (file, media_type)


def test_a_folder_and_a_packed_page(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.html.gz").write_bytes(gzip.compress(PAGE))
    (tmp_path / "b.txt").write_text(TEXT)
    packed, plain = sorted(received(tmp_path), key=lambda one: one.raw is None)
    assert packed.raw == PAGE
    assert plain.document.text == TEXT


def test_items_of_a_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED)
    [one] = received(path)
    assert one.document.text == TEXT
    assert one.document.url == "https://norvia.example/1"
    assert (one.raw, one.media_type) == (f"<p>{TEXT}</p>".encode(), "text/html")


def test_pages_of_a_web_archive(tmp_path: Path) -> None:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
    url = "https://norvia.example/call"
    writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(PAGE), http_headers=headers))
    path = tmp_path / "norvia.warc.gz"
    path.write_bytes(file.getvalue())
    [one] = received(path)
    assert one.document.id == url
    assert one.raw == PAGE


class Site(BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        body = self.pages.get(self.path)
        self.send_response(200 if body is not None else 404)
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}"
    Site.pages = {
        "/sitemap.xml": sitemap("sitemapindex", f"{root}/a.xml", f"{root}/sitemap.xml"),
        "/a.xml": sitemap("urlset", f"{root}/page?a=1&amp;b=2", "file:///etc/hostname", f"{root}/missing"),
        "/page?a=1&b=2": PAGE,
    }
    yield root
    server.shutdown()
    server.server_close()


def sitemap(root: str, *addresses: str) -> bytes:
    listed = "".join(f"<url>\n<loc> {one} </loc></url>" for one in addresses)
    return (
        f'<?xml version="1.0"?>\n<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</{root}>'.encode()
    )


def test_the_pages_a_sitemap_lists(site: str) -> None:
    """An index leads to sitemaps and they to pages; one that lists itself ends, what is no web page is told."""
    found = list(receive([f"{site}/sitemap.xml"], Said(), web=Web(allow_private=True)))
    pages = {one.document.url for one in found if isinstance(one, Received)}
    assert pages == {f"{site}/page?a=1&b=2"}
    messages = [one.message for one in found if isinstance(one, Unread)]
    assert any("missing" in message and "404" in message for message in messages)
    assert any("file:///etc/hostname" in message for message in messages)
    assert len(found) < 10


def test_a_page_that_did_not_change_since_is_not_asked_for(site: str) -> None:
    page = f"{site}/page?a=1&b=2"
    asked: list[tuple[str, date]] = []

    def kept(url: str, changed: date) -> bool:
        asked.append((url, changed))
        return url == page

    loc = page.replace("&", "&amp;")
    Site.pages["/dated.xml"] = (
        f"<urlset><url><loc>{loc}</loc><lastmod>2031-05-06T10:00:00Z</lastmod></url>"
        f"<url><loc>{site}/missing</loc></url><url><lastmod>2031-05-07</lastmod><loc>{site}/none</loc></url></urlset>"
    ).encode()
    found = list(receive([f"{site}/dated.xml"], Said(), web=Web(allow_private=True, is_kept=kept)))
    assert asked == [(page, date(2031, 5, 6))]
    assert [one.name for one in found if isinstance(one, Unread)] == [f"{site}/missing", f"{site}/none"]
    assert len(found) == 2


def test_pages_inside_the_own_network_are_not_asked_unless_allowed(site: str) -> None:
    [unread] = receive([f"{site}/sitemap.xml"], Said())
    assert isinstance(unread, Unread)
    assert "private or local" in unread.message


COLUMNS = "name\tstate\tsiglum\tlanguage\thosts\twords\n"
OWN = f"{COLUMNS}Presidency of Norvia\tNVA\tNV\ten\tnorvia.example\tVaro office; NV\n"


def test_the_users_own_publishers(tmp_path: Path) -> None:
    table, feed = tmp_path / "publishers.tsv", tmp_path / "feed.xml"
    table.write_text(OWN)
    feed.write_text(FEED)
    own = load_publishers(str(table))
    presidency = Publisher("Presidency of Norvia", "NVA", "NV")
    text = EXAMPLES / "norvia.txt"
    found = received(feed, f"nv={text}", f"Estmark={feed}", text, publishers=own)
    assert [one.document.publisher for one in found] == [presidency, presidency, Publisher("Estmark"), None]
    assert received(feed)[0].document.publisher == Publisher("Norvia")


def test_a_broken_table_of_publishers_names_file_and_line(tmp_path: Path) -> None:
    table = tmp_path / "publishers.tsv"
    table.write_text(OWN + "Estmark\tEST\n")
    with pytest.raises(BrokenTable, match=r"publishers\.tsv, line 3"):
        load_publishers(str(table))
    with pytest.raises(BrokenTable, match="cannot be read"):
        load_publishers(str(tmp_path / "missing.tsv"))
