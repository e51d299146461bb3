"""A Word file (.docx) as text: paragraphs in order, tables, footnotes, headings; running heads last, marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import IO, Any

import docx
from docx.oxml.ns import qn

from readouts.ingest.content import SOFT_HYPHEN, Content, ContentBuilder, dated_by_the_file, is_row
from readouts.ingest.days import day
from readouts.model import Place, ResidueReason, Span

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEADING = re.compile(r"(?:heading|title|subtitle|berschrift|titel|titre)\s*\d?$", re.I)
_TEXT, _TAB = qn("w:t"), qn("w:tab")
_BREAKS = frozenset({qn("w:br"), qn("w:cr")})
# Two copies of one drawing stand side by side; field codes and deleted words are not what a reader sees.
_UNSEEN = frozenset(
    {
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
        qn("w:instrText"),
        qn("w:delText"),
        qn("w:del"),
    }
)
_FOOTNOTES = re.compile(r"/(?:foot|end)notes\.xml$")


def read_docx(file: IO[bytes]) -> Iterator[Content]:
    """Yield the one text of a Word file. What was deleted in tracking changes is left out, what was added is kept."""
    document = docx.Document(file)
    styles = {style.style_id: style.name or "" for style in document.styles if style.name}
    builder = ContentBuilder()
    for number, paragraphs in enumerate(_paragraphs(document.element.body), 1):
        kind = "row" if len(paragraphs) > 1 else "paragraph"
        _add(builder, paragraphs, f"{kind} {number}", heading=_is_heading(paragraphs[0], styles))
    for name, part in _other_parts(document):
        for number, paragraphs in enumerate(_paragraphs(part), 1):
            _add(
                builder,
                paragraphs,
                f"{name} paragraph {number}",
                residue=None if "note" in name else ResidueReason.BOILERPLATE,
            )
    said = _properties(document)
    if said is None:
        yield builder.content(media_type=_MEDIA_TYPE)
        return
    # When it was last saved is nearer to its publication than when its template was made.
    saved = said.modified or said.created
    made = day(saved) if saved else None
    yield builder.content(
        title=said.title or None,
        published=made,
        language=(said.language or "").lower()[:2] or None,
        problems=dated_by_the_file(made),
        media_type=_MEDIA_TYPE,
    )


def _properties(document: Any) -> Any:
    """Return what the file says of itself; None where it says nothing: python-docx would invent a title and a day."""
    for relation in document.part.package.rels.values():
        # LibreOffice writes the kind of this relation with other capitals than Word.
        if relation.reltype.lower().endswith("/metadata/core-properties"):
            return relation.target_part.core_properties
    return None


def _paragraphs(root: Any) -> Iterator[list[Any]]:
    """Yield the paragraphs below an element in order; those of a text box before the one around it.

    Those of a row of a table come together, where each cell is a short one.
    """
    for element in root:
        if element.tag in _UNSEEN:
            continue
        below = list(_paragraphs(element))
        if element.tag == qn("w:tr") and is_row([len("".join(_words(cell[0]))) for cell in below], len(element)):
            yield [cell[0] for cell in below]
            continue
        yield from below
        if element.tag == qn("w:p"):
            yield [element]


def _add(
    builder: ContentBuilder,
    paragraphs: Sequence[Any],
    place: str,
    *,
    heading: bool = False,
    residue: ResidueReason | None = None,
) -> None:
    words = "\t".join("".join(_words(paragraph)).strip() for paragraph in paragraphs).strip()
    builder.add(words, [Place(Span(0, len(words)), element=place)], heading=heading, residue=residue)


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield (child.text or "").replace(SOFT_HYPHEN, "")
        elif child.tag == _TAB:
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "\u2011"
        elif child.tag not in _UNSEEN and child.tag not in (qn("w:p"), qn("w:pPr")):
            yield from _words(child)


def _is_heading(paragraph: Any, styles: dict[str, str]) -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    identifier = style.get(qn("w:val"), "") if style is not None else ""
    return bool(_HEADING.search(styles.get(identifier, identifier)))


def _other_parts(document: Any) -> Iterator[tuple[str, Any]]:
    from docx.oxml import parse_xml

    for part in document.part.package.iter_parts():
        if _FOOTNOTES.search(str(part.partname)):
            for number, note in enumerate(parse_xml(part.blob), 1):
                yield f"note {number}", note
    seen = set()
    for section in document.sections:
        for name, part in (("header", section.header), ("footer", section.footer)):
            if not part.is_linked_to_previous and part.part.partname not in seen:
                seen.add(part.part.partname)
                yield name, part._element
