"""`python -m readouts` is the command."""

from readouts.cli import main

main()
