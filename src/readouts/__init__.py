"""Sets governments' accounts of one call or meeting side by side, every cell traceable to its source words.

The library says the same as the command, in the same words: `gather` reads documents, `compare` and `read`
do the two jobs, `analyse` stops after the stages on single documents.
"""

from readouts.errors import ReadoutsError
from readouts.model import Analysis, Comparison, Document, Publisher, ReportReading
from readouts.workflows import Said, analyse_all, compare, gather, load_tools, read

__all__ = [
    "Analysis",
    "Comparison",
    "Document",
    "Publisher",
    "ReadoutsError",
    "ReportReading",
    "Said",
    "analyse_all",
    "compare",
    "gather",
    "load_tools",
    "read",
]
