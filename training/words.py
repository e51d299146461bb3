"""Make `resources/collation/translations.tsv` and `rarities.tsv`: Chinese words in English, and how rare words are.

Data: 120 press conferences of the Chinese foreign ministry in both languages (paragraph beside paragraph), and for
rarity the releases of the collections beside the checkout. Only single words and their weights ship, no
sentence. Run `python -m training.words`.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from benchmarks.material import ROOT, SHARED, accounts_of, collection, json_lines, require_shared
from readouts.collation.concepts import concepts_of
from readouts.collation.words import english_stems
from readouts.model import Span

TARGET = ROOT / "src/readouts/resources/collation"
HAN = re.compile("[\u3400-\u9fff]+")
LENGTHS = range(2, 7)
# Characters of a sentence in Chinese and in English.
CHINESE, ENGLISH = range(9, 120), range(21, 400)
# Chosen by the cross-validation of `training.alignment`: fewer sightings bring noise, more lose names of topics.
SIGHTINGS, DICE, BEST = 4, 0.25, 4
RARE = 3
# Paragraphs are many; one in so many tells how frequent a concept is.
EVERY = 5


def parallel() -> Iterator[tuple[str, str]]:
    """Yield passages in both languages: sentences where a paragraph has as many in both, else the paragraph."""
    for entry in json_lines(SHARED / "mfa" / "press_conferences.jsonl.gz"):
        chinese, english = entry["zh"].split("\n"), entry["en"].split("\n")
        if len(chinese) != len(english):
            continue
        for zh, en in zip(chinese, english, strict=True):
            zh_sentences = [s for s in re.split("(?<=[。！？])", zh) if s.strip()]
            en_sentences = [s for s in re.split(r"(?<=[.!?])\s+(?=[A-Z])", en) if s.strip()]
            if len(zh_sentences) == len(en_sentences):
                yield from zip(zh_sentences, en_sentences, strict=True)
            else:
                yield zh, en


def parallel_sentences() -> Iterator[tuple[str, str]]:
    """Yield those passages in both languages that are as long as sentences are."""
    yield from ((zh, en) for zh, en in parallel() if len(zh) in CHINESE and len(en) in ENGLISH)


def chinese_words(text: str) -> set[str]:
    return {
        run[start : start + length]
        for run in HAN.findall(text)
        for length in LENGTHS
        for start in range(len(run) - length + 1)
    }


def translations() -> dict[str, list[tuple[str, float]]]:
    """Return English stems by Chinese word: those whose sightings best cover each other's (Dice)."""
    pairs = [(chinese_words(zh), set(english_stems(en))) for zh, en in parallel()]
    of_chinese: Counter[str] = Counter(word for zh, _ in pairs for word in zh)
    of_english: Counter[str] = Counter(word for _, en in pairs for word in en)
    kept = {word for word, count in of_chinese.items() if count >= SIGHTINGS}
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for zh, en in pairs:
        for word in zh & kept:
            together[word].update(en)
    table = {}
    for word, seen in together.items():
        scores = [
            (other, 2 * count / (of_chinese[word] + of_english[other]), count / of_chinese[word])
            for other, count in seen.items()
            if count >= SIGHTINGS
        ]
        best = sorted((s for s in scores if s[1] >= DICE), key=lambda s: (-s[1], s[0]))[:BEST]
        if best:
            table[word] = [(other, share) for other, _, share in best]
    return {word: found for word, found in table.items() if not _part_of_longer(word, table, of_chinese)}


def _part_of_longer(word: str, table: dict[str, list[tuple[str, float]]], counts: Counter[str]) -> bool:
    """Say whether a string is no word but a piece cut from one: nearly always seen inside the same longer one."""
    return any(longer in table and counts[longer] >= 0.9 * counts[word] for longer in _extensions(word, counts))


_EXTENDED: dict[str, list[str]] = {}


def _extensions(word: str, counts: Counter[str]) -> list[str]:
    if not _EXTENDED:
        for longer, count in counts.items():
            if count >= SIGHTINGS:
                for piece in (longer[1:], longer[:-1]):
                    _EXTENDED.setdefault(piece, []).append(longer)
    return _EXTENDED.get(word, [])


def rarities(table: dict[str, list[tuple[str, float]]]) -> dict[str, float]:
    """Return inverse document frequencies, a paragraph a document, of stems and of the table's Chinese words."""
    seen: Counter[str] = Counter()
    number = 0
    for name in ("whitehouse", "kremlin"):
        for entry in collection(name).values():
            if name == "whitehouse" and "readout" not in entry["id"]:
                continue
            for line in entry["text"].splitlines():
                if words := set(english_stems(line)):
                    number += 1
                    seen.update(words)
    found = {word: math.log(number / count) for word, count in seen.items() if count >= RARE}
    lines = [line for entry in collection("cctv").values() for line in entry["text"].splitlines() if line.strip()]
    chinese: Counter[str] = Counter(word for line in lines for word in chinese_words(line) if word in table)
    return found | {word: math.log(len(lines) / count) for word, count in chinese.items() if count >= RARE}


def concept_rarities() -> dict[str, float]:
    """Return inverse document frequencies of concepts, a paragraph a document, all collections counting alike."""
    shares: dict[str, list[float]] = defaultdict(list)
    for name, language in (("whitehouse", "en"), ("kremlin", "en"), ("ukraine", "en"), ("cctv", "zh")):
        lines = [line for entry in accounts_of(name) for line in entry["text"].splitlines() if line.strip()][::EVERY]
        seen = Counter(c for line in lines for c in concepts_of(line, language, Span(0, len(line))))
        for concept, count in seen.items():
            shares[concept].append(count / len(lines))
    return {f"concept: {concept}": -math.log(sum(found) / 4) for concept, found in shares.items()}


def main() -> None:
    require_shared()
    table = translations()
    rare = rarities(table) | concept_rarities()
    TARGET.mkdir(exist_ok=True)
    rows = [f"{word}\t{other}\t{share:.2f}" for word in sorted(table) for other, share in table[word]]
    head = "# Chinese word, English stem, share of its sightings; made by training.words, see there.\n"
    (TARGET / "translations.tsv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    head = "# Word, inverse document frequency; made by training.words, see there.\n"
    rows = [f"{word}\t{rare[word]:.1f}" for word in sorted(rare)]
    (TARGET / "rarities.tsv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(table):,} Chinese words, {len(rare):,} rarities")


if __name__ == "__main__":
    main()
