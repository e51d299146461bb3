"""List where the table of actors and the material beside the checkout disagree on who held office.

    python -m training.actors_compare [reign|cia|current|visits]

A line a disagreement: the source, the state, the day asked about, whom the source names, and whom the table has. Names
are compared by their words, so a line may be only another way of writing; each is looked at by hand. The middle of a
spell is asked about, never its first or last month, which sources count differently.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

import pycountry

from benchmarks.material import SHARED, json_lines, require_shared
from benchmarks.visits import load_record
from readouts.actors import ActorTable, load_table
from readouts.actors.fold import fold
from readouts.actors.spelling import alike
from readouts.model import Tenure
from training.actors_sources import cabinet_name, state_code

_FROM, _NOW = date(2000, 1, 1), date(2026, 8, 22)
_ALIKE = 0.85
# REIGN's codes (Correlates of War) where they are not ISO 3166's.
_COW = dict(
    pair.split("=")
    for pair in (
        "AAB=ATG ALG=DZA ANG=AGO AUL=AUS AUS=AUT BAR=BRB BFO=BFA BHM=BHS BHU=BTN BNG=BGD BOS=BIH BOT=BWA "
        "BUI=BDI BUL=BGR CAP=CPV CDI=CIV CEN=CAF COS=CRI CRO=HRV CZR=CZE DEN=DNK DRC=COD DRV=VNM ETM=TLS "
        "FIJ=FJI FRN=FRA GAM=GMB GMY=DEU GFR=DEU GRG=GEO GRN=GRD GUA=GTM GUI=GIN HAI=HTI HON=HND ICE=ISL "
        "INS=IDN IRE=IRL KOS=XKX KUW=KWT KYR=KGZ KZK=KAZ LAT=LVA LEB=LBN LES=LSO LIB=LBY LIT=LTU MAA=MRT "
        "MAD=MDV MAG=MDG MAL=MYS MAS=MUS MAW=MWI MLD=MDA MNC=MCO MNG=MNE MON=MNG MSI=MHL MYA=MMR MZM=MOZ "
        "NAU=NRU NEP=NPL NEW=NZL NIG=NGA NIR=NER NTH=NLD OMA=OMN PAL=PLW PAR=PRY PHI=PHL POR=PRT ROK=KOR "
        "ROM=ROU SAF=ZAF SAL=SLV SLV=SVN SEY=SYC SIE=SLE SIN=SGP SKN=KNA SLO=SVK SLU=LCA SNM=SMR SOL=SLB "
        "SPN=ESP SRI=LKA SUD=SDN SVG=VCT SWD=SWE TAZ=TZA THI=THA TOG=TGO TRI=TTO UAE=ARE UKG=GBR URU=URY "
        "VAN=VUT YUG=SRB ZAM=ZMB ZIM=ZWE MAC=MKD CAM=KHM CAO=CMR CHA=TCD CON=COG EQG=GNQ BAH=BHR BRU=BRN "
        "MOR=MAR SWA=SWZ SWZ=CHE TAJ=TJK TAW=TWN ZAN=TZA "
    ).split()
)
_TITLE = re.compile(
    r"^(?:(?:Vice |Deputy |Acting |Interim |Former |Transitional |Co-)?"
    r"(?:President|Prime Minister|Premier|Chancellor|King|Queen|Emir|Amir|Sultan|Crown Prince|Pope|Chairman|Taoiseach|"
    r"Foreign Minister|Secretary General|Prince|Grand Duke|General Secretary|State Councilor|Emperor)\b[ ,-]*)+"
)
_OFFICES = {
    "President": ("president",),
    "Prime Minister": ("prime minister",),
    "King": ("monarch",),
    "Minister of Foreign Affairs": ("foreign minister",),
    "Minister of Foreign Affairs & Intl. Cooperation": ("foreign minister",),
    "Minister of Foreign Relations": ("foreign minister",),
    "Minister of Defense": ("defence minister",),
}


class Claim(NamedTuple):
    """A source says that a person of a state held office on a day; `kinds` are the kinds of office, () any."""

    state: str
    day: date
    name: str
    kinds: tuple[str, ...] = ()


def main() -> None:
    """Print the disagreements with the sources asked for, with the number of claims."""
    require_shared()
    table = load_table()
    asked = sys.argv[1:] or list(SOURCES)
    for source in asked:
        claims = list(SOURCES[source](table))
        wrong = list(disagreements(table, claims))
        for claim, held in wrong:
            print(
                f"{source}\t{claim.state}\t{claim.day}\t{claim.name}\t{', '.join(claim.kinds) or 'any office'}\t{held}"
            )
        print(f"{source}: {len(claims)} claims, {len(wrong)} to be looked at", file=sys.stderr)


def disagreements(table: ActorTable, claims: Iterable[Claim]) -> Iterator[tuple[Claim, str]]:
    """Yield the claims that the table does not bear out, each with whom the table has."""
    by_state: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in table.tenures:
        by_state[tenure.state].append(tenure)
    for claim in claims:
        held = [t for t in by_state[claim.state] if t.holds(claim.day) and _is_of(table, t, claim.kinds)]
        if not any(_same(table, claim.name, tenure.person) for tenure in held):
            yield claim, ", ".join(f"{t.person} ({t.office})" for t in held) or "nobody"


def _is_of(table: ActorTable, tenure: Tenure, kinds: tuple[str, ...]) -> bool:
    return not kinds or table.offices[tenure.office].kind in kinds


def _same(table: ActorTable, written: str, person: str) -> bool:
    words = _words(written)
    known = table.persons[person]
    forms = [
        word for form in (known.name, *known.names) if form.isascii() or form[0] < "\u0400" for word in _words(form)
    ]
    return any(alike(word, form).score >= _ALIKE for word in words for form in forms if len(word) > 2 < len(form))


def _words(name: str) -> list[str]:
    return [
        word for word in re.split(r"[\s.,'’()-]+", fold(name)) if word not in ("al", "bin", "ibn", "the", "of", "de")
    ]


def _reign(_table: ActorTable) -> Iterator[Claim]:
    for entry in json_lines(SHARED / "leaders/reign_to_2021-03.jsonl.gz"):
        first = date(int(entry["syear"]), int(entry["smonth"]), 1)
        ended = entry["eyear"] and entry["emonth"]
        last = date(int(entry["eyear"]), int(entry["emonth"]), 28) if ended else date(2021, 3, 1)
        if last < _FROM + timedelta(60) or (last - first).days < 60:
            continue
        middle = max(first, _FROM) + (last - max(first, _FROM)) / 2
        yield Claim(_COW.get(entry["stateabb"], entry["stateabb"]), middle, entry["leader"])


def _cia(_table: ActorTable) -> Iterator[Claim]:
    for entry in json_lines(SHARED / "leaders/cia_2019.jsonl.gz"):
        state = state_code(entry["country"])
        if state and entry["office"] in _OFFICES and entry["person"]:
            yield Claim(state, date(2019, 5, 15), cabinet_name(entry["person"]), _OFFICES[entry["office"]])


def _current(_table: ActorTable) -> Iterator[Claim]:
    for entry in json_lines(SHARED / "leaders/current_2026-08.jsonl.gz"):
        country = pycountry.countries.get(alpha_2=entry["country"]["iso_code"])
        for position in entry["positions"].values():
            holder = position["current_holder"] if position else None
            if country and holder and holder["name_en"]:
                yield Claim(country.alpha_3, _NOW, holder["name_en"])


def _visits(table: ActorTable) -> Iterator[Claim]:
    for stay in load_record(table).visits:
        if stay.first >= _FROM and _TITLE.match(stay.name):
            yield Claim(stay.state, stay.first, _TITLE.sub("", stay.name))


SOURCES: dict[str, Callable[[ActorTable], Iterator[Claim]]] = {
    "reign": _reign,
    "cia": _cia,
    "current": _current,
    "visits": _visits,
}


if __name__ == "__main__":
    main()
