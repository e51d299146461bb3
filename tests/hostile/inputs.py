"""Make hostile files: damaged, lying, bottomless, and ones that would do something if anything in them were run.

`python -m tests.hostile.inputs FOLDER` writes them all. All is made here from a fixed seed; nothing is a real file.
"""

from __future__ import annotations

import base64
import gzip
import random
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from tests.files import (
    CATALOG,
    DOCUMENT_RELATIONS,
    FONT,
    PAGE,
    PAGE_TREE,
    TEXT,
    WORD_KINDS,
    docx,
    odt,
    pdf,
    pdf_of,
    record,
    stream,
    zipped,
)
from tests.hostile.further_inputs import FURTHER_KINDS

PARAGRAPH = "President Ilsa Varo spoke with Prime Minister Joren Lind about the ferry line between Halden and Tarn. "
Input = tuple[str, bytes]


def texts() -> Iterator[Input]:
    plain = PARAGRAPH.encode()
    yield "empty.txt", b""
    yield "blank.txt", b" \n\t\r\n" * 500
    yield "zeros.txt", bytes(10_000)
    yield "one-zero.txt", plain + b"\x00" + plain
    yield "all-bytes.txt", bytes(range(256)) * 100
    yield "all-controls.txt", "".join(map(chr, [*range(32), *range(127, 160)])).encode() * 50 + plain
    yield "surrogates.txt", "a\ud800b\udfffc".encode("utf-8", "surrogatepass") * 500
    yield "surrogate-pairs.txt", "\ud83d\ude00".encode("utf-8", "surrogatepass") * 500
    yield "overlong.txt", b"\xc0\x80\xe0\x80\xaf" * 500
    yield "cut-character.txt", "瓦罗".encode()[:-1]
    yield "bidi.txt", "\u202e\u2066Varo\u2069\u202c said\u200f".encode() * 500
    yield "joiners.txt", "\u200b\u200d\ufeff\u2060".encode() * 5000
    yield "combining.txt", ("a" + "\u0301" * 50_000).encode()
    yield "private-use.txt", "\ue000\uf8ff\U000f0000".encode() * 3000
    yield "noncharacters.txt", "\ufffe\uffff\U0001ffff".encode() * 3000
    yield "one-line.txt", plain * 50_000
    yield "one-word.txt", b"x" * 5_000_000
    yield "line-ends.txt", b"\n" * 2_000_000
    yield "carriage-returns.txt", (plain + b"\r") * 2000
    yield "odd-line-ends.txt", "a\u2028b\u2029c\x85d\x0be\x0c".encode() * 2000
    yield "spaces.txt", b"a" + b" " * 3_000_000 + b"b"
    yield "quotes.txt", "“".encode() * 300_000
    yield "brackets.txt", b"(" * 300_000
    yield "mojibake.txt", "Lind: donâ€™t ".encode() * 20_000
    yield "double-mojibake.txt", "ÃƒÂ¢Ã¢â€šÂ¬".encode() * 20_000
    yield "suspect-word.txt", "Ã".encode() * 200_000
    yield "many-lines.txt", b"x\n" * 300_000
    yield "terminal.txt", b"\x1b]0;owned\x07\x1b[2J\x1b[31m" * 500 + plain
    yield "utf16.txt", (PARAGRAPH * 50).encode("utf-16")
    yield "utf16-odd.txt", (PARAGRAPH * 50).encode("utf-16")[:-1]
    yield "utf32.txt", (PARAGRAPH * 50).encode("utf-32")
    yield "utf16-without-mark.txt", (PARAGRAPH * 50).encode("utf-16-be")
    yield "marks-only.txt", b"\xef\xbb\xbf" * 500
    yield "utf7.txt", b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-" * 200
    for name in ("cp1251", "koi8_r", "gb18030", "big5", "shift_jis", "euc_kr", "cp1256"):
        yield f"older-{name}.txt", ("Varo Lind. " * 3 + "Встреча 会谈").encode(name, "ignore") * 40
    yield "front-matter.md", b"---\n" + b"title: x\n" * 50_000 + b"---\n"
    yield "open-front-matter.md", b"---\n" * 50_000
    yield "hashes.md", b"# " + b"#" * 500_000 + b"x\n"
    yield "links.md", b"[" * 200_000 + b"](javascript:alert(1))"


