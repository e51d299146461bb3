"""The comparison page as values."""

from __future__ import annotations

from dataclasses import replace

from readouts.model import (
    Account,
    Analysis,
    Collation,
    Comparison,
    Difference,
    DifferenceKind,
    Document,
    Reading,
    Relation,
    Row,
    Silence,
    Span,
)
from readouts.report.beside import said_beside
from readouts.report.comparison import comparison_view
from tests.report import world
from tests.report.world import STATES


def text_of(view_pieces: tuple) -> str:
    return "".join(piece.text for piece in view_pieces)


def test_the_full_texts_are_whole(comparison: Comparison) -> None:
    view = comparison_view(comparison, STATES)
    for text, analysis in zip(view.texts, comparison.analyses, strict=True):
        assert "".join(text_of(line.pieces) for line in text.lines) == analysis.document.text


def test_each_cell_shows_the_exact_words(comparison: Comparison) -> None:
    view = comparison_view(comparison, STATES)
    rows = [row for topic in view.board.topics for row in topic.rows]
    for row, given in zip(rows, view.board.collation.rows, strict=True):
        for shown, cell, analysis in zip(row.cells, given.cells, comparison.analyses, strict=True):
            words = [text_of(passage.pieces) for passage in shown.passages]
            spans = cell.spans if isinstance(cell, Reading) else ()
            assert words == [span.of(analysis.document.text) for span in spans]


def test_one_sentence_says_what_the_reader_will_see(comparison: Comparison) -> None:
    assert (
        comparison_view(comparison, STATES).board.summary
        == "6 points: 2 in both, 1 differs, 2 only in NO, 1 only in ES."
    )


def test_silences_are_counted(comparison: Comparison) -> None:
    assert [(column.said, column.silent) for column in comparison_view(comparison, STATES).board.columns] == [
        (5, 1),
        (4, 2),
    ]


def test_every_row_is_shown_once_under_its_topic(comparison: Comparison) -> None:
    view = comparison_view(comparison, STATES)
    assert [topic.topic for topic in view.board.topics] == [
        "opening",
        "transport",
        "fisheries",
        "next contacts",
        "other points",
    ]
    numbers = [row.number for topic in view.board.topics for row in topic.rows]
    assert numbers == list(range(1, len(comparison.collation.rows) + 1))


def test_passages_and_cells_lead_to_each_other(comparison: Comparison) -> None:
    view = comparison_view(comparison, STATES)
    for topic in view.board.topics:
        for row in topic.rows:
            for cell in row.cells:
                pieces = [piece for line in view.texts[cell.column].lines for piece in line.pieces]
                starts = {piece.start for piece in pieces}
                assert {passage.start for passage in cell.passages} <= starts
                assert cell.silent or f"{row.number}-{cell.column}" in {token for p in pieces for token in p.cells}


def test_a_difference_is_marked_where_its_words_stand(comparison: Comparison) -> None:
    view = comparison_view(comparison, STATES)
    [row] = [row for topic in view.board.topics for row in topic.rows if row.relation == "differs"]
    marked = [[(p.text, p.kinds) for s in cell.passages for p in s.pieces if p.kinds] for cell in row.cells]
    assert marked == [[("urged", ("force",)), ("30 days", ("number",))], [("建议", ("force",)), ("60天", ("number",))]]


def test_who_says_it_by_whose_account(comparison: Comparison) -> None:
    view = comparison_view(comparison, STATES)
    [row] = [row for topic in view.board.topics for row in topic.rows if row.relation == "differs"]
    [voice] = row.cells[0].voices
    assert (voice.speaker, voice.act, voice.account) == ("Ilsa Varo", "urge", "NO")


def test_only_web_addresses_become_links(comparison: Comparison) -> None:
    links = [column.link for column in comparison_view(comparison, STATES).board.columns]
    assert links == ["https://president.example/no-1", None]


def test_the_order_of_topics_follows_each_text(comparison: Comparison) -> None:
    order = comparison_view(comparison, STATES).board.order
    assert order is not None
    assert [[block.label for block in lane.blocks] for lane in order.lanes] == [
        ["opening", "transport", "other points", "next contacts"],
        ["opening", "transport", "fisheries", "next contacts"],
    ]
    assert len(order.links) == 3
    assert [block.share for block in order.lanes[0].blocks] == ["10%", "30%", "40%", "20%"]


