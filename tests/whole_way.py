"""The whole way on the examples, as a person would write it down: words, not offsets.

``python -m tests.whole_way`` writes the golden files again; read the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from readouts.model import Analysis, Collation, Comparison, Contact, Reading, ReportReading, Row, Span, Statement
from readouts.workflows import Said, Tools, compare, gather, load_tools, read

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
EXAMPLES = ROOT / "examples"
ACCOUNTS = ("Norvia=norvia.txt", "Estmark=estmark.txt", "Costa Brisa=costa-brisa.txt")
REPORT = "The Halden Herald=report-damaged.txt"
SAID = Said(published=date(2031, 5, 6))


def comparison_told(tools: Tools) -> str:
    """Return the comparison of the three accounts in words."""
    documents = list(gather(map(_placed, ACCOUNTS), SAID))
    return "\n".join(_comparison(compare(documents, tools))) + "\n"


def report_told(tools: Tools) -> str:
    """Return the reading of the damaged report in words."""
    [document] = gather([_placed(REPORT)], SAID)
    return "\n".join(_reading(read(document, tools))) + "\n"


def _placed(named: str) -> str:
    publisher, _, name = named.partition("=")
    return f"{publisher}={EXAMPLES / name}"


def _comparison(comparison: Comparison) -> Iterator[str]:
    for analysis in comparison.analyses:
        yield f"# {Path(analysis.document.id).name}"
        yield from _analysis(analysis)
    yield "# side by side"
    yield from _rows(comparison.collation, [analysis.document.text for analysis in comparison.analyses])


def _reading(reading: ReportReading) -> Iterator[str]:
    text = reading.analysis.document.text
    yield f"# {Path(reading.analysis.document.id).name}"
    yield from _analysis(reading.analysis)
    yield "# side by side"
    yield from _rows(reading.collation, [text] * len(reading.collation.accounts))
    yield "# claims and terms"
    for claim in reading.claims:
        yield f"claim: {claim.claim.of(text)}: {_words(claim.wording, text)}"
    for term in reading.terms:
        yield f"term: {term.family}: {term.variant}: {term.span.of(text)}"


def _analysis(analysis: Analysis) -> Iterator[str]:
    text = analysis.document.text
    for residue in analysis.residue:
        yield f"residue: {residue.reason}: {residue.span.of(text)}"
    for mention in analysis.mentions:
        if mention.repair:
            yield f"repair: {mention.span.of(text)}: {mention.person} ({mention.repair.rule})"
    for statement in analysis.statements:
        yield _statement(statement, text)
    for contact in analysis.contacts:
        yield _contact(contact)


def _statement(statement: Statement, text: str) -> str:
    account = statement.account.name if statement.account else "nobody"
    speakers = " and ".join(str(s.person or s.state) for s in statement.speakers) or "–"
    said = f"{_words(statement.source, text)} → {_words(statement.cue, text)} → {_words(statement.content, text)}"
    return f"statement: by {account}: {speakers}: {statement.act} {statement.force}, {statement.mode}: {said}"


def _contact(contact: Contact) -> str:
    parties = ", ".join(f"{party.person} ({party.state})" for party in contact.parties)
    told = "told, " if contact.told else ""
    return f"contact: {told}{contact.kind}, {contact.date}, {contact.place}: {parties}"


def _rows(collation: Collation, texts: Sequence[str]) -> Iterator[str]:
    for row in collation.rows:
        yield f"{row.relation}: {row.topic}"
        yield from _cells(row, collation, texts)


def _cells(row: Row, collation: Collation, texts: Sequence[str]) -> Iterator[str]:
    for account, cell, text in zip(collation.accounts, row.cells, texts, strict=True):
        yield f"  {account.siglum}: {_words(cell.spans, text) if isinstance(cell, Reading) else '(silent)'}"
    for difference in row.differences:
        words = [_words(spans, text) or "–" for spans, text in zip(difference.spans, texts, strict=True)]
        yield f"  {difference.kind}: {' | '.join(words)}"


def _words(spans: Iterable[Span], text: str) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


if __name__ == "__main__":
    shipped = load_tools(str(EXAMPLES / "actors.toml"))
    (GOLDEN / "comparison.txt").write_text(comparison_told(shipped), encoding="utf-8")
    (GOLDEN / "report.txt").write_text(report_told(shipped), encoding="utf-8")
