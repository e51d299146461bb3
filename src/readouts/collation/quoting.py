"""Where a report quotes one of the accounts it is set beside."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from readouts.collation.passages import Passage
from readouts.collation.witness import Witness
from readouts.model import Account, Mode


def quoting(report: Witness, passages: Sequence[Passage], account: Account) -> NDArray[np.bool_]:
    """Say which passages quote words by the account of the publisher of `account`, as the report says itself."""
    state = account.publisher.state if account.publisher else None
    quoted = [
        span
        for statement in report.statements
        if state and statement.account and statement.account.state == state and statement.mode is not Mode.INDIRECT
        for span in statement.content
    ]
    own = report.account.publisher.state if report.account.publisher else None
    return np.array([state != own and any(p.point.span.overlaps(span) for span in quoted) for p in passages], np.bool_)
