"""Lines of further pages, labelled: what a select-all copy of each would give, set beside the page's article.

Reads WCXB, the Web Content Extraction Benchmark (Murrough Foley 2026, CC BY 4.0; the pages are their publishers'):
FOLDER is a copy of the repository `Murrough-Foley/web-content-extraction-benchmark`, kept outside this one. Nothing of
it is kept here but what the weights of `resources/residue/lines.npz` have learned from its first part, `dev`; with its
second, `test`, `benchmarks.residue_pages` measures.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from lxml import html
from lxml.etree import ParserError

RESIDUE, TEXT, UNKNOWN = 1, 0, -1
# What a browser sets apart by a blank line, and what it begins anew; what is never seen.
_APART = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table form fieldset hr".split())
_ANEW = frozenset(
    "address article aside body caption dd details div dt figcaption footer header legend li main nav option "
    "section summary tbody tfoot thead tr title video".split()
)
_UNSEEN = frozenset("script style noscript template head svg math iframe object canvas select audio".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# The end of a line and a blank line to come, of which a browser writes one however many meet.
_BREAK, _BLANK = "\x01", "\x02"
_BREAKS = re.compile(r"[ \t]*[\x01\x02][ \t\x01\x02]*")
_WORD = re.compile(r"\w+")
# Words of a run that tells where a line stands; a line of fewer must be a whole line of the article.
_RUN, _SHORT = 4, 5
# Shares of a line's runs that the article holds: at least, and at most.
_MOSTLY, _HARDLY = 0.8, 0.1
# Less of the article than this found on the page: what was labelled is another page than what was saved.
_LEAST_FOUND = 0.85
_MOST_LINES = 1500


class LabelledPage(NamedTuple):
    """The lines of a page and the label of each."""

    identifier: str
    site: str
    kind: str
    lines: list[str]
    labels: list[int]


def folder_named() -> Path:
    """Return the folder that the command line names; without one the process ends and says so."""
    if len(sys.argv) != 2:
        sys.exit("Name a folder with a copy of WCXB, the Web Content Extraction Benchmark.")
    return Path(sys.argv[1])


def sites_of(folder: Path, part: str) -> set[str]:
    """Return the sites of a part, `dev` or `test`."""
    return {entry["domain"] for _, entry in _entries(folder, part)}


def further_pages(folder: Path, part: str) -> Iterator[LabelledPage]:
    """Yield the pages of a part that could be labelled."""
    for identifier, entry in _entries(folder, part):
        truth = json.loads((folder / entry["split"] / "ground-truth" / f"{identifier}.json").read_text("utf-8"))
        saved = gzip.decompress((folder / entry["split"] / "html" / f"{identifier}.html.gz").read_bytes())
        lines = copied(saved)
        told = truth["ground_truth"]
        labels = labelled(lines, told.get("main_content") or "", told.get("title") or "")
        if labels and len(lines) <= _MOST_LINES:
            yield LabelledPage(f"wcxb-{identifier}", entry["domain"], entry["page_type"], lines, labels)


def _entries(folder: Path, part: str) -> list[tuple[str, dict[str, Any]]]:
    about = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))["files"]
    return [(identifier, about[identifier]) for identifier in sorted(about) if about[identifier]["split"] == part]


def copied(saved: bytes) -> list[str]:
    """Return the lines that copying a whole page gives, blank ones between paragraphs."""
    try:
        root = html.document_fromstring(saved)
    except (ParserError, ValueError):
        return []
    pieces: list[str] = []
    _copy(root, pieces)
    text = _BREAKS.sub(lambda breaks: "\n\n" if _BLANK in breaks[0] else "\n", "".join(pieces))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]


def _copy(root: Any, pieces: list[str]) -> None:
    # Ends stand on the stack as what is to be written there.
    stack: list[Any] = [root]
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            pieces.append(element)
            continue
        if element.tail:
            stack.append(element.tail.replace("\n", " "))
        name = element.tag
        if not isinstance(name, str) or name in _UNSEEN or _is_hidden(element):
            continue
        around = _BLANK if name in _APART else _BREAK if name in _ANEW else "\t" if name in ("td", "th") else ""
        if name == "br":
            pieces.append("\n")
        elif around:
            pieces.append(around)
            stack.append(around)
        stack.extend(reversed(element))
        if element.text:
            pieces.append(element.text if name == "pre" else element.text.replace("\n", " "))


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def labelled(lines: Sequence[str], article: str, title: str) -> list[int]:
    """Return the label of each line, or none where the article is not found on the page."""
    own = [_words(line) for line in article.split("\n")]
    whole = {" ".join(words) for words in own}
    held = _runs([word for words in own for word in words])
    words = [_words(line) for line in lines]
    if not held or len(held & _runs(list(chain.from_iterable(words)))) < _LEAST_FOUND * len(held):
        return []
    runs = [_runs(of_line) for of_line in words]
    labels = [_label(of_line, of_runs, held, whole) for of_line, of_runs in zip(words, runs, strict=True)]
    long = [at for at, label in enumerate(labels) if label == TEXT and len(runs[at]) >= _SHORT]
    if not long:
        return []
    headline = " ".join(_words(title))
    for at, of_line in enumerate(words):
        # A short line above or below the article may repeat one of it; whether the headline is text, sets differ.
        if " ".join(of_line) == headline or (
            labels[at] == TEXT and not runs[at] and not long[0] - 3 <= at <= long[-1] + 3
        ):
            labels[at] = UNKNOWN
    return labels


def _label(words: list[str], runs: set[tuple[str, ...]], held: set[tuple[str, ...]], whole: set[str]) -> int:
    if not words:
        return UNKNOWN
    if " ".join(words) in whole:
        return TEXT
    if len(words) < _SHORT:
        return RESIDUE if not runs or not runs & held else UNKNOWN
    share = len(runs & held) / len(runs)
    return TEXT if share >= _MOSTLY else RESIDUE if share <= _HARDLY else UNKNOWN


def _words(line: str) -> list[str]:
    return _WORD.findall(line.lower())


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
