"""Echoes on the statements of the White House: ``python -m benchmarks.echoes [SEED]``.

Recall: 300 sentences of 12 to 40 words planted in other documents, 0, 10, 20 and 30 % of their words replaced or
dropped; the pair must be found, on both sides half of the sentence covered and half of what is reported it. False
alarms: echoes of documents of shuffled words, of all that is reported. Cost, in a process of its own: CPU beside
splitting the same text into words with a compiled regular expression, least of three of each, taken in turns; peak
memory; and how CPU grows, from a quarter of the documents to all, in five processes each, taken in turns, of which the
median counts; and on to ten times as many: once made word by word, each as likely behind the last as in the real ones,
and once of stretches of the real ones, so that all that is added is shared many times. CPU is what the process itself
used; growth with what the system used for it too, to find and clear memory mostly, is printed beside it.
`benchmarks.echoes_passim` sets passim beside it.
"""

from __future__ import annotations

import json
import math
import random
import re
import resource
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

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
_TURNS = 5
_WORD = re.compile(r"\w+")
# The goals, as limits: what is used over what may be.
_TIMES_SPLITTING, _GIGABYTES, _EXPONENT, _FALSE = 3.0, 1.2, 1.1, 1e-4


def main() -> None:
    """Measure, print, and compare with the floors."""
    require_shared()
    if sys.argv[1:2] == ["cost"]:
        print(json.dumps(cost(float(sys.argv[2]), sys.argv[3])))
        return
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else _SEED
    figures = {f"recall, {share:.0%} changed": planted(share, seed) for share in _SHARES}
    turns = [(_apart(0.25, "words"), _apart(1.0, "words")) for _ in range(_TURNS)]
    whole = {name: median(turn[1][name] for turn in turns) for name in turns[0][1]}
    figures["splitting over echoes"] = _TIMES_SPLITTING * whole["splitting"] / whole["cpu"]
    figures["memory left"] = _GIGABYTES / whole["gigabytes"]
    figures["growth left"] = _EXPONENT / _growth("from a quarter to all", turns)
    figures["growth to tenfold left"] = _EXPONENT / _growth("on to tenfold", [(whole, _apart(10.0, "words"))])
    stretched = [(whole, _apart(10.0, "stretches"))]
    figures["growth to tenfold left, of stretches"] = _EXPONENT / _growth("on to tenfold, of stretches", stretched)
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


def cost(times: float, made_of: str) -> dict[str, float]:
    """Return what so many times the documents cost, and how much text that is."""
    texts = scaled(texts_in_time(), times, made_of)
    splitting, ours, system = [], [], []
    for _ in range(_RUNS if times <= 1 else 1):
        splitting.append(_seconds(lambda: [len(_WORD.findall(text)) for text in texts])[0])
        used, by_system, found = _seconds(lambda: find_shared(split_words(texts)))
        ours.append(used)
        system.append(by_system)
        assert isinstance(found, Found)
    return {
        "splitting": min(splitting),
        "cpu": min(ours),
        "and of the system": min(system),
        "gigabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9,
        "megabytes of text": sum(map(len, texts)) / 1e6,
        "pairs": len(found.pairs.start),
        "groups": len(found.groups),
    }


def scaled(texts: Sequence[str], times: float, made_of: str = "words") -> list[str]:
    """Return a share of the texts, or all and as many made ones as are asked for, as long as the real ones."""
    chance = random.Random(1)
    if times <= 1:
        return chance.sample(list(texts), round(times * len(texts))) if times < 1 else list(texts)
    words = [text.split() for text in texts]
    make = _made_of_stretches(words, chance) if made_of == "stretches" else _made_of_words(words, chance)
    sizes = [len(words[number % len(words)]) for number in range(len(texts), round(times * len(texts)))]
    return [*texts, *(make(size) for size in sizes)]


def _made_of_words(words: Sequence[Sequence[str]], chance: random.Random) -> Callable[[int], str]:
    """Return a function that makes a text of so many words, each as likely behind the last as in the texts."""
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for text in words:
        for word, following in pairwise((*text, "")):
            behind[word].append(following)
    first = [text[0] for text in words if text]

    def make(size: int) -> str:
        made = [chance.choice(first)]
        while len(made) < size:
            made.append(chance.choice(behind[made[-1]]) or chance.choice(first))
        return " ".join(made)

    return make


def _made_of_stretches(words: Sequence[Sequence[str]], chance: random.Random) -> Callable[[int], str]:
    """Return a function that makes a text of so many words out of stretches of 5 to 40 words of the texts."""

    def make(size: int) -> str:
        pieces: list[str] = []
        while len(pieces) < size:
            source, length = chance.choice(words), chance.randint(5, 40)
            start = chance.randrange(max(1, len(source) - length))
            pieces += source[start : start + length]
        return " ".join(pieces[:size])

    return make


def _apart(times: float, made_of: str) -> dict[str, float]:
    """Measure in a process of its own, so that memory is that of this work alone."""
    command = [sys.executable, "-m", "benchmarks.echoes", "cost", str(times), made_of]
    measured = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    shown = ", ".join(f"{k} {v:,.2f}" for k, v in measured.items())
    print(f"echoes       {times:g} times the documents ({made_of}): {shown}", flush=True)
    return dict(measured)


def _growth(name: str, turns: Sequence[tuple[dict[str, float], dict[str, float]]]) -> float:
    """Return the median power of the text with which CPU grows; print all, and those with the system's CPU."""
    own = sorted(_exponent(*turn, "cpu") for turn in turns)
    with_system = sorted(_exponent(*turn, "cpu", "and of the system") for turn in turns)
    shown = ("/".join(f"{one:.3f}" for one in powers) for powers in (own, with_system))
    print(f"echoes       growth {name}: {next(shown)}, with the system's {next(shown)}", flush=True)
    return median(own)


def _exponent(one: dict[str, float], other: dict[str, float], *used: str) -> float:
    size = other["megabytes of text"] / one["megabytes of text"]
    return math.log(sum(other[name] for name in used) / sum(one[name] for name in used)) / math.log(size)


def _seconds(work: Callable[[], object]) -> tuple[float, float, object]:
    begun = resource.getrusage(resource.RUSAGE_SELF)
    result = work()
    ended = resource.getrusage(resource.RUSAGE_SELF)
    return ended.ru_utime - begun.ru_utime, ended.ru_stime - begun.ru_stime, result


if __name__ == "__main__":
    main()
