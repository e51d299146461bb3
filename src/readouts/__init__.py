"""Sets governments' accounts of one call or meeting side by side, every cell traceable to its source words.

>>> tools = load_tools()
>>> accounts = list(gather(["Norvia=norvia.txt", "Estmark=estmark.txt"], Said()))
>>> comparison = compare(accounts, tools)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.errors import ReadoutsError
    from readouts.model import Comparison, Document, Publisher, ReportReading, Span
    from readouts.workflows import Said, Tools, analyse_all, compare, gather, load_tools, read

__all__ = [
    "Comparison",
    "Document",
    "Publisher",
    "ReadoutsError",
    "ReportReading",
    "Said",
    "Span",
    "Tools",
    "analyse_all",
    "compare",
    "gather",
    "load_tools",
    "read",
]


def __getattr__(name: str) -> object:
    # Loaded when first asked for: the processes that read one risky file each need none of it.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return next(
        getattr(module, name)
        for module in map(import_module, ("readouts.errors", "readouts.model", "readouts.workflows"))
        if hasattr(module, name)
    )
