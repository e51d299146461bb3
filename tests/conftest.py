"""What the tests share: the real material where it is present, and models loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from readouts.text import Models

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real material beside the checkout; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"real material not found in {folder}")
    return folder


@pytest.fixture(scope="session")
def models() -> Models:
    """The language models, loaded once for the whole run."""
    return Models()
