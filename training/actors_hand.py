"""Read what was written by hand: who held which office, and how people are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.actors_values import Known, Spell

_ENTRY = re.compile(r"(?P<person>.+?) (?P<since>\d{4}(?:-\d\d(?:-\d\d)?)?)\??(?:\.\.(?P<until>[\d-]+))?")
_RECORD = "public record"


def read_holders(folder: Path) -> Iterator[Spell]:
    """Yield the spells of ``holders-*.txt``; ValueError names file and line of a fault."""
    for path in sorted(folder.glob("holders-*.txt")):
        state = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("["):
                state = line.strip("[]")
                continue
            office, _, holders = line.partition(": ")
            try:
                yield from _line(state, office, holders)
            except ValueError as fault:
                raise ValueError(f"{path.name}, line {number}: {fault}") from None


def _line(state: str, office: str, holders: str) -> Iterator[Spell]:
    entries = []
    for entry in holders.split(" > "):
        match = _ENTRY.fullmatch(entry.strip())
        if match is None:
            raise ValueError(f"not a holder: {entry!r}")
        entries.append(match)
    for at, match in enumerate(entries):
        following = entries[at + 1]["since"] if at + 1 < len(entries) else ""
        yield Spell(state, office, match["person"], match["since"], match["until"] or following, _RECORD)


def read_names(folder: Path) -> Iterator[Known]:
    """Yield the people of ``names-*.txt``: name / born / Chinese / Russian / Ukrainian / short / other English."""
    for path in sorted(folder.glob("names-*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = [cell.strip() for cell in line.split(" /")] + [""] * 7
            if len(cells) > 14:
                raise ValueError(f"{path.name}, line {number}: too many cells")
            name, born, zh, ru, uk, short, english = cells[:7]
            yield Known(name, born, "", *(_list(cell) for cell in (short, english, zh, ru, uk)))


def read_ids(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the Wikidata ids of ``wikidata.txt``: name / id."""
    path = folder / "wikidata.txt"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            name, _, code = line.partition(" / ")
            if not re.fullmatch(r"Q\d+", code):
                raise ValueError(f"{path.name}, line {number}: not an id: {code!r}")
            yield name, code


def _list(cell: str) -> list[str]:
    return [value.strip() for value in cell.split(",") if value.strip()]
