"""What is known of each point before two accounts meet: words, names, topics, acts, numbers, vectors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from readouts.collation.concepts import FRAME, concepts_of
from readouts.collation.openings import OPENINGS
from readouts.collation.parts import split_parts
from readouts.collation.points import Point
from readouts.collation.quantities import find_days, find_quantities
from readouts.collation.topics import topics_of
from readouts.collation.witness import Witness
from readouts.collation.wording import load_wording
from readouts.collation.words import english_stems, english_words, frame, load_words
from readouts.model import Mention, Span, Speaker, Statement
from readouts.text import Encoder, Reader, Tokens

Vectors = NDArray[np.float32]
# A translation that stands for a word in less than every third place may be of something else.
_SURE = 0.35
_QUESTION = re.compile(r"[?？][\s\"'”’»)]*$")

_FIRST_PERSON = re.compile(r"\b(?:I|we['’](?:re|ve|ll)|your?)\b")
# A few words in quotation marks: the name of a thing, a phrase that is repeated.
_QUOTED = re.compile('[“"„«「](?P<words>[^“”"„«»「」]{3,80})[”"»」]')

_JOINT = {
    "en": re.compile(
        r"\b(?:the (?:two )?(?:leaders|presidents|sides|parties|ministers|interlocutors|heads of state|officials)"
        r"|both (?:leaders|sides|parties|presidents|ministers|countries)|they|the two|it was agreed"
        r"|agreed (?:to|that|on))\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("双方|两国元首|两国领导人|两国总统|一致|五国领导人|共同认为|两位"),
    "ru": re.compile(r"\b(?:стороны|лидеры|президенты|оба)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """One point with what is known of it.

    `stems` weigh 1 where a word stands itself, less where it is translated; `written` has their words as they stand.
    """

    point: Point
    stems: dict[str, float]
    written: dict[str, str]
    names: frozenset[str]
    speakers: frozenset[str]
    joint: bool
    opening: bool
    question: bool
    first_person: bool
    quoted: tuple[frozenset[str], ...]
    topics: frozenset[str]
    concepts: frozenset[str]
    acts: frozenset[str]
    wording: frozenset[str]
    numbers: frozenset[float]
    days: frozenset[str]
    parts: tuple[Span, ...]
    part_stems: tuple[dict[str, float], ...]
    part_concepts: tuple[frozenset[str], ...]
    content: dict[str, float]
    place: float


@dataclass(frozen=True, slots=True)
class Side:
    """One account ready to be aligned: its passages, and the vectors of passages and of their parts.

    `owner` says to which passage each part belongs. `tokens` are those of the account as it was read, none where its
    language is not read so, and `begins` says which of them each passage begins with.
    """

    language: str | None
    passages: tuple[Passage, ...]
    vectors: Vectors
    part_vectors: Vectors
    owner: NDArray[np.intp]
    tokens: Tokens | None
    begins: NDArray[np.intp]


def read(witnesses: Sequence[Witness], points: Sequence[Sequence[Point]], reader: Reader) -> list[Tokens | None]:
    """Return the tokens of each account's points, each read beside the others."""
    return [
        reader.read(witness.parse.text, witness.parse.language, [point.span for point in found])
        for witness, found in zip(witnesses, points, strict=True)
    ]


def prepare(
    witnesses: Sequence[Witness],
    points: Sequence[Sequence[Point]],
    tokens: Sequence[Tokens | None],
    encoder: Encoder,
) -> list[Side]:
    """Gather what is known of all points, which lie among the `tokens` read; everything is encoded at once."""
    passages = [
        tuple(_passage(witness, point, at / max(len(found) - 1, 1)) for at, point in enumerate(found))
        for witness, found in zip(witnesses, points, strict=True)
    ]
    texts: dict[str, int] = {}
    wholes, parts = [], []
    for witness, found in zip(witnesses, passages, strict=True):
        text = witness.parse.text
        wholes.append([texts.setdefault(passage.point.text, len(texts)) for passage in found])
        parts.append([texts.setdefault(part.of(text), len(texts)) for passage in found for part in passage.parts])
    vectors = encoder.encode(list(texts))
    return [
        Side(
            witness.parse.language,
            found,
            vectors[whole],
            vectors[part],
            np.array([at for at, passage in enumerate(found) for _ in passage.parts], np.intp),
            of,
            _begins(of, found),
        )
        for witness, found, whole, part, of in zip(witnesses, passages, wholes, parts, tokens, strict=True)
    ]


