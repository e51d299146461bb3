"""Whom the source of a statement names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from readouts.model import Mention, Publisher, Span, Speaker

_JOINED = re.compile(
    r"[\s,]*(?:,|and|&|as well as|together with|、|和|与|同|及|и|,\s*and)\s*(?:the\s+)?", re.IGNORECASE
)
# "Biden-Harris Administration officials", "Lind's delegation": words of those who stand for the one named.
_THEIRS = re.compile(
    r"(?:[-–/]\w+)?(?:'s|’s|['’])?\s+(?:\w+\s+){0,3}?(?:officials?|administration|government|cabinet|delegation|team|aides?"
    r"|advis[eo]rs?|spokes\w+|office|staff|envoys?|lawyers?|campaign|representatives?|supporters?|ministers?|allies)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"(?:I|me|we|us|my|our|я|мы|我|我们|我方)", re.IGNORECASE)


class Mentions:
    """The mentions of a text in order, ready to be asked which stand where."""

    __slots__ = ("_starts", "all")

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.all = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [mention.span.start for mention in self.all]

    def within(self, span: Span) -> list[Mention]:
        """Return the mentions that share a character with `span`, in order."""
        first = max(bisect_left(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, span.end)
        return [mention for mention in self.all[first:last] if mention.span.overlaps(span)]


def speakers_of(
    text: str, source: Sequence[Span], mentions: Mentions, publisher: Publisher | None
) -> tuple[Speaker, ...]:
    """Return whom the source spans name: several for a group or a list, nobody where no mention stands there.

    "I" and "we" of a publisher's own text are the publisher's.
    """
    found: list[Speaker] = []
    for span in source:
        found += _speakers_in(text, span, mentions)
        if not found and publisher and publisher.state and FIRST_PERSON.fullmatch(text[span.start : span.end].strip()):
            found.append(_own_voice(mentions, publisher))
    return tuple(dict.fromkeys(found))


def _speakers_in(text: str, span: Span, mentions: Mentions) -> list[Speaker]:
    chosen: list[Mention] = []
    for mention in mentions.within(span):
        if not chosen:
            chosen.append(mention)
            continue
        between = text[chosen[-1].span.end : mention.span.start]
        if _JOINED.fullmatch(between):
            chosen.append(mention)
        elif chosen[-1].person is None and not chosen[-1].members and mention.person and len(between) < 3:
            chosen[-1] = mention
        else:
            break
    if len(chosen) == 1 and chosen[0].person and _THEIRS.match(text, chosen[0].span.end, span.end):
        return [Speaker(None, chosen[0].state)]
    return [Speaker(m.person, m.state) for mention in chosen for m in (mention.members or (mention,))]


def _own_voice(mentions: Mentions, publisher: Publisher) -> Speaker:
    """Return the person of the publisher's state whom the text names first."""
    for mention in mentions.all:
        if mention.person and mention.state == publisher.state and not mention.members:
            return Speaker(mention.person, mention.state)
    return Speaker(None, publisher.state)
