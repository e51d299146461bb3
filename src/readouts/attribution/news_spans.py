"""What belongs to one cue of a news text: the features of a linear-chain model for source, cue and content.

The model labels the tokens of the cue's sentence and of the quotations that run on from it. Features are words,
the dependency path to the cue, quotation marks, and which other cues stand between.
"""

from __future__ import annotations

from dataclasses import dataclass

from readouts.attribution.cover import Cover
from readouts.attribution.extraction import Extraction
from readouts.attribution.syntax import Tree
from readouts.model import Span

# A sentence longer than this on either side of a cue is cut: what stands further away is not its content.
REACH = 120
_STEPS = 30


@dataclass(slots=True)
class NewsSentence:
    """One sentence as the models of news read it.

    `quoted` gives each token the number of the quotation it stands in (its marks included), -1 outside;
    `chances` how likely it is a cue's head, `plain` its features whatever the cue, and `rules` what the rules of
    releases find where they take it for a word of a cue.
    """

    tree: Tree
    block: int
    quoted: list[int]
    chances: list[float]
    plain: list[list[str]]
    rules: list[Extraction | None]


def plain_features(tree: Tree, quoted: list[int], chances: list[float]) -> list[list[str]]:
    """Return the features of tokens that do not depend on the cue."""
    found = []
    for token, number, chance in zip(tree.tokens, quoted, chances, strict=True):
        lemma = token.lemma.lower()
        head = tree.tokens[token.head]
        found.append(
            [
                f"l={lemma}",
                f"t={token.tag}",
                f"d={token.dep}",
                f"td={token.tag}|{token.dep}",
                f"e={token.entity[2:]}",
                f"hl={head.lemma.lower()}|{token.dep}",
                "q" if number >= 0 else "o",
                f"w={token.text[:2]}" if token.pos == "PUNCT" else f"W={token.text[:1].isupper()}|{token.pos}",
                f"x={_level(chance)}",
            ]
        )
    return found


def _level(chance: float) -> str:
    return "3" if chance > 0.6 else "2" if chance > 0.3 else "1" if chance > 0.08 else "0"


@dataclass(frozen=True, slots=True)
class Window:
    """The tokens a cue may govern: (sentence number, token number) in order, and where the cue is among them."""

    places: tuple[tuple[int, int], ...]
    cue: int


def window(sentences: list[NewsSentence], place: int, at: int) -> Window:
    """Return the cue's own sentence, and the quotations around it, over several sentences, that may be its content."""
    own = sentences[place]
    first, last = max(at - REACH, 0), min(at + REACH, len(own.quoted) - 1)
    places = [(place, token) for token in range(first, last + 1)]
    before: list[tuple[int, int]] = []
    preceding = place - 1 if first == 0 else -1
    if preceding >= 0 and _runs_into(sentences[preceding], own):
        before = _last_of(sentences, preceding)
        while preceding and len(before) < REACH and _same_quotation(sentences[preceding - 1], sentences[preceding]):
            preceding -= 1
            before = [*_last_of(sentences, preceding), *before]
        before = before[-REACH:]
    after: list[tuple[int, int]] = []
    following = place + 1
    while (
        following < len(sentences) and len(after) < REACH and _goes_on(sentences[following - 1], sentences[following])
    ):
        after += [(following, token) for token in range(len(sentences[following].quoted))[:REACH]]
        following += 1
    return Window((*before, *places, *after[:REACH]), len(before) + at - first)


def _last_of(sentences: list[NewsSentence], number: int) -> list[tuple[int, int]]:
    return [(number, token) for token in range(len(sentences[number].quoted))[-REACH:]]


def _same_quotation(previous: NewsSentence, own: NewsSentence) -> bool:
    """Say whether one quotation runs over the border of two sentences."""
    return previous.quoted[-1] == own.quoted[0] >= 0


def _runs_into(previous: NewsSentence, own: NewsSentence) -> bool:
    """Say whether a quotation ends with the sentence before."""
    return previous.block == own.block and any(number >= 0 for number in previous.quoted[-2:])


def _goes_on(previous: NewsSentence, following: NewsSentence) -> bool:
    """Say whether a sentence begins within a quotation."""
    return following.block - previous.block <= 1 and any(number >= 0 for number in following.quoted[:1])


