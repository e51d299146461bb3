"""How well statements of official prose are found, against texts annotated by hand (offsets in `benchmarks/gold`).

English: 30 releases of three governments, two and a half of them transcripts; Chinese: 20 items of television news.
A statement counts when its content overlaps an annotated content at IoU of at least one half, one to one, and its
source overlaps the annotated source (or both have none): the method by which attributions in news are scored.
A publisher's own sentences, in which nobody is reported to speak, are left out. `parse_over_statements` is the time
of the parse over that of finding statements on top of it: above 2 is less than half the parse.

Accounts: of the eleven passages of one news report that give two governments' accounts of a call, the share whose
statements all stand in the right account.

    python -m benchmarks.statements
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from benchmarks.material import ROOT, SHARED, check_floors, collection, json_lines, require_shared
from readouts.actors import ActorTable, find_mentions, load_table
from readouts.attribution import find_statements
from readouts.ingest import mark_residue, publisher_for
from readouts.model import Span, Statement
from readouts.text import Models

_GOLD = ROOT / "benchmarks" / "gold"
_HALF = 0.5

Characters = frozenset[int]
Attribution = tuple[Characters, Characters]


def main() -> None:
    require_shared()
    models = Models()
    figures: dict[str, float] = {}
    table = load_table()
    models.parse("A first sentence loads the model.", "en")
    for language in ("en", "zh"):
        figures |= official(models, table, language)
    figures["seed_accounts"] = seed_accounts(models)
    check_floors("statements", figures)


def official(models: Models, table: ActorTable, language: str) -> dict[str, float]:
    """Return precision, recall and F1 of attributed statements, and F1 of the characters of content."""
    hits = hits_with_source = found = wanted = shared = characters_found = characters_wanted = 0
    parsing = finding = 0.0
    collections: dict[str, dict[str, dict[str, Any]]] = {}
    for line in json_lines(_GOLD / f"statements-{language}.jsonl"):
        name = line["collection"]
        entry = _entry(collections, name, line["id"])
        text, publisher = str(entry["text"]), publisher_for(entry.get("url"), None)
        begun = time.perf_counter()
        parse = models.parse(text, language)
        parsing += time.perf_counter() - begun
        home = publisher.state if publisher else None
        mentions = find_mentions(parse, date.fromisoformat(entry["date"][:10]), table, (), home)
        begun = time.perf_counter()
        statements = find_statements(parse, mentions, publisher)
        finding += time.perf_counter() - begun
        predicted = [
            (_characters(_pairs(s.content), text), _characters(_pairs(s.source), text))
            for s in statements
            if s.source or s.cue
        ]
        gold = [(_characters(a["content"], text), _characters(a["source"], text)) for a in line["attributions"]]
        both, sourced = matched(gold, predicted)
        hits, hits_with_source = hits + both, hits_with_source + sourced
        found, wanted = found + len(predicted), wanted + len(gold)
        all_found = frozenset[int]().union(*(content for content, _ in predicted))
        all_wanted = frozenset[int]().union(*(content for content, _ in gold))
        shared += len(all_found & all_wanted)
        characters_found, characters_wanted = characters_found + len(all_found), characters_wanted + len(all_wanted)
    return {
        f"{language}_content_f1": _f1(shared, characters_found, characters_wanted),
        f"{language}_attribution_f1": _f1(hits, found, wanted),
        f"{language}_attributed_precision": hits_with_source / max(found, 1),
        f"{language}_attributed_recall": hits_with_source / max(wanted, 1),
        f"{language}_attributed_f1": _f1(hits_with_source, found, wanted),
        **({"en_parse_over_statements": parsing / finding} if language == "en" else {}),
    }


def matched(gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> tuple[int, int]:
    """Return how many annotated statements were found, and how many of these with the right source."""
    pairs = sorted(
        (
            (len(g & p) / len(g | p), i, j)
            for i, (g, _) in enumerate(gold)
            for j, (p, _) in enumerate(predicted)
            if g & p
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    sourced = 0
    for overlap, i, j in pairs:
        if overlap >= _HALF and i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            sourced += bool(gold[i][1] & predicted[j][1]) or not (gold[i][1] or predicted[j][1])
    return len(used_gold), sourced


def seed_accounts(models: Models) -> float:
    """Return the share of passages that carry a statement and whose statements all stand in the right account."""
    text = (SHARED / "seed" / "xi-putin-call-2022-06-15.txt").read_text(encoding="utf-8")
    parse = models.parse(text, "en")
    residue, _ = mark_residue(text, "en")
    mentions = find_mentions(parse, None, load_table(), residue)
    statements = find_statements(parse, mentions, None, residue)
    right = total = 0
    for line in json_lines(_GOLD / "accounts-seed.jsonl"):
        states = {_state(s) for s in statements if any(Span(*line["passage"]).overlaps(c) for c in s.content)}
        right += states == {line["state"]}
        total += 1
    return right / total


def _entry(collections: dict[str, dict[str, dict[str, Any]]], name: str, document: str) -> dict[str, Any]:
    if name not in collections:
        collections[name] = collection(name)
    return collections[name][document]


def _state(statement: Statement) -> str | None:
    return statement.account.state if statement.account else None


def _pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _characters(spans: Iterable[Sequence[int]], text: str) -> Characters:
    return frozenset(at for start, end in spans for at in range(start, end) if not text[at].isspace())


def _f1(hit: int, found: int, wanted: int) -> float:
    return 2 * hit / (found + wanted) if hit else 0.0


if __name__ == "__main__":
    main()
