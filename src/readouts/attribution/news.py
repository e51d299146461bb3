"""Who says what in English news, by two models fitted on annotated political news.

The first finds the cues (said, according to, the claim that), the second what belongs to each: source, cue and
content. A cue counts when both think so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readouts.attribution.acts import ActTable
from readouts.attribution.extraction import Extraction
from readouts.attribution.news_cues import cue_features
from readouts.attribution.news_model import CONTENT, CUE, HEAD, OTHER, SOURCE, Labeller, NewsModel
from readouts.attribution.news_source import source_by_syntax
from readouts.attribution.news_spans import NewsSentence, Window, plain_features, span_features, window
from readouts.attribution.quotes import Quotations
from readouts.attribution.syntax import Tree
from readouts.model import Span
from readouts.text import Parse

# Chosen on the development documents by `benchmarks/attribution.py`: from which probability a word is looked at,
# accepted as a cue, and given to content, source and cue.
LIKELY, ACCEPTED = 0.08, 0.5
IN_CONTENT, IN_SOURCE, IN_CUE = 0.4, 0.1, 0.5
# What divides a probability that may be almost nothing.
_LEAST = 0.02

Place = tuple[int, int]


def extract_news(parse: Parse, quotations: Quotations, acts: ActTable, model: NewsModel) -> tuple[Extraction, ...]:
    """Return the attributions of a news text. Linear in the length of the text."""
    sentences = read_sentences(parse, quotations, acts, model.cues)
    return tuple(_extractions(parse, sentences, model.spans))


def read_sentences(parse: Parse, quotations: Quotations, acts: ActTable, cues: Labeller) -> list[NewsSentence]:
    """Return each sentence as the model of spans reads it, with the chance of each word to be a cue."""
    found = []
    for sentence in parse.sentences:
        tree = Tree(sentence)
        quoted = [quotations.number(token.start) for token in tree.tokens]
        [chances] = cues.marginals(cue_features(tree, quoted, acts), [HEAD])
        plain = plain_features(tree, quoted, chances)
        found.append(NewsSentence(tree, sentence.block, quoted, chances, plain))
    return found


def _extractions(parse: Parse, sentences: list[NewsSentence], spans: Labeller) -> Iterator[Extraction]:
    for number, sentence in enumerate(sentences):
        for at, chance in enumerate(sentence.chances):
            if chance < LIKELY:
                continue
            seen = window(sentences, number, at)
            features = span_features(sentences, number, at, seen)
            content, source, cue, other = spans.marginals(features, (CONTENT, SOURCE, CUE, OTHER))
            reported = 1 - other[seen.cue]
            if (chance + reported) / 2 >= ACCEPTED:
                # Given that the word is a cue: the second model also weighs that it is none.
                scale = 1 / max(reported, _LEAST)
                yield from _extraction(parse, sentences, seen, (content, source, cue), scale, (chance + reported) / 2)


def _extraction(
    parse: Parse,
    sentences: list[NewsSentence],
    seen: Window,
    marginals: tuple[list[float], list[float], list[float]],
    scale: float,
    confidence: float,
) -> Iterator[Extraction]:
    number, at = seen.places[seen.cue]
    content = [place for place, c in zip(seen.places, marginals[0], strict=True) if c * scale > IN_CONTENT]
    if not content:
        return
    source = [
        place
        for place, c, s in zip(seen.places, marginals[0], marginals[1], strict=True)
        if s * scale > IN_SOURCE and s > c
    ]
    if not source:
        taken = frozenset(content)
        source = [
            (number, token) for token in source_by_syntax(sentences[number].tree, at) if (number, token) not in taken
        ]
    cue = [place for place, u in zip(seen.places, marginals[2], strict=True) if u * scale > IN_CUE] or [(number, at)]
    lemma = sentences[number].tree.tokens[at].lemma.lower()
    yield Extraction(_spans(parse, source), _spans(parse, cue), _spans(parse, content), lemma, round(confidence, 3))


def _spans(parse: Parse, places: Sequence[Place]) -> tuple[Span, ...]:
    """Join tokens that follow one another."""
    found: list[Span] = []
    before: Place | None = None
    for number, at in places:
        token = parse.sentences[number].tokens[at]
        if before is not None and (before == (number, at - 1) or (at == 0 and before[0] == number - 1)):
            found[-1] = Span(found[-1].start, token.end)
        else:
            found.append(token.span)
        before = number, at
    return tuple(found)
