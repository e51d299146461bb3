"""Accounts side by side: points aligned, silences shown, differences named."""

from readouts.collation.collate import collate
from readouts.collation.witness import Witness

__all__ = ["Witness", "collate"]
