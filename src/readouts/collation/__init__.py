"""Accounts side by side: points aligned, silences shown, differences named."""

from readouts.collation.collate import collate
from readouts.collation.outlines import weigh
from readouts.collation.terms import find_terms
from readouts.collation.witness import Witness
from readouts.collation.wording import WordingTable, load_wording

__all__ = ["Witness", "WordingTable", "collate", "find_terms", "load_wording", "weigh"]
