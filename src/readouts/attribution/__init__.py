"""Who said what, by whose account."""

from readouts.attribution.acts import Act, ActTable, load_acts
from readouts.attribution.coverage import coverage
from readouts.attribution.extraction import Extraction
from readouts.attribution.statements import find_statements
from readouts.attribution.transcript import find_asides

__all__ = ["Act", "ActTable", "Extraction", "coverage", "find_asides", "find_statements", "load_acts"]
