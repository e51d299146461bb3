"""Documents of invented states, and an analysis without models: the first line of a text says what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from readouts.collection import Collection, Received, Stage, Taken, take_in
from readouts.ingest import Unread
from readouts.model import Analysis, Contact, ContactKind, Document, Evidence, Party, Publisher, Span
from readouts.workflows.batch import Depth
from readouts.workflows.keep import rebuild

NORVIA = Publisher("Government of Norvia", "NVA", "NV")
ESTMARK = Publisher("Government of Estmark", "EST", "ES")
MARKS = dict.fromkeys(Stage, "1")
_TOLD = re.compile(r"(?P<kind>call|meeting|letter) (?P<date>\S+) (?P<parties>[\w /]+)\.")


def document(
    name: str,
    text: str,
    publisher: Publisher | None = NORVIA,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Document:
    """A document as it comes from a file."""
    day = date.fromisoformat(published) if published else None
    return Document(name, text, title, day, url, publisher, "en")


def put(collection: Collection, *documents: Document) -> list[Taken]:
    """Take documents in."""
    return take_in(collection, [Received(one) for one in documents])


def analyse(documents: Iterable[Document], depth: Depth) -> Iterator[Analysis | Unread]:
    """Find the contact a text says it tells of: "call 2031-05-06 Ilsa Varo/NVA Joren Lind/EST."."""
    for one in documents:
        yield Analysis(one, contacts=tuple(_contacts(one.text)))


def _contacts(text: str) -> Iterator[Contact]:
    for found in _TOLD.finditer(text):
        parties = tuple(
            Party(name.strip() or None, state)
            for name, _, state in (
                one.rpartition("/") for one in re.findall(r"[A-Z][\w ]*?/[A-Z]{3}", found["parties"])
            )
        )
        kind, day = ContactKind(found["kind"]), None if found["date"] == "undated" else found["date"]
        evidence = (Evidence(Span(found.start(), found.end()), "kind"),)
        yield Contact(kind, day, parties, "Halden", told=True, evidence=evidence)


def analysed(collection: Collection, marks: dict[Stage, str] = MARKS, *, missing_only: bool = False) -> int:
    """Analyse what is out of date under these marks and return how many documents that were."""
    last = 0
    for step in rebuild(collection, analyse=analyse, marks=marks, missing_only=missing_only):
        assert not isinstance(step, Unread)
        last = step.documents
    return last
