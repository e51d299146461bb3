"""Make `resources/actors/{states,people,tenures}.tsv` from sources and from what was written by hand.

By hand, from the public record: `actors/states.txt`, `actors/holders-*.txt`, `actors/names-*.txt`,
`actors/wikidata.txt` (only ids that are sure) and
`resources/actors/offices.tsv` itself. Names of states come from CLDR and ISO 3166 (Babel, pycountry). The material
beside the checkout fills what nobody wrote down: the CIA's cabinets of May 2019 and Wikidata's leaders of
August 2026. Each row names its source. Run `python -m training.actors`, then `python -m training.actors_check`.
"""

from __future__ import annotations

import sys

from benchmarks.material import ROOT, require_shared
from training.actors_hand import read_holders, read_ids, read_names
from training.actors_sources import fill_from_sources
from training.actors_states import state_rows
from training.actors_ukrainian import SLAVIC, ukrainian
from training.actors_values import Known, People, Spell, parted_chinese, short_forms

TARGET = ROOT / "src/readouts/resources/actors"
HAND = ROOT / "training/actors"

STATE_COLUMNS = "code alpha2 english names demonyms capitals metonyms zh signs ru uk leader source"
PEOPLE_COLUMNS = "person born wikidata short english zh ru uk other source"
TENURE_COLUMNS = "state office person since until source"


def main() -> None:
    require_shared()
    people = People(read_names(HAND))
    for name, code in read_ids(HAND):
        people.of(name).wikidata = code
    spells = fill_from_sources(list(read_holders(HAND)), people)
    spells.sort(key=lambda s: (s.state, s.office, s.since or "", s.person))
    states = state_rows(HAND / "states.txt")
    _write("states.tsv", STATE_COLUMNS, states)
    _write("tenures.tsv", TENURE_COLUMNS, [tuple(value or "" for value in spell) for spell in spells])
    _write("people.tsv", PEOPLE_COLUMNS, _people_rows(people, spells))


def _people_rows(people: People, spells: list[Spell]) -> list[tuple[str, ...]]:
    home: dict[str, Spell] = {}
    for spell in spells:
        home.setdefault(spell.person, spell)
    rows = []
    for name in sorted(home):
        known = people.of(name)
        state = home[name].state
        chinese, alone = parted_chinese(known.zh, state)
        forms = [name, *(form for form in known.english if len(form.split()) > 1)]
        short = known.short or [one for form in forms for one in short_forms(form, state)]
        short = list(dict.fromkeys([*short, *alone]))
        source = "|".join(dict.fromkeys(s.source for s in spells if s.person == name))
        rows.append(
            (
                name,
                known.born,
                known.wikidata,
                "|".join(short),
                *(
                    "|".join(forms)
                    for forms in (known.english, chinese, known.ru, _in_ukrainian(known, state), known.other)
                ),
                source,
            )
        )
    unknown = sorted(people.names() - home.keys())
    if unknown:
        print("named without an office:", ", ".join(unknown), file=sys.stderr)
    return rows


def _in_ukrainian(known: Known, state: str) -> list[str]:
    return known.uk if known.uk or state in SLAVIC else [ukrainian(form) for form in known.ru]


def _write(name: str, columns: str, rows: list[tuple[str, ...]]) -> None:
    lines = ["\t".join(columns.split()), *("\t".join(row) for row in rows)]
    (TARGET / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows", file=sys.stderr)


if __name__ == "__main__":
    main()
