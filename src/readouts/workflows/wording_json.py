"""What the commands on wording print as JSON."""

from __future__ import annotations

from readouts.workflows.contract import Json
from readouts.workflows.usage import Usage, Use


def usage(found: Usage) -> Json:
    """Return what ``readouts formulas --json`` prints of one formula, and ``readouts trace --json`` of its phrase.

    `first` and `last` are the days of the first and last dated use; months run from the one to the other.
    """
    return {
        "wording": found.wording,
        "documents": found.documents,
        "publishers": [{"publisher": name or None, "documents": count} for name, count in found.publishers],
        "first": found.first.isoformat() if found.first else None,
        "last": found.last.isoformat() if found.last else None,
        "months": [{"month": month, "documents": count} for month, count in found.by_month],
        "uses": [_use(use) for use in found.uses],
    }


def _use(use: Use) -> Json:
    document, sentence = use.document, use.sentence
    return {
        "id": document.id,
        "publisher": document.publisher.name if document.publisher else None,
        "date": document.published.isoformat() if document.published else None,
        "start": use.span.start,
        "end": use.span.end,
        "text": use.wording,
        "similarity": round(use.similarity, 3),
        "sentence": {"start": sentence.start, "end": sentence.end, "text": sentence.of(document.text)},
    }
