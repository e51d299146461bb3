"""A person's decisions as W3C Web Annotations: who exported them can show them, and others can read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readouts.collection import Correction
from readouts.workflows.amend import NAME, RESIDUE, ROW
from readouts.workflows.contract import Json

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def decisions_page(decisions: Iterable[Correction]) -> Json:
    """Return an AnnotationPage of the decisions; `modified` is when one was undone.

    The target of each is the text by its hash, with the position and the quote of every passage that was meant.
    """
    return {"@context": _CONTEXT, "type": "AnnotationPage", "items": [_annotation(one) for one in decisions]}


def _annotation(decision: Correction) -> Json:
    targets = list(_targets(decision))
    return {
        "id": f"urn:readouts:decision:{decision.number}",
        "type": "Annotation",
        "motivation": "identifying" if decision.kind == NAME else "moderating",
        "created": decision.made,
        **({"modified": decision.undone} if decision.undone else {}),
        "body": {"type": "TextualBody", "purpose": "describing", "value": in_words(decision)},
        "target": targets[0] if len(targets) == 1 else targets,
    }


def in_words(decision: Correction) -> str:
    """Say what was decided: ``row: dismissed``."""
    said = {
        ROW: {"join": "joined the points", "part": "parted the point", "dismiss": "dismissed the point"},
        NAME: {"fix": f"says that these words name {_of(decision, 'person')}"},
        RESIDUE: {"mark": "marked as not the article"},
        "contact": {
            "join": "joined the accounts of a contact",
            "part": "parted an account from a contact",
            "date": f"dated a contact {_of(decision, 'date')}",
        },
    }
    words = said.get(decision.kind, {}).get(decision.action, f"{decision.kind}: {decision.action}")
    return f"{words}; undone" if decision.undone else words


def quotes(decision: Correction) -> Iterator[tuple[str, str]]:
    """Yield each passage a decision is on: the name of its document, and its words."""
    if decision.kind == ROW:
        for row in decision.value["rows"]:
            for account in row:
                for passage in account["passages"]:
                    yield account["document"], passage["exact"]
    elif decision.kind in (NAME, RESIDUE):
        yield decision.value["document"], decision.value["exact"]
    else:
        yield decision.target, ""


def _targets(decision: Correction) -> Iterator[Any]:
    if decision.kind == ROW:
        for row in decision.value["rows"]:
            for account in row:
                for passage in account["passages"]:
                    yield {"source": f"urn:sha256:{account['text']}", "selector": _selectors(passage)}
    elif decision.kind in (NAME, RESIDUE):
        source = f"urn:sha256:{decision.target.removeprefix('sha256:')}"
        yield {"source": source, "selector": _selectors(decision.value)}
    else:
        yield f"urn:readouts:document:{decision.target}"


def _selectors(passage: Mapping[str, Any]) -> list[Json]:
    return [
        {"type": "TextPositionSelector", "start": passage["start"], "end": passage["end"]},
        {"type": "TextQuoteSelector", "exact": passage["exact"]},
    ]


def _of(decision: Correction, key: str) -> str:
    return str(decision.value.get(key, "")) if isinstance(decision.value, dict) else ""
