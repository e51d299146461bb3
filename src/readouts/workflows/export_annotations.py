"""Export as W3C Web Annotation: what was found in a document, each anchored by position and by quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from readouts.collection import Collection, Filter, analysis_of, list_entries
from readouts.model import Analysis, Contact, Mention, Span, Statement
from readouts.workflows.contract import Json

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def export_annotations(collection: Collection, wanted: Filter) -> Iterator[Json]:
    """Yield an AnnotationPage for each analysed document that passes the filter."""
    for entry in list_entries(collection, wanted, slice(0, None)):
        analysis = analysis_of(collection, entry)
        if analysis is not None:
            yield annotation_page(analysis, f"urn:sha256:{entry.content_hash}")


def annotation_page(analysis: Analysis, urn: str) -> Json:
    """Return the findings of one document as an AnnotationPage; `urn` names its text.

    The target's source is the document's address where it has one. Positions count the characters of the text as read,
    as everywhere in Readouts; what is not contiguous has one selector a piece, in an `oa:Composite` of targets.
    """
    document = analysis.document
    maker = _Maker(document.text, document.url or f"urn:readouts:{quote(document.id, safe='')}", urn)
    items = [
        *(maker.annotation("tagging", _tag(f"residue: {one.reason}"), [one.span]) for one in analysis.residue),
        *(
            maker.annotation("identifying", _actor(member), [one.span])
            for one in analysis.mentions
            for member in one.members or (one,)
        ),
        *(maker.annotation("classifying", _statement(one), _spans(one)) for one in analysis.statements),
        *(
            maker.annotation("describing", _contact(one), [evidence.span for evidence in one.evidence])
            for one in analysis.contacts
            if one.evidence
        ),
    ]
    return {"@context": _CONTEXT, "id": urn, "type": "AnnotationPage", "items": items}


class _Maker:
    """Makes annotations of one text, numbered."""

    def __init__(self, text: str, source: str, urn: str) -> None:
        self._text, self._source, self._urn = text, source, urn
        self._count = 0

    def annotation(self, motivation: str, body: Json, spans: Sequence[Span]) -> Json:
        """Return one annotation on the spans."""
        self._count += 1
        targets = [{"source": self._source, "selector": self._selector(span)} for span in spans]
        target: Any = targets[0] if len(targets) == 1 else targets
        return {
            "id": f"{self._urn}#{self._count}",
            "type": "Annotation",
            "motivation": motivation,
            "body": body,
            "target": target,
        }

    def _selector(self, span: Span) -> list[Json]:
        quoted = {
            "type": "TextQuoteSelector",
            "exact": span.of(self._text),
            "prefix": self._text[max(0, span.start - _AROUND) : span.start],
            "suffix": self._text[span.end : span.end + _AROUND],
        }
        return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quoted]


def _tag(value: str) -> Json:
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _actor(mention: Mention) -> Json:
    known = mention.actor
    body: Json = {"type": "TextualBody", "purpose": "identifying", "value": mention.person or mention.state or ""}
    if known and known.wikidata:
        body = {"type": "SpecificResource", "purpose": "identifying"}
        body["source"] = f"http://www.wikidata.org/entity/{known.wikidata}"
    return body


def _statement(statement: Statement) -> Json:
    who = ", ".join(filter(None, (speaker.person or speaker.state for speaker in statement.speakers)))
    said = f"{who or 'somebody'}: {statement.act or 'statement'} ({statement.mode})"
    return {"type": "TextualBody", "purpose": "classifying", "value": said}


def _spans(statement: Statement) -> list[Span]:
    return [*statement.source, *statement.cue, *statement.content]


def _contact(contact: Contact) -> Json:
    who = " and ".join(filter(None, (party.person or party.state for party in contact.parties)))
    value = " ".join(
        filter(None, (str(contact.kind), f"of {who}" if who else "", contact.date and f"on {contact.date}"))
    )
    return {"type": "TextualBody", "purpose": "describing", "value": value}
