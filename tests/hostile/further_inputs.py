"""More hostile files: what libraries are known to be slow at, and what reaches outside when it is opened."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator

from tests.files import CATALOG, FONT, PAGE, TEXT, docx, odt, pdf, pdf_of, record, stream

Input = tuple[str, bytes]
PARAGRAPH = "President Ilsa Varo spoke with Prime Minister Joren Lind about the ferry line between Halden and Tarn. "
REMOTE = "http://127.0.0.1:9/x"


def further_texts() -> Iterator[Input]:
    yield "composed.txt", ("e\u0301 \u212b \ufb01 \u1100\u1161\u11a8 \u0958 ".encode() + b"Varo met Lind. ") * 3_000
    yield "long-composed.txt", ("\u0f71\u0f72\u0f74" * 30_000).encode()
    yield "cut-sentences.txt", b"They met with A. Talks were held. " * 20_000
    yield "letters-apart.txt", b"V a r o " * 100_000
    yield "broken-words.txt", b"agree- ment " * 80_000
    yield (
        "many-names.txt",
        "".join(f"President Va{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}o said so. " for n in range(20_000)).encode(),
    )
    yield "one-office.txt", b"President " * 100_000
    yield "said-twice.txt", b"best and best and " * 50_000
    yield "see-also.txt", b"See also " * 100_000
    yield "mixed-scripts.txt", "Лindа".encode() * 100_000
    yield "digits.txt", b"a1a0" * 200_000
    yield "misread.txt", b"tlie rninister govemment cl" * 30_000
    yield "stops.txt", b". " * 500_000
    yield "apostrophes.txt", "a’b’".encode() * 200_000
    yield "rows.md", b"|" * 300_000 + b"\n" + b"|-" * 200_000
    yield "quotes.md", b">" * 300_000 + b"x"
    yield "front-marks.md", b"---\n" + b"title: '" + b"'" * 100_000 + b"\n---\nx"


def further_pages() -> Iterator[Input]:
    body = f"<p>{PARAGRAPH * 5}</p>" * 5

    def page(inside: str, head: str = "") -> bytes:
        return f"<!doctype html><html lang=en><head>{head}</head><body>{inside}</body></html>".encode()

    yield "many-attributes.html", page("<p " + " ".join(f"a{n}=b" for n in range(150_000)) + f">{PARAGRAPH}</p>")
    yield "same-attributes.html", page("<p " + "class=x " * 200_000 + f">{PARAGRAPH}</p>")
    yield (
        "svg.html",
        page(f"<svg onload=alert(1)><script href={REMOTE} /><image href={REMOTE} /><use href=#x /></svg>{body}"),
    )
    yield "math.html", page(f"<math><mtext><script>alert(1)</script><annotation-xml encoding=text/html>{body}</math>")
    yield "formatting.html", page("<a><b><i><p>" * 8_000 + PARAGRAPH)
    yield "misnested.html", page("<b><table><i>x</b></i>" * 6_000 + body)
    yield "long-title.html", page(body, f"<title>{'x - ' * 200_000}</title>")
    yield "many-titles.html", page(body, "<title>x</title>" * 10_000)
    yield "long-author.html", page(body, f"<meta name=author content='{'By A. and ' * 50_000}'>")
    yield "digits.html", page(f"{body}<p>{'2031' * 200_000}</p>")
    yield "many-days.html", page(body + "<p>Published 6 May 2031, 06.05.2031, 2031-05-06, May 6th, 2031</p>" * 8_000)
    yield "many-times.html", page("<time datetime='2031-05-06T10:00'>6 May</time>" * 15_000 + body)
    yield "odd-times.html", page("<time datetime='99999999999-99-99'>x</time>" * 10_000 + body)
    yield "spaces.html", page(f"{body}<p>{' ' * 1_500_000}x</p>")
    yield "link-text.html", page(body + f"<a href='{'a/' * 300_000}'>x</a>")
    yield "canonical.html", page(body, f"<link rel=canonical href='http://{'a.' * 100_000}nv/'>")
    yield "canonical-script.html", page(body, "<link rel=canonical href='javascript:alert(1)'>")
    yield "site-name.html", page(body, f"<meta property=og:site_name content='{'|' * 500_000}'>")
    item = json.dumps(
        {"@type": "NewsArticle", "datePublished": "2031-05-06", "headline": "x" * 100, "author": [{}] * 50}
    )
    yield "many-json-ld.html", page(body, f"<script type=application/ld+json>{item}</script>" * 1_000)
    yield (
        "long-json-ld.html",
        page(body, '<script type=application/ld+json>{"name": "' + "x" * 1_500_000 + '"</script>'),
    )
    yield "quotes-json-ld.html", page(body, "<script type=application/ld+json>" + '"@type":' * 100_000 + "</script>")
    yield "data.html", page(f"<img src='data:image/png;base64,{'A' * 1_500_000}'>{body}")
    yield "style.html", page(f"<style>{'a{b:c}' * 200_000}@import url({REMOTE});</style>{body}")
    yield "lists.html", page("<ul><li>" * 5_000 + PARAGRAPH)
    yield "rows.html", page("<table>" + "<tr><td>x<td>y" * 12_000 + "</table>")
    yield "tables.html", page("<table><tr><td>" * 3_000 + PARAGRAPH)
    yield "headings.html", page("<h1>x</h1>" * 15_000)
    yield "breaks.html", page("x<br>" * 35_000)
    yield "noscript.html", page("<noscript>" * 10_000 + body)
    yield "no-space.html", page(f"<p>{'x' * 1_800_000}</p>")
    yield "references.html", page("&#" + "9" * 1_000_000 + ";" + body)
    yield "half-references.html", page("&am" * 500_000)
    yield "shy.html", page(f"<p>{'Va&shy;ro ' * 100_000}</p>")
    yield "zeros-in-tags.html", page(body).replace(b"<p>", b"<p\x00 \x00x=\x00>")
    yield "end-tags.html", page("</p>" * 35_000 + body)
    yield (
        "embedded.html",
        page(f"<object data={REMOTE}></object><embed src={REMOTE}><video src={REMOTE}></video>{body}"),
    )


def further_json_lines() -> Iterator[Input]:
    yield "closed.jsonl", b'{"text": "x", "more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    yield "objects.jsonl", b'{"text": "x", "more": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}"
    yield "one-line.jsonl", b'{"text": "' + b"x" * 100_000_000 + b'"}\n{"text": "fine"}'
    yield "escapes.jsonl", b'{"text": "' + b"\\u0000\\ud83d\\ude00\\ud83d" * 100_000 + b'"}'
    yield "keys.jsonl", b"{" + b",".join(b'"k%d": 1' % n for n in range(100_000)) + b', "text": "x"}'
    yield "no-lines.jsonl", b"\n" * 1_000_000
    yield "wide.jsonl", '{"text": "瓦罗"}\n'.encode("utf-16")


def further_feeds() -> Iterator[Input]:
    def rss(item: str) -> bytes:
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>N</title>{item}</channel></rss>'.encode()

    yield "include.rss", rss(f"<item><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{REMOTE}'/></item>")
    yield "stylesheet.rss", f"<?xml-stylesheet href='{REMOTE}'?>".encode() + rss("<item><title>x</title></item>")
    yield "names.rss", rss("<item>" + "".join(f"<x{n} xmlns:n{n}='u{n}'/>" for n in range(20_000)) + "</item>")
    yield "long-item.rss", rss(f"<item><description>{'x ' * 2_000_000}</description></item>")
    yield "pages.rss", rss(f"<item><description>&lt;div&gt;{'&lt;b&gt;' * 100_000}x</description></item>")


def further_mails() -> Iterator[Input]:
    head = b"From: a@b\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    yield "parts.eml", head + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\ny\r\n" * 100_000
    yield "mails-in-mails.eml", head + b"Content-Type: message/rfc822\r\n\r\n" * 2_000 + b"\r\nx"
    yield (
        "outside.eml",
        head + f'Content-Type: message/external-body; access-type=URL; URL="{REMOTE}"\r\n\r\n\r\nx'.encode(),
    )
    yield "partial.eml", head + b"Content-Type: message/partial; id=x; number=1; total=9999999\r\n\r\nx"
    yield "no-boundary.eml", head + b"Content-Type: multipart/alternative\r\n\r\n--x\r\n\r\ny"
    yield "same-boundary.eml", head + b'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\ny\r\n--' * 500
    yield "printable.eml", head + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b"=" * 1_000_000 + b"=ZZ"
    yield "uu.eml", head + b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 ../../x\n" + b"M" * 100_000
    yield "utf7.eml", head + b"Content-Type: text/html; charset=utf-7\r\n\r\n+ADw-script+AD4-alert(1)"
    yield "parameters.eml", head + b"Content-Type: text/plain; " + b"a*0*=utf-8''x; " * 20_000 + b"\r\n\r\nx"
    yield "comments.eml", b"Date: " + b"(" * 3_000 + b"\r\nFrom: " + b"a," * 20_000 + b"\r\nMIME-Version: 1.0\r\n\r\nx"
    named = b'Content-Disposition: attachment; filename="' + b"../" * 30_000 + b'x"\r\n\r\ny\r\n'
    yield "path.eml", head + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nText\r\n--x\r\n" + named


def further_pdfs() -> Iterator[Input]:
    yield (
        "objects.pdf",
        pdf([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, stream(TEXT), FONT, *[b"1"] * 100_000]),
    )
    deep = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 3) for number in range(20_000)]
    yield "deep-pages.pdf", pdf([CATALOG, *deep, PAGE])
    kids = b" ".join(b"3 0 R" for _ in range(50_000))
    yield "many-pages.pdf", pdf([CATALOG, b"<</Type/Pages/Kids[" + kids + b"]/Count 50000>>", PAGE, stream(TEXT), FONT])
    image = b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceGray"
    resources = PAGE.replace(b"/Resources<<", b"/Resources<</XObject<</I 6 0 R>>")
    for name, filter_ in (
        ("jbig2", b"/JBIG2Decode"),
        ("jpeg", b"/DCTDecode"),
        ("jpeg2000", b"/JPXDecode"),
        ("flate", b"/FlateDecode"),
    ):
        drawn = stream(zlib.compress(bytes(1_000_000)), image + b"/Filter" + filter_)
        yield (
            f"image-{name}.pdf",
            pdf([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", resources, stream(b"/I Do " + TEXT), FONT, drawn]),
        )
    map_ = b"begincmap 100 beginbfrange " + b"<0000> <FFFF> <0041> " * 20_000 + b"endbfrange endcmap"
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>"
    below = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>>>"
    yield (
        "character-map.pdf",
        pdf([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, stream(TEXT), font, stream(map_), below]),
    )
    drawn = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</P 6 0 R>>/Encoding"
    drawn += b"<</Differences[80/P]>>/FirstChar 80/LastChar 80/Widths[1]/Resources<</Font<</F 5 0 R>>>>>>"
    yield (
        "font-loop.pdf",
        pdf(
            [
                CATALOG,
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                PAGE,
                stream(TEXT),
                drawn,
                stream(b"BT /F 1 Tf (P) Tj ET"),
            ]
        ),
    )
    yield (
        "letters.pdf",
        pdf_of(
            stream(
                b"BT /F 1 Tf "
                + b"".join(b"1 0 0 1 %d %d Tm (x) Tj " % (n % 600, n // 99) for n in range(50_000))
                + b"ET"
            )
        ),
    )
    yield "one-place.pdf", pdf_of(stream(b"BT /F 12 Tf 50 700 Td " + b"(x) Tj 0 0 Td " * 50_000 + b"ET"))
    yield (
        "columns.pdf",
        pdf_of(
            stream(
                b"BT /F 1 Tf "
                + b"".join(b"1 0 0 1 %d %d Tm (word) Tj " % (n % 40 * 15, n // 40) for n in range(20_000))
                + b"ET"
            )
        ),
    )
    yield "language.pdf", pdf_of(stream(TEXT), b"<</Type/Catalog/Pages 2 0 R/Lang(" + b"e" * 100_000 + b")>>")
    form = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA[(x) 6 0 R]/Fields[]>>>>"
    yield "form.pdf", pdf_of(stream(TEXT), form, (stream(b"<xdp><script>app.alert(1)</script></xdp>"),))


def further_offices() -> Iterator[Input]:
    paragraph = "<w:p><w:r><w:t>President Varo spoke.</w:t></w:r></w:p>"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def relating(kind: str) -> dict[str, bytes]:
        """Return the part that relates the document to an address outside."""
        related = f'<Relationship Id="o" Type="{relations}/{kind}" Target="{REMOTE}" TargetMode="External"/>'
        body = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}'
        return {"word/_rels/document.xml.rels": f"{body}</Relationships>".encode()}

    for kind in ("attachedTemplate", "oleObject", "image", "frame", "aFChunk", "subDocument", "hyperlink", "footnotes"):
        yield f"outside-{kind}.docx", docx(paragraph, **relating(kind))
    field = f"<w:p><w:r><w:instrText>INCLUDETEXT {REMOTE}</w:instrText></w:r><w:r><w:t>x</w:t></w:r></w:p>"
    yield "field.docx", docx(field)
    yield "runs.docx", docx("<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 50_000 + "</w:p>")
    row = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
    yield "cells.docx", docx("<w:tbl><w:tr>" + row * 20_000 + "</w:tr></w:tbl>")
    yield "tables.docx", docx("<w:tbl><w:tr><w:tc>" * 80 + paragraph * 1_000 + "</w:tc></w:tr></w:tbl>" * 80)
    yield "deep-tables.docx", docx("<w:tbl><w:tr><w:tc>" * 2_000 + paragraph + "</w:tc></w:tr></w:tbl>" * 2_000)
    yield "boxes.docx", docx("<w:p><w:r><w:txbxContent>" * 200 + paragraph + "</w:txbxContent></w:r></w:p>" * 200)
    yield (
        "cells.odt",
        odt(
            "<table:table><table:table-row>"
            + "<table:table-cell><text:p>x</text:p></table:table-cell>" * 10_000
            + "</table:table-row></table:table>"
        ),
    )
    cell = "<table:table-cell><text:p>x</text:p></table:table-cell>"
    repeated = f'<table:table-row table:number-rows-repeated="2000000000">{cell}</table:table-row>'
    yield "repeated.odt", odt(f"<table:table>{repeated}</table:table>")
    yield "deep-spans.odt", odt("<text:p>" + "<text:span>" * 2_000 + "x" + "</text:span>" * 2_000 + "</text:p>")
    yield (
        "outside.odt",
        odt(f'<text:section><text:section-source xlink:href="{REMOTE}"/><text:p>x</text:p></text:section>'),
    )
    yield (
        "notes.odt",
        odt(
            "<text:p>x"
            + "<text:note><text:note-body><text:p>y</text:p></text:note-body></text:note>" * 5_000
            + "</text:p>"
        ),
    )


def further_archives() -> Iterator[Input]:
    page = f"<html><body><p>{PARAGRAPH * 5}</p></body></html>".encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

    def kept(inside: bytes) -> bytes:
        """Return a record of this answer."""
        head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://president.nv/\r\n"
        head += b"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n"
        return head + b"Content-Length: %d\r\n\r\n" % len(inside) + inside + b"\r\n\r\n"

    packed = gzip.compress(bytes(100_000_000))
    yield "packed-body.warc", kept(answer + b"Content-Encoding: gzip\r\n\r\n" + packed)
    yield "no-gzip-body.warc", kept(answer + b"Content-Encoding: gzip\r\n\r\n" + page)
    yield "chunks.warc", kept(answer + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n" + page)
    yield "minus-chunk.warc", kept(answer + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n" + page)
    yield "small-chunks.warc", kept(answer + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 100_000)
    yield "no-status.warc", kept(b"\r\n\r\n" + page)
    yield "long-status.warc", kept(b"HTTP/1.1 200 " + b"x" * 500_000 + b"\r\n\r\n" + page)
    yield "long-address.warc", record(page).replace(b"http://president.nv/", b"http://" + b"a" * 200_000)
    yield "two-lengths.warc", record(page).replace(b"Content-Length", b"Content-Length: 5\r\nContent-Length", 1)
    yield "endless.warc", b"WARC/1.0" * 50_000
    yield "packed-records.warc.gz", gzip.compress(record(page)) * 100 + b"\x1f\x8b" + bytes(50)


# The least number of each kind.
FURTHER_KINDS = {
    further_texts: 17,
    further_pages: 36,
    further_json_lines: 7,
    further_feeds: 5,
    further_mails: 12,
    further_pdfs: 14,
    further_offices: 19,
    further_archives: 11,
}
