"""Spark beside one process on the same documents: ``python -m benchmarks.spark [MASTER [TIMES...]]``.

Both are whole commands, ``readouts echoes --json``; what they print must be the same. TIMES is how often the statements
of the White House are taken (a share, or more than once, made as in `benchmarks.echoes`); 0.1 and 1 where not said. The
figure is the seconds of one process over those of Spark: above 1 Spark pays.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.echoes import scaled, texts_in_time
from benchmarks.echoes_passim import run
from benchmarks.material import require_shared

_TIMES = (0.1, 1.0)


def main() -> None:
    require_shared()
    master = sys.argv[1] if len(sys.argv) > 1 else "local[2]"
    texts = texts_in_time()
    for times in [float(times) for times in sys.argv[2:]] or _TIMES:
        with TemporaryDirectory() as folder:
            given, local, spark = (Path(folder, name) for name in ("documents.jsonl", "local.jsonl", "spark.jsonl"))
            held = (json.dumps({"id": str(n), "text": text}) for n, text in enumerate(scaled(texts, times)))
            given.write_text("\n".join(held), encoding="utf-8")
            command = [sys.executable, "-m", "readouts", "echoes", "--json", str(given)]
            one = run(command, local)
            other = run([*command, "--engine", "spark", "--master", master], spark)
            printed = local.read_bytes()
            if printed != spark.read_bytes():
                sys.exit(f"{times:g} times the documents: the engines differ")
            echoes = len(printed.splitlines())
            print(
                f"spark        {times:g} times the documents, {echoes:,} echoes: alone {one.seconds:.1f} s, "
                f"CPU {one.cpu:.1f} s, {one.megabytes:.0f} MB; {master} {other.seconds:.1f} s, CPU {other.cpu:.1f} s, "
                f"{other.megabytes:.0f} MB; {one.seconds / other.seconds:.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
