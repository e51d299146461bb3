"""How a wording is used: by whom, when first and last, month by month, each use in its sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from readouts.ingest import SURE
from readouts.model import Document, Span, WordingUse

# A point behind an initial or a title ends no sentence.
_ENDS = re.compile(r"[!?。！？；\n]|(?<!\b[A-Z])(?<!\b[JSMD]r)(?<!\bM[sr]s)(?<!\bMs)\.(?=[\s”\"’)\]])")
_CLOSING = '”"’)]』」）'
_REACH = 300
_MARK = "…"


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a wording: its document, where it stands, and how much of the wording it is (1: all, in any case)."""

    document: Document
    span: Span
    similarity: float = 1.0

    @property
    def wording(self) -> str:
        """The words as they stand there."""
        return self.span.of(self.document.text)

    @property
    def sentence(self) -> Span:
        """The sentence around the use; of a long one whole words of some hundred characters to either side."""
        text, start, end = self.document.text, self.span.start, self.span.end
        before = list(_ENDS.finditer(text, max(0, start - _REACH), start))
        after = _ENDS.search(text, max(start, end - 1), end + _REACH)
        begin = before[-1].end() if before else max(0, start - _REACH)
        stop = max(end, after.end() if after else min(len(text), end + _REACH))
        if not before and begin:
            begin = next((at for at in range(begin, start) if text[at].isspace()), begin)
        if not after and stop < len(text):
            stop = next((at for at in range(stop, end, -1) if text[at].isspace()), stop)
        while begin < start and text[begin].isspace():
            begin += 1
        while stop > end and text[stop - 1].isspace():
            stop -= 1
        return Span(begin, stop)

    @property
    def around(self) -> tuple[str, str]:
        """The words of the sentence before the use and behind it, with a mark where the sentence goes on."""
        text, sentence = self.document.text, self.sentence
        before, after = Span(sentence.start, self.span.start).of(text), Span(self.span.end, sentence.end).of(text)
        begins = _is_end(text[max(0, sentence.start - _REACH) : sentence.start])
        ends = _is_end(text[sentence.start : sentence.end + 1]) or sentence.end == len(text)
        return ("" if begins else _MARK) + before, after + ("" if ends else _MARK)


def _is_end(text: str) -> bool:
    """Say whether a sentence may end where a text does."""
    last = text.rstrip(" ").rstrip(_CLOSING)[-1:]
    return not last or last in ".!?。！？；:：\n"


@dataclass(frozen=True, slots=True)
class Usage:
    """A wording and its uses, the earliest first; uses in documents without a day stand last."""

    wording: str
    uses: tuple[Use, ...]

    @property
    def _documents(self) -> list[Document]:
        # Two files may call their documents by the same id.
        return list({id(use.document): use.document for use in self.uses}.values())

    @property
    def documents(self) -> int:
        """In how many documents it is used."""
        return len(self._documents)

    @property
    def first(self) -> date | None:
        """The day of the first dated use."""
        return min((use.document.published for use in self.uses if use.document.published), default=None)

    @property
    def last(self) -> date | None:
        """The day of the last dated use."""
        return max((use.document.published for use in self.uses if use.document.published), default=None)

    @property
    def publishers(self) -> tuple[tuple[str, int], ...]:
        """Who uses it in how many documents, the most first; a publisher not known is called by no name."""
        counts = Counter(one.publisher.name if one.publisher else "" for one in self._documents)
        return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))

    @property
    def by_month(self) -> tuple[tuple[str, int], ...]:
        """In how many documents it is used in each month (YYYY-MM) from the first to the last, empty months too."""
        counts = Counter(f"{one.published:%Y-%m}" for one in self._documents if one.published)
        return tuple((month, counts[month]) for month in _months(min(counts), max(counts))) if counts else ()


def in_time(documents: Iterable[Document]) -> list[Document]:
    """Return the documents in the order of their days of publication, those without one last, else as given."""
    return sorted(documents, key=lambda one: (one.published is None, one.published or date.max))


def articles(documents: Iterable[Document]) -> list[Document]:
    """Return the documents with line ends for their residue, as far as it is sure: what is read of a page."""
    return [replace(document, text=_article(document)) if document.residue else document for document in documents]


def _article(document: Document) -> str:
    pieces, at = [], 0
    for residue in sorted(one for one in document.residue if one.confidence >= SURE):
        span = residue.span
        pieces += [document.text[at : max(at, span.start)], "\n" * (span.end - max(at, span.start))]
        at = max(at, span.end)
    return "".join((*pieces, document.text[at:]))


def numbered(documents: Iterable[Document]) -> list[Document]:
    """Return the articles with their numbers for ids, whatever files call them: what `usage_of` finds them by."""
    return [replace(document, id=str(number)) for number, document in enumerate(articles(documents))]


def usage_of(wording: str, uses: Iterable[WordingUse], documents: Sequence[Document]) -> Usage:
    """Return the uses with their documents, which the passages name by number."""
    return Usage(
        wording, tuple(Use(documents[int(use.passage.document)], use.passage.span, use.similarity) for use in uses)
    )


def _months(first: str, last: str) -> list[str]:
    begin, end = (12 * int(month[:4]) + int(month[5:]) - 1 for month in (first, last))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(begin, end + 1)]
