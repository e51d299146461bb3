"""readouts clean: what of a copied page is not the article."""

from __future__ import annotations

import typer

from readouts.cli.collection import Where, chosen
from readouts.cli.each import print_each
from readouts.cli.options import AsJson, Day, Files, Language, said
from readouts.cli.show import show_residue
from readouts.workflows import contract
from readouts.workflows.batch import Depth


def clean(
    context: typer.Context,
    files: Files,
    as_json: AsJson = False,
    where: Where = None,
    day: Day = None,
    language: Language = None,
) -> None:
    """Mark what of a copied page is not the article: navigation, captions, comment forms. Nothing is deleted."""
    to_json = contract.clean if as_json else None
    print_each(files, said(day, language, None, chosen(context, where)), None, Depth.RESIDUE, to_json, show_residue)
