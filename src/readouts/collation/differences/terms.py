"""Different terms for one thing: a special military operation, a war, an invasion."""

from __future__ import annotations

from readouts.collation.differences.said import Claim, Said
from readouts.collation.lexicon import Found
from readouts.collation.wording import Wording
from readouts.model import DifferenceKind


def find(first: Said, second: Said) -> list[Claim]:
    """Return the families of wording of which the two sides use different variants, and none that both use."""
    ones, others = _families(first), _families(second)
    claims = []
    for family in ones.keys() & others.keys():
        one, other = ones[family], others[family]
        if {f.key.variant for f in one} & {f.key.variant for f in other}:
            continue
        claims.append(
            Claim(
                DifferenceKind.TERM,
                (first.quote([one[0].span]), second.quote([other[0].span])),
                (tuple(f.span for f in one), tuple(f.span for f in other)),
            )
        )
    return sorted(claims, key=lambda claim: claim.spans)


def _families(said: Said) -> dict[str, list[Found[Wording]]]:
    found: dict[str, list[Found[Wording]]] = {}
    for term in said.terms:
        found.setdefault(term.key.family, []).append(term)
    return found
