"""Who says what in Chinese: the regular genre of readouts, by punctuation and verbs.

A cue at the end of a sentence's first clause, after its subject, opens a speech (某某指出，…) that runs on over the
following sentences to the end of the paragraph or to the next cue. A sentence that begins with a known speaker or
with the parties together is read clause by clause: a verb that takes a noun (介绍了, 感谢) governs its own
clause, one that takes a clause (强调, 同意) what follows up to the next verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from readouts.attribution import chinese_words as words
from readouts.attribution.extraction import Extraction
from readouts.model import Span
from readouts.text import Parse, Sentence

_SURE, _FAIR = 0.9, 0.7


@dataclass(slots=True)
class _Speech:
    """A statement whose content may still grow: `runs` over sentences, or over listed paragraphs too."""

    source: tuple[Span, ...]
    cue: Span
    content: list[Span]
    block: int
    runs: bool = True
    lists: bool = False


def extract_chinese(parse: Parse, names: Iterable[str] = ()) -> tuple[Extraction, ...]:
    """Return the attributions of a Chinese text, in order. Linear in the length of the text.

    `names` are those of the persons it names: they may speak without a plain cue (某某祝贺…，表示…).
    """
    speakers = _speakers(parse) | frozenset(names)
    found: list[_Speech] = []
    for sentence in parse.sentences:
        last = found[-1] if found and found[-1].runs else None
        opened = _opened(parse.text, sentence, speakers, last)
        if opened:
            found += opened
        elif last is not None and _continues(parse.text, sentence, last):
            _grow(last, sentence)
        elif last is not None:
            last.runs = False
    return tuple(
        Extraction(
            speech.source,
            (speech.cue,),
            tuple(speech.content),
            words.lemma(speech.cue.of(parse.text)),
            _SURE if speech.runs else _FAIR,
        )
        for speech in found
        if speech.content
    )


def _speakers(parse: Parse) -> frozenset[str]:
    """Return the subjects of the document's plain cues: whoever speaks once may also thank, explain or propose."""
    found = set()
    for sentence in parse.sentences:
        plain = _plain_cue(parse.text, sentence)
        if plain is not None and (source := _subject(parse.text, sentence.span.start, plain.start())):
            found.add(source.of(parse.text))
    return frozenset(found)


def _opened(text: str, sentence: Sentence, speakers: frozenset[str], last: _Speech | None) -> list[_Speech]:
    subject = _known_subject(text, sentence, speakers, last)
    plain = _plain_cue(text, sentence)
    if plain is not None and not (subject and words.CLAUSE_END.search(text, subject.end, plain.start())):
        speech = _plain_speech(text, sentence, plain, last)
        return [speech] if speech else []
    if subject is not None and (told := list(_by_clauses(text, sentence, subject, last))):
        return told
    after = _cue_after_quotation(text, sentence)
    if after is not None:
        return [after]
    return list(_towards(text, sentence)) if last is None or last.block != sentence.block else []


def _plain_cue(text: str, sentence: Sentence) -> re.Match[str] | None:
    start, end = sentence.span.start, sentence.span.end
    cue = words.PLAIN_CUE.search(text, start, min(end, start + words.REACH))
    if cue is None or words.OPEN_QUOTE.search(text, start, cue.start()):
        return None
    return cue


def _plain_speech(text: str, sentence: Sentence, cue: re.Match[str], last: _Speech | None) -> _Speech | None:
    subject = _subject(text, sentence.span.start, cue.start())
    inside = last is not None and last.block == sentence.block
    if subject is None and (last is None or cue.start() - sentence.span.start > words.BARE):
        return None
    if subject is not None and inside and words.SPEAKS_OF_ITSELF.match(text, subject.start, subject.end):
        return None
    source = (subject,) if subject else last.source if last else ()
    content = _span(words.past_marks(text, cue.end(), sentence.span.end), sentence.span.end)
    return _Speech(source, _span_of(cue), content, sentence.block, lists=cue["asks"] is not None)


def _subject(text: str, start: int, end: int) -> Span | None:
    """Return the subject before a cue: the last clause that does not say when, without what says so inside it."""
    for clause in reversed(list(words.CLAUSE.finditer(text, start, end))):
        if words.NO_SUBJECT.search(clause[0]):
            return None
        if words.SAYS_WHEN.search(clause[0]):
            continue
        begin = clause.start()
        if meeting := words.AT_A_MEETING.match(text, begin, clause.end()):
            begin = meeting.end()
        stop = clause.end()
        if topic := words.TOPIC.search(text, begin + 1, stop):
            stop = topic.start()
        return Span(begin, stop) if begin < stop else None
    return None


