"""What one account is like as a whole: its length, its topics in order, whom it makes speak how often."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.model.statement import Speaker


@dataclass(frozen=True, slots=True)
class TopicShare:
    """How much of an account is on one topic: points, and the share of its characters (0 to 1)."""

    topic: str | None
    points: int
    share: float


@dataclass(frozen=True, slots=True)
class Turn:
    """Whom an account makes speak: several when together, and how many statements it gives them."""

    speakers: tuple[Speaker, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class Outline:
    """One account as a whole, without what is not collated.

    `topics` stand in the order in which the account takes them up, `turns` with whom it gives most statements first.
    `touched` are all topics of which it has any sign, also those that name no row.
    """

    characters: int
    points: int
    topics: tuple[TopicShare, ...] = ()
    touched: frozenset[str] = frozenset()
    turns: tuple[Turn, ...] = ()
