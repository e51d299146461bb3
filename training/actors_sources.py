"""What the material beside the checkout adds to what was written by hand, each row under its source's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pycountry

from benchmarks.material import SHARED, json_lines
from training.actors_values import People, Spell, plain

CURRENT, CABINETS, WIKIDATA = "Wikidata 2026-08", "CIA 2019-05", "Wikidata"

# Titles of the snapshot of 2026 by the table's word for the office; others are left to the hand-written part.
_TITLES = {
    "president": "president",
    "prime minister": "prime minister",
    "king": "king",
    "emperor": "emperor",
    "sultan": "sultan",
    "emir": "emir",
}
_CABINET = {
    re.compile(r"Min(ister|\.) (of|for) (Foreign|External) (Affairs|Relations).*"): "foreign minister",
    re.compile(r"Minister (of|for) (National )?Defense.*"): "defence minister",
}
_CIA_NAMES = {
    "Burma": "MMR", "Congo, Democratic Republic of the": "COD", "Congo, Republic of the": "COG", "Cote d'Ivoire": "CIV",
    "Korea, North": "PRK", "Korea, South": "KOR", "Micronesia, Federated States of": "FSM", "Bahamas, The": "BHS",
    "Gambia, The": "GMB", "Holy See (Vatican City)": "VAT", "Cabo Verde": "CPV", "Russia": "RUS", "Laos": "LAO",
    "Turkey": "TUR", "Brunei": "BRN", "Syria": "SYR", "Sao Tome and Principe": "STP", "Kosovo": "XKX", "Iran": "IRN",
}  # fmt: skip


def fill_from_sources(spells: list[Spell], people: People) -> list[Spell]:
    """Return `spells` with those the sources add; ids and days of birth go into `people`."""
    for spell in _of_2026(people, spells):
        if not _is_known(spell, spells):
            spells.append(spell)
    for spell in _of_2019(people, spells):
        if not _is_covered(spell, spells):
            spells.append(spell)
    return spells


def _of_2026(people: People, spells: Iterable[Spell]) -> Iterator[Spell]:
    named = _named(people, spells)
    for entry in json_lines(SHARED / "leaders/current_2026-08.jsonl.gz"):
        country = pycountry.countries.get(alpha_2=entry["country"]["iso_code"])
        for position in entry["positions"].values():
            holder = position["current_holder"] if position else None
            if country is None or not holder or not holder["name_en"]:
                continue
            name = named.get(plain(holder["name_en"]), holder["name_en"])
            known = people.of(name)
            known.wikidata = holder["wikidata_id"] or known.wikidata
            known.born = known.born or holder["born"] or ""
            local = holder["name_local"]
            if local and local != name and local not in known.zh + known.ru + known.uk:
                known.other.append(local)
            office = _TITLES.get(position["title_en"].lower())
            if office and holder["since"]:
                yield Spell(country.alpha_3, office, name, holder["since"], "", CURRENT)


def _of_2019(people: People, spells: Iterable[Spell]) -> Iterator[Spell]:
    named = _named(people, spells)
    for entry in json_lines(SHARED / "leaders/cia_2019.jsonl.gz"):
        office = next((name for pattern, name in _CABINET.items() if pattern.fullmatch(entry["office"])), None)
        state = state_code(entry["country"])
        if office and state:
            name = cabinet_name(entry["person"])
            yield Spell(state, office, named.get(plain(name), name), "2019-05", "2019-05", CABINETS)


def _named(people: People, spells: Iterable[Spell]) -> dict[str, str]:
    """Return the table's one name by every English form that is known of it."""
    names = [spell.person for spell in spells]
    return {plain(form): name for name in names for form in (*people.of(name).english, name)}


def state_code(country: str) -> str | None:
    if country in _CIA_NAMES:
        return _CIA_NAMES[country]
    try:
        return str(pycountry.countries.lookup(country).alpha_3)
    except LookupError:
        return None


def cabinet_name(written: str) -> str:
    """Return a name that is written with its family name in capitals, as it is usually written."""
    return " ".join(
        "-".join(part.capitalize() if part.isupper() and len(part) > 1 else part for part in word.split("-"))
        for word in written.partition(" (")[0].split()
    )


def _is_known(spell: Spell, spells: Iterable[Spell]) -> bool:
    return any((s.state, s.office) == (spell.state, spell.office) and not s.until for s in spells) or any(
        s.state == spell.state and s.person == spell.person and not s.until for s in spells
    )


def _is_covered(spell: Spell, spells: Iterable[Spell]) -> bool:
    return any(
        (s.state, s.office) == (spell.state, spell.office)
        and s.since <= spell.since
        and (not s.until or s.until >= spell.since)
        for s in spells
    )
