"""Different dates of one thing."""

from __future__ import annotations

import re

from readouts.collation.differences.said import Claim, Said
from readouts.collation.openings import OPENINGS
from readouts.collation.whens import When, agree
from readouts.model import DifferenceKind

_CONTACT_OF = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+)?(?:call|conversation|meeting|talks|summit|statement)\b", re.IGNORECASE
)
_SAID_ON = re.compile(r"\b(?:said|told|call|conversation|statement|briefing)\s+(?:on\s+)?$", re.IGNORECASE)


def find(first: Said, second: Said) -> tuple[list[Claim], list[Claim]]:
    """Return points in time that differ, and those that only one side gives."""
    ones, others = list(first.whens), list(second.whens)
    for one in list(ones):
        if match := next((other for other in others if agree(one, other)), None):
            ones.remove(one)
            others.remove(match)
    differing = []
    for one in list(ones):
        if match := next((other for other in others if _rivals(one, other)), None):
            ones.remove(one)
            others.remove(match)
            differing.append(
                Claim(
                    DifferenceKind.DATE,
                    (first.quote([one.span]), second.quote([match.span])),
                    ((one.span,), (match.span,)),
                )
            )
    if ones and others:
        # Times that cannot be compared (a weekday, a day of the year) may be the same: nothing is claimed of them.
        return differing, []
    # "Today", "this year": words that date the account rather than the point.
    ones = [when for when in ones if not _own_day(when, first)]
    others = [when for when in others if not _own_day(when, second)]
    missing = [Claim(DifferenceKind.DETAIL, (first.quote([one.span]), None), ((one.span,), ())) for one in ones]
    missing += [Claim(DifferenceKind.DETAIL, (None, second.quote([one.span])), ((), (one.span,))) for one in others]
    return differing, missing


def _own_day(when: When, said: Said) -> bool:
    """Say whether a time dates the account or the contact rather than the point ("during Wednesday's call")."""
    if when.sort == "relative":
        return when.key in ("today", "tonight", "yesterday") or when.key.startswith("this ")
    if any(span.covers(when.span) and OPENINGS.find(said.text, said.language, span) for span in said.spans):
        return True
    before, after = said.text[max(when.span.start - 40, 0) : when.span.start], said.text[when.span.end :][:40]
    return bool(_CONTACT_OF.match(after) or _SAID_ON.search(before))


def _rivals(one: When, other: When) -> bool:
    return agree(one, other) is False
