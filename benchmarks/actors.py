"""What actors and contacts cost beside the parse of the same texts, and the table beside the language model.

Run `python -m benchmarks.actors`. Every tenth White House readout is parsed, then searched for mentions and contacts,
in the same run; the table and the spaCy model are each loaded in a process of their own, whose imports are not counted.
Figures are ratios: how many times as long as the search the parse takes (goal 4), and as the table the model (10).
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from datetime import date

from benchmarks.material import ROOT, accounts_of, check_floors, require_shared
from readouts.actors import find_mentions, load_table
from readouts.contacts import find_contacts
from readouts.model import Publisher
from readouts.text import Models, mend

EVERY, RUNS = 10, 5
TIMED = "import time; from {module} import {name}; t = time.perf_counter(); {name}(); print(time.perf_counter() - t)"


def main() -> None:
    require_shared()
    texts = accounts_of("whitehouse")[::EVERY]
    models, table = Models(), load_table()
    house = Publisher("White House", "USA")
    models.parse("One sentence.", "en")
    find_mentions(models.parse("Two sentences.", "en"), None, table)
    parsing = searching = 0.0
    for entry in texts:
        text, day = mend(entry["text"]).text, date.fromisoformat(entry["date"])
        begun = time.perf_counter()
        parse = models.parse(text, "en")
        parsed = time.perf_counter()
        mentions = find_mentions(parse, day, table, (), house.state)
        find_contacts(parse, mentions, day, entry["title"], house, ())
        searching += time.perf_counter() - parsed
        parsing += parsed - begun
    load = median_seconds("readouts.actors", "load_table")
    model = median_seconds("readouts.text.english", "load_english")
    print(f"{len(texts)} texts: parse {parsing:.2f} s, actors and contacts {searching:.2f} s")
    print(f"language model {model:.3f} s, table {load:.3f} s")
    check_floors("actors", {"parse_over_search": parsing / searching, "model_over_table": model / load})


def median_seconds(module: str, name: str) -> float:
    """Return how long one call takes in a fresh process, the median of several."""
    code = TIMED.format(module=module, name=name)
    runs = [
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True) for _ in range(RUNS)
    ]
    return statistics.median(float(run.stdout) for run in runs)


if __name__ == "__main__":
    main()
