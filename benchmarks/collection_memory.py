"""The most memory adding takes, all processes together, in a small collection and in a large one.

    python -m benchmarks.collection_memory [DOCUMENTS]

A collection grown by invented documents (past the analysis) gets real ones: taken evenly from ../shared, and the
longest of all. Counted is each process's share (PSS) of what it holds, many times a second: pages that processes
share count once. Other work on the machine does not move the figure.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from benchmarks.collection import FLAT, MOST_MEGABYTES, add_documents, grow, real_documents
from benchmarks.material import check_floors, require_shared
from readouts.collection import open_collection

ADDED, LONGEST, SIZES = 100, 8, (1_000, 10_000)
_EVERY = 0.1


class Watch:
    """Watches, while it is entered, the memory of this process and of those it started."""

    def __init__(self) -> None:
        self.megabytes = 0.0
        self._stop = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._stop.wait(_EVERY):
            self.megabytes = max(self.megabytes, sum(map(_share, _with_children(os.getpid()))) / 1_000)


def _with_children(process: int) -> list[int]:
    try:
        started = {
            int(word)
            for task in Path(f"/proc/{process}/task").iterdir()
            for word in (task / "children").read_text().split()
        }
    except OSError:
        return [process]
    return [process, *(inner for child in started for inner in _with_children(child))]


def _share(process: int) -> int:
    """Return a process's share of memory in kilobytes; 0 once it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def main() -> None:
    require_shared()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ADDED
    longest = sorted(real_documents(1_000_000), key=lambda one: -len(one.text))[:LONGEST]
    documents = [*real_documents(count), *longest]
    needed = {}
    for size in SIZES:
        with TemporaryDirectory() as folder, open_collection(str(Path(folder) / "c.db"), create=True) as opened:
            grow(opened, size)
            with Watch() as watch:
                add_documents(opened, documents)
        needed[size] = watch.megabytes
        print(
            f"adding {len(documents)}, the longest of {len(longest[0].text):,} characters, to {size:,}: "
            f"{watch.megabytes:.0f} MB",
            flush=True,
        )
    small, large = needed.values()
    check_floors(
        "collection_memory", {"memory_left": MOST_MEGABYTES / max(small, large), "memory_flat": FLAT * small / large}
    )


if __name__ == "__main__":
    main()