def span_features(sentences: list[NewsSentence], place: int, at: int, seen: Window) -> list[list[str]]:
    """Return the features of each token of a window for the cue whose head is token `at` of sentence `place`."""
    own = sentences[place]
    token = own.tree.tokens[at]
    cue, kind = token.lemma.lower(), token.pos
    paths = _Paths(own.tree, at)
    right = "+" if any(n >= 0 for n in own.quoted) else "-"
    shape = f"{kind}|{token.dep}|{right}|{'in' if own.quoted[at] >= 0 else 'out'}"
    between = _between(sentences, seen)
    ruled = _Ruled(own.rules[at])
    found: list[list[str]] = []
    for index, (number, at_token) in enumerate(seen.places):
        sentence = sentences[number]
        side = "<" if index < seen.cue else ">" if index > seen.cue else "="
        distance = _bucket(abs(index - seen.cue))
        features = [*sentence.plain[at_token], f"o={side}{distance}", f"so={shape}|{side}{min(distance, 5)}"]
        quoted = "q" if sentence.quoted[at_token] >= 0 else "o"
        rule = ruled.part(sentence.tree.tokens[at_token].span)
        commas, strong, cues, quotes = between[index]
        features += (
            f"b={side}{min(commas, 3)}|{min(strong, 2)}",
            f"x={side}{min(cues, 3)}|{quoted}",
            f"Q={side}{min(quotes, 4)}|{quoted}|{right}",
            f"cq={cue}|{side}{quoted}",
            f"r={rule}",
            f"rk={rule}|{kind}|{quoted}",
        )
        if number == place:
            path, branch, depth, owner = paths.of(at_token, own.chances)
            dep = sentence.tree.tokens[at_token].dep
            features += (
                f"p={path}",
                f"pk={path}|{kind}",
                f"br={branch}|{side}",
                f"bc={branch}|{cue}",
                f"bs={branch}|{shape}",
                f"bq={branch}|{quoted}{side}",
                f"bd={branch}|{dep}",
                f"D={min(depth, 6)}|{owner}",
                f"ow={owner}|{branch}",
                f"ck={cue}|{side}",
            )
        else:
            features += (f"n={number - place}", f"n|={number - place}|{quoted}|{sentence.block == own.block}")
        found.append(features)
    return _with_neighbours(found)


def _with_neighbours(found: list[list[str]]) -> list[list[str]]:
    """Add to each token's features the word, tag and dependency of its neighbours."""
    seen = [features[:4] for features in found]
    for index, features in enumerate(found):
        if index:
            features += ["-" + feature for feature in seen[index - 1]]
        if index + 1 < len(found):
            features += ["+" + feature for feature in seen[index + 1]]
    return found


def _bucket(distance: int) -> int:
    return distance if distance <= 4 else 5 if distance <= 7 else 6 if distance <= 12 else 7 if distance <= 25 else 8


def _between(sentences: list[NewsSentence], seen: Window) -> list[tuple[int, int, int, int]]:
    """Count commas, stronger marks, likely cues and ends of quotations between each token and the cue."""
    counts = [(0, 0, 0, 0)] * len(seen.places)
    for step in (-1, 1):
        commas = strong = cues = quotes = 0
        index, before = seen.cue + step, None
        while 0 <= index < len(seen.places):
            number, at = seen.places[index]
            sentence = sentences[number]
            inside = sentence.quoted[at]
            quotes += before is not None and inside != before
            counts[index] = commas, strong, cues, quotes
            text = sentence.tree.tokens[at].text
            commas += text == ","
            strong += text in (";", ":", "—", "–", "--", ".", "-")
            cues += sentence.chances[at] > 0.4
            before = inside
            index += step
    return counts


class _Ruled:
    """What the rules of releases take each word for, given a cue: content, source, neither, or no cue at all."""

    __slots__ = ("_content", "_known", "_source")

    def __init__(self, rule: Extraction | None) -> None:
        self._known = rule is not None
        self._content, self._source = Cover(rule.content if rule else ()), Cover(rule.source if rule else ())

    def part(self, word: Span) -> str:
        if not self._known:
            return "?"
        return "C" if self._content.touches(word) else "S" if self._source.touches(word) else "-"


class _Paths:
    """The ways through a sentence's tree from a cue to its other words."""

    __slots__ = ("_above", "_at", "_known", "_tree")

    def __init__(self, tree: Tree, at: int) -> None:
        self._tree, self._at = tree, at
        self._above = frozenset(tree.above(at))
        self._known: dict[int, tuple[str, str, int, int]] = {at: ("", "", 0, at)}
        labels = ""
        below = at
        for step, above in enumerate(tree.above(at)):
            labels = f"{labels}^{tree.tokens[below].dep}" if step < 3 else labels
            self._known[above] = (labels, labels, step + 1, above)
            below = above

    def of(self, token: int, chances: list[float]) -> tuple[str, str, int, str]:
        """Return the path's labels, its first step off the line above the cue, its length, and whose the word is.

        A word is the cue's own when no other likely cue stands on the path from it.
        """
        walked: list[int] = []
        at = token
        while at not in self._known and len(walked) < _STEPS:
            walked.append(at)
            if self._tree.tokens[at].head == at:
                break
            at = self._tree.tokens[at].head
        path, branch, depth, governor = self._known.get(at, ("far", "far", 9, -1))
        for below in reversed(walked):
            dep = self._tree.tokens[below].dep
            path = f"{path}>{dep}" if path.count(">") < 3 else path
            branch = branch if ">" in branch else f"{branch}>{dep}"
            depth += 1
            if governor != -1 and chances[below] > 0.4:
                governor = below
            self._known[below] = path, branch, depth, governor
        path, branch, depth, governor = self._known[token]
        owner = "own" if governor == self._at else "up" if governor in self._above else "other"
        return path, branch, depth, owner
