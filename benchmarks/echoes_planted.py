"""Sentences planted where they do not belong, changed on the way, and documents of shuffled words."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from readouts.model import Echo, Passage, Span

_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s))+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
SHORTEST, LONGEST = 12, 40


@dataclass(frozen=True, slots=True)
class Plant:
    """A sentence of one document and where it was put, changed, into another; documents by their number."""

    source: int
    source_span: Span
    target: int
    target_span: Span


def plant(texts: Sequence[str], count: int, changed: float, seed: int) -> tuple[list[str], list[Plant]]:
    """Return the texts with `count` sentences of 12 to 40 words planted, a share of their words replaced or dropped.

    No document is the source or the target of two. The same seed plants the same sentences at every share.
    """
    chance = random.Random(seed)
    numbers = list(range(len(texts)))
    chance.shuffle(numbers)
    candidates = iter(numbers)
    vocabulary = [word for text in chance.sample(texts, min(200, len(texts))) for word in _WORD.findall(text)]
    planted, plants = list(texts), []
    while len(plants) < count:
        source, target = next(candidates), next(candidates)
        sentences = _sentences(texts[source])
        gaps = [match.end() for match in re.finditer(r"[.!?]\s", texts[target])] or [len(texts[target])]
        if not sentences:
            continue
        span, at = chance.choice(sentences), chance.choice(gaps)
        sentence = change(span.of(texts[source]), changed, vocabulary, random.Random(f"{seed} {len(plants)}"))
        planted[target] = f"{texts[target][:at]} {sentence} {texts[target][at:]}"
        plants.append(Plant(source, span, target, Span(at + 1, at + 1 + len(sentence))))
    return planted, plants


def _sentences(text: str) -> list[Span]:
    found = []
    for match in _SENTENCE.finditer(text):
        words = list(_WORD.finditer(match[0]))
        # A sentence that holds an address is mostly that, and an address is no wording.
        if SHORTEST <= len(words) <= LONGEST and "://" not in match[0]:
            found.append(Span(match.start() + words[0].start(), match.start() + words[-1].end()))
    return found


def change(sentence: str, share: float, vocabulary: Sequence[str], chance: random.Random) -> str:
    """Return the sentence with a share of its words replaced by others or dropped, half of them each by chance."""
    words = list(_WORD.finditer(sentence))
    for word in sorted(chance.sample(words, round(share * len(words))), key=lambda word: -word.start()):
        other = chance.choice(vocabulary) if chance.random() < 0.5 else ""
        sentence = sentence[: word.start()] + other + sentence[word.end() :]
    return sentence.strip()


def shuffle_words(texts: Iterable[str], seed: int) -> Iterator[str]:
    """Yield each text with its words in an order that means nothing."""
    chance = random.Random(seed)
    for text in texts:
        words = text.split()
        chance.shuffle(words)
        yield " ".join(words)


def recall(plants: Sequence[Plant], echoes: Iterable[Echo], ids: Sequence[str]) -> float:
    """Return the share of the plants found.

    The pair itself must be found, on both sides half of the sentence covered, and half of what is reported it.
    """
    wanted = {frozenset((ids[one.source], ids[one.target])): one for one in plants}
    found: Counter[frozenset[str]] = Counter()
    for echo in echoes:
        here = {passage.document for passage in echo.passages}
        for pair, one in _wanted(wanted, here):
            sides = ((ids[one.source], one.source_span), (ids[one.target], one.target_span))
            found[pair] += all(any(_is_it(p, name, span) for p in echo.passages) for name, span in sides)
    return sum(found[pair] > 0 for pair in wanted) / len(wanted)


def _wanted(wanted: dict[frozenset[str], Plant], here: set[str]) -> Iterator[tuple[frozenset[str], Plant]]:
    if len(here) == 2:
        pair = frozenset(here)
        if pair in wanted:
            yield pair, wanted[pair]
        return
    yield from ((pair, one) for pair, one in wanted.items() if pair <= here)


def _is_it(passage: Passage, name: str, span: Span) -> bool:
    shared = min(passage.span.end, span.end) - max(passage.span.start, span.start)
    return passage.document == name and 2 * shared >= max(len(passage.span), len(span))
