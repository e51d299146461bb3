"""What stands beside the rows: each account's length, whom it makes speak, which topics it leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readouts.model import Cell, Collation, Difference, Gap, Reading, Row, Silence, Turn
from readouts.report.names import States, speaker_name
from readouts.report.summary import percent


@dataclass(frozen=True, slots=True)
class TurnView:
    """Who is made to speak, and in how many statements."""

    who: str
    statements: int


@dataclass(frozen=True, slots=True)
class MissingTopic:
    """A topic an account says nothing of, by its number on the page; how much of its text another gives to it."""

    number: int
    topic: str
    share: str
    column: int


@dataclass(frozen=True, slots=True)
class Beside:
    """One account as a whole."""

    column: int
    characters: str
    points: int
    turns: tuple[TurnView, ...]
    missing: tuple[MissingTopic, ...]


def beside(
    collation: Collation, numbers: Mapping[str | None, int], names: Sequence[str], states: States
) -> tuple[Beside, ...]:
    """Return what to show of each account; nothing where the collation has no outlines."""
    return tuple(
        Beside(
            column,
            f"{told.characters:,}",
            told.points,
            tuple(TurnView(_who(turn, states), turn.statements) for turn in told.turns),
            _missing(collation, column, numbers, names),
        )
        for column, told in enumerate(collation.outlines)
    )


def lacks_topic(row: Row, column: int) -> bool:
    """Say whether an account says nothing of the whole topic of a row."""
    cell = row.cells[column]
    return isinstance(cell, Silence) and cell.gap is Gap.TOPIC


def is_whole_cell(difference: Difference, column: int, cell: Cell) -> bool:
    """Say whether a difference rests on all that an account says of the point, which its cell shows already."""
    return isinstance(cell, Reading) and difference.spans[column] == cell.spans


def said_beside(difference: Difference, column: int, cell: Cell, text: str) -> str | None:
    """Return what an account says where it differs, None where it does not; `text` is that of the account.

    Words that are the whole cell are not said again.
    """
    value = difference.values[column]
    if value is None or not is_whole_cell(difference, column, cell):
        return value
    words = " ".join(word for span in difference.spans[column] for word in span.of(text).split())
    return "all of this" if value.replace(" … ", " ").casefold() == words.casefold() else value


def missing_topics(collation: Collation, column: int) -> dict[str | None, tuple[float, int]]:
    """Return the topics an account leaves out, as its rows come: the largest share another gives it, and which one."""
    lacking = dict.fromkeys(row.topic for row in collation.rows if lacks_topic(row, column))
    found = {}
    for topic in lacking:
        shares = [sum(s.share for s in told.topics if s.topic == topic) for told in collation.outlines]
        share, teller = max((share, -at) for at, share in enumerate(shares))
        found[topic] = share, -teller
    return found


def _who(turn: Turn, states: States) -> str:
    return " and ".join(speaker_name(speaker, states) for speaker in turn.speakers)


def _missing(
    collation: Collation, column: int, numbers: Mapping[str | None, int], names: Sequence[str]
) -> tuple[MissingTopic, ...]:
    """Return the topics an account leaves out, those that another gives most of its text to first."""
    heaviest = sorted(missing_topics(collation, column).items(), key=lambda found: -found[1][0])
    return tuple(
        MissingTopic(numbers[topic], names[numbers[topic] - 1], percent(share), teller)
        for topic, (share, teller) in heaviest
    )
