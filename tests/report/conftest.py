"""The values of the invented world, as fixtures."""

from __future__ import annotations

import pytest

from readouts.model import Comparison, ReportReading
from tests.report import world


@pytest.fixture
def comparison() -> Comparison:
    """A call told by both governments."""
    return world.comparison()


@pytest.fixture
def reading() -> ReportReading:
    """A news report that cites both governments."""
    return world.report()
