"""Pairs of accounts whose sentences were linked by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.material import ROOT, SHARED, collection, json_lines
from readouts.model import Document, Publisher, Span

GIVEN = SHARED / "pairs" / "gold.json"
OWN = ROOT / "benchmarks" / "gold" / "alignment.json"
# Made later: consecutive accounts by one publisher, press statements after one meeting, accounts of parallel calls.
FURTHER = ROOT / "benchmarks" / "gold" / "alignment-further.json"
# Made then: consecutive and parallel contacts of one party, half of them with an account in Chinese.
PARALLEL = ROOT / "benchmarks" / "gold" / "alignment-parallel.json"
# Made after that: one contact told in several genres (readout, address, press call, joint statement), and by several
# offices of one government; accounts of one party days apart.
GENRES = ROOT / "benchmarks" / "gold" / "alignment-genres.json"
# Made last, linked by one reader and gone through by a second: more of the same.
MORE_GENRES = ROOT / "benchmarks" / "gold" / "alignment-genres-more.json"
# Accounts of invented contacts between invented states, written for this project: to learn from, never to measure with.
INVENTED = ROOT / "benchmarks" / "gold" / "alignment-invented.jsonl"
# Written later: transcripts beside readouts, translated prose beside terse, press calls beside what they are about.
MORE_INVENTED = ROOT / "benchmarks" / "gold" / "alignment-invented-more.jsonl"
INVENTED_ACTORS = ROOT / "benchmarks" / "gold" / "invented-actors.toml"
SETS = {
    "given": GIVEN,
    "own": OWN,
    "further": FURTHER,
    "parallel": PARALLEL,
    "genres": GENRES,
    "more genres": MORE_GENRES,
}
PUBLISHERS = {
    "whitehouse": Publisher("White House", "USA", "US"),
    "kremlin": Publisher("Kremlin", "RUS", "RU"),
    "ukraine": Publisher("Office of the President of Ukraine", "UKR", "UA"),
    "cctv": Publisher("CCTV", "CHN", "CN"),
}
Link = tuple[int, int]


@dataclass(frozen=True)
class Pair:
    """Two accounts, their sentences, and the links between these; `may` count neither way."""

    name: str
    documents: tuple[Document, Document]
    sentences: tuple[tuple[Span, ...], tuple[Span, ...]]
    links: frozenset[Link]
    differs: frozenset[Link]
    may: frozenset[Link]

    @property
    def kind(self) -> str:
        """Say whether one account is in Chinese."""
        return "en-zh" if "zh" in [document.language for document in self.documents] else "en-en"


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a file of links (offsets, no text) with their texts from the material beside the checkout."""
    for entry in json.loads(path.read_text(encoding="utf-8")):
        first, second = entry["accounts"]
        yield Pair(
            entry["name"],
            (_document(first), _document(second)),
            (_spans(first), _spans(second)),
            frozenset((i, j) for i, j in entry["same"] + entry["differs"]),
            frozenset((i, j) for i, j in entry["differs"]),
            frozenset((i, j) for i, j in entry["may"]),
        )


def read_invented(path: Path) -> Iterator[Pair]:
    """Yield the invented pairs of a file; sentences stand apart there, a line break after one ends its paragraph."""
    for entry in json_lines(path):
        first, second = (_invented(f"{entry['name']}-{at}", account) for at, account in enumerate(entry["accounts"]))
        same, differs, may = (frozenset((i, j) for i, j in entry[kind]) for kind in ("same", "differs", "may"))
        yield Pair(entry["name"], (first[0], second[0]), (first[1], second[1]), same | differs, differs, may)


def _invented(identifier: str, account: Mapping[str, Any]) -> tuple[Document, tuple[Span, ...]]:
    text, spans = "", []
    for sentence in account["sentences"]:
        words = sentence.rstrip("\n")
        spans.append(Span(len(text), len(text) + len(words)))
        text += words + ("\n\n" if sentence != words else "" if account["language"] == "zh" else " ")
    publisher = Publisher(f"Government of {account['state']}", account["state"])
    day = date.fromisoformat(account["date"])
    return Document(identifier, text, account["title"], day, None, publisher, account["language"]), tuple(spans)


def groups(pairs: list[Pair]) -> list[int]:
    """Number the pairs so that two which share an account, or the account of one contact, have one number."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for pair in pairs:
        keys = [document.id for document in pair.documents]
        for key in keys[1:]:
            parent[root(key)] = root(keys[0])
    roots = sorted({root(pair.documents[0].id) for pair in pairs})
    return [roots.index(root(pair.documents[0].id)) for pair in pairs]


def _spans(account: Mapping[str, Any]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in account["sentences"])


@cache
def _collection(name: str) -> dict[str, dict[str, Any]]:
    found = collection(name)
    return found | collection("transcripts") if name == "whitehouse" else found


def _document(account: Mapping[str, Any]) -> Document:
    publisher, identifier = account["publisher"], account["id"]
    if publisher == "report":
        return Document(identifier, (SHARED / identifier).read_text(encoding="utf-8"), language="en")
    entry = _collection(publisher)[identifier]
    return Document(
        identifier,
        entry["text"],
        entry.get("title"),
        date.fromisoformat(entry["date"]),
        entry.get("url"),
        PUBLISHERS[publisher],
        "zh" if publisher == "cctv" else "en",
    )
