"""What reading costs as texts grow: time and memory at a tenth, at a hundredth, and at 50 MB.

Plain text, a page and a file of many texts are made of invented sentences and read as `readouts clean` reads them:
decoded, mended, residue and headings marked. A page of more than 2 MB is read in a process of its own, which has ten
seconds and 1 GB: larger ones are refused with a message that says so. Each run is a process of its own.

    python -m benchmarks.lengths
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.material import check_floors

SIZES = (500_000, 5_000_000, 50_000_000)
# In the caller's process, nearly at its end, in one of its own, and beyond its limits.
PAGE_SIZES = (150_000, 1_500_000, 4_000_000, 50_000_000)
SENTENCES = (
    "President Ilsa Varo spoke with Prime Minister Joren Lind about the ferry line between Halden and Tarn.",
    "The two leaders agreed that the closure of the Skarne Strait should end before the winter of {}.",
    "See also: {} more stories from the harbour",
    "“We have asked for the records of ship number {} to be made public,” the spokesman said on Wednesday.",
)
KINDS = ("txt", "html", "jsonl")


def write(path: Path, size: int) -> None:
    """Write about `size` bytes of paragraphs in the format the path names."""
    paragraphs, number, length = [], 0, 0
    while length < size:
        sentences = [SENTENCES[(number + at) % len(SENTENCES)].format(number) for at in range(1 + number % 4)]
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 9
        number += 1
    kind = path.suffix[1:]
    if kind == "txt":
        path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    elif kind == "html":
        body = "\n".join(f"<p>{words}</p>" for words in paragraphs)
        path.write_text(f"<html lang=en><body><article>{body}</article></body></html>", encoding="utf-8")
    else:
        pieces = ("\n\n".join(paragraphs[at : at + 20]) for at in range(0, len(paragraphs), 20))
        path.write_text("".join(json.dumps({"text": piece, "lang": "en"}) + "\n" for piece in pieces), "utf-8")


def clean(path: Path) -> dict[str, float | str]:
    """Read a file as `readouts clean` does; return seconds of the processor, bytes of memory and characters."""
    from readouts.ingest import Source, Unread, mark_residue, read_documents
    from readouts.text import mend
    from readouts.workflows.study import Study  # noqa: F401 - loaded before the clock starts

    mark_residue("Varo met Lind.", "en", (), ())
    before = memory()
    begun = time.process_time() + children()
    characters = 0
    for found in read_documents(Source(str(path)), limit=None):
        if isinstance(found, Unread):
            return {"refused": found.message}
        text = mend(found.text).text
        mark_residue(text, "en", found.residue, found.headings)
        characters += len(text)
    seconds = time.process_time() + children() - begun
    return {"seconds": seconds, "megabytes": (memory() - before) / 1e6, "characters": characters}


def memory() -> float:
    """Return the most memory this process has held, in bytes (Linux counts kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def children() -> float:
    """Return the seconds of the processor that ended processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    if len(sys.argv) == 2:
        print(json.dumps(clean(Path(sys.argv[1]))))
        return
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            costs = []
            for size in PAGE_SIZES if kind == "html" else SIZES:
                path = Path(folder, f"{size}.{kind}")
                write(path, size)
                ran = subprocess.run(
                    [sys.executable, "-m", "benchmarks.lengths", str(path)], capture_output=True, text=True, check=True
                )
                cost = json.loads(ran.stdout)
                print(f"{kind:6} {size:>12,} bytes  {cost}", flush=True)
                path.unlink()
                if "refused" not in cost:
                    costs.append((size, cost["seconds"], cost["megabytes"]))
            (small, little, _), (large, much, most) = costs[0], costs[-1]
            # 1 is a cost that grows as the text does; 1 GB is the limit of memory.
            figures[f"{kind} growth left"] = (large / small) / (much / little)
            figures[f"{kind} memory left"] = 1000 / max(most, 1)
    check_floors("lengths", figures)


if __name__ == "__main__":
    main()
