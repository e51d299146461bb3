"""The reading page as values: one report, what it says by whose account, and the accounts it cites."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readouts.model import Analysis, EchoClaim, Mention, Publisher, ReportReading, Span, Statement
from readouts.report.board import Board, Words, board
from readouts.report.columns import Column
from readouts.report.comparison import messages
from readouts.report.dates import day_in_words
from readouts.report.full_text import FullText, full_text
from readouts.report.marks import (
    analysis_marks,
    claim_marks,
    contact_marks,
    difference_marks,
    passage_marks,
    statement_marks,
    term_marks,
)
from readouts.report.names import States, language_name, language_tag, publisher_name, state_name, web_address
from readouts.report.segments import Mark
from readouts.report.timeline import ContactView, timeline
from readouts.report.voices import Voice, voice

# How many characters of a statement its note in the margin repeats.
_EXCERPT = 70
_LONGEST_TITLE = 200
# Stands for the account of the report itself.
_ITSELF = "¶"


@dataclass(frozen=True, slots=True)
class StatementNote:
    """A statement in the margin: whose account, who speaks, what the words do, how they begin."""

    number: int
    column: int | None
    voice: Voice
    excerpt: Words


@dataclass(frozen=True, slots=True)
class RestoredName:
    """A name that was damaged, as written and as restored, with the rule and its sureness."""

    words: Words
    restored: str
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ReturnView:
    """Where wording that is said to return stands in another document, and how alike it is."""

    words: str
    lang: str | None
    publisher: str
    day: str
    alike: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Words that say that wording returns, and the wording, each with where else it was found, the earlier first."""

    claim: Words
    wording: tuple[tuple[Words, tuple[ReturnView, ...]], ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """A contested term where it is used."""

    words: Words
    family: str
    variant: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """The whole page. `notes` holds the notes of each line of the text, by the line's place."""

    title: str
    publisher: str
    published: str
    language: str
    url: str | None
    link: str | None
    summary: str
    warnings: tuple[str, ...]
    text: FullText
    notes: Mapping[int, tuple[StatementNote, ...]]
    restored: tuple[RestoredName, ...]
    contacts: tuple[ContactView, ...]
    board: Board
    claims: tuple[ClaimView, ...]
    terms: tuple[TermView, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The accounts the report cites."""
        return self.board.columns


def reading_view(reading: ReportReading, states: States) -> ReadingView:
    """Lay out the reading of one report."""
    analysis, collation = reading.analysis, reading.collation
    document = analysis.document
    laid = board(collation, [analysis], [0] * len(collation.accounts), states)
    places = {account.publisher: at for at, account in enumerate(collation.accounts) if account.publisher}
    shown = full_text(0, "", analysis, _marks(reading, laid, places, states))
    restored = tuple(_restored(mention, document.text, states) for mention in analysis.mentions if mention.repair)
    return ReadingView(
        title=_title(analysis),
        publisher=publisher_name(document.publisher) if document.publisher else "",
        published=day_in_words(document.published),
        language=language_name(document.language),
        url=document.url,
        link=web_address(document.url),
        summary=_summary(reading, len(restored)),
        warnings=messages(analysis.problems, collation.problems),
        text=shown,
        notes=_notes(analysis, laid.columns, places, shown, states),
        restored=restored,
        contacts=timeline(analysis.contacts, document.text, states),
        board=laid,
        claims=tuple(_claim(claim, reading) for claim in reading.claims),
        terms=tuple(TermView(_words(t.span, document.text), t.family, t.variant) for t in reading.terms),
    )


def _marks(reading: ReportReading, laid: Board, places: Mapping[Publisher, int], states: States) -> list[Mark]:
    rows = laid.collation.rows
    statements = reading.analysis.statements
    by = [_mark_of(statement, laid.columns, places) for statement in statements]
    marks = [
        *analysis_marks(reading.analysis, states),
        *statement_marks(statements, by),
        *contact_marks(reading.analysis.contacts),
        *claim_marks(reading.claims),
        *term_marks(reading.terms),
    ]
    for column in laid.columns:
        marks += passage_marks(rows, column.index)
        marks += difference_marks((difference for row in rows for difference in row.differences), column.index)
    return marks


def _mark_of(statement: Statement, heads: Sequence[Column], places: Mapping[Publisher, int]) -> str:
    place = places.get(statement.account) if statement.account else None
    return _ITSELF if place is None else heads[place].siglum


def _notes(
    analysis: Analysis, heads: Sequence[Column], places: Mapping[Publisher, int], shown: FullText, states: States
) -> dict[int, tuple[StatementNote, ...]]:
    """Give each statement to the line in which its first words stand."""
    sigla = {publisher: heads[place].siglum for publisher, place in places.items()}
    starts = [line.span.start for line in shown.lines]
    notes: dict[int, list[StatementNote]] = {}
    for number, statement in enumerate(analysis.statements, start=1):
        spans = sorted(span for span in statement.content if len(span))
        if not spans:
            continue
        note = StatementNote(
            number,
            places.get(statement.account) if statement.account else None,
            voice(statement, analysis.document.text, sigla, states),
            _excerpt(spans[0], analysis.document.text),
        )
        notes.setdefault(bisect_right(starts, spans[0].start) - 1, []).append(note)
    return {line: tuple(found) for line, found in notes.items()}


def _title(analysis: Analysis) -> str:
    """Return the title; where the document has none, its first heading, else the last part of its name."""
    document = analysis.document
    heading = next((one.span.of(document.text).strip() for one in analysis.headings), "")
    return document.title or heading[:_LONGEST_TITLE] or document.id.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _excerpt(span: Span, text: str) -> Words:
    words = span.of(text)
    return Words(words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(None, 1)[0] + " …", span.start)


def _restored(mention: Mention, text: str, states: States) -> RestoredName:
    assert mention.repair is not None
    return RestoredName(
        _words(mention.span, text),
        mention.person or state_name(mention.state, states),
        mention.repair.rule,
        f"{mention.repair.confidence:.0%}",
    )


def _claim(claim: EchoClaim, reading: ReportReading) -> ClaimView:
    text = reading.analysis.document.text
    return ClaimView(
        _words(claim.claim, text), tuple((_words(span, text), tuple(_returns(span, reading))) for span in claim.wording)
    )


def _returns(wording: Span, reading: ReportReading) -> Iterator[ReturnView]:
    here, others = reading.analysis.document.id, {document.id: document for document in reading.echoed}
    for echo in reading.echoes:
        if any(one.document == here and one.span.overlaps(wording) for one in echo.passages):
            for passage in (one for one in echo.passages if one.document in others):
                document = others[passage.document]
                yield ReturnView(
                    passage.span.of(document.text),
                    language_tag(document.language),
                    publisher_name(document.publisher),
                    day_in_words(document.published),
                    f"{echo.similarity:.0%} alike",
                )


def _words(span: Span, text: str) -> Words:
    return Words(span.of(text), span.start)


def _summary(reading: ReportReading, restored: int) -> str:
    analysis, accounts = reading.analysis, reading.collation.accounts
    cited = _listed([publisher_name(account.publisher) for account in accounts])
    residue = len(analysis.residue)
    return (
        f"It cites {_counted(len(accounts), 'account')}{f' ({cited})' if cited else ''}, "
        f"makes {_counted(len(analysis.statements), 'statement')} "
        f"and tells of {_counted(len(analysis.contacts), 'contact')}; "
        f"{_counted(restored, 'damaged name')} restored, "
        f"{_counted(residue, 'passage')} marked as not the article."
    )


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
