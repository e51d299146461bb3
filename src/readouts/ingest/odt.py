"""An OpenDocument text (.odt): paragraphs and headings in order, notes; running heads last, marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, Any

from odf import dc, meta, opendocument, style, teletype, text

from readouts.ingest.content import SOFT_HYPHEN, Content, ContentBuilder, dated_by_the_file, is_row
from readouts.ingest.days import day
from readouts.model import Place, ResidueReason, Span

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_PARAGRAPHS = frozenset({"p", "h"})
_UNSEEN = frozenset({"tracked-changes", "annotation", "note", "sequence-decls", "forms"})


def read_odt(file: IO[bytes]) -> Iterator[Content]:
    """Yield the one text of an OpenDocument file. What was deleted in tracking changes is left out."""
    document = opendocument.load(file)
    builder = ContentBuilder()
    notes: list[Any] = []
    for number, paragraphs in enumerate(_paragraphs(document.text), 1):
        for paragraph in paragraphs:
            notes += paragraph.getElementsByType(text.Note)
        words = _row(paragraphs)
        kind = "row" if len(paragraphs) > 1 else "paragraph"
        heading = paragraphs[0].qname[1] == "h"
        builder.add(words, [Place(Span(0, len(words)), element=f"{kind} {number}")], heading=heading)
    for number, note in enumerate(notes, 1):
        words = " ".join(
            _row(paragraphs) for body in note.getElementsByType(text.NoteBody) for paragraphs in _paragraphs(body)
        )
        builder.add(words, [Place(Span(0, len(words)), element=f"note {number}")])
    for name, kind in (("header", style.Header), ("footer", style.Footer)):
        for running in document.masterstyles.getElementsByType(kind):
            for paragraphs in _paragraphs(running):
                words = _row(paragraphs)
                builder.add(words, [Place(Span(0, len(words)), element=name)], residue=ResidueReason.BOILERPLATE)
    made = day(_said(document, meta.CreationDate))
    yield builder.content(
        title=_said(document, dc.Title),
        published=made,
        language=(_said(document, dc.Language) or "").lower()[:2] or None,
        problems=dated_by_the_file(made),
        media_type=_MEDIA_TYPE,
    )


def _paragraphs(element: Any) -> Iterator[list[Any]]:
    """Yield the paragraphs below an element in order; those of a text box before the one around it.

    Those of a row of a table come together, where each cell is a short one.
    """
    for child in element.childNodes:
        if child.nodeType != child.ELEMENT_NODE or child.qname[1] in _UNSEEN:
            continue
        below = list(_paragraphs(child))
        cells = len(child.childNodes)
        if child.qname[1] == "table-row" and is_row([len(_words(cell[0])) for cell in below], cells):
            yield [cell[0] for cell in below]
            continue
        yield from below
        if child.qname[1] in _PARAGRAPHS:
            yield [child]


def _row(paragraphs: Sequence[Any]) -> str:
    return "\t".join(map(_words, paragraphs))


def _words(paragraph: Any) -> str:
    """Return a paragraph's text, without the notes, annotations and boxes that stand in it."""
    parts = []
    for child in paragraph.childNodes:
        if child.nodeType == child.TEXT_NODE:
            parts.append(child.data.replace(SOFT_HYPHEN, ""))
        elif child.nodeType == child.ELEMENT_NODE and child.qname[1] not in _UNSEEN | _PARAGRAPHS:
            name = child.qname[1]
            if name == "s":
                parts.append(" " * min(1000, int(child.getAttribute("c") or 1)))
            elif name in ("tab", "line-break"):
                parts.append("\t" if name == "tab" else "\n")
            else:
                parts.append(_words(child))
    return "".join(parts)


def _said(document: Any, kind: Any) -> str | None:
    found = document.meta.getElementsByType(kind)
    return (teletype.extractText(found[0]).strip() or None) if found else None
