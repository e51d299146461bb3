"""Accounts side by side: rows of readings and silences, and the differences between readings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from readouts.model.document import Publisher
from readouts.model.outline import Outline
from readouts.model.problem import Problem
from readouts.model.span import Span


class Relation(StrEnum):
    """How the accounts stand to one point."""

    SAME = "same"
    DIFFERS = "differs"
    ONLY = "only"


class DifferenceKind(StrEnum):
    """In what two readings of one point differ."""

    TERM = "term"
    FORCE = "force"
    NUMBER = "number"
    DATE = "date"
    ACTOR = "actor"
    POLARITY = "polarity"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Account:
    """One publisher's account of one contact: the collator's witness."""

    id: str
    publisher: Publisher | None
    siglum: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one account says of a point: one or more passages of it, in the order of the text."""

    spans: tuple[Span, ...]


class Gap(StrEnum):
    """How much is missing where an account is silent: the whole topic, one point of it, or a form of words."""

    TOPIC = "topic"
    POINT = "point"
    FORMALITY = "formality"


@dataclass(frozen=True, slots=True)
class Silence:
    """One account says nothing of a point. A value, so that nobody mistakes it for missing data.

    `gap` and `share` weigh it: how much is missing, and which share of its text (0 to 1) the account that says most of
    the point gives to it.
    """

    gap: Gap = Gap.POINT
    share: float = 0.0


Cell = Reading | Silence


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between readings of a row.

    `values` and `spans` have one entry an account, in the order given: what that account says, in its own
    or the table's words, and the characters it rests on. An account that lacks it, or is silent, has None
    and no spans. At least one account has spans: no difference is claimed without words it rests on.
    """

    kind: DifferenceKind
    values: tuple[str | None, ...]
    spans: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One point. `cells` has one entry an account, in the order given.

    `why` says in words what joined the readings ("both: Varo → the ferry line"); `quotation` says
    which account quotes which other, by their places; `decided` is true where a person joined or parted the row.
    """

    relation: Relation
    topic: str | None
    cells: tuple[Cell, ...]
    differences: tuple[Difference, ...] = ()
    confidence: float = 1.0
    why: str = ""
    quotation: tuple[tuple[int, int], ...] = ()
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Collation:
    """Accounts and the rows that stand between them; `outlines` has one an account, in the order given."""

    accounts: tuple[Account, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    outlines: tuple[Outline, ...] = ()
