"""Sets governments' accounts of one call or meeting side by side, every cell traceable to its source words.

>>> tools = load_tools()
>>> accounts = list(gather(["Norvia=norvia.txt", "Estmark=estmark.txt"], Said()))
>>> comparison = compare(accounts, tools)
"""

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
