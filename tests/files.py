"""Small files of each binary format, written by hand for the tests."""

from __future__ import annotations

import io
import zipfile

CATALOG, PAGE_TREE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT = b"BT /F 12 Tf 50 700 Td (President Varo spoke with Lind.) Tj ET"
WORD_KINDS = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Override PartName="/word/document.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
DOCUMENT_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_ODT_KIND = "application/vnd.oasis.opendocument.text"


def pdf(objects: list[bytes], root: bytes = b"1 0 R") -> bytes:
    """Return a PDF of these objects, numbered from 1."""
    made = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root %s>>\nstartxref\n%d\n%%%%EOF" % (
        *(len(objects) + 1, table, len(objects) + 1, root, len(made)),
    )


def stream(body: bytes, more: bytes = b"") -> bytes:
    """Return a PDF stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(body), more, body)


def pdf_of(content: bytes, catalog: bytes = CATALOG, more: tuple[bytes, ...] = ()) -> bytes:
    """Return a PDF of one page with this stream of content."""
    return pdf([catalog, PAGE_TREE, PAGE, content, FONT, *more])


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip archive of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return made.getvalue()


def docx(body: str, doctype: str = "", target: bytes = b"word/document.xml", **more: bytes) -> bytes:
    """Return a Word file with this body; `more` are further files in it."""
    document = f'{doctype}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'.encode()
    return zipped(
        {
            "[Content_Types].xml": WORD_KINDS,
            "_rels/.rels": DOCUMENT_RELATIONS.replace(b"word/document.xml", target),
            "word/document.xml": document,
            **more,
        }
    )


def odt(body: str, doctype: str = "") -> bytes:
    """Return an OpenDocument text with this body."""
    content = (
        f'{doctype}<office:document-content xmlns:office="{_OFFICE}" office:version="1.2" xmlns:text="{_TEXT}">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODT_KIND}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return zipped(
        {"mimetype": _ODT_KIND.encode(), "META-INF/manifest.xml": manifest.encode(), "content.xml": content.encode()}
    )


def record(body: bytes, length: int | None = None, kind: str = "text/html") -> bytes:
    """Return one response of a web archive; `length` is what it states of its size, by default the truth."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    size = len(answer) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://president.nv/\r\nContent-Length: {size}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"
