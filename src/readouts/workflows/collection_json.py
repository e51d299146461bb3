"""What the commands on a collection print as JSON: flat objects, every key present."""

from __future__ import annotations

from readouts.collection import AccountOf, Answer, Correction, Entry, Hit, Taken
from readouts.model import Passage, Span
from readouts.workflows.changes import ChangesOf, Step
from readouts.workflows.contract import Json
from readouts.workflows.register import Counted
from readouts.workflows.votes import Agreement


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


def contact(one: Counted) -> Json:
    """Return what ``readouts contacts --json`` prints of one contact of the register."""
    registered = one.registered
    held = registered.contact
    return {
        "id": registered.id,
        "kind": str(held.kind),
        "date": held.date,
        "parties": [{"person": p.person, "state": p.state, "office": p.office} for p in held.parties],
        "place": held.place,
        "nth": one.nth or None,
        "nth_of_kind": one.nth_of_kind or None,
        "accounts": [_account(account) for account in registered.accounts],
        "confidence": round(registered.confidence, 3),
        "why": registered.why,
        "corrected": registered.corrected,
    }


def _account(account: AccountOf) -> Json:
    entry = account.entry
    return {
        "id": entry.name,
        "publisher": entry.publisher.name if entry.publisher else None,
        "siglum": entry.publisher.siglum if entry.publisher else None,
        "date": entry.published.isoformat() if entry.published else None,
        "lang": entry.language,
        "confidence": round(account.confidence, 3),
    }


def correction(one: Correction) -> Json:
    """Return what ``readouts correct list --json`` prints of one correction."""
    return {
        "number": one.number,
        "made": one.made,
        "kind": one.kind,
        "action": one.action,
        "target": one.target,
        "value": one.value,
        "note": one.note,
        "undone": one.undone,
    }


def agreement(found: Agreement) -> list[Json]:
    """Return what ``readouts votes --json`` prints, an object a year."""
    return [
        {
            "year": year.year,
            "votes": year.both,
            "alike": year.alike,
            "agreement": round(year.agreement, 4),
            "index": round(year.index, 4),
        }
        for year in found.years
    ]


def changes(found: ChangesOf) -> Json:
    """Return what ``readouts changes --json`` prints; passages are of the documents they name."""
    texts = {name: analysis.document.text for name, analysis in found.analyses.items()}

    def quoted(one: Passage) -> Json:
        return {"id": one.document, **span(one.span), "text": one.span.of(texts[one.document])}

    def step(one: Step) -> Json:
        return {"variant": one.variant, "step": one.step, **quoted(one.passage)}

    return {
        "id": found.changes.document,
        "contact": found.contact.id,
        "parties": [{"person": p.person, "state": p.state, "office": p.office} for p in found.parties],
        "earlier": list(found.changes.earlier),
        "formulas": [
            {"change": str(one.change), **quoted(one.passage), "earlier": list(one.earlier), "others": one.others}
            for one in found.changes.wording
        ],
        "topics": [
            {
                "change": str(one.change),
                "topic": one.topic,
                "earlier": one.earlier,
                "passages": [quoted(passage) for passage in one.passages],
            }
            for one in found.changes.topics
        ],
        "force": [
            {
                "change": str(one.shift),
                "ladder": one.ladder,
                "topics": list(one.topics),
                "before": step(one.before),
                "now": step(one.now),
            }
            for one in found.changes.force
        ],
    }
