"""One side of a row while its differences are sought."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.collation.witness import Witness
from readouts.model import Span


@dataclass(frozen=True, slots=True)
class Side:
    """What one account says of a point: the passages, in the order of its text; none is silence."""

    witness: Witness
    spans: tuple[Span, ...]

    @property
    def silent(self) -> bool:
        """Say whether the account says nothing of the point."""
        return not self.spans
