"""Wording said to return, in accounts of another language: ``python -m benchmarks.echoes_claims``.

Each of the claims of invented states in `gold/echo_claims.jsonl` quotes in English what an earlier Chinese account says
and a later one says again. Measured by the likeness asked for: how many are found, by the right words, and how many are
found where the later account does not say it, once as it is, and once with a clause on the same matter in both.
"""

from __future__ import annotations

from typing import Any

from benchmarks.material import ROOT, check_floors, json_lines
from readouts.model import Document, WordingUse
from readouts.text import Models
from readouts.workflows.across import find_kept_meaning
from readouts.workflows.claimed import KEPT
from readouts.workflows.tools import load_tools

GOLD = ROOT / "benchmarks" / "gold" / "echo_claims.jsonl"
_LIKENESSES = (0.3, 0.4, 0.45, KEPT, 0.55, 0.6)


def main() -> None:
    """Measure, print, and compare with the floors."""
    claims, models = list(json_lines(GOLD)), load_tools().models
    for least in _LIKENESSES:
        right, wrong = found(claims, models, least)
        print(f"claims       {least:.2f} alike: {right} of {len(claims)} found, {wrong} of {2 * len(claims)} wrongly")
    right, wrong = found(claims, models, KEPT)
    check_floors("echo claims", {"found": right / len(claims), "not wrongly": 1 - wrong / (2 * len(claims))})


def found(claims: list[dict[str, Any]], models: Models, least: float) -> tuple[int, int]:
    """Return how many claims are found by the right words, and how many where nothing returns."""
    right = wrong = 0
    for one in claims:
        claim, earlier, without, near = (one[name] for name in ("claim", "earlier", "without", "near"))
        words = _words(claim, earlier, one["later"], models, least)
        right += bool(words) and (words in one["wording"] or one["wording"] in words)
        wrong += bool(_words(claim, earlier, without, models, least))
        wrong += bool(_words(claim, f"{earlier}{near}。", f"{without}{near}。", models, least))
    return right, wrong


def _words(claim: str, earlier: str, later: str, models: Models, least: float) -> str:
    """Return the words that are taken for those said to return, empty when none are."""
    both: tuple[WordingUse, WordingUse] | None = find_kept_meaning(
        Document("earlier", earlier, language="zh"), Document("later", later, language="zh"), claim, models, least
    )
    return both[0].passage.span.of(earlier) if both else ""


if __name__ == "__main__":
    main()
