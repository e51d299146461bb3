"""Short marks for accounts: the witnesses' sigla of a printed edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from readouts.model import Publisher


def sigla(publishers: Sequence[Publisher | None]) -> list[str]:
    """Return one siglum an account: the publisher's, a letter where it is unknown, numbered where it returns."""
    plain = [_siglum(publisher, place) for place, publisher in enumerate(publishers)]
    total, seen = Counter(plain), Counter[str]()
    marked = []
    for siglum in plain:
        seen[siglum] += 1
        marked.append(f"{siglum}{seen[siglum]}" if total[siglum] > 1 else siglum)
    return marked


def _siglum(publisher: Publisher | None, place: int) -> str:
    if publisher is None:
        return chr(ord("A") + place % 26)
    if publisher.siglum:
        return publisher.siglum
    initials = "".join(word[0] for word in publisher.name.split()[:3] if word[0].isalnum())
    return initials.upper() or chr(ord("A") + place % 26)
