"""Topics in plain words, the same in every language, by the terms that are signs of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from readouts.collation.lexicon import Lexicon
from readouts.errors import BrokenTable
from readouts.model import Span
from readouts.resources import read_text

OPENING = "opening"
_SHIPPED = "collation/topics.tsv"
# Topics that nearly every passage of an account has a sign of; they name a row only when nothing else does.
_GENERAL = frozenset(
    {"bilateral relations", "atmosphere", "agreements", "congratulations", "international order", "peace talks"}
)

# Words by which a sentence goes on with what the one before it is about.
_BACK = {
    "en": re.compile(
        r"\b(?:it|its|this|these|that (?:issue|matter|regard|direction)|such|there|they|them)\b", re.IGNORECASE
    ),
    "zh": re.compile("^[^，。]{0,12}(?:这|此|其)|上述|对此|为此"),
    "ru": re.compile(r"\b(?:это|этот|этой|этого|этому|данн\w+|их|его|ее|её)\b", re.IGNORECASE),
}


@lru_cache(maxsize=1)
def load_topics() -> Lexicon[str]:
    """Return the shipped signs of topics."""
    return Lexicon(_entries(read_text(_SHIPPED)))


def _entries(text: str) -> list[tuple[str, str, str]]:
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith(("#", "topic\t")):
            continue
        cells = line.split("\t")
        if len(cells) != 3:
            raise BrokenTable(f"{_SHIPPED}, line {number}: topic, language and terms are expected, divided by tabs.")
        topic, language, terms = cells
        entries += [(language, term.strip(), topic) for term in terms.split(";") if term.strip()]
    return entries


def topics_of(text: str, language: str | None, span: Span) -> Counter[str]:
    """Count the signs of each topic in a passage of `text`."""
    return Counter(found.key for found in load_topics().find(text, language, span))


def signs_of(text: str, language: str | None, blocks: Sequence[int], spans: Sequence[Span]) -> list[Counter[str]]:
    """Count the signs of each topic in the passages of one account.

    A passage without any that points back ("this process", 对此) has those of the passage before it in its paragraph;
    `blocks` numbers the paragraph of each.
    """
    found: list[Counter[str]] = []
    points_back = _BACK.get(language or "")
    for at, span in enumerate(spans):
        signs = topics_of(text, language, span)
        follows = not signs and at > 0 and blocks[at] == blocks[at - 1]
        if follows and points_back and points_back.search(text, span.start, span.end):
            signs = Counter({topic: n for topic, n in found[-1].items() if topic not in _GENERAL | {OPENING}})
        found.append(signs)
    return found


def pervading(signs: Sequence[Sequence[Counter[str]]]) -> frozenset[str]:
    """Return the topics that more than half of all passages of the accounts have signs of.

    They tell of the contact ("Ukraine", where the President of Ukraine speaks) rather than of one passage of it.
    """
    passages = [found for account in signs for found in account]
    spread = Counter(topic for found in passages for topic in found)
    return frozenset(topic for topic, count in spread.items() if 2 * count > len(passages))


def topic_of(signs: Sequence[Counter[str]], everywhere: frozenset[str]) -> str | None:
    """Return the one topic of a row from the signs in each of its accounts.

    A topic that all accounts touch on goes before one that only some do, a special topic before one that is
    `everywhere`, and that before a general one.
    """
    total: Counter[str] = sum(signs, Counter())
    if not total:
        return None
    order = {topic: place for place, topic in enumerate(dict.fromkeys(_names()))}
    return max(
        total,
        key=lambda topic: (
            sum(topic in found for found in signs),
            topic not in _GENERAL | everywhere,
            topic not in _GENERAL,
            total[topic],
            order[topic],
        ),
    )


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    return tuple(topic for _, _, topic in _entries(read_text(_SHIPPED)))
