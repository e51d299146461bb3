"""The lines of a plain text, and what can be measured on each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log1p
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from readouts.model import Span

HASHED = 2**13
_LINE = re.compile(r"[^\n\r]+")
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile("[\u3400-\u9fff\u3040-\u30ff]")
_END = re.compile(r"[.!?…。！？][\"'”’»」』)\]]*\s*$")
_WORDS_READ = 60
# The commonest function words of the languages most met; running text is full of them, menus are not.
_FUNCTION_WORDS = frozenset(
    """the of and to in that is was for on with as by at from his he it be this which are not or its has have had
    der die das und in zu den von mit ist des im für auf dem nicht ein eine als auch es an werden aus er hat dass sie
    le la les de des du et en un une que est pour qui dans sur par au pas plus ne se ce il
    el los las del y en que por con para una es al lo como más su se no
    i w na z do nie się to jest że o jak po od za
    o os da dos em um uma não com são по и в не на что с как это из он но для""".split()
)
# What gives away a line that is not the article, in the languages most met; each group is one measure.
_CUES = tuple(
    re.compile(words, re.I)
    for words in (
        r"\b(?:leave a (?:reply|comment)|post a comment|your e-?mail address|required fields|add a comment|comments?\b|"
        r"kommentar|commentaires?|comentarios?|komentarz|pflichtfelder|notify me of)",
        r"\b(?:see also|read (?:more|also|next)|related|you (?:may|might) (?:also )?like|more (?:from|on|stories)|"
        r"siehe auch|mehr zum thema|lesen sie|weiterlesen|lire aussi|à lire|voir aussi|lea también|ver más|"
        r"czytaj|zobacz)",
        r"\b(?:share|tweet|facebook|twitter|whatsapp|linkedin|pinterest|instagram|telegram|teilen|"
        r"partager|compartir)\b",
        r"\b(?:subscribe|newsletter|sign (?:in|up)|log ?in|register|abonnieren|anmelden|s'abonner|suscr[ií]b)",
        r"(?:©|\(c\)|\b(?:copyright|all rights reserved|cookies?|privacy|datenschutz|impressum|"
        r"terms of (?:use|service)|"
        r"mentions légales|powered by|alle rechte)\b)",
        r"\b(?:photo|image|picture|credit|getty|reuters|afp|dpa|foto|bild|quelle|caption|crédit)\b\s*[:/©(]?",
        r"\b(?:home|menu|search|skip to|next|previous|back to|startseite|suche|weiter|zurück|accueil|inicio|"
        r"buscar|top)\b",
        r"\b(?:by|von|par|por|posted|published|updated|veröffentlicht|publié|publicado|autor|author)\b.{0,60}\d",
        r"https?://|www\.|\S@\S",
        r"\b(?:advertisement|sponsored|anzeige|werbung|publicité|publicidad|click here|download|buy now|"
        r"hier klicken)\b",
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, its place, and how many blank lines stand before it."""

    span: Span
    words: tuple[str, ...]
    blanks_before: int


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold anything, without the white space around them."""
    lines, last_end = [], 0
    for found in _LINE.finditer(text):
        stripped = found[0].strip()
        if not stripped:
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        breaks = text.count("\n", last_end, start) or text.count("\r", last_end, start)
        words = tuple(word.lower() for word in _WORD.findall(stripped[:2000])[:_WORDS_READ])
        lines.append(Line(Span(start, start + len(stripped)), words, max(0, breaks - 1)))
        last_end = start + len(stripped)
    return lines


def measure(text: str, lines: Sequence[Line]) -> NDArray[np.float32]:
    """Return what is measured on each line alone and by its place, shape ``(lines, measures)``."""
    if not lines:
        return np.zeros((0, 0), np.float32)
    said = Counter(text[line.span.start : line.span.start + 200] for line in lines)
    topic = _topic(lines)
    total = sum(len(line.span) for line in lines)
    blank_mode = _commonest([line.blanks_before > 0 for line in lines[1:]] or [False])
    rows, passed = [], 0
    for at, line in enumerate(lines):
        words = text[line.span.start : min(line.span.end, line.span.start + 2000)]
        after = lines[at + 1].blanks_before > 0 if at + 1 < len(lines) else True
        rows.append(
            _form(words, line)
            + _place(at, len(lines), passed, total)
            + [
                float(line.blanks_before > 0),
                float(after),
                float((line.blanks_before > 0) != blank_mode),
                float(after != blank_mode),
                float(said[words[:200]] > 1),
                _overlap(line.words, topic),
            ]
        )
        passed += len(line.span)
    return np.array(rows, np.float32)


def hashed_words(line: Line) -> list[int]:
    """Return the places of a line's words, and of its word pairs, in a table of `HASHED` weights."""
    words = line.words[:30]
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    ends = [f"^{words[0]}", f"{words[-1]}$"] if words else []
    return sorted({crc32(word.encode("utf-8", "replace")) % HASHED for word in (*words, *pairs, *ends)})


def _form(words: str, line: Line) -> list[float]:
    length, count = len(line.span), max(1, len(line.words))
    letters = max(1, len(words))
    raw = words.split()[:_WORDS_READ] or [words]
    return [
        log1p(length),
        log1p(length * 2 if _HAN.search(words) else length),
        log1p(count),
        letters / max(1, len(raw)) if len(raw) > 1 else 0.0,
        float(bool(_END.search(words[-20:]))),
        float(words[-1:] in "?？"),
        float(words[-1:] in ":："),
        float(words.endswith(("...", "…", "»", ">", "→"))),
        float(words[:1].isupper()),
        float(words[:1] in "•·*-–|»›>←→#+►▶"),
        sum(word[:1].isupper() for word in raw) / len(raw),
        float(words.isupper()),
        sum(character.isdigit() for character in words[:400]) / min(letters, 400),
        sum(not character.isalnum() and not character.isspace() for character in words[:400]) / min(letters, 400),
        log1p(words.count(",") + words.count("，")),
        log1p(sum(words.count(mark) for mark in ". |/»›")),
        float("|" in words or " › " in words or " » " in words),
        sum(word in _FUNCTION_WORDS for word in line.words) / count,
        float(any(mark in words for mark in '"“„«「')),
        *(float(bool(cue.search(words[:300]))) for cue in _CUES),
    ]


def _place(at: int, count: int, passed: int, total: int) -> list[float]:
    share = passed / max(1, total)
    return [
        at / count,
        share,
        log1p(at),
        log1p(count - at),
        float(share < 0.02),
        float(share > 0.95),
        log1p(count),
    ]


def _topic(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words that return in the long lines: what the page is about."""
    counts = Counter(
        word for line in lines if len(line.words) > 12 for word in set(line.words) if word not in _FUNCTION_WORDS
    )
    return frozenset(word for word, count in counts.items() if count > 1 and len(word) > 3)


def _overlap(words: Sequence[str], topic: frozenset[str]) -> float:
    telling = [word for word in words if len(word) > 3 and word not in _FUNCTION_WORDS]
    return sum(word in topic for word in telling) / len(telling) if telling else 0.0


def _commonest(values: Sequence[bool]) -> bool:
    return sum(values) * 2 > len(values)
