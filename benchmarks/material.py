"""The real material kept beside the checkout, and the floors no figure may fall below."""

from __future__ import annotations

import gzip
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

_COLLECTIONS = {
    "whitehouse": "whitehouse/statements.jsonl.gz",
    "transcripts": "whitehouse/transcripts.jsonl.gz",
    "kremlin": "kremlin/releases.jsonl.gz",
    "ukraine": "ukraine/releases.jsonl.gz",
    "cctv": "cctv/contacts.jsonl.gz",
}


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a `.jsonl` or `.jsonl.gz` file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def collection(name: str) -> dict[str, dict[str, Any]]:
    """Return one publisher's releases by id."""
    return {entry["id"]: entry for entry in json_lines(SHARED / _COLLECTIONS[name])}


def accounts_of(name: str) -> list[dict[str, Any]]:
    """Return one publisher's releases that may be accounts of contacts: of the White House's, the readouts."""
    return [entry for entry in collection(name).values() if name != "whitehouse" or "readout" in entry["id"]]


def require_shared() -> None:
    """Leave with a message where the real material is absent."""
    if not SHARED.is_dir():
        sys.exit(f"This benchmark reads real material expected in {SHARED}, which is not there.")


def check_floors(section: str, figures: dict[str, float]) -> None:
    """Print each figure beside its floor (`floors.toml`); exit with status 1 when one has fallen below it."""
    floors = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text(encoding="utf-8")).get(section, {})
    fallen = [name for name, floor in floors.items() if figures[name] < floor]
    for name, figure in figures.items():
        floor = floors.get(name)
        print(f"{section:12} {name:40} {figure:8.3f}" + (f"   floor {floor:.3f}" if floor is not None else ""))
    if fallen:
        sys.exit(f"Below the floor: {', '.join(fallen)}")