def pages() -> Iterator[Input]:
    body = f"<p>{PARAGRAPH * 5}</p>" * 5

    def page(inside: str, head: str = "") -> bytes:
        return f"<!doctype html><html lang=en><head>{head}</head><body>{inside}</body></html>".encode(
            "utf-8", "surrogatepass"
        )

    yield "script.html", page(f"<script>document.write('x')</script>{body}<img src=x onerror=alert(1)>")
    yield "remote.html", page(f"{body}<img src=http://127.0.0.1:9/x><link rel=stylesheet href=http://127.0.0.1:9/y>")
    yield "iframe.html", page(f"<iframe src=file:///etc/passwd></iframe>{body}")
    yield "meta-refresh.html", page(body, "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>")
    yield "base.html", page(body, "<base href=file:///etc/>")
    for tag in ("div", "b", "table", "font", "ul", "span", "blockquote"):
        yield f"deep-{tag}.html", page(f"<{tag}>" * 1_000 + PARAGRAPH)
    for tag in ("div", "table", "font"):
        yield f"deepest-{tag}.html", page(f"<{tag}>" * 100_000 + PARAGRAPH)
    yield "deep-closed.html", page("<div>" * 50_000 + PARAGRAPH + "</div>" * 50_000)
    yield "unclosed.html", page("<p" * 100_000)
    yield "open-comment.html", page("<!--" * 50_000 + body)
    yield "open-attribute.html", page('<a href="' * 50_000 + body)
    yield "attributes.html", page("<p " + " ".join(f"a{n}=b" for n in range(100_000)) + ">x</p>")
    yield "long-attribute.html", page(f"<p class='{'x ' * 1_000_000}'>{PARAGRAPH}</p>")
    yield "entities.html", page("&amp;" * 300_000)
    yield "odd-entities.html", page("&#0;&#xD800;&#x110000;&#99999999999;&unknown;" * 5_000)
    yield "many-paragraphs.html", page("<p>x</p>" * 41_000)
    yield "many-links.html", page("<a href=/x>Home</a> " * 21_000)
    yield "one-line.html", page(f"<p>{PARAGRAPH * 10_000}</p>")
    yield "cdata.html", page("<![CDATA[" * 20_000 + body)
    yield "doctype.html", b"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><body>&x;" + body.encode()
    yield "svg.html", page("<svg><script>alert(1)</script><foreignObject>" + body + "</foreignObject></svg>")
    yield "json-ld.html", page(body, f"<script type=application/ld+json>{'[' * 100_000}</script>")
    yield "metas.html", page(body, "<meta name=date content=9999-99-99>" * 5_000)
    yield "dates.html", page(body, "<meta property='article:published_time' content='2031-13-45T99:99'>")
    yield "charset-rot13.html", page(body, "<meta charset=rot13>").replace(b"Varo", b"V\xe4ro")
    for charset in ("zip", "hex", "punycode", "idna", "utf-7", "unicode_escape", "undefined", "x-nothing", "base64"):
        yield f"charset-{charset}.html", page(body, f"<meta charset={charset}>").replace(b"Ilsa", b"\xceilsa")
    yield "surrogates.html", page("<p>\ud800\udfff</p>" + body)
    yield "zeros.html", page(body).replace(b"a", b"a\x00")
    yield "frameset.html", b"<html><frameset><frame src=x></frameset></html>"
    yield "only-doctype.html", b"<!doctype html>"
    yield "comments.html", b"<!---->" * 2_000 + page(body)
    yield "template.html", page("<template>" * 5_000 + body)
    yield "select.html", page("<select>" + "<option>x" * 10_000 + "</select>" + body)
    yield "textarea.html", page("<textarea>" + body)
    yield "plaintext.html", page("<plaintext>" + body)


