"""Different force of one act: took note, discussed, stressed, urged, demanded; concern, deep concern; may, will."""

from __future__ import annotations

from readouts.collation.differences.said import Claim, Said
from readouts.collation.lexicon import Found
from readouts.collation.wording import Wording
from readouts.model import DifferenceKind

# Ladders whose words perform an act that merely noting or discussing the same matter falls short of.
_ACTS = ("disapproval", "backing", "request", "commitment", "warning", "refusal", "welcome")
_WEAK = frozenset({"take note", "discuss"})
# Words of these ladders change the force of whatever they stand with; the lack of them counts too.
_MODIFIERS = ("firmness", "urgency")
_FULLER = 2


def find(first: Said, second: Said) -> list[Claim]:
    """Return the ladders on which the two sides stand on different steps, with the words they stand on."""
    claims = []
    for ladder in sorted(first.steps.keys() & second.steps.keys()):
        if ladder == "assertion":
            claims += _asserted(first, second)
            continue
        if ladder == "likelihood" and first.language != second.language:
            # What hedges and what binds is no word for word between languages.
            continue
        one, other = _strongest(first, ladder), _strongest(second, ladder)
        if one.key.step != other.key.step:
            claims.append(_claim(first, one, second, other))
    if first.language == second.language:
        # Across languages only steps of one ladder can be set beside each other.
        claims = claims or _modified(first, second) or _short_of_act(first, second)
    return _without_repeats(claims)


def _asserted(first: Said, second: Said) -> list[Claim]:
    """Return how firmly the two sides state what they share; what else they state in the same breath does not count.

    Chinese accounts have "stressed" and "pointed out" by turns, so across languages only two steps and more count.
    """
    ones, others = _of_shared(first, second), _of_shared(second, first)
    if not ones or not others:
        return []
    one, other = (max(found, key=lambda f: (f.key.step, -f.span.start)) for found in (ones, others))
    least = 1 if first.language == second.language else 2
    return [_claim(first, one, second, other)] if abs(one.key.step - other.key.step) >= least else []


def _of_shared(said: Said, other: Said) -> list[Found[Wording]]:
    """Return the words of the ladder whose clause shares a word with the other side; all where nothing is parsed."""
    found = said.steps["assertion"]
    if not said.parsed or len(found) < 2:
        return found
    names = {s for word in said.words if said.tokens[word.token].pos == "PROPN" for s in word.stems}
    shared = said.stems & other.stems - names
    kept = []
    for step in found:
        places = {place for at in said.tokens_in(step.span) for place in said.subtree(at)}
        words = (said.word_at[place] for place in places & said.word_at.keys())
        clause = {s for word in words if not step.span.covers(word.span) for s in word.stems}
        if clause & shared:
            kept.append(step)
    return kept


def _strongest(said: Said, ladder: str) -> Found[Wording]:
    return max(said.steps[ladder], key=lambda found: (found.key.step, -found.span.start))


def _modified(first: Said, second: Said) -> list[Claim]:
    """Return modifiers that only one side has, unless the other has another of the same ladder.

    They tell of the point only where both sides say about as much of it.
    """
    lengths = sorted((len(first.words), len(second.words)))
    if max(len(first.spans), len(second.spans)) > 1 or lengths[1] > _FULLER * lengths[0]:
        return []
    claims = []
    for ladder in _MODIFIERS:
        if (ladder in first.steps) is (ladder in second.steps):
            continue
        one = _strongest(first, ladder) if ladder in first.steps else None
        other = _strongest(second, ladder) if ladder in second.steps else None
        claims.append(
            Claim(
                DifferenceKind.FORCE,
                (first.quote([one.span]) if one else None, second.quote([other.span]) if other else None),
                ((one.span,) if one else (), (other.span,) if other else ()),
            )
        )
    return claims


def _short_of_act(first: Said, second: Said) -> list[Claim]:
    """Return where one side only notes or discusses what the other side urges, condemns, welcomes or promises."""
    for weak, strong, turned in ((first, second, False), (second, first, True)):
        said = weak.steps.get("assertion", [])
        acts = [_strongest(strong, ladder) for ladder in _ACTS if ladder in strong.steps]
        if not said or not acts or any(ladder in weak.steps for ladder in _ACTS):
            continue
        if not all(found.key.variant in _WEAK for found in said) or "assertion" in strong.steps:
            continue
        claim = _claim(weak, said[0], strong, min(acts, key=lambda found: found.span))
        if turned:
            claim = Claim(claim.kind, (claim.values[1], claim.values[0]), (claim.spans[1], claim.spans[0]))
        return [claim]
    return []


def _claim(first: Said, one: Found[Wording], second: Said, other: Found[Wording]) -> Claim:
    return Claim(
        DifferenceKind.FORCE,
        (first.quote([one.span]), second.quote([other.span])),
        ((one.span,), (other.span,)),
    )


def _without_repeats(claims: list[Claim]) -> list[Claim]:
    """Keep one claim where ladders share words ("may" hedges and promises little)."""
    kept: list[Claim] = []
    for claim in claims:
        if not any(
            any(one.overlaps(other) for one in claim.spans[side] for other in known.spans[side])
            for known in kept
            for side in (0, 1)
        ):
            kept.append(claim)
    return kept
