"""Echoes on the statements of the White House: ``python -m benchmarks.echoes [SEED]``.

Recall: 300 sentences of 12 to 40 words planted in other documents, 0, 10, 20 and 30 % of their words replaced or
dropped; the pair must be found, on both sides half of the sentence covered and half of what is reported it. False
alarms: echoes of documents of shuffled words, of all that is reported. Cost, in a process of its own: CPU beside
splitting the same text into words with a compiled regular expression, least of three of each, taken in turns; peak
memory; and how CPU grows, from a quarter of the documents to all, and on to ten times as many, made of stretches of
real ones so that words and their neighbours are as likely. `benchmarks.echoes_passim` sets passim beside it.
"""

from __future__ import annotations

import json
import math
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.echoes_planted import plant, recall, shuffle_words
from benchmarks.material import ROOT, check_floors, collection, require_shared
from readouts.echoes import find_echoes
from readouts.echoes.find import Found, find_shared
from readouts.echoes.words import split_words
from readouts.model import Document

_SEED, _PLANTS = 20, 300
_SHARES = (0.0, 0.1, 0.2, 0.3)
_SHUFFLED = 650
_RUNS = 3
_WORD = re.compile(r"\w+")
# The goals, as limits: what is used over what may be.
_TIMES_SPLITTING, _GIGABYTES, _EXPONENT, _FALSE = 3.0, 1.2, 1.1, 1e-4


def main() -> None:
    """Measure, print, and compare with the floors."""
    require_shared()
    if sys.argv[1:2] == ["cost"]:
        print(json.dumps(cost(float(sys.argv[2]))))
        return
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else _SEED
    figures = {f"recall, {share:.0%} changed": planted(share, seed) for share in _SHARES}
    quarter, whole, tenfold = (_apart(times) for times in (0.25, 1.0, 10.0))
    figures["splitting over echoes"] = _TIMES_SPLITTING * whole["splitting"] / whole["cpu"]
    figures["memory left"] = _GIGABYTES / whole["gigabytes"]
    figures["growth left"] = _EXPONENT / _exponent(quarter, whole)
    figures["growth to tenfold left"] = _EXPONENT / _exponent(whole, tenfold)
    figures["false alarms left"] = _FALSE / max(false_alarms(seed), 1e-9)
    check_floors("echoes", figures)


def texts_in_time() -> list[str]:
    """Return the texts, the earliest first."""
    return [one["text"] for one in sorted(collection("whitehouse").values(), key=lambda one: one["date"])]


def planted(share: float, seed: int) -> float:
    """Return the recall of planted sentences of which a share of the words was changed."""
    texts, plants = plant(texts_in_time(), _PLANTS, share, seed)
    ids = [str(number) for number in range(len(texts))]
    return recall(plants, find_echoes([Document(*one) for one in zip(ids, texts, strict=True)]), ids)


def false_alarms(seed: int) -> float:
    """Return the share of echoes that lie in a document of shuffled words; a tenth as many are added."""
    texts = texts_in_time()
    shuffled = list(shuffle_words(random.Random(seed).sample(texts, _SHUFFLED), seed))
    documents = [Document(str(number), text) for number, text in enumerate([*texts, *shuffled])]
    total = false = 0
    for echo in find_echoes(documents):
        total += 1
        false += any(int(passage.document) >= len(texts) for passage in echo.passages)
    print(f"echoes       {false} of {total:,} echoes lie in one of {_SHUFFLED} documents of shuffled words")
    return false / total


def cost(times: float) -> dict[str, float]:
    """Return what so many times the documents cost, and how much text that is."""
    texts = scaled(texts_in_time(), times)
    splitting, cpu = [], []
    for _ in range(_RUNS if times <= 1 else 1):
        splitting.append(_seconds(lambda: [len(_WORD.findall(text)) for text in texts])[0])
        used, found = _seconds(lambda: find_shared(split_words(texts)))
        cpu.append(used)
        assert isinstance(found, Found)
    return {
        "splitting": min(splitting),
        "cpu": min(cpu),
        "gigabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9,
        "megabytes of text": sum(map(len, texts)) / 1e6,
        "pairs": len(found.pairs.start),
        "groups": len(found.groups),
    }


def scaled(texts: Sequence[str], times: float) -> list[str]:
    """Return a share of the texts, or all and as many made of stretches of 5 to 40 words of them as are asked for."""
    if times <= 1:
        return random.Random(1).sample(list(texts), round(times * len(texts))) if times < 1 else list(texts)
    chance = random.Random(1)
    made = list(texts)
    words = [text.split() for text in texts]
    while len(made) < times * len(texts):
        size, pieces = len(words[len(made) % len(texts)]), []
        while size > 0:
            source, length = chance.choice(words), chance.randint(5, 40)
            start = chance.randrange(max(1, len(source) - length))
            pieces += source[start : start + length]
            size -= length
        made.append(" ".join(pieces))
    return made


def _apart(times: float) -> dict[str, float]:
    """Measure in a process of its own, so that memory is that of this work alone."""
    command = [sys.executable, "-m", "benchmarks.echoes", "cost", str(times)]
    measured = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    print(f"echoes       {times:g} times the documents:", ", ".join(f"{k} {v:,.2f}" for k, v in measured.items()))
    return dict(measured)


def _exponent(one: dict[str, float], other: dict[str, float]) -> float:
    size = other["megabytes of text"] / one["megabytes of text"]
    return math.log(other["cpu"] / one["cpu"]) / math.log(size)


def _seconds(work: Callable[[], object]) -> tuple[float, object]:
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


if __name__ == "__main__":
    main()