def _known_subject(text: str, sentence: Sentence, speakers: frozenset[str], last: _Speech | None) -> Span | None:
    """Return the sentence's subject when it is a known speaker, a pronoun for one or the parties together."""
    start = sentence.span.start
    if opening := words.AFTERWARDS.match(text, start, sentence.span.end):
        start = opening.end()
    together = words.TOGETHER.match(text, start, sentence.span.end)
    if together is not None:
        return _span_of(together)
    for length in range(min(words.LONGEST_NAME, sentence.span.end - start), 1, -1):
        if text[start : start + length] in speakers:
            return Span(start, start + length)
    pronoun = words.PRONOUN.match(text, start, sentence.span.end)
    return _span_of(pronoun) if pronoun is not None and last is None else None


def _by_clauses(text: str, sentence: Sentence, subject: Span, last: _Speech | None) -> Iterator[_Speech]:
    """Yield what each clause says that begins with a cue; the first must, or the sentence reports no speech."""
    inside = last is not None and last.block == sentence.block
    together = words.TOGETHER.fullmatch(text, subject.start, subject.end) is not None
    speech: _Speech | None = None
    begin = subject.end
    while begin < sentence.span.end:
        end = words.clause_end(text, begin, sentence.span.end)
        fresh = _clause(text, begin, end, subject, sentence.block)
        if fresh is not None and together and inside and not words.JOINT.search(fresh.cue.of(text)):
            fresh = None
        if fresh is None and speech is None:
            return
        if fresh is not None:
            if speech is not None:
                speech.runs = False
                yield speech
            speech = fresh
        elif speech is not None and speech.runs:
            speech.content = [Span(speech.content[0].start, end)]
        begin = end + 1
    if speech is not None:
        yield speech


def _clause(text: str, begin: int, end: int, subject: Span, block: int) -> _Speech | None:
    for pattern in (words.ABOUT, words.TOWARDS):
        if found := pattern.match(text, begin, end):
            return _Speech((subject,), Span(*found.span("cue")), [Span(*found.span("content"))], block, runs=False)
    if (found := words.TAKES_NOUN.match(text, begin, end)) and found.end() < end:
        return _Speech((subject,), Span(*found.span("cue")), [Span(found.end(), end)], block, runs=False)
    if (found := words.TAKES_CLAUSE.match(text, begin, end)) and found.end() < end:
        source = Span(*found.span("self")) if found["self"] else subject
        return _Speech((source,), Span(*found.span("cue")), [Span(found.end(), end)], block)
    return None


def _towards(text: str, sentence: Sentence) -> Iterator[_Speech]:
    """Yield courtesies in later clauses of a sentence that tells what somebody did (…会见…，向…表示祝贺)."""
    doer = words.DOER.match(text, sentence.span.start, sentence.span.end)
    if doer is None:
        return
    begin = words.clause_end(text, doer.end(), sentence.span.end) + 1
    while begin < sentence.span.end:
        end = words.clause_end(text, begin, sentence.span.end)
        if found := words.TOWARDS.match(text, begin, end):
            content = [Span(*found.span("content"))]
            yield _Speech((_span_of(doer),), Span(*found.span("cue")), content, sentence.block, runs=False)
        begin = end + 1


def _cue_after_quotation(text: str, sentence: Sentence) -> _Speech | None:
    """Read a quotation followed by its speaker: “…。”某某说。"""
    found = words.AFTER_QUOTATION.fullmatch(text, sentence.span.start, sentence.span.end)
    if found is None or found.start() == 0 or text[found.start() - 1] not in "”」":
        return None
    opening = max(text.rfind(mark, max(0, found.start() - words.QUOTATION), found.start()) for mark in "“「")
    if opening < 0:
        return None
    content = [Span(opening, found.start())]
    return _Speech((Span(*found.span("source")),), Span(*found.span("cue")), content, sentence.block, runs=False)


def _continues(text: str, sentence: Sentence, speech: _Speech) -> bool:
    if sentence.block == speech.block:
        return True
    return speech.lists and words.ITEM.match(text, sentence.span.start) is not None


def _grow(speech: _Speech, sentence: Sentence) -> None:
    if speech.content and sentence.block == speech.block:
        speech.content[-1] = Span(speech.content[-1].start, sentence.span.end)
    else:
        speech.content.append(sentence.span)
    speech.block = sentence.block


def _span(start: int, end: int) -> list[Span]:
    return [Span(start, end)] if start < end else []


def _span_of(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
