"""Values to the JSON the design promises: every key present, null or an empty list where nothing is known."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from readouts.model import (
    Analysis,
    Collation,
    Comparison,
    Contact,
    Difference,
    Echo,
    Mention,
    Person,
    Publisher,
    Reading,
    ReportReading,
    Row,
    Span,
    Speaker,
    Statement,
    Tenure,
)

Json = dict[str, Any]


def line(value: Json) -> str:
    """Return one line of JSON; lone surrogates, which no encoding holds, are written as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return text


def clean(analysis: Analysis) -> Json:
    """Return what ``readouts clean --json`` prints of one document."""
    return {
        "id": analysis.document.id,
        "text": analysis.document.text,
        "residue": [{**_span(r.span), "reason": str(r.reason)} for r in analysis.residue],
        "headings": [_span(heading.span) for heading in analysis.headings],
    }


def actors(analysis: Analysis) -> Json:
    """Return what ``readouts actors --json`` prints of one document."""
    mentions = [member for mention in analysis.mentions for member in (mention.members or (mention,))]
    return {"id": analysis.document.id, "mentions": [_mention(mention) for mention in mentions]}


def statements(analysis: Analysis) -> Json:
    """Return what ``readouts statements --json`` prints of one document."""
    return {"id": analysis.document.id, "statements": [_statement(s) for s in analysis.statements]}


def contacts(analysis: Analysis) -> Json:
    """Return what ``readouts contacts --json`` prints of one document."""
    return {"id": analysis.document.id, "contacts": [_contact(contact) for contact in analysis.contacts]}


def compare(comparison: Comparison) -> Json:
    """Return what ``readouts compare --json`` prints."""
    return {
        "accounts": _accounts(comparison.collation),
        "rows": [_row(row) for row in comparison.collation.rows],
    }


def read(reading: ReportReading) -> Json:
    """Return what ``readouts read --json`` prints."""
    found = reading.analysis
    return {
        **clean(found),
        "mentions": actors(found)["mentions"],
        "statements": statements(found)["statements"],
        "contacts": contacts(found)["contacts"],
        "accounts": [
            {**account, "statements": _positions(found.statements, known.publisher)}
            for account, known in zip(_accounts(reading.collation), reading.collation.accounts, strict=True)
        ],
        "rows": [_row(row) for row in reading.collation.rows],
        "echoes": [echo(one) for one in reading.echoes],
        "terms": [{**_span(t.span), "family": t.family, "variant": t.variant} for t in reading.terms],
    }


def echo(found: Echo) -> Json:
    """Return what ``readouts echoes --json`` prints of one echo."""
    return {
        "passages": [{"id": passage.document, **_span(passage.span)} for passage in found.passages],
        "words": found.words,
        "similarity": round(found.similarity, 3),
    }


def person(entry: Person, tenures: Iterable[Tenure]) -> Json:
    """Return one line of the table of actors."""
    return {
        "person": entry.name,
        "names": list(entry.names),
        "born": entry.born.isoformat() if entry.born else None,
        "wikidata": entry.wikidata,
        "offices": [
            {
                "state": tenure.state,
                "office": tenure.office,
                "since": tenure.since.isoformat() if tenure.since else None,
                "until": tenure.until.isoformat() if tenure.until else None,
            }
            for tenure in tenures
        ],
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _mention(mention: Mention) -> Json:
    return {
        **_span(mention.span),
        "person": mention.person,
        "state": mention.state,
        "office": mention.office,
        "repaired": mention.repair is not None,
        "why": mention.repair.rule if mention.repair else None,
    }


def _publisher(publisher: Publisher | None) -> Json | None:
    return {"publisher": publisher.name, "state": publisher.state} if publisher else None


def _speaker(speaker: Speaker | None) -> Json | None:
    return {"person": speaker.person, "state": speaker.state} if speaker else None


def _statement(statement: Statement) -> Json:
    return {
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "speaker": _speaker(statement.speaker),
        "account": _publisher(statement.account),
        "mode": str(statement.mode),
        "act": statement.act,
        "force": statement.force,
    }


def _contact(contact: Contact) -> Json:
    return {
        "kind": str(contact.kind),
        "date": contact.date,
        "parties": [{"person": p.person, "state": p.state, "office": p.office} for p in contact.parties],
        "place": contact.place,
        "told": contact.told,
        "evidence": [{**_span(e.span), "why": e.why} for e in contact.evidence],
    }


def _accounts(collation: Collation) -> list[Json]:
    return [
        {
            "id": account.id,
            "publisher": account.publisher.name if account.publisher else None,
            "siglum": account.siglum,
            "lang": account.language,
        }
        for account in collation.accounts
    ]


def _positions(found: Iterable[Statement], publisher: Publisher | None) -> list[int]:
    """Return which of the statements stand in the publisher's account, by their position."""
    return [at for at, statement in enumerate(found) if statement.account == publisher]


def _row(row: Row) -> Json:
    return {
        "relation": str(row.relation),
        "topic": row.topic,
        "cells": [_spans(cell.spans) if isinstance(cell, Reading) else [] for cell in row.cells],
        "differences": [_difference(difference) for difference in row.differences],
        "confidence": round(row.confidence, 3),
    }


def _difference(difference: Difference) -> Json:
    return {
        "kind": str(difference.kind),
        "values": list(difference.values),
        "spans": [_spans(spans) for spans in difference.spans],
    }
