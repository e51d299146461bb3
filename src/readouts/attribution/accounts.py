"""By whose account a report gives each statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from readouts.attribution.citations import Citation
from readouts.attribution.cover import Cover
from readouts.attribution.quotes import Quotations
from readouts.model import Publisher, Span, Speaker, Statement
from readouts.text import Parse

_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)"
_TALK = r"(?:call|conversation|meeting|talks?|summit|visit|discussions?)"
# Words that set a passage at the contact told, and words that set it at an earlier time.
_TOLD = re.compile(
    rf"\b{_DAY}(?:'s|’s)?\s+(?:\w+\s+)?{_TALK}\b|\b{_TALK}\s+(?:\w+\s+){{0,2}}on\s+{_DAY}\b"
    rf"|\b(?:statement|said|told|spoke)\b[^.]{{0,40}}\bon\s+{_DAY}\b|\bduring (?:the|their|this) {_TALK}\b",
)
_EARLIER = re.compile(
    r"[\W]*(?:(?:Just\s+|Only\s+)?(?:\w+\s+){0,2}?(?:earlier|ago|before that)\b|Earlier (?:this|that|last|in)\b"
    r"|Last (?:year|month|week|spring|summer|autumn|fall|winter)\b|(?:In|Since|During|Back in) (?:\w+ )?(?:19|20)\d\d\b"
    r"|Previously\b|At the time\b|(?:Years|Months|Weeks) (?:ago|earlier)\b)"
    rf"|.*\b(?:19|20)\d\d (?:{_TALK})\b",
    re.DOTALL,
)

_BOTH = re.compile(
    r"\b(?:both|the two) (?:\w+ )?(?:read-?outs|readings|accounts|summaries|statements|sides|governments|versions)"
    r" (?:said|say|noted|agree|reported|confirmed|stressed|mention)",
    re.IGNORECASE,
)
# An account's colon stands at most so far behind its name.
_COLON, _TWO = 80, 2
# A statement is looked for within so many that begin before it.
_NESTED = 8


def with_accounts(
    parse: Parse, statements: Sequence[Statement], citations: Sequence[Citation], quotations: Quotations
) -> list[Statement]:
    """Return the statements of a report, each with the account it stands in; None where the text gives none.

    In this order: the account cited in the sentence; one cited before or after it in the paragraph; for a
    person's words, the account of that person's own government when the report cites one; for words that
    several share, the account named nearest. The last two hold only for the contact told, not for passages
    set at an earlier time. What "both readouts" say is a statement of each. A quotation that an account is cited
    for, and that nobody else is reported to say, is the account's own statement.
    """
    if not citations:
        return list(statements)
    report = _Report(parse, citations, quotations)
    quoted = _quoted_papers(parse, statements, citations, quotations)
    return _inherited([told for statement in (*statements, *quoted) for told in report.assign(statement)])


def _inherited(statements: Sequence[Statement]) -> list[Statement]:
    """Give a statement without account that of the statement which holds it: what Lind says that Varo wants."""
    outer = sorted(
        (span.start, span.end, at) for at, s in enumerate(statements) if s.account and s.cue for span in s.content
    )
    starts = [start for start, _, _ in outer]
    found = []
    for statement in statements:
        if statement.account is None and statement.cue:
            cue = statement.cue[0]
            last = bisect_right(starts, cue.start)
            holding = (at for _, end, at in reversed(outer[max(last - _NESTED, 0) : last]) if end >= cue.end)
            found.append(replace(statement, account=next((statements[at].account for at in holding), None)))
        else:
            found.append(statement)
    return found


def _quoted_papers(
    parse: Parse, statements: Sequence[Statement], citations: Sequence[Citation], quotations: Quotations
) -> Iterator[Statement]:
    """Yield the quotations after a cited account's colon that no statement holds yet."""
    told = Cover(span for statement in statements for span in statement.content)
    for citation in citations:
        sentence = parse.sentences[citation.sentence].span
        colon = parse.text.find(":", citation.span.end, min(sentence.end, citation.span.end + _COLON))
        quotation = quotations.around(colon + 2) if colon >= 0 else None
        if quotation is not None and quotation.span.start > colon and not told.touches(quotation.span):
            speaker = Speaker(None, citation.publisher.state)
            mode = quotations.mode(parse.text, (quotation.span,))
            yield Statement((citation.span,), (), (quotation.span,), (speaker,), None, mode)


