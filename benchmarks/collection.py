"""What keeping costs: adding beside the analysis alone, one core beside all, memory as the collection grows.

    python -m benchmarks.collection [DOCUMENTS]

Every run is a process of its own on the same documents, taken evenly from ../shared. The same collection is then grown
by invented documents, past the analysis, and a few real ones are added to it: peak memory of all processes together.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.material import ROOT, check_floors, collection, require_shared
from readouts.collection import Collection, Stage, keep_findings, open_collection, pack_findings, take_in
from readouts.ingest import publisher_for
from readouts.model import Analysis, Contact, ContactKind, Document, Party, Publisher, Received
from readouts.workflows.batch import Depth, analyse_all
from readouts.workflows.keep import add, rebuild
from readouts.workflows.made_by import made_by
from readouts.workflows.register import up_to_date

DOCUMENTS, ADDED_TO_GROWN, SMALL, LARGE, BATCH = 1_000, 100, 1_000, 10_000, 1_000
MOST_COST, LEAST_GAIN, MOST_MEGABYTES, FLAT = 1.3, 1.7, 1_500, 1.1
_SOURCES = ("whitehouse", "kremlin", "ukraine", "cctv")
_STATES = ("NVA", "EST", "CBR", "DEU", "FRA", "JPN")


def main() -> None:
    if len(sys.argv) > 1 and sys.argv[1] in _PARTS:
        _PARTS[sys.argv[1]](*sys.argv[2:])
        return
    require_shared()
    count = sys.argv[1] if len(sys.argv) > 1 else str(DOCUMENTS)
    every = sorted(os.sched_getaffinity(0))[:2]
    one, both = every[:1], every
    analysis = run(["analysis", count], both)
    adding, alone = run(["adding", count], both), run(["adding", count], one)
    print(f"{count} documents, {len(every)} cores; wall and CPU seconds, peak MB")
    for name, found in (("analysis alone", analysis), ("adding", adding), ("adding on one core", alone)):
        print(f"  {name:20} {found['wall']:8.1f} {found['cpu']:8.1f} {found['megabytes']:8.0f}")
    grown = {size: run(["grown", str(size), str(ADDED_TO_GROWN)], both)["megabytes"] for size in (SMALL, LARGE)}
    print(f"  adding {ADDED_TO_GROWN} to {SMALL:,} and to {LARGE:,}: {grown[SMALL]:.0f} and {grown[LARGE]:.0f} MB")
    check_floors(
        "collection",
        {
            "analysis_over_adding": analysis["wall"] / adding["wall"] * MOST_COST,
            "analysis_over_adding_cpu": analysis["cpu"] / adding["cpu"] * MOST_COST,
            "gain_of_two_cores": alone["wall"] / adding["wall"] / LEAST_GAIN,
            "memory_left": MOST_MEGABYTES / max(adding["megabytes"], grown[LARGE]),
            "memory_flat": FLAT * grown[SMALL] / grown[LARGE],
        },
    )


def run(arguments: Sequence[str], cores: Sequence[int]) -> dict[str, float]:
    """Run one part in a process of its own on these cores and return what it measured."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "benchmarks.collection", *arguments], cwd=ROOT, check=True, capture_output=True
        )
    finally:
        os.sched_setaffinity(0, before)
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def _analysis(count: str) -> None:
    documents = real_documents(int(count))
    begun = time.perf_counter()
    for _ in analyse_all(documents, None, Depth.EVERYTHING):
        pass
    _report(begun)


def _adding(count: str) -> None:
    documents = real_documents(int(count))
    with TemporaryDirectory() as folder, open_collection(str(Path(folder) / "c.db"), create=True) as opened:
        begun = time.perf_counter()
        add_documents(opened, documents)
        _report(begun)


def _grown(size: str, count: str) -> None:
    with TemporaryDirectory() as folder, open_collection(str(Path(folder) / "c.db"), create=True) as opened:
        grow(opened, int(size))
        begun = time.perf_counter()
        add_documents(opened, real_documents(int(count)))
        _report(begun)


_PARTS: dict[str, Callable[..., None]] = {"analysis": _analysis, "adding": _adding, "grown": _grown}


def add_documents(opened: Collection, documents: Sequence[Document]) -> None:
    """Take documents in, analyse them and make the register."""
    for _ in add(opened, map(Received, documents)):
        pass
    for _ in rebuild(opened, missing_only=True):
        pass
    up_to_date(opened)


def real_documents(count: int) -> list[Document]:
    """Return so many of the real documents (at most all), evenly from the first to the last of all."""
    every = [
        Document(
            entry["id"],
            entry["text"],
            entry.get("title"),
            date.fromisoformat(entry["date"]),
            entry.get("url"),
            publisher_for(entry.get("url"), None),
            entry.get("lang"),
        )
        for source in _SOURCES
        for entry in collection(source).values()
    ]
    count = min(count, len(every))
    return [every[at * len(every) // count] for at in range(count)]


def grow(opened: Collection, size: int) -> None:
    """Put invented accounts of invented calls in, with findings as if they had been analysed."""
    marks = made_by()
    for at in range(0, size, BATCH):
        taken = take_in(opened, [Received(_invented(number)) for number in range(at, min(at + BATCH, size))])
        found = (pack_findings(one.entry.number, _told(number), tuple(Stage)) for number, one in enumerate(taken, at))
        keep_findings(opened, list(found), marks)


def _invented(number: int) -> Document:
    text = f"Account {number}. " + " ".join(_words(number))
    day = date(2020, 1, 1) + timedelta(days=number % 2_000)
    publisher = Publisher(f"Government {number % 6}", _STATES[number % 6], f"G{number % 6}")
    return Document(f"grown-{number}", text, f"Call {number}", day, None, publisher, "en")


def _words(number: int) -> Iterator[str]:
    return (f"word{(number * 7919 + at * 104729) % 20_011}" for at in range(400))


def _told(number: int) -> Analysis:
    parties = (Party(None, _STATES[number % 6]), Party(None, _STATES[(number + 1 + number % 5) % 6]))
    day = date(2020, 1, 1) + timedelta(days=number % 2_000)
    held = Contact(ContactKind.CALL, day.isoformat(), parties, told=True)
    return Analysis(_invented(number), contacts=(held,))


def _report(begun: float) -> None:
    """Print the seconds since, CPU seconds of all processes, and the most memory they can have had together."""
    wall = time.perf_counter() - begun
    own, helpers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + helpers.ru_utime + helpers.ru_stime
    # Of the helpers the largest is known; no other had more.
    cores = len(os.sched_getaffinity(0))
    most = (own.ru_maxrss + cores * helpers.ru_maxrss) / 1_000
    print(json.dumps({"wall": wall, "cpu": cpu, "megabytes": most}))


if __name__ == "__main__":
    main()
