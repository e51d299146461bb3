"""Wording that returns."""

from readouts.echoes.claims import find_claims

__all__ = ["find_claims"]
