"""A PDF's text in the order of reading, each line with its page and box (PDFium reads, `layout` orders)."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import hypot
from typing import IO, Any

import pypdfium2
import pypdfium2.raw as pdfium

from readouts.errors import UnreadableInput
from readouts.ingest.content import Content, ContentBuilder, dated_by_the_file
from readouts.ingest.days import day
from readouts.ingest.layout import Line, lay_out
from readouts.model import Place, ResidueReason, Span

_MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_MADE_TITLE = re.compile(r"microsoft word|untitled|document\d*$|\.(?:docx?|odt|pdf|indd|qxd|rtf|html?)$", re.I)
# What PDFium gives for a hyphen at the end of a line.
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
# Signs of a font of symbols have no codes of their own; in the midst of text they are bullets.
_SYMBOL = range(0xF020, 0xF100)
_HYPHENATED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_WORD_ON = re.compile(r"[^\W\d_]+")
_IDEOGRAPH = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_LANGUAGE = re.compile(r"[a-zA-Z]{2}(?![a-zA-Z])")
_HEADING = 1.12
_HEADING_WORDS = 30


def read_pdf(file: IO[bytes]) -> Iterator[Content]:
    """Yield the one text of a PDF; a place for every line. Running heads stand last, marked as residue."""
    try:
        document = pypdfium2.PdfDocument(file.read())
    except pypdfium2.PdfiumError as error:
        protected = "password" in str(error).lower()
        raise UnreadableInput(
            "locked with a password. Unlock it first." if protected else f"no sound PDF: {error}."
        ) from None
    pages, heights = [], []
    for number in range(len(document)):
        page = document[number]
        pages.append(list(_lines(page.get_textpage(), number + 1)))
        heights.append(page.get_height())
    if not any(pages):
        raise UnreadableInput("the pages are pictures without text. Read them with an OCR program first.")
    said = document.get_metadata_dict()
    yield replace(_content(pages, heights, said), language=_language(document))


def _language(document: Any) -> str | None:
    """Return the language the file as a whole states, an ISO 639-1 code."""
    stated = (ctypes.c_ushort * 40)()
    pdfium.FPDFCatalog_GetLanguage(document.raw, stated, ctypes.sizeof(stated))
    found = _LANGUAGE.match(bytes(stated).decode("utf-16-le", "replace"))
    return found[0].lower() if found else None


def _content(pages: Sequence[Sequence[Line]], heights: Sequence[float], said: dict[str, str]) -> Content:
    laid = lay_out(pages, heights)
    hyphenated = {word.lower() for page in pages for line in page for word in _HYPHENATED.findall(line.words)}
    builder = ContentBuilder()
    largest: tuple[float, str] | None = None
    for paragraph, is_row in zip(laid.paragraphs, _rows(laid.paragraphs), strict=True):
        words, places = _flowed(paragraph, hyphenated, "row" if is_row else None)
        size = paragraph[0].size
        heading = size > _HEADING * laid.body_size and len(words.split()) <= _HEADING_WORDS
        if heading and paragraph[0].page == 1 and (largest is None or size > largest[0]):
            largest = (size, words)
        builder.add(words, places, heading=heading)
    for note in laid.notes:
        builder.add(*_flowed(note, hyphenated, "note"))
    for line in laid.running:
        builder.add(*_flowed([line], hyphenated, None), residue=ResidueReason.BOILERPLATE)
    title = said.get("Title", "").strip()
    if not title or _MADE_TITLE.search(title):
        title = largest[1] if largest else ""
    made = _made(said.get("CreationDate", ""))
    return builder.content(title=title or None, published=made, problems=dated_by_the_file(made))


def _lines(text_page: Any, number: int) -> Iterator[Line]:
    """Yield the runs of characters that stand together on a line, in the order of the file."""
    raw = text_page.raw
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    box = tuple(ctypes.byref(side) for side in (left, right, bottom, top))
    across, base = ctypes.c_double(), ctypes.c_double()
    origin = ctypes.byref(across), ctypes.byref(base)
    matrix = pdfium.FS_MATRIX()
    run: _Run | None = None
    for at in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, at)
        if code in (0x0A, 0x0D):
            continue
        character = _character(code)
        if character <= " " or character.isspace():
            if run:
                run.space = True
            continue
        pdfium.FPDFText_GetCharBox(raw, at, *box)
        pdfium.FPDFText_GetCharOrigin(raw, at, *origin)
        pdfium.FPDFText_GetMatrix(raw, at, matrix)
        size = pdfium.FPDFText_GetFontSize(raw, at) * hypot(matrix.b, matrix.d) or 1.0
        if run is None or not run.goes_on(left.value, bottom.value, top.value, size):
            if run:
                yield run.line(number)
            run = _Run(left.value, right.value, bottom.value, top.value, base.value, size)
        run.add(character, right.value, bottom.value, top.value)
    if run:
        yield run.line(number)


class _Run:
    """Characters side by side while they are read."""

    __slots__ = ("_letters", "base", "bottom", "left", "right", "size", "space", "top")

    def __init__(self, left: float, right: float, bottom: float, top: float, base: float, size: float) -> None:
        self._letters: list[str] = []
        self.left, self.right, self.bottom, self.top, self.base, self.size = left, right, bottom, top, base, size
        self.space = False

    def goes_on(self, left: float, bottom: float, top: float, size: float) -> bool:
        """Say whether a character stands on, in reach of the last one on the same line."""
        shared = min(self.top, top) - max(self.bottom, bottom)
        low = shared > -0.35 * self.size and abs(self.bottom - bottom) < 0.8 * self.size
        return low and -0.6 * self.size < left - self.right < 1.1 * max(size, self.size)

    def add(self, character: str, right: float, bottom: float, top: float) -> None:
        """Add one character, with the space before it."""
        if self.space and self._letters:
            self._letters.append(" ")
        self.space = False
        self._letters.append(character)
        self.right = max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)

    def line(self, page: int) -> Line:
        """Return what was gathered."""
        words = "".join(self._letters)
        return Line(words, page, self.left, self.bottom, self.right, self.top, self.base, self.size)


def _character(code: int) -> str:
    if code in _SYMBOL:
        return "•"
    return _HYPHENS.get(code) or (chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\ufffd")


def _rows(paragraphs: Sequence[Sequence[Line]]) -> list[bool]:
    """Say of each paragraph whether it is a row of a table: one of as many cells stands above it or below."""
    cells = [0, *(lines[0].words.count("\t") if len(lines) == 1 else 0 for lines in paragraphs), 0]
    return [own > 0 and own in (before, after) for before, own, after in zip(cells, cells[1:], cells[2:], strict=False)]


def _flowed(lines: Sequence[Line], hyphenated: set[str], element: str | None) -> tuple[str, list[Place]]:
    """Return the lines of a paragraph as one, words broken at a line's end made whole, and each line's place."""
    words, places = "", []
    for line in lines:
        start = len(words)
        if words:
            words = _joint(words, line.words, hyphenated)
            start = len(words)
        words += line.words
        box = tuple(round(side, 1) for side in (line.left, line.bottom, line.right, line.top))
        places.append(Place(Span(start, len(words)), page=line.page, box=(box[0], box[1], box[2], box[3])))
    # A hyphen given up at a line's end shortens that line's place.
    ends = [place.span.start for place in places[1:]] + [len(words)]
    return words, [
        Place(Span(place.span.start, min(place.span.end, end)), element, place.page, place.box)
        for place, end in zip(places, ends, strict=True)
    ]


def _joint(before: str, after: str, hyphenated: set[str]) -> str:
    """Return the words before a line end as they go on into the words after it."""
    broken = _BROKEN.search(before[-80:])
    if broken:
        on = _WORD_ON.match(after)
        if on and after[0].islower() and f"{broken[1]}-{on[0]}".lower() not in hyphenated:
            return before[:-1]
        return before
    if _IDEOGRAPH.match(before[-1:]) and _IDEOGRAPH.match(after[:1]):
        return before
    return f"{before} "


def _made(stated: str) -> date | None:
    found = _MADE.match(stated)
    return day("-".join(found.groups())) if found else None
