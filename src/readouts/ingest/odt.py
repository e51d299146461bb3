"""An OpenDocument text (.odt): paragraphs and headings in order, notes; running heads last, marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from odf import dc, meta, opendocument, style, teletype, text

from readouts.ingest.content import Content, ContentBuilder, dated_by_the_file
from readouts.ingest.days import day
from readouts.model import Place, ResidueReason, Span

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_PARAGRAPHS = {"p": False, "h": True}
_UNSEEN = frozenset({"tracked-changes", "annotation", "note", "sequence-decls", "forms"})


def read_odt(file: IO[bytes]) -> Iterator[Content]:
    """Yield the one text of an OpenDocument file. What was deleted in tracking changes is left out."""
    document = opendocument.load(file)
    builder = ContentBuilder()
    notes: list[Any] = []
    for number, paragraph in enumerate(_paragraphs(document.text), 1):
        notes += paragraph.getElementsByType(text.Note)
        words = _words(paragraph)
        builder.add(
            words, [Place(Span(0, len(words)), element=f"paragraph {number}")], heading=paragraph.qname[1] == "h"
        )
    for number, note in enumerate(notes, 1):
        words = " ".join(
            _words(paragraph) for body in note.getElementsByType(text.NoteBody) for paragraph in _paragraphs(body)
        )
        builder.add(words, [Place(Span(0, len(words)), element=f"note {number}")])
    for name, kind in (("header", style.Header), ("footer", style.Footer)):
        for running in document.masterstyles.getElementsByType(kind):
            for paragraph in _paragraphs(running):
                words = _words(paragraph)
                builder.add(words, [Place(Span(0, len(words)), element=name)], residue=ResidueReason.BOILERPLATE)
    made = day(_said(document, meta.CreationDate))
    yield builder.content(
        title=_said(document, dc.Title),
        published=made,
        language=(_said(document, dc.Language) or "").lower()[:2] or None,
        problems=dated_by_the_file(made),
        media_type=_MEDIA_TYPE,
    )


def _paragraphs(element: Any) -> Iterator[Any]:
    for child in element.childNodes:
        if child.nodeType != child.ELEMENT_NODE or child.qname[1] in _UNSEEN:
            continue
        if child.qname[1] in _PARAGRAPHS:
            yield child
        else:
            yield from _paragraphs(child)


def _words(paragraph: Any) -> str:
    """Return a paragraph's text; notes and annotations standing in it are left out."""
    parts = []
    for child in paragraph.childNodes:
        if child.nodeType == child.TEXT_NODE:
            parts.append(child.data)
        elif child.nodeType == child.ELEMENT_NODE and child.qname[1] not in _UNSEEN:
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