class _Report:
    """One report, with its citations and the passages that are set at an earlier time."""

    def __init__(self, parse: Parse, citations: Sequence[Citation], quotations: Quotations) -> None:
        self._parse = parse
        self._starts = [sentence.span.start for sentence in parse.sentences]
        self._by_sentence: dict[int, list[Citation]] = {}
        for citation in citations:
            self._by_sentence.setdefault(citation.sentence, []).append(citation)
        self._cited_at = sorted(self._by_sentence)
        self._of_state: dict[str, Publisher] = {}
        for citation in citations:
            if citation.publisher.state:
                self._of_state.setdefault(citation.publisher.state, citation.publisher)
        self._publishers = tuple(dict.fromkeys(citation.publisher for citation in citations))
        self._told = self._told_sentences(quotations)

    def assign(self, statement: Statement) -> list[Statement]:
        """Return the statement once for each account it stands in."""
        at = self._sentence_of((statement.cue or statement.content)[0].start)
        both = self._of_both(at)
        return [replace(statement, account=account) for account in both or (self._account(at, statement),)]

    def _of_both(self, at: int) -> tuple[Publisher, ...]:
        span = self._parse.sentences[at].span
        if len(self._publishers) != _TWO or not _BOTH.search(self._parse.text, span.start, span.end):
            return ()
        return self._publishers

    def _account(self, at: int, statement: Statement) -> Publisher | None:
        return (
            self._in_sentence(at, (*statement.cue, *statement.source, *statement.content))
            or self._in_paragraph(at, statement)
            or (self._by_default(at, statement) if self._told[at] else None)
        )

    def _sentence_of(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _in_sentence(self, at: int, spans: Sequence[Span]) -> Publisher | None:
        cited = self._by_sentence.get(at)
        if not cited:
            return None
        return min(cited, key=lambda citation: min(_distance(citation.span, span) for span in spans)).publisher

    def _in_paragraph(self, at: int, statement: Statement) -> Publisher | None:
        block = self._parse.sentences[at].block
        before = bisect_right(self._cited_at, at) - 1
        if before >= 0 and self._parse.sentences[self._cited_at[before]].block == block:
            return self._by_sentence[self._cited_at[before]][-1].publisher
        if before >= 0 and self._cited_at[before] == at - 1 and self._by_sentence[at - 1][-1].leads:
            return self._by_sentence[at - 1][-1].publisher
        after = before + 1
        if after < len(self._cited_at) and self._parse.sentences[self._cited_at[after]].block == block:
            publisher = self._by_sentence[self._cited_at[after]][0].publisher
            states = {speaker.state for speaker in statement.speakers}
            return publisher if publisher.state in states else None
        return None

    def _by_default(self, at: int, statement: Statement) -> Publisher | None:
        speakers = statement.speakers
        if len({speaker.state for speaker in speakers}) > 1:
            return self._nearest(at)
        if speakers and speakers[0].person and speakers[0].state:
            return self._of_state.get(speakers[0].state)
        return None

    def _nearest(self, at: int) -> Publisher:
        place = bisect_right(self._cited_at, at)
        near = self._cited_at[max(place - 1, 0) : place + 1]
        return self._by_sentence[min(near, key=lambda cited: abs(cited - at))][-1].publisher

    def _told_sentences(self, quotations: Quotations) -> list[bool]:
        told, found = True, []
        for at, sentence in enumerate(self._parse.sentences):
            unquoted = _unquoted(self._parse.text, sentence.span, quotations)
            if at in self._by_sentence or _TOLD.search(unquoted):
                told = True
            elif _EARLIER.match(unquoted):
                told = False
            found.append(told)
        return found


def _unquoted(text: str, span: Span, quotations: Quotations) -> str:
    pieces, at = [], span.start
    for quotation in quotations.within(span):
        pieces.append(text[at : max(at, quotation.span.start)])
        at = max(at, quotation.span.end)
    return " ".join([*pieces, text[at : span.end] if at < span.end else ""])


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
