"""Who says what in Russian, as far as verbs and punctuation tell without a parser.

Read are a verb of saying in the past tense after its subject (…подчеркнул, что …; стороны обсудили …), a short
passive participle (отмечено, что …; выражена готовность …), a quotation followed by its speaker, and «по словам».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from readouts.attribution.acts import load_acts
from readouts.attribution.extraction import Extraction
from readouts.attribution.quotes import Quotations
from readouts.model import Span
from readouts.text import Parse, Sentence, Token

_FAIR, _WEAK = 0.6, 0.5
# The subject is at most so many words, and a cue stands at most so far behind its quotation.
_SUBJECT, _NEAR = 14, 6
_PARTICIPLE = re.compile(
    r"(?P<stem>отмечен|подч[её]ркнут|выражен|обсужд[её]н|рассмотрен|подтвержд[её]н|затронут|согласован|высказан|условлен)"
    r"(?:[оаы]|н[оаы])?"
)
_OF_PARTICIPLE = {
    "отмечен": "отметить",
    "подчеркнут": "подчеркнуть",
    "выражен": "выразить",
    "обсужден": "обсудить",
    "рассмотрен": "рассмотреть",
    "подтвержден": "подтвердить",
    "затронут": "коснуться",
    "согласован": "согласовать",
    "высказан": "сказать",
    "условлен": "условиться",
}
_CLAUSE_MARKS = frozenset({",", ":", "–", "—", "-", ";", "«", "»", '"', "“", "”", "„", "."})
_LINKS = frozenset({"и", "а", "также", "при", "этом", "вместе", "с", "тем", "кроме", "того", "но", "он", "она"})


def extract_russian(parse: Parse, quotations: Quotations) -> tuple[Extraction, ...]:
    """Return the attributions of a Russian text, in order. Linear in the length of the text."""
    found: list[Extraction] = []
    for sentence in parse.sentences:
        found += _of_sentence(sentence, quotations)
    return tuple(found)


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Return the past-tense forms of the table's verbs, each with its infinitive."""
    forms: dict[str, str] = {}
    for verb in load_acts().words("ru"):
        if verb.endswith("ться"):
            stem = verb.removesuffix("ться")
            forms |= {stem + ending: verb for ending in ("лся", "лась", "лось", "лись")}
        elif verb.endswith("ть"):
            stem = verb.removesuffix("ть")
            forms |= {stem + ending: verb for ending in ("л", "ла", "ло", "ли")}
    return forms


def _of_sentence(sentence: Sentence, quotations: Quotations) -> Iterator[Extraction]:
    tokens = sentence.tokens
    cues = [(at, lemma) for at, token in enumerate(tokens) if (lemma := _lemma(token)) is not None]
    subject: Span | None = None
    floor = 0
    for (at, lemma), (following, _) in pairwise([*cues, (len(tokens), "")]):
        cue = Span(tokens[at].start, tokens[at].end)
        impersonal = _PARTICIPLE.fullmatch(tokens[at].lemma) is not None
        if (spoken := _quoted_before(tokens, at, quotations)) is not None:
            source: Span | None = _span(tokens, at + 1, _end_of_clause(tokens, at + 1))
            content: Span | None = spoken
        else:
            subject = _subject(tokens, floor, at) or subject
            source = None if impersonal else subject
            content = _content(tokens, at, following) if source or impersonal else None
        floor = at + 1
        if content is not None:
            yield Extraction((source,) if source else (), (cue,), (content,), lemma, _FAIR)
    yield from _in_the_words_of(tokens)


def _lemma(token: Token) -> str | None:
    if (lemma := _forms().get(token.lemma.replace("ё", "е"))) is not None:
        return lemma
    participle = _PARTICIPLE.fullmatch(token.lemma)
    return _OF_PARTICIPLE[participle["stem"].replace("ё", "е")] if participle else None


def _subject(tokens: tuple[Token, ...], floor: int, at: int) -> Span | None:
    """Return the words between the last mark and the verb; None where they begin behind an earlier cue (`floor`)."""
    first = at
    while first > floor and at - first < _SUBJECT and tokens[first - 1].text not in _CLAUSE_MARKS:
        first -= 1
    if first == floor and floor > 0:
        return None
    while first < at and tokens[first].lemma in _LINKS - {"он", "она"}:
        first += 1
    return _span(tokens, first, at)


def _content(tokens: tuple[Token, ...], at: int, following: int) -> Span | None:
    """Return what follows the verb, up to the next cue of the sentence or its end."""
    first, last = at + 1, following
    while first < last and tokens[first].text in (",", ":", "–", "—"):
        first += 1
    while last > first and (tokens[last - 1].text in _CLAUSE_MARKS - {"»", "”"} or tokens[last - 1].lemma in _LINKS):
        last -= 1
    return _span(tokens, first, last)


def _quoted_before(tokens: tuple[Token, ...], at: int, quotations: Quotations) -> Span | None:
    """Return the quotation that ends right before a verb and its dash: «…», – сказал …"""
    for back in range(1, _NEAR):
        if at - back < 0:
            return None
        before = tokens[at - back]
        if (quotation := quotations.around(before.start)) is not None and quotation.span.end <= tokens[at].start:
            return quotation.span
        if before.text not in _CLAUSE_MARKS:
            return None
    return None


def _in_the_words_of(tokens: tuple[Token, ...]) -> Iterator[Extraction]:
    if len(tokens) < 4 or tokens[0].lemma != "по" or tokens[1].lemma not in ("словам", "данным", "информации"):
        return
    comma = _end_of_clause(tokens, 2)
    source, content = _span(tokens, 2, comma), _content(tokens, comma, len(tokens))
    if source is not None and content is not None:
        cue = Span(tokens[0].start, tokens[1].end)
        yield Extraction((source,), (cue,), (content,), "сказать", _WEAK)


def _end_of_clause(tokens: tuple[Token, ...], first: int) -> int:
    end = first
    while end < len(tokens) and end - first < _SUBJECT and tokens[end].text not in _CLAUSE_MARKS:
        end += 1
    return end


def _span(tokens: tuple[Token, ...], first: int, end: int) -> Span | None:
    return Span(tokens[first].start, tokens[end - 1].end) if first < end else None
