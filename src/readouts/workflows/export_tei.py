"""Export of one contact's accounts as TEI P5: a critical apparatus with the accounts as witnesses.

Parallel segmentation: each row is an `app`, each account's words a `rdg`, an account that is silent an empty `rdg`; who
says what is a `said`. Nothing of the collation is lost but its likeness: differences are notes of the `app`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from readouts.model import Account, Analysis, Comparison, Difference, Reading, Row, Span, Speaker, Statement

_TEI = "http://www.tei-c.org/ns/1.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_NAME = re.compile(r"[^A-Za-z0-9_.-]")
_NO_URI = re.compile(r"[^!-~]|[\[\]]|%(?![0-9A-Fa-f]{2})")
_GAP = " … "


def tei(comparison: Comparison, title: str) -> str:
    """Return the comparison as a TEI document."""
    return _Edition(comparison, title).written()


class _Edition:
    def __init__(self, comparison: Comparison, title: str) -> None:
        self._comparison = comparison
        self._title = title
        self._witnesses = _names([account.siglum for account in comparison.collation.accounts], "W")
        speakers = [
            speaker for one in comparison.analyses for statement in one.statements for speaker in statement.speakers
        ]
        self._persons = list(dict.fromkeys(name for speaker in speakers if (name := _name(speaker))))

    def written(self) -> str:
        root = ElementTree.Element("TEI", {"xmlns": _TEI})
        self._header(root)
        body = _in(_in(root, "text"), "body")
        division = _in(body, "div", type="collation")
        _in(division, "head").text = _text(self._title)
        for number, row in enumerate(self._comparison.collation.rows, 1):
            self._row(_in(division, "p"), row, number)
        ElementTree.indent(self._structure(root))
        written = ElementTree.tostring(root, encoding="unicode")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'

    def _structure(self, root: ElementTree.Element) -> ElementTree.Element:
        """Only the header may be indented: in the text every blank would be one of the witnesses'."""
        header = root.find("teiHeader")
        assert header is not None
        return header

    def _header(self, root: ElementTree.Element) -> None:
        header = _in(root, "teiHeader")
        file = _in(header, "fileDesc")
        _in(_in(file, "titleStmt"), "title").text = _text(self._title)
        _in(_in(file, "publicationStmt"), "p").text = "Made by Readouts from the accounts named as witnesses."
        listed = _in(_in(file, "sourceDesc"), "listWit")
        for name, account, analysis in zip(
            self._witnesses, self._comparison.collation.accounts, self._comparison.analyses, strict=True
        ):
            self._witness(listed, name, account, analysis)
        encoding = _in(header, "encodingDesc")
        _in(encoding, "variantEncoding", method="parallel-segmentation", location="internal")
        if self._persons:
            people = _in(_in(_in(header, "profileDesc"), "particDesc"), "listPerson")
            for number, person in enumerate(self._persons, 1):
                named = _in(people, "person")
                named.set(f"{_XML}id", f"person-{number}")
                _in(named, "persName").text = _text(person)

    def _witness(self, listed: ElementTree.Element, name: str, account: Account, analysis: Analysis) -> None:
        witness = _in(listed, "witness", n=_text(account.siglum))
        witness.set(f"{_XML}id", name)
        document = analysis.document
        source = _in(witness, "bibl")
        if account.publisher:
            _in(source, "publisher").text = _text(account.publisher.name)
        _in(source, "title").text = _text(document.title or document.id)
        if document.published:
            day = document.published.isoformat()
            _in(source, "date", when=day).text = day
        if document.url:
            _in(source, "ref", target=_uri(document.url)).text = _text(document.url)

    def _row(self, parent: ElementTree.Element, row: Row, number: int) -> None:
        app = _in(
            parent, "app", type=str(row.relation), n=str(number), cert=f"{min(1.0, max(0.0, row.confidence)):.3f}"
        )
        for at, cell in enumerate(row.cells):
            reading = _in(app, "rdg", wit=f"#{self._witnesses[at]}")
            if not isinstance(cell, Reading):
                reading.set("type", "silence")
                continue
            analysis = self._comparison.analyses[at]
            if language := self._comparison.collation.accounts[at].language:
                reading.set(f"{_XML}lang", language)
            for place, span in enumerate(cell.spans):
                if place:
                    _append(reading, _GAP)
                self._say(reading, span, analysis)
        for difference in row.differences:
            _in(app, "note", type="difference", subtype=str(difference.kind)).text = _text(self._said(difference))

    def _say(self, reading: ElementTree.Element, span: Span, analysis: Analysis) -> None:
        """Write a passage, each statement's content in it as said by its speakers."""
        text, at = analysis.document.text, span.start
        for inner, statement in _contents(analysis.statements, span):
            if inner.start < at:
                continue
            _append(reading, _text(text[at : inner.start]))
            said = _in(reading, "said", direct="true" if statement.mode == "direct" else "false")
            if who := self._speakers(statement.speakers):
                said.set("who", who)
            said.text = _text(inner.of(text))
            at = inner.end
        _append(reading, _text(text[at : span.end]))

    def _speakers(self, speakers: Iterable[Speaker]) -> str:
        names = [name for speaker in speakers if (name := _name(speaker))]
        return " ".join(f"#person-{self._persons.index(name) + 1}" for name in dict.fromkeys(names))

    def _said(self, difference: Difference) -> str:
        accounts = self._comparison.collation.accounts
        pairs = zip(accounts, difference.values, strict=True)
        return "; ".join(f"{account.siglum}: {value if value is not None else '—'}" for account, value in pairs)


def _contents(statements: Sequence[Statement], span: Span) -> list[tuple[Span, Statement]]:
    """Return the parts of a passage that are statements' contents, in order, the longer first."""
    found = [
        (Span(max(span.start, one.start), min(span.end, one.end)), statement)
        for statement in statements
        for one in statement.content
        if one.overlaps(span)
    ]
    return sorted(found, key=lambda pair: (pair[0].start, -pair[0].end))


def _in(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)


def _append(element: ElementTree.Element, text: str) -> None:
    """Add text behind what the element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _name(speaker: Speaker) -> str | None:
    return speaker.person or speaker.state


def _text(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)


def _uri(url: str) -> str:
    """Return an address with what a URI may not hold written as escapes (RFC 3986); it may hold one fragment."""
    before, mark, fragment = url.partition("#")
    return _escaped(before) + mark + _escaped(fragment).replace("#", "%23")


def _escaped(part: str) -> str:
    return _NO_URI.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), part)


def _names(wanted: Sequence[str], prefix: str) -> list[str]:
    """Return names XML takes for an id, each its own."""
    found: list[str] = []
    for one in wanted:
        plain = _NO_NAME.sub("-", one)
        name = plain if plain[:1].isalpha() else f"{prefix}{plain}"
        others = (f"{name}-{number}" for number in range(2, len(wanted) + 2))
        found.append(name if name not in found else next(other for other in others if other not in found))
    return found
