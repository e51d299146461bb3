"""What a collation comes to, in one sentence and in shares."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from readouts.model import Collation, Reading, Relation


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the whole: how many points, in words, and by which filter they are shown alone."""

    key: str
    label: str
    count: int
    column: int | None = None


def shares(collation: Collation) -> tuple[Share, ...]:
    """Return how many points all accounts share, where they differ, and what each alone says."""
    counts = Counter(row.relation for row in collation.rows)
    alone: Counter[int] = Counter()
    for row in collation.rows:
        if row.relation is Relation.ONLY:
            alone.update(at for at, cell in enumerate(row.cells) if isinstance(cell, Reading))
    several = "both" if len(collation.accounts) == 2 else "several"
    differ = counts[Relation.DIFFERS]
    return (
        Share("same", f"in {several}", counts[Relation.SAME]),
        Share("differs", "differs" if differ == 1 else "differ", differ),
        *(
            Share(f"only-{at}", f"only in {account.siglum}", alone[at], at)
            for at, account in enumerate(collation.accounts)
        ),
    )


def summary(collation: Collation) -> str:
    """Say in one sentence what the reader will see."""
    count = len(collation.rows)
    points = "1 point" if count == 1 else f"{count} points"
    return f"{points}: {', '.join(f'{share.count} {share.label}' for share in shares(collation))}."


def percent(share: float) -> str:
    """Return a share as whole percents; less than one is said to be so."""
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"
