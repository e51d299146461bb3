"""Official releases as people copy them: amid the menus, teasers and footers of a page of another site.

Each of some releases, none of which was learned from, is set in the place of another page's article, and lines that
stood inside that article are strewn between its paragraphs. There are two kinds of pages: those beside the checkout, of
which only the lines labelled residue are taken, two to six a page, which the shipped model has learned; and whole pages
of WCXB's second part, of sites that it has not. Prints the share of the residue's lines found and of the release's
characters kept, as left out of reading (`read`) and as shown. Run `python -m benchmarks.residue_wrapped FOLDER`, where
FOLDER is the copy of WCXB that `training/residue_pages.py` tells of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.material import SHARED, check_floors, collection, json_lines, require_shared
from readouts.ingest import SURE, mark_residue
from readouts.text import detect_language
from training.residue_pages import RESIDUE, TEXT, folder_named, further_pages, sites_of

# So many releases of each publisher, of longer ones so many lines, and so many lines of a page strewn into one.
_RELEASES, _LINES, _STREWN = 30, 80, 4
_LEAST_RESIDUE = 2


class Frame(NamedTuple):
    """The lines of a page that are not its article."""

    above: list[str]
    inside: list[str]
    below: list[str]


class Wrapped(NamedTuple):
    """Lines of a copy; of each whether it is the page's, and whether it is strewn into the release."""

    lines: list[str]
    of_page: list[bool]
    strewn: list[bool]


def releases() -> list[list[str]]:
    """Return the lines of releases that the shipped model has not learned from."""
    found = []
    for name in ("whitehouse", "kremlin", "ukraine", "cctv"):
        unlearned = list(collection(name).values())[7::50]
        step = max(1, len(unlearned) // _RELEASES)
        found += [entry["text"].strip().split("\n")[:_LINES] for entry in unlearned[::step][:_RELEASES]]
    return found


def learned_frames() -> Iterator[Frame]:
    """Yield what is labelled residue on the pages beside the checkout."""
    for entry in json_lines(SHARED / "residue" / "T_dev.jsonl.gz"):
        yield from frame_of(entry["lines"], [{"residue": RESIDUE, "text": TEXT}.get(said) for said in entry["labels"]])


def unlearned_frames(folder: Path) -> Iterator[Frame]:
    """Yield what is residue on pages of sites that the shipped model has not learned from."""
    learned = sites_of(folder, "dev")
    for page in further_pages(folder, "test"):
        if page.kind == "article" and page.site not in learned:
            yield from frame_of(page.lines, page.labels)


def frame_of(lines: Sequence[str], labels: Sequence[int | None]) -> Iterator[Frame]:
    """Yield what is residue on a page, where that is at least two lines; blank lines around it are kept."""
    text = [at for at, label in enumerate(labels) if label == TEXT]
    if text and sum(label == RESIDUE for label in labels) >= _LEAST_RESIDUE:
        kept = [at for at, label in enumerate(labels) if label == RESIDUE or not lines[at].strip()]
        yield Frame(
            [lines[at] for at in kept if at < text[0]],
            [lines[at] for at in kept if text[0] < at < text[-1] and lines[at].strip()][:_STREWN],
            [lines[at] for at in kept if at > text[-1]],
        )


def wrap(release: Sequence[str], frame: Frame, chance: np.random.Generator) -> Wrapped:
    """Set the lines of a release in the place of a page's article."""
    breaks = [at for at in range(1, len(release)) if release[at].strip()]
    strewn = dict(zip(chance.permutation(breaks).tolist(), frame.inside, strict=False))
    copy = [(line, True, False) for line in (*frame.above, "")]
    for at, line in enumerate(release):
        if at in strewn:
            copy.append((strewn[at], True, True))
            if not release[at - 1].strip():
                copy.append(("", False, False))
        copy.append((line, False, False))
    copy += [(line, True, False) for line in ("", *frame.below)]
    lines, of_page, inside = zip(*copy, strict=True)
    return Wrapped(list(lines), list(of_page), list(inside))


def judged(copy: Wrapped) -> np.ndarray:
    """Return of each line: length, is it the page's, is it strewn, the share left out of reading, the share shown."""
    text = "\n".join(copy.lines)
    marked = np.zeros((2, len(text) + 1))
    for mark in mark_residue(text, detect_language(text))[0]:
        marked[int(mark.confidence < SURE) :, mark.span.start : mark.span.end] = 1
    ends = np.cumsum([len(line) + 1 for line in copy.lines]) - 1
    rows = [
        (len(line), of_page, strewn, *marked[:, end - len(line) : end].mean(1))
        for line, of_page, strewn, end in zip(*copy, ends.tolist(), strict=True)
        if line.strip()
    ]
    return np.array(rows)


def figures(name: str, lines: np.ndarray) -> dict[str, float]:
    """Return the figures of some lines."""
    length, of_page, strewn = lines[:, 0], lines[:, 1] == 1, lines[:, 2] == 1
    print(f"{name}: {of_page.sum()} lines of pages, {strewn.sum()} of them strewn; {(~of_page).sum()} of releases")
    found = {}
    for column, when in ((3, "read"), (4, "shown")):
        marked = lines[:, column]
        found[f"{name}_found_{when}"] = float((marked[of_page] > 0.5).mean())
        found[f"{name}_strewn_found_{when}"] = float((marked[strewn] > 0.5).mean())
        found[f"{name}_kept_{when}"] = 1 - float(np.average(marked[~of_page], weights=length[~of_page]))
    return found


def main() -> None:
    require_shared()
    texts, found = releases(), {}
    for name, frames in (("learned", list(learned_frames())), ("unlearned", list(unlearned_frames(folder_named())))):
        chance = np.random.default_rng(9)
        chosen = [frames[at] for at in chance.permutation(len(frames))[: len(texts)].tolist()]
        copies = [wrap(text, frame, chance) for text, frame in zip(texts, chosen, strict=True)]
        found |= figures(name, np.concatenate([judged(copy) for copy in copies]))
    check_floors("residue_wrapped", found)


if __name__ == "__main__":
    main()
