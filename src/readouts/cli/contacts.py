"""readouts contacts: the calls, meetings, visits and letters a text tells of."""

from __future__ import annotations

from readouts.cli.each import print_each
from readouts.cli.options import DEFAULT_MAX_SIZE, ActorsFile, AsJson, Day, Files, Language, MaxSize, said
from readouts.cli.show import show_contacts
from readouts.workflows import contract
from readouts.workflows.batch import Depth


def contacts(
    files: Files,
    as_json: AsJson = False,
    day: Day = None,
    language: Language = None,
    actors_file: ActorsFile = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    """List the calls, meetings, visits and letters each text tells of, dated as far as it allows."""
    to_json = contract.contacts if as_json else None
    print_each(files, said(day, language, max_size), actors_file, Depth.CONTACTS, to_json, show_contacts)
