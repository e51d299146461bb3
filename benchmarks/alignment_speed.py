"""What alignment and differences cost beside parsing and encoding, and how much memory ten accounts take.

Two accounts of 60 invented sentences each, from `gold/differences.jsonl`; then ten such accounts. Times are of one
run with all models loaded, the best of a few; ratios hold on any machine.

    python -m benchmarks.alignment_speed
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter

from benchmarks.differences import GOLD
from benchmarks.material import check_floors, json_lines
from readouts.collation import Witness, collate
from readouts.collation.language_space import Vectors
from readouts.model import Account, Span
from readouts.text import Models, Tokens
from readouts.workflows import load_tools

SENTENCES, ACCOUNTS, RUNS = 60, 10, 3
MEGABYTES_ALLOWED = 1000


@dataclass
class TimedEncoder:
    """The encoder, and the seconds spent in it."""

    models: Models
    seconds: float = field(default=0.0)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode, with an eye on the clock."""
        begin = perf_counter()
        vectors = self.models.encode(texts)
        self.seconds += perf_counter() - begin
        return vectors

    def read(self, text: str, language: str | None, passages: Sequence[Span]) -> Tokens | None:
        """Read, with an eye on the clock."""
        begin = perf_counter()
        tokens = self.models.read(text, language, passages)
        self.seconds += perf_counter() - begin
        return tokens


def accounts(number: int) -> list[str]:
    """Return texts of 60 sentences each, no two alike."""
    entries = [entry for entry in json_lines(GOLD) if entry["language"] == "en"]
    sides = [entry[side] for entry in entries for side in ("first", "second")]
    step = len(sides) // number
    return [" ".join((sides[at * step :] + sides)[:SENTENCES]) for at in range(number)]


def timed(call: Callable[[], object]) -> float:
    begin = perf_counter()
    call()
    return perf_counter() - begin


def witnesses(texts: Sequence[str], models: Models) -> list[Witness]:
    return [Witness(Account(f"account {at}", None, str(at), "en"), models.parse(t, "en")) for at, t in enumerate(texts)]


def one_run(texts: Sequence[str], models: Models) -> tuple[float, float]:
    """Return the seconds for parsing and encoding, and those for alignment and differences."""
    begin = perf_counter()
    parsed = witnesses(texts, models)
    parsing = perf_counter() - begin
    encoder = TimedEncoder(models)
    whole = timed(lambda: collate(parsed, encoder))
    return parsing + encoder.seconds, whole - encoder.seconds


def main() -> None:
    models = load_tools().models
    two = accounts(2)
    one_run(two, models)
    runs = [one_run(two, models) for _ in range(RUNS)]
    reading, aligning = min(run[0] for run in runs), min(run[1] for run in runs)
    print(f"two accounts of {SENTENCES} sentences: parsing and encoding {reading:.2f} s, the rest {aligning:.2f} s")
    ten = witnesses(accounts(ACCOUNTS), models)
    pairs = ACCOUNTS * (ACCOUNTS - 1) / 2
    encoder = TimedEncoder(models)
    many = timed(lambda: collate(ten, encoder)) - encoder.seconds
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    print(f"{ACCOUNTS} accounts: {many:.2f} s beside encoding, {pairs:.0f} pairs; at most {peak:.0f} MB")
    figures = {
        "reading over aligning": reading / aligning,
        "pairs over cost": pairs * aligning / many,
        "megabytes left": MEGABYTES_ALLOWED / peak,
    }
    check_floors("alignment_speed", figures)


if __name__ == "__main__":
    main()
