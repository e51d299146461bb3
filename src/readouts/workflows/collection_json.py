"""What the commands on a collection print as JSON: flat objects, every key present."""

from __future__ import annotations

from readouts.collection import Answer, Entry, Hit, Taken
from readouts.model import Span
from readouts.workflows.contract import Json


def entry(found: Entry) -> Json:
    """Return what ``readouts list --json`` prints of one document."""
    return {
        "id": found.name,
        "version": found.version,
        "latest": found.latest,
        "title": found.title,
        "date": found.published.isoformat() if found.published else None,
        "publisher": found.publisher.name if found.publisher else None,
        "url": found.url,
        "lang": found.language,
        "length": found.length,
        "added": found.added,
        "hash": found.content_hash,
    }


def taken(one: Taken) -> Json:
    """Return what ``readouts add --json`` prints of one document."""
    return {"id": one.entry.name, "outcome": str(one.outcome), "version": one.entry.version}


def hits(answer: Answer) -> list[Json]:
    """Return what ``readouts search --json`` prints, an object a hit; offsets are of the document's text."""
    return [_hit(hit) for hit in answer.hits]


def _hit(hit: Hit) -> Json:
    return {
        **{
            key: value for key, value in entry(hit.entry).items() if key in ("id", "title", "date", "publisher", "lang")
        },
        "passage": {**span(hit.passage.span), "text": hit.passage.exact},
        "hits": [span(one) for one in hit.hits],
    }


def span(one: Span) -> Json:
    """Return a span as its start and end."""
    return {"start": one.start, "end": one.end}
