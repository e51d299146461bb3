"""Are relation and kinds of difference right? Pairs of sentences about invented states, each read as two accounts.

`gold/differences*.jsonl` have the sentences with their relation and kinds. A pair is *only* when no row joins the
two; else it *differs* when a row of both has differences. Kinds are right when they are exactly the annotated ones;
beside that stands F1 over kinds. Each sentence is an account of its own, compared through the JSON.

`differences.jsonl` also trains the alignment; rules were mended by looking at it and at `differences-2.jsonl`
(*second*), which trains nothing. `differences-3.jsonl` (*unseen*) was written and measured when all was done, and
nothing was mended by it. FILE is measured alone, without floors: pairs written later.

    python -m benchmarks.differences [FILE]
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.material import ROOT, check_floors, json_lines
from readouts.model import Document, Publisher
from readouts.workflows import Tools, compare, contract, load_tools

GOLD = ROOT / "benchmarks" / "gold" / "differences.jsonl"
FURTHER = {"second": GOLD.with_name("differences-2.jsonl"), "unseen": GOLD.with_name("differences-3.jsonl")}
FIRST, SECOND = Publisher("Norvia"), Publisher("Estmark")


def main() -> None:
    tools = load_tools(str(ROOT / "examples" / "actors.toml"))
    if len(sys.argv) > 1:
        for name, figure in measure(Path(sys.argv[1]), tools).items():
            print(f"{name:40} {figure:8.3f}")
        return
    figures = measure(GOLD, tools)
    for which, path in FURTHER.items():
        figures |= {f"{which} {name}": figure for name, figure in measure(path, tools).items()}
    check_floors("differences", figures)


def measure(path: Path, tools: Tools) -> dict[str, float]:
    """Judge the pairs of a file, print those that went wrong, and return the figures."""
    relations = kinds_right = with_kinds = joined = unrelated = 0
    hits: Counter[str] = Counter()
    found_kinds: Counter[str] = Counter()
    wanted_kinds: Counter[str] = Counter()
    pairs = list(json_lines(path))
    for entry in pairs:
        relation, kinds = judge(contract.compare(compare(documents(entry), tools)))
        wanted = set(entry["kinds"])
        relations += relation == entry["relation"]
        unrelated += entry["relation"] == "only"
        joined += entry["relation"] == "only" and relation != "only"
        if wanted:
            with_kinds += 1
            kinds_right += kinds == wanted
        hits.update(kinds & wanted)
        found_kinds.update(kinds)
        wanted_kinds.update(wanted)
        if relation != entry["relation"] or kinds != wanted:
            print(f"{entry['relation']:7} {','.join(sorted(wanted)):14} got {relation:7} {','.join(sorted(kinds)):20}")
            print(f"    {entry['first']}\n    {entry['second']}")
    for kind in sorted(wanted_kinds):
        print(f"{kind:9} {hits[kind]} right of {found_kinds[kind]} found and {wanted_kinds[kind]} wanted")
    return {
        "relation": relations / len(pairs),
        "kinds": kinds_right / max(with_kinds, 1),
        "kinds_f1": 2 * sum(hits.values()) / max(sum(found_kinds.values()) + sum(wanted_kinds.values()), 1),
        "unrelated_apart": 1 - joined / max(unrelated, 1),
    }


def documents(entry: dict[str, Any]) -> tuple[Document, Document]:
    """Return the two sentences of a pair as accounts."""
    return (
        Document("first", entry["first"], publisher=FIRST, language="en"),
        Document("second", entry["second"], publisher=SECOND, language=entry.get("language", "en")),
    )


def judge(found: dict[str, Any]) -> tuple[str, set[str]]:
    """Return the relation of the two accounts' one point, and the kinds of its differences."""
    joined = [row for row in found["rows"] if all(row["cells"])]
    kinds = {difference["kind"] for row in joined for difference in row["differences"]}
    return ("differs" if kinds else "same") if joined else "only", kinds


if __name__ == "__main__":
    main()
