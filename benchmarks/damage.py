"""Damaged copies: how many are told, and how many clean texts are called damaged.

`gold/damage.txt` holds thirty texts about invented states, written for this project; each is damaged here in several
ways. The clean texts are official releases and news of the material beside the checkout that taught nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit
from zlib import crc32

from benchmarks.material import ROOT, SHARED, check_floors, collection, json_lines, require_shared
from readouts.ingest import find_damage
from readouts.model import Problem

TEXTS = (ROOT / "benchmarks" / "gold" / "damage.txt").read_text(encoding="utf-8").strip().split("\n--\n")
# Which share of each publisher's texts teach nothing: the hash of their identifiers modulo this is 0.
HELD_OUT = {"whitehouse": 12, "kremlin": 4, "ukraine": 4}
NEWS_HELD_OUT = 16
# Of pages the sites are parted.
PAGES_HELD_OUT = 3
# Words that translation, or its way back, leaves out.
GRAMMAR = frozenset(
    "the a an of to in on at for with by from and or that which who whose is are was were be been being has have had "
    "will would can could should may must it its he she they their them his her him we our us this these those as not "
    "also into about between both but than when while if there i my you your do does did so such through during after "
    "before since until against over under within without toward towards upon among because what how where all any "
    "each no nor".split()
)
SENTENCES = re.compile(r".{60,}[.!?”\"]\s*$")
SEED = 7


@lru_cache(maxsize=1)
def clean_texts() -> dict[str, tuple[list[str], list[str]]]:
    """Return for each publisher the English texts held out, and those that may teach."""
    found = {}
    for name, modulus in HELD_OUT.items():
        found[name] = _parted(((entry["id"], entry["text"]) for entry in collection(name).values()), modulus)
    news = ((entry["id"], entry["text"]) for entry in json_lines(SHARED / "polnear" / "train.jsonl.gz"))
    return {**found, "news": _parted(news, NEWS_HELD_OUT), "pages": _parted(_pages(), PAGES_HELD_OUT)}


def _pages() -> Iterator[tuple[str, str]]:
    """Yield the sites of copied English pages of every kind, each with its lines that are sentences."""
    for entry in json_lines(SHARED / "residue" / "T_dev.jsonl.gz"):
        labelled = zip(entry["lines"], entry["labels"], strict=True)
        lines = [line for line, label in labelled if label != "residue" and SENTENCES.match(line)]
        if entry["lang"] == "en" and lines:
            yield urlsplit(entry["url"]).netloc, "\n".join(lines)


def _parted(entries: Iterable[tuple[str, str]], modulus: int) -> tuple[list[str], list[str]]:
    held_out, others = [], []
    for identifier, text in entries:
        (others if crc32(str(identifier).encode()) % modulus else held_out).append(text)
    return held_out, others


def dropped(text: str, chance: random.Random, share: float) -> str:
    """Leave out words of grammar."""
    words = text.split(" ")
    return " ".join(word for word in words if word.lower() not in GRAMMAR or chance.random() >= share)


def cut(text: str, chance: random.Random) -> str:
    """Break off two sentences in their middle, wherever that is."""
    sentences = text.split(". ")
    for at in chance.sample(range(len(sentences)), 2):
        words = sentences[at].split(" ")
        sentences[at] = " ".join(words[: chance.randrange(3, max(4, len(words) - 1))])
    return ". ".join(sentences)


SHAPES = (
    *(("m", "rn"), ("rn", "m"), ("d", "cl"), ("h", "b"), ("li", "h"), ("e", "c"), ("l", "1"), ("o", "0"), ("w", "vv")),
    *(("u", "n"), ("t", "f"), ("i", "l"), ("g", "q"), ("a", "o")),
)


def misread(text: str, chance: random.Random) -> str:
    """Change the shapes of letters in one word of fifteen, as a program that reads pictures does."""
    words = text.split(" ")
    for at, word in enumerate(words):
        shape, read = chance.choice(SHAPES)
        if shape in word[1:] and chance.random() < 0.3:
            words[at] = word[0] + word[1:].replace(shape, read, 1)
    return " ".join(words)


# What dictionaries give for these words, where a person would not take it.
SYNONYMS = {
    "prime minister": "main minister",
    "foreign minister": "outside minister",
    "foreign ministers": "outside ministers",
    "foreign ministry": "outside ministry",
    "agreed": "concurred",
    "talks": "chats",
    "leaders": "chiefs",
    "government": "administration",
    "meeting": "gathering",
    "members": "individuals",
    "spoke": "talked",
    "council": "board",
    "agreement": "understanding",
    "countries": "nations",
    "ships": "boats",
    "month": "moon",
    "letter": "character",
    "border": "edge",
    "support": "backing",
    "view": "sight",
    "parties": "festivities",
    "sides": "flanks",
    "statement": "explanation",
    "strait": "narrow",
    "took place": "took spot",
    "take place": "take spot",
    "exchange of views": "trade of perspectives",
    "experts": "specialists",
    "prisoners": "detainees",
    "observers": "spectators",
    "peace": "harmony",
    "trade": "exchange",
    "war": "struggle",
    "visit": "go to",
}


def reworded(text: str, _: random.Random) -> str:
    """Put odd words for many."""
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(SYNONYMS, key=len, reverse=True))})\b", re.I)
    return pattern.sub(lambda found: _like(found[0], SYNONYMS[found[0].lower()]), text)


def _like(word: str, other: str) -> str:
    return other.title() if word.istitle() else other


NAME = re.compile(
    r"\b(President|Prime Minister|Minister|Secretary|Envoy|Marek|Ilsa|Oda|Luz|Anton|Joren) ([A-Z][a-z]+)\b"
)
FOREIGN = ("வாரோ", "ვარო", "وارو", "वारो", "Варо", "Λιντ")


def in_another_script(text: str, chance: random.Random) -> str:
    """Write one name in another script, with its sentence broken before it, as machines leave it."""
    names = list(NAME.finditer(text))
    if not names:
        return text
    found = chance.choice(names)
    return f"{text[: found.start(2)]}{chance.choice(FOREIGN)}{text[found.end(2) :]}"


def misspelt(text: str, chance: random.Random) -> str:
    """Garble every second name beside an office: a letter exchanged, lost or other, or one letter kept."""

    def garbled(found: re.Match[str]) -> str:
        if chance.random() < 0.5:
            return found[0]
        name = found[2]
        at = chance.randrange(1, len(name) - 1)
        kinds = (
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            name[:at] + name[at + 1 :],
            name[:at] + chance.choice("aeioublmn") + name[at + 1 :],
            name[0],
        )
        return f"{found[1]} {chance.choice(kinds)}"

    return NAME.sub(garbled, text)


def there_and_back(text: str, chance: random.Random) -> str:
    """A little of everything that translation does."""
    return misspelt(in_another_script(dropped(reworded(text, chance), chance, 0.1), chance), chance)


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "a tenth of the small words dropped": lambda text, chance: dropped(text, chance, 0.1),
    "a fifth of the small words dropped": lambda text, chance: dropped(text, chance, 0.2),
    "a third of the small words dropped": lambda text, chance: dropped(text, chance, 0.33),
    "sentences cut": cut,
    "misread": misread,
    "reworded": reworded,
    "a name in another script": in_another_script,
    "names misspelt": misspelt,
    "translated there and back": there_and_back,
}


def warned(texts: Iterable[str]) -> list[tuple[str, Problem]]:
    """Return the texts called damaged; every piece of evidence must stand in its text."""
    found = [(text, problem) for text in texts for problem in find_damage(text, "en")]
    assert all(span.of(text).strip() for text, problem in found for span in problem.spans)
    return found


def main() -> None:
    require_shared()
    figures: dict[str, float] = {}
    for kind, damage in KINDS.items():
        chance = random.Random(SEED)
        copies = [(text, damage(text, chance)) for text in TEXTS]
        copies = [(text, copy) for text, copy in copies if text != copy]
        # Three texts in one are as long as a news report.
        long = ["\n\n".join(copy for _, copy in copies[at : at + 3]) for at in range(0, len(copies) - 2, 3)]
        figures[kind] = len(warned(copy for _, copy in copies)) / len(copies)
        figures[f"{kind}, long"] = len(warned(long)) / len(long)
    figures["sound, not warned"] = 1 - len(warned(TEXTS)) / len(TEXTS)
    releases = {name: held_out for name, (held_out, _) in clean_texts().items()}
    for name, texts in releases.items():
        found = warned(texts)
        for _, problem in found:
            print(f"{name}: {problem.message[:300]}")
        figures[f"{name} not warned"] = 1 - len(found) / len(texts)
    chinese = [entry["text"] for entry in collection("cctv").values()]
    figures["cctv not warned"] = 1 - sum(bool(find_damage(text, "zh")) for text in chinese) / len(chinese)
    seed = (SHARED / "seed" / "xi-putin-call-2022-06-15.txt").read_text(encoding="utf-8")
    figures["the report's pieces of evidence"] = sum(len(problem.spans) for _, problem in warned([seed]))
    check_floors("damage", figures)


if __name__ == "__main__":
    main()
