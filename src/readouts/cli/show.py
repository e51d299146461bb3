"""What a person sees in the terminal for each kind of finding."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

from readouts.actors import ActorTable
from readouts.cli.console import output
from readouts.cli.show_rows import beside_table, rows_summary, rows_table
from readouts.cli.words import quoted, safe, shortened
from readouts.model import Analysis, Comparison, Contact, Party, Publisher, ReportReading, Speaker, Statement


def show_residue(analysis: Analysis) -> None:
    """Print what is not the article, with the reason for each piece."""
    text = analysis.document.text
    table = _table(analysis, "what is not the article", "where", "why", "words")
    for residue in analysis.residue:
        words = shortened(safe(residue.span.of(text)))
        table.add_row(f"{residue.span.start}–{residue.span.end}", str(residue.reason), Text(words))
    output.print(table)


def show_mentions(analysis: Analysis) -> None:
    """Print who is named where, and what was repaired by which rule."""
    text = analysis.document.text
    table = _table(analysis, "who is named", "where", "words", "who", "state", "office", "repaired")
    for mention in analysis.mentions:
        for member in mention.members or (mention,):
            table.add_row(
                str(member.span.start),
                Text(safe(member.span.of(text))),
                Text(safe(member.person or "")),
                member.state or "",
                member.office or "",
                Text(member.repair.rule) if member.repair else "",
            )
    output.print(table)


def show_statements(analysis: Analysis) -> None:
    """Print who says what, by whose account."""
    text = analysis.document.text
    table = _table(analysis, "who says what", "by whose account", "who", "how", "what")
    for statement in analysis.statements:
        table.add_row(
            Text(_publisher(statement.account)),
            Text(_speakers(statement, text)),
            Text(_manner(statement, text)),
            Text(quoted(text, statement.content)),
        )
    output.print(table)


def show_contacts(analysis: Analysis) -> None:
    """Print the contacts a text tells of, the one it is an account of first."""
    table = _table(analysis, "contacts", "date", "kind", "parties", "place", "rests on")
    for contact in sorted(analysis.contacts, key=lambda contact: not contact.told):
        table.add_row(*_contact_cells(contact, analysis.document.text))
    output.print(table)
    for contact in analysis.contacts:
        for problem in contact.problems:
            output.print(Text(f"  ? {problem.message}"))


def show_comparison(comparison: Comparison) -> None:
    """Print the accounts side by side."""
    collation = comparison.collation
    documents = [analysis.document for analysis in comparison.analyses]
    for account, document in zip(collation.accounts, documents, strict=True):
        day = document.published.isoformat() if document.published else "no date"
        name = _publisher(account.publisher) or "unknown publisher"
        output.print(Text(f"{account.siglum:>4}  {name}, {day}, {safe(account.id)}"))
    output.print(Text(rows_summary(collation)), style="bold")
    output.print(rows_table(collation, [document.text for document in documents]))
    output.print(beside_table(collation))


def show_reading(reading: ReportReading) -> None:
    """Print one report: its residue, who says what, its contacts, and the accounts it cites side by side."""
    analysis, collation = reading.analysis, reading.collation
    show_residue(analysis)
    repaired = [mention for mention in analysis.mentions if mention.repair]
    if repaired:
        table = _table(analysis, "names repaired", "where", "words", "who", "by which rule")
        for mention in repaired:
            rule = mention.repair.rule if mention.repair else ""
            words = safe(mention.span.of(analysis.document.text))
            table.add_row(str(mention.span.start), Text(words), Text(mention.person or ""), Text(rule))
        output.print(table)
    show_statements(analysis)
    show_contacts(analysis)
    if len(collation.accounts) > 1:
        output.print(Text(rows_summary(collation)), style="bold")
        output.print(rows_table(collation, [analysis.document.text] * len(collation.accounts)))
        output.print(beside_table(collation))
    for claim in reading.claims:
        words = quoted(analysis.document.text, claim.wording)
        output.print(Text(f"The text says wording returns: {safe(claim.claim.of(analysis.document.text))}: {words}"))
    _show_echoes(reading)


def _show_echoes(reading: ReportReading) -> None:
    documents = {document.id: document for document in (*reading.echoed, reading.analysis.document)}
    for echo in reading.echoes:
        returns = (
            "It returns word for word:"
            if echo.similarity == 1
            else f"It seems to return ({echo.similarity:.0%} alike):"
        )
        output.print(Text(returns))
        for passage in echo.passages:
            document = documents[passage.document]
            day = document.published.isoformat() if document.published else "no date"
            output.print(Text(f"  {day}  {safe(document.id)}: {safe(passage.span.of(document.text))}"))


def show_table(table: ActorTable) -> None:
    """Print the table of actors: who held which office when."""
    shown = Table("person", "office", "state", "since", "until", box=box.SIMPLE, title="actors")
    for person in table.persons.values():
        for tenure in table.tenures_of(person.name):
            since, until = (day.isoformat() if day else "" for day in (tenure.since, tenure.until))
            shown.add_row(person.name, tenure.office, tenure.state, since, until)
    output.print(shown)


def _table(analysis: Analysis, title: str, *columns: str) -> Table:
    table = Table(box=box.SIMPLE, title=Text(f"{safe(analysis.document.id)}: {title}"), expand=True)
    for column in columns:
        # Writing without spaces is broken over lines, never cut off.
        table.add_column(column, overflow="fold")
    return table


def _publisher(publisher: Publisher | None) -> str:
    return safe(publisher.name) if publisher else ""


def _speakers(statement: Statement, text: str) -> str:
    known = ", ".join(filter(None, map(_speaker, statement.speakers)))
    return known or quoted(text, statement.source)


def _speaker(speaker: Speaker) -> str:
    return safe(speaker.person or speaker.state or "")


def _manner(statement: Statement, text: str) -> str:
    cue = quoted(text, statement.cue)
    kind = f"{statement.act or '–'}, {statement.mode}"
    return f"{cue} ({kind})" if cue else f"({kind})"


def _contact_cells(contact: Contact, text: str) -> tuple[Text, ...]:
    evidence = "; ".join(f"“{shortened(safe(e.span.of(text)), 60)}” ({e.why})" for e in contact.evidence)
    kind = f"{contact.kind} (told here)" if contact.told else str(contact.kind)
    parties = "; ".join(_party(party) for party in contact.parties)
    return tuple(Text(cell) for cell in (contact.date or "?", kind, parties, contact.place or "", evidence))


def _party(party: Party) -> str:
    return safe(" ".join(filter(None, (party.person, f"({party.state})" if party.state else None))))
