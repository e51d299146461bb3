"""Plots, where the extra that draws them is installed."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from fastapi.responses import Response


def can_plot() -> bool:
    """Say whether plots can be drawn here."""
    return find_spec("altair") is not None and find_spec("vl_convert") is not None


def plot(draw: Callable[[], str]) -> Response:
    """Answer with a plot as SVG; raise WrongCall where the extra is missing."""
    return Response(draw().encode(), media_type="image/svg+xml")
