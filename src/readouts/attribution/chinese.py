"""Who says what in Chinese: the regular genre of readouts, by punctuation and verbs.

A cue stands near the head of a sentence, after its subject, and is followed by a comma or a colon (某某指出，…);
what is said runs on over the following sentences to the end of the paragraph or to the next cue. A cue that
takes its object directly (某某介绍了…, 双方同意…) governs its own sentence only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readouts.attribution.extraction import Extraction
from readouts.model import Span
from readouts.text import Parse, Sentence

_SPEAK = (
    "指出|强调|表示|重申|认为|主张|指明|说|称|谈到|提到|回应|回答|呼吁|敦促|建议|提议|宣布|希望|期待|相信|介绍|通报|阐述|透露|坦言"
    "|评价|补充|警告|谴责|抗议|承认|否认|声明|同意|商定|决定|祝贺|感谢|祝愿|回顾"
)
_ADVERB = (
    "(?:还|也|均|都|又|并|则|再次|一致|共同|高度|特别|着重|明确|同时|进一步|积极|热烈|由衷|衷心|坚定|坚决|强烈|严正"
    "|最后|随后|首先|分别|郑重)"
)
# Before a comma or colon, or before quoted words.
_RUNNING = re.compile(
    rf"(?P<cue>{_ADVERB}*(?:{_SPEAK})(?:说|道|称|到)?)(?=[，：:,]|[“「])"
    r"|(?P<asks>(?:提出|阐明)[^，。；“”]{0,12}?(?:意见|建议|主张|看法|倡议|立场))(?=[：:。，])"
)
# With its object in the same sentence.
_DIRECT = re.compile(
    rf"(?P<cue>{_ADVERB}*(?:介绍了?|通报了?|阐述了?|阐明了?|重申|强调要?|表示(?:愿|将|欢迎|感谢|祝贺|支持|赞赏|反对|希望|慰问|哀悼|遗憾|关切)"
    r"|同意|商定|决定|认为|宣布|祝贺|感谢|欢迎|赞赏|高度评价|谴责|呼吁|敦促|邀请|转达了?|希望|期待|支持|回顾了?|交换了?意见|达成(?:广泛|重要|一系列)*共识))"
)
_SUBJECT = re.compile(r"[^，。；：！？“”「」\s]{1,30}")
_WHEN = re.compile(r"[时后中间]$")
_BOTH = re.compile(
    r"^(?:中.{1,2}|.{1,3})?(?:双方|两国元首|两国领导人|两国外长|各方|三方|与会各?方|与会领导人|双方领导人)"
)
_ITEM = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,2}(?:，|、|是|要)|[（(][一二三四五六七八九十]{1,2}[）)]|其[一二三四五])"
)
_HEAD = 60
_SURE, _FAIR = 0.9, 0.7


@dataclass(slots=True)
class _Running:
    """A statement whose content may still grow."""

    source: tuple[Span, ...]
    cue: Span
    content: list[Span]
    block: int
    lists: bool


def extract_chinese(parse: Parse) -> tuple[Extraction, ...]:
    """Return the attributions of a Chinese text, in order. Linear in the length of the text."""
    found: list[Extraction] = []
    running: _Running | None = None
    for sentence in parse.sentences:
        fresh = _running(parse.text, sentence, running)
        if fresh is not None:
            found += _finished(running)
            running = fresh
            continue
        direct = _direct(parse.text, sentence)
        if direct is not None:
            found += [*_finished(running), direct]
            running = None
        elif running is not None and _continues(parse.text, sentence, running):
            _grow(running, sentence)
        else:
            found += _finished(running)
            running = None
    return (*found, *_finished(running))


def _running(text: str, sentence: Sentence, before: _Running | None) -> _Running | None:
    start, end = sentence.span.start, sentence.span.end
    cue = _RUNNING.search(text, start, min(end, start + _HEAD))
    if cue is None or "“" in text[start : cue.start()] or "「" in text[start : cue.start()]:
        return None
    source = _source(text, start, cue.start())
    if source is None:
        if before is None or cue.start() - start > 4:
            return None
        sources = before.source
    else:
        sources = (source,)
    begin = cue.end() + (text[cue.end() : cue.end() + 1] in "，：:,。")
    lists = cue["asks"] is not None
    return _Running(
        sources, Span(cue.start(), cue.end()), [Span(begin, end)] if begin < end else [], sentence.block, lists
    )


def _source(text: str, start: int, end: int) -> Span | None:
    """Return the subject before a cue: the last clause, or the first where the last only says when."""
    clauses = list(_SUBJECT.finditer(text, start, end))
    for clause in reversed(clauses):
        if not _WHEN.search(clause[0]):
            return Span(clause.start(), clause.end())
    return Span(clauses[0].start(), clauses[0].end()) if clauses else None


def _direct(text: str, sentence: Sentence) -> Extraction | None:
    start, end = sentence.span.start, sentence.span.end
    cue = _DIRECT.search(text, start, min(end, start + _HEAD))
    if cue is None:
        return None
    subject = _BOTH.match(text[start : cue.start()])
    if subject is None:
        return None
    source = Span(start, start + subject.end())
    content = [
        Span(a, b) for a, b in ((source.end, cue.start()), (cue.end(), _without_stop(text, cue.end(), end))) if a < b
    ]
    if not content:
        return None
    return Extraction((source,), (Span(cue.start(), cue.end()),), tuple(content), _lemma(cue["cue"]), _FAIR)


def _without_stop(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "。！？；":
        end -= 1
    return end


def _continues(text: str, sentence: Sentence, running: _Running) -> bool:
    if sentence.block == running.block:
        return True
    return running.lists and _ITEM.match(text, sentence.span.start) is not None


def _grow(running: _Running, sentence: Sentence) -> None:
    if running.content and sentence.block == running.block:
        running.content[-1] = Span(running.content[-1].start, sentence.span.end)
    else:
        running.content.append(sentence.span)
    running.block = sentence.block


def _finished(running: _Running | None) -> Iterator[Extraction]:
    if running is not None and running.content:
        yield Extraction(running.source, (running.cue,), tuple(running.content), "", _SURE)


def _lemma(cue: str) -> str:
    return cue.rstrip("了")
