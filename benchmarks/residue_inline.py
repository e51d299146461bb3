"""Residue inside a line: texts of links and other items set between the sentences of articles, and found again.

Reads the English pages and the releases beside the checkout: short lines labelled residue are set between two sentences
of lines labelled text of other pages, as a copy that loses a page's markup does. Prints how many are found (half their
characters or more), how many of the marks are right, and how many marks untouched articles and releases get.
Rules were written looking at every other page; figures are of the rest. Run `python -m benchmarks.residue_inline`.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from benchmarks.material import SHARED, check_floors, collection, json_lines, require_shared
from readouts.ingest.inline import residue_within
from readouts.ingest.lines import split_lines
from readouts.model import Span

_BETWEEN = re.compile(r"(?<=[a-z][.!?] )(?=[A-Z])")
_GLUED_WORDS = range(2, 13)
_ENDS = re.compile(r"[.!?:,;…]$")
_TIMES = 3


class Glued(NamedTuple):
    """A line of an article with what was set into it."""

    text: str
    place: Span


def pages(half: int) -> list[dict[str, list[str]]]:
    """Return the lines labelled text and those labelled residue of every other English page."""
    found = []
    for entry in json_lines(SHARED / "residue" / "T_dev.jsonl.gz"):
        if entry["lang"] == "en":
            kinds: dict[str, list[str]] = {"text": [], "residue": []}
            for line, label in zip(entry["lines"], entry["labels"], strict=True):
                if label:
                    kinds[label].append(" ".join(line.split()))
            found.append(kinds)
    return found[half::2]


def glued(every: list[dict[str, list[str]]]) -> Iterator[Glued]:
    """Set lines of residue into lines of text, at places chosen by a fixed seed."""
    chance = random.Random(9)
    left = [
        line
        for page in every
        for line in page["residue"]
        if len(line.split()) in _GLUED_WORDS and line[0].isupper() and not _ENDS.search(line)
    ]
    for page in every:
        for line in page["text"]:
            places = [found.start() for found in _BETWEEN.finditer(line)]
            for _ in range(_TIMES if places else 0):
                at, words = chance.choice(places), chance.choice(left)
                if words not in page["residue"]:
                    yield Glued(f"{line[:at]}{words} {line[at:]}", Span(at, at + len(words)))


def marks(text: str) -> list[Span]:
    """Return what is marked inside the lines of a text."""
    lines = split_lines(text)
    return [mark.span for mark in residue_within(text, "en", lines, np.ones(len(lines), bool))]


def main() -> None:
    require_shared()
    shown = "--shown" in sys.argv
    every = pages(0 if shown else 1)
    found = right = given = 0
    samples = list(glued(every))
    for text, place in samples:
        spans = marks(text)
        hit = [span for span in spans if min(span.end, place.end) - max(span.start, place.start) > len(place) / 2]
        found += bool(hit)
        right += len(hit)
        given += len(spans)
        if shown:
            print("found" if hit else "     ", place.of(text), "|", text[place.end : place.end + 40])
    lines = [line for page in every for line in page["text"]]
    false = [(line, span) for line in lines for span in marks(line)]
    if shown:
        print(*(span.of(line) for line, span in false), sep="\n")
    releases = [entry["text"] for name in ("whitehouse", "kremlin", "ukraine") for entry in collection(name).values()]
    texts = releases[::10]
    in_releases = sum(len(marks(text)) for text in texts)
    characters = sum(map(len, texts))
    print(f"{len(samples)} glued lines, {len(lines)} lines of articles, {len(texts)} releases: {in_releases} marks")
    check_floors(
        "residue_inline",
        {
            "found": found / len(samples),
            "marks_right": right / max(1, given),
            "articles_unmarked": 1 - len(false) / len(lines),
            "release_characters_a_mark": characters / max(1, in_releases),
        },
    )


if __name__ == "__main__":
    main()