def json_lines() -> Iterator[Input]:
    yield "deep.jsonl", b"[" * 200_000
    yield "deep-text.jsonl", b'{"text":' * 100_000
    yield "long-number.jsonl", b'{"id": 1' + b"0" * 100_000 + b', "text": "x"}'
    yield "not-a-number.jsonl", b'{"id": NaN, "text": "x", "date": Infinity}'
    yield "types.jsonl", b'{"id": [1], "text": "x", "date": {}, "title": 3, "url": false, "lang": []}'
    yield "no-text.jsonl", b'{"id": 1}\n{"text": null}\n[]\n"x"\n3\nnull\n'
    yield "twice.jsonl", b'{"text": "a", "text": "b"}'
    yield "surrogates.jsonl", b'{"text": "\\ud800 \\udc00\\ud800"}'
    yield "path.jsonl", b'{"id": "../../../../tmp/escaped", "text": "x"}'
    yield "broken-utf8.jsonl", b'{"text": "\xff\xfe"}\n{"text": "fine"}'
    yield "marked.jsonl", b'\xef\xbb\xbf{"id": "a", "text": "fine"}'
    yield "many.jsonl", b'{"text": "x"}\n' * 5_000
    yield "dates.jsonl", b'{"text": "x", "date": "9999-99-99"}\n{"text": "x", "date": "0000-00-00"}'
    yield "bomb.jsonl.gz", gzip.compress(b'{"text": "' + b"x" * 100_000_000 + b'"}')
    yield "cut.jsonl.gz", gzip.compress(b'{"text": "x"}\n' * 10_000)[:-20]
    yield "not-packed.jsonl.gz", b'{"text": "x"}'


ENTITIES = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
LAUGHS = f"<!DOCTYPE x [<!ENTITY l0 'lol'>{ENTITIES}]>"
QUADRATIC = f"<!DOCTYPE x [<!ENTITY l11 '{'x' * 100_000}'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY l11 SYSTEM 'file:///etc/passwd'>]>"
REMOTE = "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'>%p;<!ENTITY l11 'x'>]>"
DOCTYPES = {"laughs": LAUGHS, "quadratic": QUADRATIC, "outside": OUTSIDE, "remote": REMOTE}


def feeds() -> Iterator[Input]:
    def rss(item: str, doctype: str = "") -> bytes:
        return (
            f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>N</title>{item}</channel></rss>'.encode()
        )

    for name, doctype in DOCTYPES.items():
        yield f"{name}.xml", rss(f"<item><title>{'&l11;' * 500}</title></item>", doctype)
    yield "many-items.rss", rss("<item><title>x</title><description>y</description></item>" * 3_000)
    yield "deep.rss", rss("<item>" * 5_000)
    yield "open.rss", b"<rss" * 50_000
    yield (
        "script.atom",
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='html'>&lt;script&gt;x"
        b"</content></entry></feed>",
    )
    yield "no-items.rss", rss("")
    yield "not-xml.rss", b"\x00\x01\x02" * 500
    yield "base64.rss", rss(f"<item><description>{base64.b64encode(bytes(100_000)).decode()}</description></item>")
    yield "dates.rss", rss("<item><pubDate>Foo, 99 Bar 99999 99:99</pubDate><description>x</description></item>")


def mails() -> Iterator[Input]:
    head = b"From: a@b\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    yield "headers.eml", b"X: y\r\n" * 100_000 + b"\r\nx"
    yield "long-header.eml", b"Subject: " + b"x" * 2_000_000 + b"\r\n\r\nx"
    yield "words.eml", b"Subject: " + b"=?utf-8?q?x?= " * 20_000 + b"\r\n\r\nx"
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (n, n) for n in range(2_000))
    yield "nested.eml", head + parts
    yield "boundaries.eml", head + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\ny\r\n" * 20_000
    yield "charset.eml", head + b"Content-Type: text/plain; charset=zip\r\n\r\n\xff\xfe"
    yield "encoding.eml", head + b"Content-Transfer-Encoding: base64\r\n\r\n!!!!" + b"=" * 100_000
    yield "attachment.eml", head + b"Content-Type: application/pdf; name=../../x\r\n\r\nx"
    yield "date.eml", b"Date: 99 Foo 99999\r\nMIME-Version: 1.0\r\n\r\nx"
    yield "page.eml", head + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 100_000
    yield "addresses.eml", b"From: " + b"(" * 50_000 + b"\r\n\r\nx"
    yield "empty.eml", b""


