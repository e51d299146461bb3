"""List the months since 2000 for which the table knows nobody in an office that every state has.

    python -m training.actors_gaps [leader|foreign|all]

A line a gap: the state, what nobody is known for (``leader``: its head of state or of government; ``foreign``: its
foreign minister), from which month to which. States that began later are asked about from their first day on.
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
Month = tuple[int, int]


def main() -> None:
    """Print the gaps asked for, and how many months they are of how many."""
    table = load_table()
    asked = sys.argv[1:] or ["leader", "foreign"]
    for what, kinds in (("leader", _HEADS), ("foreign", _FOREIGN)):
        if what not in asked and "all" not in asked:
            continue
        missing = total = 0
        for state in sorted(code for code, known in table.states.items() if known.alpha2 and len(code) == 3):
            if what == "foreign" and state in _REPRESENTED:
                continue
            months = list(_months(_BEGAN.get(state, _SINCE)))
            held = _held(table, state, kinds)
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


def _months(first: Month, last: Month = _NOW) -> Iterator[Month]:
    while first <= last:
        yield first
        first = (first[0] + first[1] // 12, first[1] % 12 + 1)


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
