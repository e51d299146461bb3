"""One English sentence with its mentions laid over its tokens, and the rows of parties in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from readouts.model import Mention, MentionKind, Span
from readouts.text import Sentence, Token

_GLUE_TAGS = frozenset(
    {"NNP", "NNPS", "NN", "NNS", "JJ", "DT", "POS", "PRP$", "CC", "CD", "HYPH", "-LRB-", "-RRB-", "RB", "FW"}
)
_GLUE_WORDS = frozenset({",", "of", "and", "&", "(", ")", "’s", "'s", "the", "-", "–", "by", "both", "also"})
_STOP_WORDS = frozenset(
    {"today", "tonight", "yesterday", "this", "that", "where", "who", "which", "while", "but", "or"}
)
# What the parser takes for a name before "of the …" is often a title ("Acting Head of the Republic …").
_TITLES = frozenset("acting head deputy chief governor president minister chairman director".split())
_HYPHENS = frozenset({"-", "–", "‑"})
_FAR = 26
_MOST = 60
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, its number, its mentions in order, and which mention covers each token (or −1)."""

    number: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    at: tuple[int, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def word(self, place: int) -> str:
        """Return the token at a place in lower case, '' outside the sentence."""
        return self.tokens[place].text.lower() if 0 <= place < len(self.tokens) else ""

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that lie in `[start, end)`."""
        first = bisect_left(self.mentions, start, key=_start)
        last = bisect_left(self.mentions, end, key=_start)
        return [mention for mention in self.mentions[first:last] if mention.span.end <= end]

    def words_before(self, start: int) -> list[str]:
        """Return the two words before a character, without articles."""
        place = bisect_left(self.tokens, start, key=lambda token: token.start)
        return [word for at in range(max(0, place - 3), place) if (word := self.word(at)) not in ("the", "a", "an")][
            -2:
        ]

    def row_after(self, place: int) -> tuple[list[int], int]:
        """Return the mentions that stand in one row from the token `place` on, and the place after the row."""
        found: list[int] = []
        gap, end = 0, place
        while place < len(self.tokens) and gap <= _FAR and len(found) < _MOST:
            mention = self.at[place]
            if mention >= 0:
                place = self._past(place)
                found.append(mention)
                gap, end = 0, place
                continue
            if not self._glues(place, bool(found)):
                break
            gap += 1
            place += 1
        return found, end

    def row_before(self, place: int) -> list[int]:
        """Return the last mention before the token `place`, with those joined to it by commas and "and"."""
        found: list[int] = []
        place -= 1
        joined, gap = False, 0
        while place >= 0 and gap <= _FAR and len(found) < _MOST:
            mention = self.at[place]
            if mention >= 0:
                if found and not joined:
                    break
                found.append(mention)
                while place > 0 and self.at[place - 1] == mention:
                    place -= 1
                joined, gap = False, 0
            else:
                if self.word(place) in ("and", "&", ",") and found:
                    joined = True
                elif not self._glues(place, bool(found)) or (not found and gap >= _NEAR):
                    break
                gap += 1
            place -= 1
        return found[::-1]

    def _past(self, place: int) -> int:
        mention = self.at[place]
        while place < len(self.tokens) and self.at[place] == mention:
            place += 1
        return place

    def _glues(self, place: int, begun: bool) -> bool:
        token, word = self.tokens[place], self.word(place)
        if word in _STOP_WORDS and not token.text.isupper():
            return False
        if word in _GLUE_WORDS:
            return True
        if word in ("for", "to", "on", "with", "at"):
            # "High Representative for Foreign Affairs", "Adviser to the Prime Minister", "along with".
            following = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
            titled = following is not None and (following.text[:1].isupper() or following.text.lower() == "the")
            return (
                word in ("with", "for", "to")
                and titled
                and place > 0
                and self.tokens[place - 1].tag in ("NNP", "NNPS", "NN", "IN", "RB")
            )
        return token.tag in _GLUE_TAGS and not (begun and token.tag == "RB" and word not in ("well", "together"))


def _start(mention: Mention) -> int:
    return mention.span.start


class Lines:
    """Makes the lines of a document: mentions are found by their place in the text."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=_start)
        self._starts = [mention.span.start for mention in self._mentions]

    def line(self, number: int, sentence: Sentence) -> Line:
        """Return a sentence with the mentions that lie in it."""
        first = bisect_left(self._starts, sentence.span.start)
        last = bisect_right(self._starts, sentence.span.end - 1)
        inside = [m for m in self._mentions[first:last] if m.span.end <= sentence.span.end]
        known = [m for m in inside if m.person is None or not _is_hyphened(sentence.tokens, m)]
        mentions = tuple(sorted((*known, *_others(sentence, known)), key=_start))
        return Line(number, sentence, mentions, _laid(sentence.tokens, mentions))


def _is_hyphened(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether a name is part of another word: who is of "the Varo-Lind plan" is no party by that."""
    after = bisect_left(tokens, mention.span.end, key=lambda token: token.start)
    before = bisect_left(tokens, mention.span.start, key=lambda token: token.start) - 1
    joined = after < len(tokens) and tokens[after].start == mention.span.end and tokens[after].text in _HYPHENS
    return joined or (before >= 0 and tokens[before].end == mention.span.start and tokens[before].text in _HYPHENS)


def _others(sentence: Sentence, known: Sequence[Mention]) -> list[Mention]:
    """Return the persons of whom nothing is known but that the parser takes two words or more for their name."""
    found: list[Mention] = []
    place = 0
    while place < len(sentence.tokens):
        end = place + 1
        if sentence.tokens[place].entity == "B-PERSON":
            while end < len(sentence.tokens) and sentence.tokens[end].entity == "I-PERSON":
                end += 1
            owned = place > 0 and sentence.tokens[place - 1].text == "of"
            words = [token for token in sentence.tokens[place:end] if token.tag in ("NNP", "NNPS", "HYPH", "NN")]
            whole = not any(token.tag == "IN" for token in sentence.tokens[place:end])
            whole = whole and not (words and words[-1].text.lower() in _TITLES)
            if len(words) > 1 and whole and not owned and words[-1].text.isalpha() and len(words[-1].text) > 2:
                span = Span(words[0].start, words[-1].end)
                at = bisect_right(known, span.start, key=_start)
                near = known[max(0, at - 1) : at + 1]
                # What stands right before a known name is a title the parser took for a name ("Majesty King Varo").
                if not any(span.overlaps(m.span) or span.end + 1 == m.span.start for m in near):
                    found.append(Mention(span, MentionKind.NAME, _joined(words)))
        place = end
    return found


def _joined(words: Sequence[Token]) -> str:
    return "".join(
        word.text + (" " if at + 1 < len(words) and words[at + 1].start > word.end else "")
        for at, word in enumerate(words)
    )


def is_group(mention: Mention) -> bool:
    """Say whether the mention stands for several actors."""
    return bool(mention.members) or mention.kind is MentionKind.GROUP


def _laid(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[int, ...]:
    at = [-1] * len(tokens)
    starts = [token.start for token in tokens]
    for number, mention in enumerate(mentions):
        place = max(0, bisect_right(starts, mention.span.start) - 1)
        while place < len(tokens) and tokens[place].start < mention.span.end:
            if tokens[place].end > mention.span.start:
                at[place] = number
            place += 1
    return tuple(at)