def pdfs() -> Iterator[Input]:
    yield "plain.pdf", pdf_of(stream(TEXT))
    script = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>"
    yield "script.pdf", pdf_of(stream(TEXT), script)
    yield "launch.pdf", pdf_of(stream(TEXT), b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>>>")
    yield (
        "address.pdf",
        pdf_of(stream(TEXT), b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>>>"),
    )
    embedded = b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(../../x) 6 0 R]>>>>>>"
    yield (
        "embedded.pdf",
        pdf_of(stream(TEXT), embedded, (b"<</Type/Filespec/F(../../x)/EF<</F 7 0 R>>>>", stream(b"x"))),
    )
    yield "page-loop.pdf", pdf([CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>"])
    yield (
        "parent-loop.pdf",
        pdf(
            [
                CATALOG,
                b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>",
                b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>",
            ]
        ),
    )
    yield "root-loop.pdf", pdf([b"1 0 R"])
    yield "length-loop.pdf", pdf_of(b"<</Length 4 0 R>>stream\nx\nendstream")
    bomb = zlib.compress(bytes(60_000_000), 9)
    yield "bomb.pdf", pdf_of(stream(bomb, b"/Filter/FlateDecode"))
    twice = zlib.compress(zlib.compress(b"(x) Tj " * 6_000_000, 9), 9)
    yield "bomb-twice.pdf", pdf_of(stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))
    yield "filters.pdf", pdf_of(stream(b"x", b"/Filter[" + b"/FlateDecode" * 10_000 + b"]"))
    yield "much-TEXT.pdf", pdf_of(stream(b"BT /F 1 Tf " + b"1 1 Td (" + b"x" * 3_000_000 + b") Tj ET"))
    yield "deep-arrays.pdf", pdf_of(b"[" * 200_000)
    yield "deep-names.pdf", pdf_of(b"<<" * 100_000)
    yield (
        "form-loop.pdf",
        pdf_of(
            stream(b"/X Do"),
            CATALOG,
            (stream(b"/X Do", b"/Type/XObject/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>"),),
        ),
    )
    yield "states.pdf", pdf_of(stream(b"q " * 500_000 + TEXT))
    yield "huge-size.pdf", pdf_of(stream(TEXT.replace(b"12 Tf", b"99999999999 Tf")))
    yield "no-size.pdf", pdf_of(stream(TEXT.replace(b"12 Tf", b"0 Tf")))
    yield "huge-box.pdf", pdf([CATALOG, PAGE_TREE, PAGE.replace(b"600 800", b"1e38 1e38"), stream(TEXT), FONT])
    yield "no-box.pdf", pdf([CATALOG, PAGE_TREE, PAGE.replace(b"600 800", b"0 0"), stream(TEXT), FONT])
    yield "xref-loop.pdf", b"%PDF-1.4\nxref\n0 0\ntrailer<</Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"
    yield "encrypted.pdf", pdf([CATALOG]).replace(b"/Root", b"/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P -4>>/Root")
    yield "head-only.pdf", b"%PDF-1.7\n"
    yield "late-head.pdf", b"x" * 900 + pdf_of(stream(TEXT))


def offices() -> Iterator[Input]:
    paragraph = "<w:p><w:r><w:t>President Varo spoke.</w:t></w:r></w:p>"
    yield "plain.docx", docx(paragraph)
    yield "plain.odt", odt("<text:p>President Varo spoke.</text:p>")
    for name, doctype in DOCTYPES.items():
        yield f"{name}.docx", docx(f"<w:p><w:r><w:t>{'&l11;' * 500}</w:t></w:r></w:p>", doctype)
        yield f"{name}.odt", odt(f"<text:p>{'&l11;' * 500}</text:p>", doctype)
    yield "deep.docx", docx("<w:p>" * 100_000)
    yield "deep.odt", odt("<text:section>" * 100_000)
    yield "deep-closed.odt", odt("<text:section>" * 5_000 + "<text:p>x</text:p>" + "</text:section>" * 5_000)
    yield "many.docx", docx(paragraph * 10_000)
    yield "many.odt", odt("<text:p>x</text:p>" * 10_000)
    yield "spaces.odt", odt('<text:p>x<text:s text:c="2000000000"/></text:p>')
    yield "minus-spaces.odt", odt('<text:p>x<text:s text:c="-5"/><text:s text:c="x"/></text:p>')
    yield "outside.docx2.docx", docx(paragraph, target=b"file:///etc/passwd")
    yield "path.docx", docx(paragraph, target=b"../../../../etc/passwd")
    yield "remote.docx2.docx", docx(paragraph, target=b"http://127.0.0.1:9/x")
    macro = {"word/vbaProject.bin": bytes(1000)}
    yield "macro.docx", docx(paragraph, **macro)
    yield (
        "bomb.docx",
        zipped(
            {
                "[Content_Types].xml": WORD_KINDS,
                "_rels/.rels": DOCUMENT_RELATIONS,
                "word/document.xml": b" " * 260_000_000,
            }
        ),
    )
    yield "bomb.odt", zipped({"content.xml": b"<" + b"x" * 260_000_000})
    lying = bytearray(docx("<w:p/>" + " " * 50_000_000))
    at = lying.rfind(b"word/document.xml") - 46 + 24
    lying[at : at + 4] = (100).to_bytes(4, "little")
    yield "lying-size.docx", bytes(lying)
    yield "escape.zip", zipped({"../../../../tmp/escaped": b"x", "/etc/escaped": b"x", "word\\document.xml": b"x"})
    yield "entries.zip", zipped({f"{n}": b"" for n in range(20_000)})
    yield "nested.zip", zipped({"a.zip": zipped({"b.zip": zipped({"c": bytes(1_000_000)})})})
    yield "empty.zip", zipped({})
    yield "sheet.xlsx", zipped({"[Content_Types].xml": WORD_KINDS, "xl/workbook.xml": b"<x/>"})
    yield "no-parts.docx", zipped({"word/document.xml": b"<x/>"})
    yield "not-xml.docx", docx("").replace(b"PK\x05\x06", b"PK\x05\x07")


def archives() -> Iterator[Input]:
    page = f"<html><body><p>{PARAGRAPH * 5}</p></body></html>".encode()

    yield "plain.warc", record(page)
    yield "long.warc", record(page, 10**15)
    yield "minus.warc", record(page, -1)
    yield "short.warc", record(page, 10)
    yield "big.warc", record(b"x" * 21_000_000)
    yield "deep.warc", record(b"<html><body>" + b"<div>" * 100_000)
    yield "kind.warc", record(page, kind="text/html; charset=zip")
    yield "headers.warc", b"WARC/1.0\r\n" + b"X: y\r\n" * 100_000
    yield "many.warc", record(page) * 300
    yield "bomb.warc.gz", gzip.compress(record(bytes(100_000_000)))
    yield "cut.warc.gz", gzip.compress(record(page))[:-15]
    yield "nothing.warc", b"WARC/9.9\r\n\r\n"
    yield "bomb.txt.gz", gzip.compress(b"x" * 200_000_000)
    yield "packed-twice.txt.gz", gzip.compress(gzip.compress(b"x"))
    yield "broken.txt.gz", b"\x1f\x8b" + bytes(500)


def lying_names() -> Iterator[Input]:
    """What a file is called is not what it is."""
    bodies = {
        "page": f"<html><body><p>{PARAGRAPH * 5}</p></body></html>".encode(),
        "pdf": b"%PDF-1.7\nnothing",
        "zip": zipped({"x": b"y"}),
        "picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "program": b"\x7fELF" + bytes(100),
        "old-office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
        "rich": b"{\\rtf1 {\\object\\objdata 01}}",
    }
    for name, body in bodies.items():
        for ending in ("txt", "html", "docx", "pdf", "jsonl", "eml"):
            yield f"{name}-called.{ending}", body


def damaged() -> Iterator[Input]:
    """Sound files with bytes turned over, cut short, or doubled."""
    random_ = random.Random(9)
    sound = {
        "docx": docx("<w:p><w:r><w:t>President Varo spoke.</w:t></w:r></w:p>"),
        "odt": odt("<text:p>President Varo spoke.</text:p>"),
        "pdf": pdf_of(stream(TEXT)),
        "warc": record(f"<html><body><p>{PARAGRAPH * 5}</p></body></html>".encode()),
    }
    for ending, body in sound.items():
        for number in range(6):
            broken = bytearray(body)
            for _ in range(2 ** (number + 1)):
                broken[random_.randrange(len(broken))] = random_.randrange(256)
            yield f"turned-{number}.{ending}", bytes(broken)
        yield f"cut.{ending}", body[: len(body) // 2]
        yield f"doubled.{ending}", body + body


# The least number of each kind.
KINDS_OF_INPUT = {
    texts: 43,
    pages: 50,
    json_lines: 16,
    feeds: 10,
    mails: 12,
    pdfs: 24,
    offices: 31,
    archives: 15,
    lying_names: 40,
    damaged: 32,
    **FURTHER_KINDS,
}


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make in KINDS_OF_INPUT:
        for name, body in make():
            (folder / name).write_bytes(body)
    print(f"{len(list(folder.iterdir()))} files in {folder}")


if __name__ == "__main__":
    main()