def test_each_account_as_a_whole_stands_beside_the_rows(comparison: Comparison) -> None:
    norvian, estmark = comparison_view(comparison, STATES).board.beside
    assert [(turn.who, turn.statements) for turn in norvian.turns] == [
        ("Ilsa Varo", 1),
        ("Ilsa Varo and Joren Lind", 2),
    ]
    assert [(topic.topic, topic.share, topic.column) for topic in norvian.missing] == [("fisheries", "30%", 1)]
    assert estmark.missing == ()


def test_a_silence_says_of_how_much(comparison: Comparison) -> None:
    topics = {topic.topic: topic for topic in comparison_view(comparison, STATES).board.topics}
    [fisheries] = topics["fisheries"].rows
    assert (fisheries.cells[0].gap, fisheries.share, topics["fisheries"].missing) == ("topic", "24%", (0,))
    assert {row.cells[1].gap for row in topics["other points"].rows} == {"point"}


def test_within_a_topic_the_heaviest_silence_comes_first(comparison: Comparison) -> None:
    rows = comparison.collation.rows
    light, heavy = (
        replace(row, cells=(row.cells[0], Silence(share=share)))
        for row, share in zip(rows[3::2], (0.1, 0.2), strict=True)
    )
    view = comparison_view(replace(comparison, collation=replace(comparison.collation, rows=(light, heavy))), STATES)
    assert [row.share for row in view.board.topics[0].rows] == ["20%", "10%"]


def test_overlapping_differences_keep_both_kinds(comparison: Comparison) -> None:
    row = comparison.collation.rows[1]
    force, number = row.differences
    number = replace(number, spans=((world.span(world.NORVIAN_TEXT, "urged Estmark"),), number.spans[1]))
    rows = (replace(row, differences=(force, number)),)
    view = comparison_view(replace(comparison, collation=replace(comparison.collation, rows=rows)), STATES)
    [shown] = view.board.topics[0].rows
    kinds = [(piece.text, piece.kinds, piece.ended) for piece in shown.cells[0].passages[0].pieces if piece.kinds]
    assert kinds == [("urged", ("force", "number"), ("force",)), (" Estmark", ("number",), ("number",))]


def test_accounts_without_words_or_rows_are_shown_all_the_same() -> None:
    empty = Analysis(Document("a", "")), Analysis(Document("b", ""))
    view = comparison_view(Comparison(empty, Collation((Account("a", None, "A"), Account("b", None, "B")), ())), STATES)
    assert view.board.summary == "0 points: 0 in both, 0 differ, 0 only in A, 0 only in B."
    assert view.board.topics == ()


def test_three_accounts_share_a_point_among_several() -> None:
    analyses = tuple(Analysis(Document(name, "One point.")) for name in "abc")
    cell = Reading((Span(0, 10),))
    rows = (Row(Relation.SAME, None, (cell, cell, Silence())), Row(Relation.ONLY, None, (Silence(), Silence(), cell)))
    accounts = tuple(Account(name, None, name.upper()) for name in "abc")
    view = comparison_view(Comparison(analyses, Collation(accounts, rows)), STATES)
    assert view.board.summary == "2 points: 1 in several, 0 differ, 0 only in A, 0 only in B, 1 only in C."
    assert [column.silent for column in view.board.columns] == [1, 1, 1]


def test_words_that_are_the_whole_cell_are_not_said_again() -> None:
    text = "The strait is closed."
    cell = Reading((Span(0, 10), Span(11, 21)))
    whole = Difference(DifferenceKind.POLARITY, ("the strait … is closed.",), (cell.spans,))
    part = Difference(DifferenceKind.TERM, ("closed",), ((Span(14, 20),),))
    named = Difference(DifferenceKind.FORCE, ("goes further",), (cell.spans,))
    assert [said_beside(one, 0, cell, text) for one in (whole, part, named)] == [
        "all of this",
        "closed",
        "goes further",
    ]
    assert said_beside(whole, 0, Silence(), text) == "the strait … is closed."
