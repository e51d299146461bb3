"""Short marks for accounts: the witnesses' sigla of a printed edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from readouts.actors import ActorTable
from readouts.model import Publisher

# Words of a publisher's name that nobody says its initials of.
_SMALL = frozenset("the of for and to in on at a an de du des la le les et der die das und".split())
_INITIALS = 3


def sigla(publishers: Sequence[Publisher | None], actors: ActorTable) -> list[str]:
    """Return one siglum an account: short, the publisher's own; numbered where it returns.

    A publisher without one has its state's (ISO alpha-2, or the code the table of actors gives a state that ISO does
    not know), else the initials of its name, of a single word its first letters; an unknown publisher has a letter.
    """
    plain = [_siglum(publisher, place, actors) for place, publisher in enumerate(publishers)]
    total, seen = Counter(plain), Counter[str]()
    marked = []
    for siglum in plain:
        seen[siglum] += 1
        marked.append(f"{siglum}{seen[siglum]}" if total[siglum] > 1 else siglum)
    return marked


def _siglum(publisher: Publisher | None, place: int, actors: ActorTable) -> str:
    letter = chr(ord("A") + place % 26)
    if publisher is None:
        return letter
    if publisher.siglum:
        return publisher.siglum
    if state := publisher.state or _state_called(publisher.name, actors):
        known = actors.states.get(state)
        return (known.alpha2 if known else None) or state
    words = [word for word in publisher.name.split() if any(c.isalnum() for c in word)]
    telling = [word for word in words if word.lower() not in _SMALL] or words
    if len(telling) == 1:
        return "".join(filter(str.isalnum, telling[0]))[:_INITIALS].upper()
    return "".join(next(filter(str.isalnum, word)) for word in telling[:_INITIALS]).upper() or letter


def _state_called(name: str, actors: ActorTable) -> str | None:
    """Return the state whose very name the publisher has."""
    found = actors.states_named(name)
    return found[0].code if len(found) == 1 else None
