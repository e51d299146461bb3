"""The command: a thin shell over the workflows."""

from readouts.cli.app import main

__all__ = ["main"]
