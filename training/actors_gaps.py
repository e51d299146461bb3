"""List the months since 2000 for which the table knows nobody in an office that every state has.

    python -m training.actors_gaps [leader|foreign|prime]

A line a gap: the state, what nobody is known for (``leader``: its head of state or of government; ``foreign``: its
foreign minister; ``prime``: its prime minister, where the table knows of one), from which month to which. States that
began later are asked about from their first day on, and nobody is asked about while the office did not exist.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

from readouts.actors import ActorTable, load_table

_SINCE, _NOW = (2000, 1), (2026, 8)
# The first whole month of states that are younger than the table.
_BEGAN = {"TLS": (2002, 6), "MNE": (2006, 7), "XKX": (2008, 3), "SSD": (2011, 8)}
# Whose foreign affairs another state conducts: they have no foreign minister.
_REPRESENTED = frozenset({"GRL", "HKG", "MAC"})
_HEADS = frozenset(
    "president|interim president|captain regent|prime minister|monarch|supreme leader|general secretary|leader|"
    "chief executive".split("|")
)
_FOREIGN = frozenset({"foreign minister"})
_PRIME = frozenset({"prime minister"})
# When a state had no prime minister: the office was abolished or left empty, or the head of state held it himself.
_WITHOUT = {
    line.split()[0]: line.split()[1:]
    for line in """
    AFG 2001-12..2021-08
    AGO 2000-01..2002-11 2010-03..2026-08
    BDI 2000-01..2020-05
    BEN 2000-01..2011-04 2013-09..2015-05 2016-05..2026-08
    CIV 2000-01..2000-04
    COD 2000-01..2006-11
    COG 2000-01..2004-12 2009-10..2016-03
    CUB 2000-01..2019-11
    GAB 2025-06..2026-08
    GIN 2004-05..2004-11 2006-05..2007-01
    IRQ 2000-01..2004-05
    KEN 2000-01..2008-03 2013-05..2026-08
    KGZ 2010-05..2010-11
    MMR 2011-04..2016-03 2021-03..2021-07 2026-05..2026-08
    NPL 2005-03..2006-03
    PAK 2000-01..2002-10
    PSE 2000-01..2003-02
    SAU 2000-01..2022-08
    SDN 2000-01..2017-02 2019-05..2019-07
    SEN 2019-06..2022-08
    SOM 2000-01..2000-09
    SYR 2025-04..2026-08
    TCD 2018-06..2021-03
    THA 2014-06..2014-07
    TUN 2021-08..2021-09
    TUR 2018-08..2026-08
    ZWE 2000-01..2009-01 2013-10..2026-08
    """.strip().splitlines()
}
Month = tuple[int, int]


def main() -> None:
    """Print the gaps asked for, and how many months they are of how many."""
    table = load_table()
    asked = sys.argv[1:] or ["leader", "foreign", "prime"]
    for what, kinds in (("leader", _HEADS), ("foreign", _FOREIGN), ("prime", _PRIME)):
        if what not in asked:
            continue
        missing = total = 0
        for state in sorted(code for code, known in table.states.items() if known.alpha2 and len(code) == 3):
            held = _held(table, state, kinds)
            if (what == "foreign" and state in _REPRESENTED) or (what == "prime" and not held):
                continue
            without = _without(state) if what == "prime" else set()
            months = [month for month in _months(_BEGAN.get(state, _SINCE)) if month not in without]
            open_months = [month for month in months if month not in held]
            missing, total = missing + len(open_months), total + len(months)
            for first, last in _runs(open_months):
                print(f"{what}\t{state}\t{first[0]}-{first[1]:02}\t{last[0]}-{last[1]:02}")
        print(f"{what}: {missing} of {total} months without anybody", file=sys.stderr)


def _held(table: ActorTable, state: str, kinds: frozenset[str]) -> set[Month]:
    """Return the months in which somebody held an office of these kinds on some day."""
    found: set[Month] = set()
    for tenure in table.tenures:
        if tenure.state == state and table.offices[tenure.office].kind in kinds:
            first = max(tenure.since or date.min, date(*_SINCE, 1))
            last = min(tenure.until or date.max, date(*_NOW, 28))
            if first <= last:
                found.update(_months((first.year, first.month), (last.year, last.month)))
    return found


def _without(state: str) -> set[Month]:
    """Return the months in which the state had no prime minister."""
    spans = ([_month(end) for end in span.split("..")] for span in _WITHOUT.get(state, ()))
    return {month for first, last in spans for month in _months(first, last)}


def _month(text: str) -> Month:
    year, month = text.split("-")
    return int(year), int(month)


def _months(first: Month, last: Month = _NOW) -> Iterator[Month]:
    while first <= last:
        yield first
        first = _next(first)


def _runs(months: list[Month]) -> Iterator[tuple[Month, Month]]:
    """Yield the first and last month of each unbroken run."""
    start = 0
    for at in range(1, len(months) + 1):
        if at == len(months) or _next(months[at - 1]) != months[at]:
            yield months[start], months[at - 1]
            start = at


def _next(month: Month) -> Month:
    return (month[0] + month[1] // 12, month[1] % 12 + 1)


if __name__ == "__main__":
    main()
