"""In what the readings of one row differ, each difference with the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, permutations

from readouts.collation.bare import is_known
from readouts.collation.differences import actors, dates, details, force, numbers, polarity, quotations, terms
from readouts.collation.differences.said import Claim, Said, can_lack, claims_to_differences
from readouts.collation.witness import Witness
from readouts.collation.wording import WordingTable
from readouts.model import Difference, DifferenceKind, Span

__all__ = ["find_differences", "quotes"]


def quotes(
    witnesses: Sequence[Witness], cells: Sequence[Sequence[Span]], wording: WordingTable
) -> tuple[tuple[int, int], ...]:
    """Return which readings of a row quote which others: places of accounts, the quoting one first."""
    said = {
        at: Said(w, tuple(spans), wording) for at, (w, spans) in enumerate(zip(witnesses, cells, strict=True)) if spans
    }
    return tuple(
        (one, other) for one, other in permutations(said, 2) if quotations.is_quotation(said[one], said[other])
    )


def find_differences(
    witnesses: Sequence[Witness], cells: Sequence[Sequence[Span]], wording: WordingTable
) -> tuple[Difference, ...]:
    """Return the differences between the readings of a row.

    `cells` are the passages of each account, empty for silence. None is claimed without words on which it
    rests; readings of which every word has its match give none.
    """
    said = {
        at: Said(witness, tuple(spans), wording)
        for at, (witness, spans) in enumerate(zip(witnesses, cells, strict=True))
        if spans
    }
    claims = [
        (first, second, claim)
        for first, second in combinations(said, 2)
        for claim in _compare(said[first], said[second])
    ]
    return claims_to_differences(_told_once(claims, said), len(witnesses))


def _told_once(claims: Sequence[tuple[int, int, Claim]], said: Mapping[int, Said]) -> list[tuple[int, int, Claim]]:
    """Leave out of the details what differs from a third account in another way: that third is told there."""
    rest_on = {(at, span) for first, second, claim in claims for at, span in _words(first, second, claim)}
    kept = []
    for first, second, claim in claims:
        if claim.kind is DifferenceKind.DETAIL:
            sides = [
                tuple(span for span in spans if not any(a == at and s.overlaps(span) for a, s in rest_on))
                for at, spans in zip((first, second), claim.spans, strict=True)
            ]
            values = [
                said[at].quote(spans) if spans else None for at, spans in zip((first, second), sides, strict=True)
            ]
            claim = Claim(claim.kind, (values[0], values[1]), (sides[0], sides[1]))
        if any(claim.spans):
            kept.append((first, second, claim))
    return kept


def _words(first: int, second: int, claim: Claim) -> list[tuple[int, Span]]:
    """Return the words a difference rests on that is no detail, with their account."""
    if claim.kind is DifferenceKind.DETAIL:
        return []
    return [(at, span) for at, spans in zip((first, second), claim.spans, strict=True) for span in spans]


def _compare(first: Said, second: Said) -> list[Claim]:
    number, number_details = numbers.find(first, second)
    if not (is_known(first.language) and is_known(second.language)):
        return number
    date, date_details = dates.find(first, second)
    opposite = polarity.find(first, second)
    added = details.find(first, second) if can_lack(first, second) else []
    if not can_lack(first, second):
        number_details, date_details = [], []
    if len(first.spans) == len(second.spans) == 1 and details.as_full(first, second) and details.as_full(second, first):
        # Where one side has several passages, numbers that only it gives are mostly of other things.
        added += [*number_details, *date_details]
    drifted = quotations.find(first, second)
    found = [
        *drifted,
        *(claim for claim in terms.find(first, second) if not _touches(claim, drifted)),
        *([] if opposite else [claim for claim in force.find(first, second) if not _within(claim, added)]),
        *(*number, *date, *actors.find(first, second), *opposite),
    ]
    if first.opens and second.opens:
        # Every account dates itself in its own way; how long the contact took is a detail all the same.
        added = number_details
    return found + _joined([claim for claim in added if not _touches(claim, found)], first, second)


def _touches(claim: Claim, others: Sequence[Claim]) -> bool:
    """Say whether a detail is made of the words another difference rests on."""
    return any(
        one.overlaps(word)
        for other in others
        for side in (0, 1)
        for one in claim.spans[side]
        for word in other.spans[side]
    )


def _within(claim: Claim, details: Sequence[Claim]) -> bool:
    """Say whether all words of a claim stand in details of the one side that has any ("as soon as ...")."""
    sides = [side for side in (0, 1) if claim.spans[side]]
    return len(sides) == 1 and all(
        any(whole.covers(word) for detail in details for whole in detail.spans[sides[0]])
        for word in claim.spans[sides[0]]
    )


def _joined(claims: Sequence[Claim], first: Said, second: Said) -> list[Claim]:
    """Return all details as one claim, each passage once."""
    ones = _outermost([span for claim in claims for span in claim.spans[0]])
    others = _outermost([span for claim in claims for span in claim.spans[1]])
    if not ones and not others:
        return []
    values = first.quote(ones) if ones else None, second.quote(others) if others else None
    return [Claim(claims[0].kind, values, (ones, others))]


def _outermost(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted({s for s in spans if not any(o != s and o.covers(s) for o in spans)}))
