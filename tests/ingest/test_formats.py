"""Nothing is lost or invented between the bytes of a file and its document, and every place leads back.

`files/communique.*` and `files/gazette.*` were made with LibreOffice from the `.fodt` beside them, written for this
project (`soffice --headless --convert-to pdf gazette.fodt`); the gazette has soft hyphens, so that words are broken.
"""

from __future__ import annotations

import io
import re
from email.message import EmailMessage
from html import escape
from pathlib import Path

import docx as python_docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odf import opendocument, teletype
from odf import text as odf_text
from trafilatura.utils import load_html

from readouts.errors import UnreadableInput
from readouts.ingest import Source, mark_residue, read_documents
from readouts.ingest.docx import read_docx
from readouts.ingest.feed import read_feed
from readouts.ingest.mail import read_mail
from readouts.ingest.markdown import read_markdown
from readouts.ingest.odt import read_odt
from readouts.ingest.page import read_page, text_of_fragment
from readouts.ingest.pdf import _joint, read_pdf
from readouts.ingest.warc import read_warc
from readouts.model import Document
from tests.files import docx, odt, pdf_of, record, stream

FILES = Path(__file__).parent / "files"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
# Words of several scripts, and every character that means something to XML.
WORDS = st.text("aVé瓦Лع&<>\"'.-", min_size=1, max_size=12)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=6)
ASCII_WORDS = st.lists(st.text("abcVxyz.,", min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def read(name: str) -> Document:
    [document] = read_documents(Source(str(FILES / name)))
    assert isinstance(document, Document)
    return document


def paragraphs_of(name: str) -> list[str]:
    return read(name).text.split("\n\n")


@given(PARAGRAPHS)
def test_a_word_file_gives_its_paragraphs(paragraphs: list[str]) -> None:
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>' for words in paragraphs)
    [found] = read_docx(io.BytesIO(docx(body)))
    assert found.text == "\n\n".join(paragraphs)
    assert [place.span.of(found.text) for place in found.places] == paragraphs
    assert [place.element for place in found.places] == [f"paragraph {at + 1}" for at in range(len(paragraphs))]


@given(PARAGRAPHS)
def test_an_opendocument_file_gives_its_paragraphs(paragraphs: list[str]) -> None:
    body = "".join(f"<text:p>{escape(words)}</text:p>" for words in paragraphs)
    [found] = read_odt(io.BytesIO(odt(body)))
    assert found.text == "\n\n".join(paragraphs)
    assert [place.span.of(found.text) for place in found.places] == paragraphs


@given(PARAGRAPHS)
def test_a_piece_of_markup_gives_all_its_words(paragraphs: list[str]) -> None:
    html = "".join(f"<p>{escape(words)}</p>" for words in paragraphs)
    assert text_of_fragment(html) == "\n\n".join(paragraphs)


@settings(max_examples=25)
@given(PARAGRAPHS)
def test_an_item_of_a_feed_gives_its_words(paragraphs: list[str]) -> None:
    body = escape("".join(f"<p>{escape(words)}</p>" for words in paragraphs))
    item = f"<item><link>https://president.nv/1</link><description>{body}</description></item>"
    [found] = read_feed(io.BytesIO(f'<rss version="2.0"><channel>{item}</channel></rss>'.encode()))
    assert found.text == "\n\n".join(paragraphs)
    assert found.identifier == found.url == "https://president.nv/1"


@settings(max_examples=25)
@given(st.text("aVé瓦Л &<>\n.-=", min_size=1, max_size=80).map(str.strip).filter(bool))
def test_an_e_mail_gives_its_text(text: str) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Readout", "Office <press@president.nv>"
    message["Date"] = "Tue, 06 May 2031 10:00:00 +0000"
    message.set_content(text)
    [found] = read_mail(io.BytesIO(bytes(message)))
    assert found.text.strip() == text
    assert (found.title, str(found.published), found.site) == ("Readout", "2031-05-06", "Office")


PAGE = f"<html lang=en><body><p>{'Varo spoke with Lind about the ferries in the strait. ' * 8}</p></body>"
HEAD = b"From: Office <press@president.nv>\r\nMIME-Version: 1.0\r\n"


def test_what_an_e_mail_quotes_and_its_signature_are_not_its_text() -> None:
    message = EmailMessage()
    said = "Varo met Lind in Halden.\n\nThey will meet again in Tarn before the end of May.\n"
    message.set_content(said + "\n> Have they met?\n>\n\n-- \nPress office\nHalden 1\n")
    [found] = read_mail(io.BytesIO(bytes(message)))
    marked = [mark.span.of(found.text) for mark in found.residue]
    assert marked == ["> Have they met?", "--", "Press office", "Halden 1"]


def test_an_e_mail_that_only_quotes_has_the_quoted_for_its_text() -> None:
    message = EmailMessage()
    message.set_content("See below.\n\n> Varo met Lind in Halden.\n> They will meet again.\n")
    [found] = read_mail(io.BytesIO(bytes(message)))
    assert found.residue == ()


def mail() -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "Readout", "press@president.nv"
    return message


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_an_encoded_e_mail_is_read_to_the_character(encoding: str) -> None:
    message = mail()
    message.set_content("Café = 50 % — 瓦罗 met Линд", cte=encoding)
    [found] = read_mail(io.BytesIO(bytes(message)))
    assert (found.text, found.site) == ("Café = 50 % — 瓦罗 met Линд\n", "president.nv")


def test_an_e_mail_that_only_points_to_its_page_is_read_there_and_its_attachments_are_named() -> None:
    message = mail()
    message.set_content("Your program shows no pages.")
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="../communiqué.pdf")
    [found] = read_mail(io.BytesIO(bytes(message)))
    assert found.text.startswith("Varo spoke with Lind")
    [problem] = found.problems
    assert "communiqué.pdf" in problem.message
    cover = mail()
    cover.add_attachment(message)
    [within] = read_mail(io.BytesIO(bytes(cover)))
    assert within.text == found.text


def test_an_e_mail_of_attachments_alone_names_them() -> None:
    message = mail()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(UnreadableInput, match=r"holds no text \(attachments: a\.pdf\)"):
        list(read_mail(io.BytesIO(bytes(message))))


@pytest.mark.parametrize(("said", "is_"), [("us-ascii", "cp1251"), ("utf-8", "koi8-r"), ("x-nothing", "utf-8")])
def test_an_e_mail_that_lies_about_its_encoding_is_read(said: str, is_: str) -> None:
    text = "Президент Варо провела телефонный разговор с премьер-министром Линдом о проливе. " * 5
    raw = HEAD + f"Content-Type: text/plain; charset={said}\r\n\r\n".encode() + text.encode(is_)
    [found] = read_mail(io.BytesIO(raw))
    assert found.text.strip() == text.strip()


def test_an_e_mail_in_pieces_is_one_text() -> None:
    pieces = b"--x\r\nContent-Type: text/plain\r\n\r\nVaro met Lind.\r\n" * 2 + b"--x--"
    [found] = read_mail(io.BytesIO(HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + pieces))
    assert (found.text, found.problems) == ("Varo met Lind.\nVaro met Lind.", ())


@settings(max_examples=25)
@given(st.lists(ASCII_WORDS, min_size=1, max_size=5))
def test_a_pdf_gives_its_lines_with_page_and_box(lines: list[str]) -> None:
    shown = "".join(f"({words}) Tj 0 -20 Td " for words in lines)
    file = pdf_of(stream(f"BT /F 12 Tf 50 600 Td {shown} ET".encode()))
    [found] = read_pdf(io.BytesIO(file))
    assert squeezed(found.text) == squeezed("".join(lines))
    page = pypdfium2.PdfDocument(file)[0].get_textpage()
    for place in found.places:
        assert place.page == 1
        assert place.box is not None
        left, bottom, right, top = place.box
        inside = page.get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
        assert squeezed(place.span.of(found.text)) in squeezed(inside)


@given(st.text("# a瓦\n-*[]:", max_size=80))
def test_markdown_is_read_as_it_stands(text: str) -> None:
    assert read_markdown(text).text == text


def test_a_web_archive_gives_its_pages_with_their_addresses() -> None:
    page = (EXAMPLES / "norvia.html").read_bytes()
    [first, second] = read_warc(io.BytesIO(record(page) + record(b"Varo met Lind.", kind="text/plain")))
    assert first.text == read_page(page.decode("utf-8")).text
    assert second.text == "Varo met Lind."
    assert second.identifier == "http://president.nv/"


def test_every_paragraph_of_a_page_leads_back_to_its_element() -> None:
    html = (EXAMPLES / "norvia.html").read_text(encoding="utf-8")
    found = read_page(html)
    page = load_html(html)
    assert "".join(place.span.of(found.text) for place in found.places) == found.text.replace("\n\n", "")
    for place in found.places:
        [element] = page.xpath(place.element)
        assert squeezed(place.span.of(found.text)) in squeezed("".join(element.itertext()))


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_an_office_file_leads_back_to_its_paragraphs(ending: str) -> None:
    found = read(f"communique.{ending}")
    if ending == "docx":
        own = [paragraph.text for paragraph in python_docx.Document(str(FILES / "communique.docx")).paragraphs]
    else:
        file = opendocument.load(str(FILES / "communique.odt"))
        own = [teletype.extractText(element) for element in file.getElementsByType(odf_text.P)]
    said = [cell for place in found.places for cell in place.span.of(found.text).split("\t")]
    assert len([words for words in own if words.strip()]) >= 6
    for words in (paragraph.strip() for paragraph in own if paragraph.strip()):
        # The mark of a note stands in the paragraph; its text is read further below.
        assert any(words.startswith(span) for span in said), words


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_what_libreoffice_writes_is_read_in_order(ending: str) -> None:
    found = read(f"communique.{ending}")
    order = ["Joint communiqué", "President Ilsa Varo", "Both sides", "They instructed", "reiterated that", "harbour"]
    places = [found.text.index(words) for words in (*order, "Halden\t20 May" if ending == "pdf" else "20 May")]
    # In a PDF the note of the first page stands before the table of the second.
    assert places == sorted(places)
    assert "to re-establish communications between the ports of Halden and Tarn" in found.text
    assert "appoint an independent investigator, and to publish" in found.text
    assert {mark.span.of(found.text)[:16] for mark in found.residue} >= {"The Harbour Post"}
    assert [mark.span.of(found.text) for mark in found.headings] == ["Joint communiqué of Norvia and Estmark"]
    assert found.title == "Joint communiqué of Norvia and Estmark"
    assert any(place.span.of(found.text).endswith("under the Treaty of Tarn.") for place in found.places)


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_boxes_lists_tables_and_fields_are_paragraphs_of_their_own(ending: str) -> None:
    found = paragraphs_of(f"gazette.{ending}")
    bullet = "• " if ending == "pdf" else ""
    for words in ("ferries between Halden and Tarn;", "the lighthouses on Cape Lune;", "the rules for fishing boats."):
        assert bullet + words in found
    assert {"Call\tDay\tMinutes", "Varo and Lind\t6 May 2031\t40", "Marena and Grave\t9 May 2031\t25"} <= {*found}
    assert "A box tells of the harbour." in found
    [printed] = [words for words in found if words.startswith("The Gazette was printed on")]
    assert re.search(r"0?[56]/0?[56]/31 at Halden\.$", printed)


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_rows_of_tables_and_notes_are_the_documents_own(ending: str) -> None:
    """They look like a page's menus; that the file calls them rows and notes counts more."""
    for name, words in (("gazette", "Varo and Lind\t6 May 2031\t40"), ("communique", "Halden\t20 May")):
        found = read(f"{name}.{ending}")
        own = [place.span for place in found.places if place.is_own]
        assert any(words in span.of(found.text) for span in own)
        residue, _ = mark_residue(found.text, "en", found.residue, found.headings, own)
        assert {mark.span for mark in residue} == {mark.span for mark in found.residue}


def test_words_far_apart_on_one_line_of_a_pdf_are_no_table() -> None:
    row = b"BT /F 12 Tf 50 %d Td (Home) Tj 120 0 Td (Sport) Tj ET "
    alone = b"BT /F 12 Tf 50 600 Td (President Varo spoke with Prime Minister Lind in Halden.) Tj ET "
    for lines, elements in ((row % 700 + alone, {None}), (row % 700 + row % 670 + alone, {"row", None})):
        [found] = read_pdf(io.BytesIO(pdf_of(stream(lines))))
        assert {place.element for place in found.places} == elements


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_what_was_deleted_or_remarked_is_not_the_text_and_what_was_added_is(ending: str) -> None:
    text = read(f"gazette.{ending}").text
    assert "never to be read again" not in text
    assert "a remark of nobody" not in text
    assert "A joint commission will meet twice a year to set the quantities." in text
    assert "The accord was made public on the following morning by both governments." in text


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_broken_words_are_whole_in_columns_and_notes_stand_apart(ending: str) -> None:
    found = read(f"gazette.{ending}")
    paragraphs = found.text.split("\n\n")
    assert "\u00ad" not in found.text
    for words in ("The two leaders discussed the situation", "The President stressed that", "The ambassador agreed"):
        assert words in found.text
    [first] = [words for words in paragraphs if words.startswith("President Ilsa Varo spoke by telephone")]
    assert first.endswith("They also exchanged views on the talks that are to be held in Halden.")
    # Goes on at the head of the second column, and on the next page.
    [council] = [words for words in paragraphs if words.startswith("On the evening of 4 March")]
    assert council.endswith("It was decided to hold such a conference every week.")
    assert any(words.endswith("Envoy since 2030; his earlier reports are numbered 7 to 12.") for words in paragraphs)
    residue = [mark.span.of(found.text) for mark in found.residue]
    assert "The Strait Gazette, no. 31" in residue
    assert {words.rstrip("0123456789") for words in residue} == {"The Strait Gazette, no. ", "Page "}
    assert [mark.span.of(found.text) for mark in found.headings] == [
        *("The Strait Gazette of Treaties", "Calls and meetings", "The north of Velmara")
    ]
    assert (found.title, found.language) == ("The Strait Gazette of Treaties", "en")


def test_soft_hyphens_of_a_page_are_not_read() -> None:
    words = "The minis&shy;ters agreed to open the bor&shy;der at Tarn for trucks in the month of May. " * 4
    found = read_page(f"<html><body><article><p>{words}</p></article></body></html>")
    assert found.text.startswith("The ministers agreed to open the border")
    assert [place.element for place in found.places] == ["/html/body/article/p"]


def test_a_word_file_that_says_nothing_of_itself_gets_no_title_and_no_day() -> None:
    [found] = read_docx(io.BytesIO(docx("<w:p><w:r><w:t>Varo met Lind.</w:t></w:r></w:p>")))
    assert (found.title, found.published, found.problems) == (None, None, ())


def test_the_places_of_a_real_pdf_hold_its_words() -> None:
    found = read("communique.pdf")
    file = pypdfium2.PdfDocument(FILES / "communique.pdf")
    pages = [page.get_textpage() for page in file]
    for place in found.places:
        assert place.page is not None
        assert place.box is not None
        left, bottom, right, top = place.box
        inside = squeezed(pages[place.page - 1].get_text_bounded(left - 1, bottom - 1, right + 1, top + 1))
        for word in place.span.of(found.text).split():
            assert word in inside


@pytest.mark.parametrize(
    ("before", "after", "hyphenated", "joined"),
    [
        ("the agree-", "ment of Tarn", set(), "the agree"),
        ("to re-", "establish", {"re-establish"}, "to re-"),
        ("the Varo-", "Lind line", set(), "the Varo-"),
        ("the line", "of Tarn", set(), "the line "),
        ("瓦罗总统", "表示", set(), "瓦罗总统"),
    ],
)
def test_words_broken_at_a_lines_end(before: str, after: str, hyphenated: set[str], joined: str) -> None:
    assert _joint(before, after, hyphenated) == joined
