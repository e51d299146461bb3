"""The page of one report as values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from readouts.model import Analysis, Collation, Document, Echo, Passage, ReportReading, Span
from readouts.report import reading_html
from readouts.report.reading import reading_view
from tests.report.world import NORVIA, STATES


def test_the_text_is_whole(reading: ReportReading) -> None:
    view = reading_view(reading, STATES)
    shown = "".join(piece.text for line in view.text.lines for piece in line.pieces)
    assert shown == reading.analysis.document.text


def test_each_statement_has_a_note_beside_its_line(reading: ReportReading) -> None:
    view = reading_view(reading, STATES)
    for line, notes in view.notes.items():
        for note in notes:
            assert view.text.lines[line].span.start <= note.excerpt.start < view.text.lines[line].span.end
    numbers = [note.number for line in sorted(view.notes) for note in view.notes[line]]
    assert sorted(numbers) == [1, 2, 3]


def test_a_note_says_whose_account_and_who_speaks(reading: ReportReading) -> None:
    notes = {note.number: note for found in reading_view(reading, STATES).notes.values() for note in found}
    assert (notes[1].column, notes[1].voice.speaker, notes[1].voice.act) == (0, "Ilsa Varo", "urge")
    assert (notes[2].column, notes[2].voice.speaker, notes[2].voice.direct) == (1, "Joren Lind", True)
    assert (notes[3].column, notes[3].voice.speaker) == (None, "")


def test_residue_repairs_and_headings_are_marked_in_place(reading: ReportReading) -> None:
    pieces = [piece for line in reading_view(reading, STATES).text.lines for piece in line.pieces]
    assert [piece.text for piece in pieces if piece.residue] == ["Leave a reply"]
    [repaired] = [piece for piece in pieces if piece.restored]
    assert repaired.text == "Lnd"
    assert repaired.restored is not None
    assert repaired.restored.label == "Joren Lind"
    assert "one letter lost" in repaired.restored.note
    assert "heading" in pieces[0].classes


def test_contacts_stand_in_the_order_of_their_dates(reading: ReportReading) -> None:
    contacts = reading_view(reading, STATES).contacts
    assert [(contact.day, contact.kind, contact.told) for contact in contacts] == [
        ("about March 2031", "meeting", False),
        ("6 May 2031", "call", True),
    ]
    assert contacts[0].doubts == ("The storms may be those of April.",)
    assert [quote.text for quote in contacts[0].evidence[0].words] == ["the storms of March"]


def test_cited_accounts_stand_side_by_side_in_the_one_text(reading: ReportReading) -> None:
    view = reading_view(reading, STATES)
    assert view.board.one_text
    assert [column.text for column in view.columns] == [0, 0]
    assert view.board.summary == "2 points: 0 in both, 0 differ, 1 only in NO, 1 only in ES."


def test_the_summary_counts_what_was_found(reading: ReportReading) -> None:
    assert reading_view(reading, STATES).summary == (
        "It cites 2 accounts (Office of the President of Norvia and 埃斯特马克外交部), makes 3 statements"
        " and tells of 2 contacts; 1 damaged name restored, 1 passage marked as not the article."
    )


def test_an_empty_report_is_shown_all_the_same(reading: ReportReading) -> None:
    nothing = replace(reading, analysis=Analysis(Document("x", "")), collation=Collation((), ()), claims=(), terms=())
    view = reading_view(nothing, STATES)
    assert (view.text.lines, view.contacts, view.columns) == ((), (), ())


def test_wording_said_to_return_stands_beside_where_it_was_found(reading: ReportReading) -> None:
    here, [wording] = reading.analysis.document, reading.claims[0].wording
    earlier = Document("old", "For <b>calm seas</b> she asked.", published=date(2031, 3, 4), publisher=NORVIA)
    echo = Echo((Passage("old", Span(4, 20)), Passage(here.id, wording)), 2, 0.875)
    [claim] = reading_view(replace(reading, echoes=(echo,), echoed=(earlier,)), STATES).claims
    [(words, [found])] = claim.wording
    assert words.text == "calm seas"
    assert (found.words, found.day, found.alike) == ("<b>calm seas</b>", "4 March 2031", "88% alike")
    page = reading_html(replace(reading, echoes=(echo,), echoed=(earlier,)), STATES)
    assert "&lt;b&gt;calm seas&lt;/b&gt;" in page
    assert "<b>calm seas" not in page


def test_wording_not_found_elsewhere_stands_alone(reading: ReportReading) -> None:
    [claim] = reading_view(reading, STATES).claims
    assert [returns for _, returns in claim.wording] == [()]