def _begins(tokens: Tokens | None, passages: Sequence[Passage]) -> NDArray[np.intp]:
    """Return which token each passage begins with; one that begins after all of them has the last."""
    if tokens is None:
        return np.zeros(len(passages), np.intp)
    found = np.searchsorted(tokens.starts, [passage.point.span.start for passage in passages])
    return np.minimum(found, len(tokens.starts) - 1)


def _passage(witness: Witness, point: Point, place: float) -> Passage:
    parse, span = witness.parse, point.span
    text, language = parse.text, parse.language
    joint = _JOINT.get(language or "")
    statements = [s for s in witness.statements if any(span.overlaps(c) for c in (*s.content, *s.cue))]
    table = load_wording()
    mentions = [m for m in witness.mentions if span.overlaps(m.span)]
    parts = split_parts(text, language, span)
    return Passage(
        point,
        _stems(point.text, language),
        _written(point.text, language),
        frozenset(name for mention in mentions for name in _names(mention)),
        frozenset(_who(speaker) for s in statements for speaker in s.speakers) - {""},
        _together(statements, bool(joint and joint.search(text, span.start, span.end))),
        bool(OPENINGS.find(text, language, span)),
        bool(_QUESTION.search(point.text)),
        bool(_FIRST_PERSON.search(point.text)),
        tuple(stems for m in _QUOTED.finditer(point.text) if (stems := frozenset(english_stems(m["words"])))),
        frozenset(topics_of(text, language, span)) - {"opening"},
        concepts_of(text, language, span),
        frozenset(s.act for s in statements if s.act),
        frozenset(f"{f.key.family}: {f.key.variant}" for f in table.terms(text, language, span)),
        frozenset(quantity.value for quantity in find_quantities(text, language, span)),
        frozenset(day.day for day in find_days(text, language, span)),
        parts,
        tuple(_stems(part.of(text), language) for part in parts),
        tuple(concepts_of(text, language, part) for part in parts),
        _content(text, language, span, mentions),
        place,
    )


def _together(statements: Sequence[Statement], named: bool) -> bool:
    """Say whether the parties speak or act together; `named`: words for both of them stand in the passage.

    Where one alone speaks, such words only tell of what: "agreed that both sides ...".
    """
    voices = {frozenset(map(_who, s.speakers)) for s in statements if s.speakers}
    if any(len(voice) > 1 for voice in voices):
        return True
    return named and not voices


def _stems(text: str, language: str | None) -> dict[str, float]:
    if language in ("zh", "ja"):
        words = load_words()
        found: dict[str, float] = {}
        for _, word in words.chinese_words(text):
            for translation in words.english(word):
                found[translation.stem] = max(found.get(translation.stem, 0.0), translation.weight)
        # Latin letters in a Chinese text are names and abbreviations; they count as themselves.
        return found | dict.fromkeys(english_stems(text), 1.0)
    return dict.fromkeys(english_stems(text), 1.0)


def _content(text: str, language: str | None, span: Span, mentions: Sequence[Mention]) -> dict[str, float]:
    """Return stems and concepts of what is said, without who says it, how, and how much."""
    pieces, at = [], span.start
    amounts = [quantity.span for quantity in find_quantities(text, language, span)]
    for left_out in sorted([*(mention.span for mention in mentions), *amounts]):
        pieces.append(text[at : max(at, left_out.start)])
        at = max(at, left_out.end)
    rest = " ".join([*pieces, text[at : span.end]])
    stems = {s: weight for s, weight in _stems(rest, language).items() if weight >= _SURE and s not in frame()}
    found = concepts_of(rest, language, Span(0, len(rest))) - FRAME
    return stems | {f"concept: {concept}": 1.0 for concept in found}


def _written(text: str, language: str | None) -> dict[str, str]:
    own = {stem: word for word, stem in english_words(text)}
    if language not in ("zh", "ja"):
        return own
    words = load_words()
    return {t.stem: word for _, word in words.chinese_words(text) for t in words.english(word)} | own


def _names(mention: Mention) -> list[str]:
    if mention.members:
        return [name for member in mention.members for name in _names(member)]
    return [name for name in (mention.state, mention.person) if name]


@lru_cache(maxsize=1024)
def _who(speaker: Speaker) -> str:
    return speaker.state or speaker.person or ""
