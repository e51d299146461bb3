"""The rows of the table of states: ISO 3166 and CLDR for names, the rest by hand."""

from __future__ import annotations

from pathlib import Path

import pycountry
from babel import Locale

# CLDR's own code for Kosovo is no ISO code; its users' code has three letters.
_CLDR_ONLY = {"XKX": "XK"}
_LANGUAGES = ("zh", "ru", "uk")


def state_rows(path: Path) -> list[tuple[str, ...]]:
    """Return the rows of ``states.tsv`` in the order of the codes."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split(" /")] + [""] * 9
            rows.append(_row(*cells[:9]))
    return sorted(rows)


def _row(
    code: str, leader: str, demonyms: str, metonyms: str, english: str, zh: str, signs: str, ru: str, uk: str
) -> tuple[str, ...]:
    capitals, _, seats = metonyms.partition(";")
    country = pycountry.countries.get(alpha_3=code)
    alpha2 = country.alpha_2 if country else _CLDR_ONLY.get(code, "")
    names = _list(english)
    local = {"zh": _list(zh), "ru": _list(ru), "uk": _list(uk)}
    sources = ["public record"]
    if alpha2:
        sources.insert(0, "CLDR" if country is None else "ISO 3166|CLDR")
        named = Locale("en").territories[alpha2]
        names.insert(0, named)
        for language in _LANGUAGES:
            local[language].insert(0, Locale(language).territories[alpha2])
        local["zh"].append(Locale("zh", script="Hant").territories[alpha2])
    if country is not None:
        names += [
            name
            for field in ("common_name", "official_name", "name")
            if (name := getattr(country, field, None)) and "," not in name and "(" not in name
        ]
    first = names[0].replace(" & ", " and ")
    others = [name for name in dict.fromkeys([*names, *(n.replace(" & ", " and ") for n in names)]) if name != first]
    return (
        code,
        alpha2,
        first,
        "|".join(others),
        *("|".join(_list(cell)) for cell in (demonyms, capitals, seats)),
        "|".join(dict.fromkeys(local["zh"])),
        "|".join(_list(signs)),
        *("|".join(dict.fromkeys(local[language])) for language in ("ru", "uk")),
        leader,
        "|".join(sources),
    )


def _list(cell: str) -> list[str]:
    return [value.strip() for value in cell.split(",") if value.strip()]
