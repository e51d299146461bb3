"""How well attributions in English news are found, on PolNeAR's development documents, and what that costs.

Figures are those of the scorer beside the data: F1 of the characters of content, of attributions (content overlaps
at IoU of at least one half) and of attributed statements (and the source overlaps). `speed` is the time of the parse
over the time of finding statements on top of it, in the same run: above 2 is less than half the parse.

    python -m benchmarks.attribution
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.material import SHARED, check_floors, json_lines, require_shared
from readouts.attribution import find_statements
from readouts.model import Span
from readouts.text import Models

_FOLDER = SHARED / "polnear"


def main() -> None:
    require_shared()
    figures, ratio = measure(_FOLDER / "dev.jsonl.gz", Models())
    figures["speed"] = 1 / ratio
    print(f"statements cost {ratio:.2f} of the parse")
    check_floors("attribution", figures)


def measure(gold: Path, models: Models) -> tuple[dict[str, float], float]:
    """Return the scorer's F1 figures, and the time of finding statements over that of the parse."""
    models.parse("A first sentence loads the model.", "en")
    find_statements(models.parse("She said it rained.", "en"), (), None)
    parsing = finding = 0.0
    predictions = []
    for entry in json_lines(gold):
        begun = time.perf_counter()
        parse = models.parse(entry["text"], "en")
        parsed = time.perf_counter()
        statements = find_statements(parse, (), None)
        finding += time.perf_counter() - parsed
        parsing += parsed - begun
        attributions = [
            {"source": _pairs(s.source), "cue": _pairs(s.cue), "content": _pairs(s.content)} for s in statements
        ]
        predictions.append({"id": entry["id"], "attributions": attributions})
    return score(gold, predictions), finding / parsing


def score(gold: Path, predictions: Iterable[dict[str, Any]]) -> dict[str, float]:
    """Return the F1 figures that the scorer beside the data prints."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in predictions)
        file.flush()
        command = [sys.executable, str(_FOLDER / "score.py"), str(gold), file.name]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(printed, end="")
    return {line.split()[0]: float(line.split()[-1]) for line in printed.splitlines() if "/" in line}


def _pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


if __name__ == "__main__":
    main()
