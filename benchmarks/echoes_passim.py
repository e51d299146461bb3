"""Echoes beside passim 2 on the same planted documents: recall, CPU seconds, peak memory.

``python -m benchmarks.echoes_passim CHECKOUT [DOCUMENTS [SHARE...]]``: CHECKOUT is a copy of dasmiq/passim; what it
imports (pyspark, intervaltree, graphframes-py) must be importable and Java on the path. passim runs with
``--all-pairs`` as far as its extents, before it groups them, and is stopped after 30 minutes; what it had used until
then counts. Both get the same file; ours is the whole command's work from the file to the passages.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.echoes_planted import Plant, plant, recall
from benchmarks.material import collection, require_shared
from readouts.model import Echo, Passage, Span

_DOCUMENTS, _PLANTS, _SEED = 900, 300, 7
_SHARES = (0.0, 0.1, 0.2, 0.3)
_LIMIT = 1800.0
_TICK = os.sysconf("SC_CLK_TCK")
_THEIRS = "import sys; from passim import seriatim; seriatim.main(sys.argv[1:])"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command used with all its descendants: CPU seconds, seconds, megabytes at most; whether it ended."""

    cpu: float
    seconds: float
    megabytes: float
    ended: bool


def main() -> None:
    """Measure and print."""
    require_shared()
    checkout = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)
    documents = int(sys.argv[2]) if len(sys.argv) > 2 else _DOCUMENTS
    shares = [float(share) for share in sys.argv[3:]] or _SHARES
    held = sorted(collection("whitehouse").values(), key=lambda one: one["date"])[:documents]
    ids = [one["id"] for one in held]
    for share in shares:
        texts, plants = plant([one["text"] for one in held], min(_PLANTS, documents // 3), share, _SEED)
        with TemporaryDirectory() as folder:
            given, found, log = Path(folder, "documents.jsonl"), Path(folder, "found.jsonl"), Path(folder, "log")
            lines = (json.dumps({"id": name, "text": text}) for name, text in zip(ids, texts, strict=True))
            given.write_text("\n".join(lines), encoding="utf-8")
            cost = run([sys.executable, "-m", "readouts", "echoes", "--json", str(given)], found)
            _say("readouts", share, cost, plants, _read_ours(found), ids)
            command = [sys.executable, "-c", _THEIRS, "--all-pairs", "--to-extents", "--fields", "id", "--"]
            cost = run([*command, str(given), f"{folder}/theirs"], log, checkout)
            _say("passim", share, cost, plants, _read_theirs(Path(folder, "theirs")) if cost.ended else [], ids)


def run(command: list[str], out: Path, checkout: str = "") -> Cost:
    """Run a command in a session of its own, what it prints going to a file, and watch all its processes.

    What it says on standard error lies beside that file.
    """
    paths = [str(Path.cwd()), checkout, os.environ.get("PYTHONPATH", "")]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "SPARK_LOCAL_DIRS": str(out.parent),
    }
    # passim was written for PySpark 4.0, where functions in Python may return generators.
    environment["PYSPARK_SUBMIT_ARGS"] = (
        "--master local[2] --driver-memory 6g --conf spark.sql.execution.pythonUDF.arrow.enabled=false pyspark-shell"
    )
    environment["PYSPARK_PYTHON"] = sys.executable
    begun = time.monotonic()
    said = out.with_name(f"{out.name}.err")
    with out.open("wb") as printed, said.open("wb") as errors:
        process = subprocess.Popen(command, env=environment, stdout=printed, stderr=errors, start_new_session=True)
    used: dict[int, float] = {}
    peak, ended = 0.0, False
    while not ended and time.monotonic() - begun < _LIMIT:
        time.sleep(0.05)
        ended = process.poll() is not None
        now = dict(_session(process.pid))
        used.update({number: cpu for number, (cpu, _) in now.items()})
        peak = max(peak, sum(size for _, size in now.values()))
    if not ended:
        os.killpg(process.pid, 9)
    status = process.wait()
    if ended and status:
        sys.exit(said.read_text(encoding="utf-8", errors="replace")[-3000:])
    return Cost(sum(used.values()), time.monotonic() - begun, peak, ended)


def _session(leader: int) -> Iterator[tuple[int, tuple[float, float]]]:
    """Yield the processes of a session: CPU seconds so far and megabytes held."""
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader:
            yield int(entry.name), ((int(fields[11]) + int(fields[12])) / _TICK, int(fields[21]) * 4096 / 1e6)


def _read_ours(path: Path) -> Iterator[Echo]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            found = json.loads(line)
            passages = (Passage(p["id"], Span(p["start"], p["end"])) for p in found["passages"])
            yield Echo(tuple(passages), found["words"], found["similarity"])


def _read_theirs(path: Path) -> Iterator[Echo]:
    from pyarrow import parquet

    for found in parquet.read_table(path / "tmp" / "extents.parquet").to_pylist():
        sides = ((found["id"], found["begin"], found["end"]), (found["id2"], found["begin2"], found["end2"]))
        passages = (Passage(name, Span(max(0, start), max(0, start, end))) for name, start, end in sides)
        yield Echo(tuple(passages), 0, 0.0)


def _say(name: str, share: float, cost: Cost, plants: list[Plant], echoes: Any, ids: list[str]) -> None:
    found = f"recall {recall(plants, echoes, ids):.3f}" if cost.ended else f"stopped after {_LIMIT / 60:.0f} minutes"
    print(
        f"echoes_passim {name:9} {len(ids)} documents, {share:.0%} changed: {found}, CPU {cost.cpu:.1f} s, "
        f"{cost.seconds:.1f} s, {cost.megabytes:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
