"""Are variants and damaged forms of names led to the right person, and other words left alone?

`gold/names.tsv` holds invented sentences, each with a place for a form: the ways news agencies of several languages
transliterate names, misspellings, forms cut short, back-translated or left in another script; and forms that
must stay as they are. `right` is the share of forms whose mention names the person; `wrongly repaired` counts
forms to be left alone that are given a person, as one minus their share, and `wrong` forms led to somebody else.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks.material import ROOT, check_floors
from readouts.actors import ActorTable, find_mentions, load_table
from readouts.model import Mention, Span
from readouts.text import Models

GOLD = ROOT / "benchmarks" / "gold" / "names.tsv"


class Case(NamedTuple):
    """One form in its sentence; `person` is empty where the form must be left alone."""

    form: str
    person: str
    day: date | None
    writing: str
    text: str
    places: tuple[Span, ...]


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    models, table = Models(), load_table()
    tally: Counter[str] = Counter()
    for case in cases(path):
        verdict, said = judge(case, models, table)
        tally[verdict] += 1
        if verdict not in ("right", "right left"):
            print(f"{verdict:9} {case.writing:16} {case.form:24} {case.person or '(left alone)':26} got {said}")
    variants = tally["right"] + tally["missed"] + tally["wrong"]
    left = tally["right left"] + tally["repaired"]
    figures = {
        "right": tally["right"] / variants,
        "not wrong": 1 - tally["wrong"] / variants,
        "left alone": tally["right left"] / left,
    }
    print(f"{variants} variants, {left} forms to be left alone")
    check_floors("names", figures)


def cases(path: Path) -> list[Case]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        form, person, day, writing, sentence = line.split("\t")
        pieces = sentence.split("{form}")
        places, text = [], pieces[0]
        for piece in pieces[1:]:
            places.append(Span(len(text), len(text) + len(form)))
            text += form + piece
        found.append(Case(form, person, date.fromisoformat(day) if day else None, writing, text, tuple(places)))
    return found


def judge(case: Case, models: Models, table: ActorTable) -> tuple[str, str]:
    """Return the verdict on one case, and whom the form's mentions were said to name."""
    mentions = find_mentions(models.parse(case.text, "en"), case.day, table)
    persons = [named_at(place, mentions) for place in case.places]
    said = ", ".join(str(person) for person in persons)
    if case.person:
        if all(person == case.person for person in persons):
            return "right", said
        return ("missed" if None in persons else "wrong"), said
    # A stranger whose office the text gives is named as written.
    allowed = {None, case.form} if case.writing == "stranger" else {None}
    return ("right left" if set(persons) <= allowed else "repaired"), said


def named_at(place: Span, mentions: tuple[Mention, ...]) -> str | None:
    """Return the person of the mention at a place, None where no person is named there."""
    return next((m.person for m in mentions if m.person and m.span.overlaps(place)), None)


if __name__ == "__main__":
    main()
