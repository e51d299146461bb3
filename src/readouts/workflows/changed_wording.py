"""Standing wording that an account drops or takes up: sequences of words, compared with earlier accounts.

Wording counts as standing when the publisher used it more than once; a sentence that was said once and not again is no
formula. A sequence is four words or, in a script written without spaces, eight characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from readouts.ingest import SURE
from readouts.model import Analysis, Passage, Span

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+(?:['’][^\W_{_CJK}]+)*")
_UNSPACED = re.compile(f"[{_CJK}]")
# What ends a sentence; a point does so only before a capital and behind a word longer than an abbreviation.
_ENDS = re.compile(r"[\n!?。！？；;]")
_POINT = re.compile(r"\.[\"”’)\]]*\s")
_SPACED_GRAM, _UNSPACED_GRAM = 4, 8
# Shorter words are mostly grammar; a formula holds at least so many longer ones that name nobody.
_LONG_WORD, _LEAST_WORDS, _LEAST_CHARACTERS = 4, 3, 4
# Longer words of English that are grammar too.
_GRAMMAR = frozenset(
    "about after also among before been between both could during each from have having into might more most other "
    "over shall should such than that their them then there these they this those upon very were what when where "
    "which while whose will with would".split()
)

_Gram = tuple[str, ...]


class Change(StrEnum):
    """What became of something that accounts say."""

    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class ChangedWording:
    """Wording that was dropped (`passage` quotes the latest earlier account that has it) or added (it quotes this one).

    `earlier` are the earlier accounts that use it, the latest first; `others` counts other texts of the publisher's.
    """

    change: Change
    passage: Passage
    earlier: tuple[str, ...]
    others: int


def changed_wording(now: Analysis, earlier: Sequence[Analysis], others: Sequence[Analysis]) -> list[ChangedWording]:
    """Return the standing wording dropped and added, in the order of the texts, dropped first.

    `earlier` are the same publisher's accounts with the same party, the latest first; `others` are further texts of the
    publisher's. Dropped is what two of the earlier accounts use, or the latest and another text, and this one does
    not; added is what this one and another text use, and none of the earlier ones. The words that open an account, by
    which its contact was found, are no formula.
    """
    size = _gram_size(now)
    here, before = _Text(now, size), [_Text(one, size) for one in earlier]
    elsewhere = Counter(gram for one in others for gram in _Text(one, size).grams)
    used_before = Counter(gram for one in before for gram in one.grams)
    told: set[_Gram] = set()
    found = []

    def tell(change: Change, text: _Text, wanted: Sequence[bool], against: Sequence[_Text]) -> None:
        for stretch in text.stretches(wanted):
            grams = text.grams_of(stretch)
            if len(grams & told) * 2 < len(grams) and not any(one.holds(text.core_of(stretch)) for one in against):
                told.update(grams)
                found.append(_changed(change, text, stretch, before, elsewhere))

    for place, text in enumerate(before):
        lost = [
            gram not in here.grams and (used_before[gram] > 1 or (place == 0 and elsewhere[gram] > 0))
            for gram in text.sequence
        ]
        tell(Change.DROPPED, text, lost, [here])
    new = [elsewhere[gram] > 0 and gram not in used_before for gram in here.sequence]
    tell(Change.ADDED, here, new, before)
    return found


def _changed(
    change: Change, text: _Text, stretch: range, before: Sequence[_Text], elsewhere: Counter[_Gram]
) -> ChangedWording:
    grams = text.grams_of(stretch)
    users = [one.name for one in before if 2 * len(grams & one.grams) >= len(grams)]
    return ChangedWording(
        change, Passage(text.name, text.span_of(stretch)), tuple(users), max((elsewhere[g] for g in grams), default=0)
    )


def _gram_size(analysis: Analysis) -> int:
    text = analysis.document.text
    characters = len(_UNSPACED.findall(text))
    return _UNSPACED_GRAM if 2 * characters > len(_WORD.findall(text)) else _SPACED_GRAM


class _Text:
    """The words of one article in order, and the sequences of them that lie in one sentence."""

    def __init__(self, analysis: Analysis, size: int) -> None:
        self.name = analysis.document.id
        self._size = size
        self._text = analysis.document.text
        unread = sorted(one.span for one in analysis.residue if one.confidence >= SURE)
        self._spans = list(_outside(unread, _spans(self._text)))
        self._words = [span.of(self._text).casefold() for span in self._spans]
        named = sorted(mention.span for mention in analysis.mentions)
        outside = set(_outside(named, iter(self._spans)))
        self._small = [self._is_small(at) for at in range(len(self._spans))]
        self._content = [span in outside and not small for span, small in zip(self._spans, self._small, strict=True)]
        # The words that say that and when the two spoke open every account, in words that depend on the day.
        self._opening = [one.span for contact in analysis.contacts if contact.told for one in contact.evidence]
        self._joined = _joined(self._words)
        sentence = 0
        sentences = [0] * len(self._spans)
        for at in range(1, len(self._spans)):
            sentence += _parts(self._text, self._spans[at - 1], self._spans[at])
            sentences[at] = sentence
        # The empty sequence stands where one would reach past its sentence.
        self.sequence: list[_Gram] = [
            tuple(self._words[at : at + size]) if sentences[at] == sentences[at + size - 1] else ()
            for at in range(len(self._words) - size + 1)
        ]
        self.grams = frozenset(filter(None, self.sequence))

    def _is_small(self, at: int) -> bool:
        if _UNSPACED.match(self._words[at]):
            return False
        return len(self._words[at]) < _LONG_WORD or self._words[at] in _GRAMMAR

    def stretches(self, wanted: Sequence[bool]) -> Iterator[range]:
        """Yield the longest runs of words that wanted sequences cover, as places of words, but for the opening."""
        least = _LEAST_WORDS if self._size == _SPACED_GRAM else _LEAST_CHARACTERS
        for run in self._runs(wanted):
            stretch = self._trimmed(run)
            enough = sum(self._content[place] for place in stretch) >= least
            if enough and not any(self.span_of(stretch).overlaps(span) for span in self._opening):
                yield stretch

    def _runs(self, wanted: Sequence[bool]) -> Iterator[range]:
        """Yield the runs of words in one sentence that wanted sequences cover."""
        run = range(0)
        for at, is_wanted in enumerate(wanted):
            if not (is_wanted and self.sequence[at]):
                continue
            if at < run.stop and all(self.sequence[between] for between in range(run.start, at)):
                run = range(run.start, at + self._size)
                continue
            if run:
                yield run
            run = range(at, at + self._size)
        if run:
            yield run

    def _trimmed(self, stretch: range) -> range:
        """Leave out small words at either end as long as a whole sequence remains."""
        return self._without_small_ends(stretch, self._size)

    def core_of(self, stretch: range) -> Sequence[str]:
        """Return the words of a stretch without small ones at either end."""
        core = self._without_small_ends(stretch, 1)
        return self._words[core.start : core.stop]

    def _without_small_ends(self, stretch: range, least: int) -> range:
        begin, end = stretch.start, stretch.stop
        while end - begin > least and self._small[end - 1]:
            end -= 1
        while end - begin > least and self._small[begin]:
            begin += 1
        return range(begin, end)

    def holds(self, words: Sequence[str]) -> bool:
        """Say whether these words follow one another here."""
        return _joined(words) in self._joined

    def grams_of(self, stretch: range) -> set[_Gram]:
        return set(self.sequence[stretch.start : stretch.stop - self._size + 1])

    def span_of(self, stretch: range) -> Span:
        return Span(self._spans[stretch.start].start, self._spans[stretch.stop - 1].end)


def _joined(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _spans(text: str) -> Iterator[Span]:
    return (Span(found.start(), found.end()) for found in _WORD.finditer(text))


def _outside(passed_over: Sequence[Span], spans: Iterator[Span]) -> Iterator[Span]:
    """Yield the spans, given in order, that overlap none of those passed over, given in order of their starts."""
    at, reach = 0, 0
    for span in spans:
        while at < len(passed_over) and passed_over[at].start < span.end:
            reach = max(reach, passed_over[at].end)
            at += 1
        if reach <= span.start:
            yield span


def _parts(text: str, one: Span, other: Span) -> bool:
    """Say whether a sentence ends between two words that follow one another."""
    between = text[one.end : other.start]
    if _ENDS.search(between):
        return True
    return bool(_POINT.search(between)) and len(one) > 2 and text[other.start].isupper()
