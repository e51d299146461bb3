"""Transcripts: who speaks when, by the labels before each turn (``MODERATOR:``, ``Q``, ``Ilsa Varo:``, 问：)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readouts.attribution.extraction import Extraction
from readouts.model import Span

_SMALL = "(?:of|the|and|for|to|on|de|da|di|von|van|al|el|bin|ibn)"
_TITLE = r"(?:MR|MS|MRS|DR|GEN|Mr|Ms|Mrs|Dr|Gen|St|[A-Z])\."
_WORD = r"[A-Z\u00c0-\u00de\u0410-\u042f][^\s:：.;,!?“”\"]{0,30}"
_NAME = rf"(?:{_TITLE}|{_WORD})(?:[ \u00a0](?:{_TITLE}|{_WORD}|{_SMALL})){{0,15}}"
_ASIDE = r"(?:[ \u00a0]?[\[(][^()\[\]\n]{1,60}[\])])?"
# A label begins a line, or follows the end of a sentence where a copied text has lost its lines.
_PLACE = (
    r"(?:(?:^|(?<=[\n\r\u2028\u2029]))(?:[ \t\u00a0]{0,8}[“\"])?"
    r"|(?<=[.!?…>*)\]”\"] )|(?<=[.!?…>*)\]”\"]\u00a0))[ \t\u00a0*]*"
)
_LABEL = re.compile(rf"{_PLACE}(?P<label>{_NAME}{_ASIDE})[ \u00a0]?(?P<mark>[:：])(?=[\s\u00a0])")
_BARE_QUESTION = re.compile(r"(?:^|(?<=[\n\r]))[ \t]*(?P<label>Q)(?P<mark>(?=[ \t\u00a0]))[ \t\u00a0]+(?=\S)")
_CHINESE_LABEL = re.compile(
    r"(?:^|(?<=[\n\r]))\s*(?P<label>问|答|追问|[\u4e00-\u9fff·]{0,10}记者|主持人|发言人|[\u4e00-\u9fff·]{2,4})(?P<mark>[：:])"
)
_ASKING = r"Q|Question|Moderator|Operator|Reporter|Press|Interviewer|Host|问|追问|[\u4e00-\u9fff·]*记者|主持人|Вопрос"
_BRACKETED = r"(?:[ \u00a0]?[\[(].*)?"
_GENERIC = re.compile(rf"(?:{_ASKING}|A|Answer|Speaker|答|发言人|Ответ|[A-Z][A-Z.'’\u00a0 -]+){_BRACKETED}")
# Those who ask about the matter or give the floor, and are not heard on it.
_ASKS = re.compile(
    rf"(?:{_ASKING}|Reporters|Aide|Ведущ(?:ий|ая)|Корреспондент|Питання|Ведуч(?:ий|а)|Frage){_BRACKETED}", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\b(?:President|Minister|Chancellor|Secretary|Ambassador|Spokes\w+|Governor|Director|Adviser|Advisor)\b"
)
_HEADED = re.compile(
    r"(?:Note|Contact|Source|Location|Date|Time|Subject|Re|Update|Photo|Video|Sentence|Commutation|Offense|NOMINATIONS?|WITHDRAWALS?|Tel"
    r"|Fax|Watch|Read more)\b"
)
# A report opens each quoted turn anew and closes the last one.
_OPENS, _CLOSES = re.compile('[“"]'), re.compile('[”"][ \t\u00a0]*(?=[\n\r]|\\Z)')
_FEW = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's turn: the label, the mark after it (empty after a bare Q) and the words."""

    label: Span
    mark: Span
    words: Span


def find_turns(text: str, language: str | None) -> tuple[Turn, ...]:
    """Return the turns of a transcript, none where the text is not one. Linear in the length of the text."""
    labels = sorted(_labels(text, language), key=lambda match: match.start("label"))
    if not _is_transcript(labels):
        return ()
    ends = [label.start() for label in labels[1:]] + [len(text)]
    turns = []
    for label, end in zip(labels, ends, strict=True):
        start = _skip(text, label.end("mark"), end)
        if quoted := _OPENS.search(text, label.start(), label.start("label")) and _CLOSES.search(text, start, end):
            end = quoted.start()
        end = _back(text, start, end)
        if start < end:
            turns.append(Turn(Span(*label.span("label")), Span(*label.span("mark")), Span(start, end)))
    return tuple(turns)


def find_asides(text: str, language: str | None) -> tuple[Span, ...]:
    """Return what in a transcript says nothing on the matter itself.

    These are the labels of speakers, and the whole turns of those who ask or give the floor. Where nobody else has a
    label, answers may follow a question without one; then its words are no aside.
    """
    turns = find_turns(text, language)
    asks = [_ASKS.fullmatch(turn.label.of(text).strip()) is not None for turn in turns]
    answered = not all(asks)
    return tuple(
        Span(turn.label.start, turn.words.end if asking and answered else turn.mark.end)
        for turn, asking in zip(turns, asks, strict=True)
    )


def turn_extractions(turns: tuple[Turn, ...]) -> Iterator[Extraction]:
    """Yield each turn as an attribution: the label is its source, the mark its cue."""
    for turn in turns:
        yield Extraction((turn.label,), (turn.mark,) if len(turn.mark) else (), (turn.words,), "say", 1.0)


def _labels(text: str, language: str | None) -> Iterator[re.Match[str]]:
    if language in ("zh", "ja"):
        yield from _CHINESE_LABEL.finditer(text)
        return
    plain = [label for label in _LABEL.finditer(text) if not _HEADED.match(label["label"])]
    at_line = [label for label in plain if _begins_line(text, label.start())]
    # Where turns begin lines, a word and a colon within a line are part of the speech ("One: …").
    yield from at_line if len(at_line) >= _FEW else plain
    yield from _BARE_QUESTION.finditer(text)


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in "\n\r\u2028\u2029"


def _is_transcript(labels: list[re.Match[str]]) -> bool:
    """Say whether the labels name speakers: generic ones or ones that return, or one that gives an office."""
    if not labels:
        return False
    names = [label["label"].strip() for label in labels]
    generic = sum(_GENERIC.fullmatch(name) is not None for name in names)
    returning = len(names) - len(set(names))
    official = sum(_OFFICE.search(name) is not None and len(name.split()) > _FEW for name in names)
    return generic >= _FEW or returning >= _FEW or official >= 1


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _back(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] == "*"):
        end -= 1
    return end
