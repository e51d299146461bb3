"""Say in words what joined the readings of a row."""

from __future__ import annotations

from collections.abc import Sequence

from readouts.collation.passages import Passage
from readouts.collation.words import load_words

_MOST = 3
# The contact is told of in the first sentences, under a title and a date line.
_BEGINNING = 3


def opens(passages: Sequence[Passage]) -> bool:
    """Say whether passages of one account tell that the contact took place, where accounts begin."""
    return any(passage.opening and passage.point.sentence <= _BEGINNING for passage in passages)


def explain(members: Sequence[Sequence[Passage]], topic: str | None) -> str:
    """Return who speaks in all readings, of what, and the rarest words they share ("both: NOR → trade; ferry")."""
    cells = [passages for passages in members if passages]
    how_many = "both" if len(cells) == 2 else f"all {len(cells)}"
    speakers = frozenset.intersection(*(frozenset(s for p in cell for s in p.speakers) for cell in cells))
    who = ", ".join(sorted(speakers))
    if all(any(passage.joint for passage in cell) for cell in cells):
        who = "the parties together"
    if all(map(opens, cells)):
        return f"{how_many}: that the contact took place"
    shared = frozenset.intersection(*(frozenset(stem for p in cell for stem in p.stems) for cell in cells))
    rarity = load_words().rarity
    # Words as the account in Latin letters writes them, where there is one.
    readings = [passage.written for cell in cells for passage in cell]
    written = {
        s: w for found in sorted(readings, key=lambda r: "".join(r.values()).isascii()) for s, w in found.items()
    }
    words = ", ".join(
        written[stem] for stem in sorted(shared, key=lambda s: (-rarity(s), s))[:_MOST] if stem in written
    )
    about = "; ".join(part for part in (topic or "", words) if part) or "alike in meaning"
    return f"{how_many}: {who} → {about}" if who else f"{how_many}: {about}"
